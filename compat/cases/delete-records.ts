// delete-records: records below an offset are deleted, and a reader begins at that offset.

import { type Case, expect } from '../runner/case.ts';
import { Member } from './members.ts';

const COUNT = 1_000;
const FIRST_LEFT = 400;

export const deleteRecords: Case = {
  name: 'delete-records',
  async run({ client, name }) {
    const topic = { topic: name, partitions: 1 };
    await client.run('create', topic);
    await client.run('produce', { ...topic, codec: 'none', first: 0, count: COUNT });
    await client.run('delete-records', { topic: name, partition: 0, offset: FIRST_LEFT });
    const member = new Member(client, name, name);
    await member.read(COUNT - FIRST_LEFT);
    await member.leave();
    const [first] = member.numbers;
    expect(first === FIRST_LEFT, `the first record read is ${first}, not ${FIRST_LEFT}`);
  },
};
