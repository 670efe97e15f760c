// config: a topic's config is altered and described.

import { type Case, expect } from '../runner/case.ts';

export const config: Case = {
  name: 'config',
  async run({ client, name }) {
    await client.run('create', { topic: name, partitions: 1 });
    const altered = await client.run('config', {
      topic: name,
      name: 'max.message.bytes',
      value: '234567',
    });
    const [line] = altered.linesOf('config');
    expect(line === 'max.message.bytes 234567', `described as '${line}'`);
  },
};
