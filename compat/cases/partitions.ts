// partitions: a topic gets more partitions while a member consumes it; records in the new ones arrive.

import { type Case } from '../runner/case.ts';
import { Member, missing, REBALANCE_LIMIT_MS } from './members.ts';

const PART = 600;

export const partitions: Case = {
  name: 'partitions',
  async run({ client, name }) {
    await client.run('create', { topic: name, partitions: 2 });
    const member = new Member(client, name, name);
    const produce = (first: number, partitions: number) =>
      client.run('produce', { topic: name, partitions, codec: 'none', first, count: PART });
    await produce(0, 2);
    await member.read(PART);
    await client.run('partitions', { topic: name, count: 4 });
    await produce(PART, 4);
    await member.program.until(
      () => missing(member.numbers, 2 * PART).length === 0,
      REBALANCE_LIMIT_MS,
      'the records of the new partitions',
    );
    await member.leave();
  },
};
