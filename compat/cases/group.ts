// group: three members join one after another and leave again while records come in. The partitions
// are shared out evenly after each change, and every record reaches a member.

import { type Case, expect } from '../runner/case.ts';
import { Member, missing, REBALANCE_LIMIT_MS, untilAssigned } from './members.ts';

const PARTITIONS = 6;
const PART = 1_000;

export const group: Case = {
  name: 'group',
  async run({ client, name }) {
    const topic = { topic: name, partitions: PARTITIONS };
    const members: Member[] = [];
    const join = (): number => members.push(new Member(client, name, name));
    let produced = 0;
    const produce = async (): Promise<void> => {
      await client.run('produce', { ...topic, codec: 'none', first: produced, count: PART });
      produced += PART;
    };
    const leave = async (): Promise<Member[]> => {
      await (members[1] as Member).leave();
      return members.splice(1, 1);
    };

    await client.run('create', topic);
    await produce();
    join();
    await untilAssigned(members, [6]);
    join();
    await untilAssigned(members, [3, 3]);
    await produce();
    join();
    await untilAssigned(members, [2, 2, 2]);
    await produce();
    const gone = await leave();
    await untilAssigned(members, [3, 3]);
    await produce();
    gone.push(...(await leave()));
    await untilAssigned(members, [6]);
    await produce();

    const all = (): number[] => [...gone, ...members].flatMap((member) => member.numbers);
    const last = members[0] as Member;
    await last.program.until(
      () => missing(all(), produced).length === 0,
      REBALANCE_LIMIT_MS,
      'every record',
    );
    await last.leave();
    const twice = all().length - produced;
    // What was fetched but not committed when the partitions changed hands comes again.
    expect(twice <= produced, `${twice} of ${produced} records came more than once`);
  },
};
