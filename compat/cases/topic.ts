// topic: a topic is created, creating it again is refused by Kafka's error, and it can be deleted.

import { type Case, expect } from '../runner/case.ts';

export const topic: Case = {
  name: 'topic',
  async run({ client, name }) {
    const created = await client.run('create', { topic: name, partitions: 3 });
    expect(created.lines.includes('created'), `it is not created: ${created.lines.join(' / ')}`);
    const again = await client.run('create', { topic: name, partitions: 3 });
    expect(again.lines.includes('exists'), 'a second creation is not refused');
    await client.run('delete', { topic: name });
    const afresh = await client.run('create', { topic: name, partitions: 1 });
    expect(afresh.lines.includes('created'), 'it cannot be created after it was deleted');
  },
};
