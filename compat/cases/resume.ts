// resume: a member commits and leaves; the next one of the same group begins where it ended, and a new
// group begins at the first record.

import { type Case, expect } from '../runner/case.ts';
import { delay } from '../runner/case.ts';
import { Member, missing } from './members.ts';

const PART = 2_000;
const PARTITIONS = 3;
/** Long enough for a record that should not come to come. */
const QUIET_MS = 500;

export const resume: Case = {
  name: 'resume',
  async run({ client, name }) {
    const topic = { topic: name, partitions: PARTITIONS };
    await client.run('create', topic);
    await client.run('produce', { ...topic, codec: 'none', first: 0, count: PART });
    const first = new Member(client, name, name);
    await first.read(PART);
    await first.leave();
    expect(missing(first.numbers, PART).length === 0, 'the first member did not read everything');

    await client.run('produce', { ...topic, codec: 'none', first: PART, count: PART });
    const second = new Member(client, name, name);
    await second.read(PART);
    await delay(QUIET_MS);
    await second.leave();
    const again = second.numbers.filter((number) => number < PART);
    expect(again.length === 0, `${again.length} records before the committed offset came again`);
    expect(second.numbers.length === PART, `${second.numbers.length} records instead of ${PART}`);

    const other = new Member(client, name, `${name}-other`);
    await other.read(2 * PART);
    await other.leave();
    expect(missing(other.numbers, 2 * PART).length === 0, 'a new group did not replay the topic');
  },
};
