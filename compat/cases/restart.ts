// restart: the node is stopped and started, and later killed and started, while one program produces
// and another consumes through a group. Nothing acknowledged is lost.

import { type Case, expect } from '../runner/case.ts';
import { Member, missing } from './members.ts';

const PARTITIONS = 3;
const COUNT = 6_000;
/** Pause after each 100 records: the whole takes some seconds, so that both restarts fall into it. */
const PACE_MS = 60;
const LIMIT_MS = 90_000;

export const restart: Case = {
  name: 'restart',
  async run({ client, samsa, name }) {
    const topic = { topic: name, partitions: PARTITIONS };
    await client.run('create', topic);
    const member = new Member(client, name, name);
    await member.program.until(() => member.assigned !== undefined, LIMIT_MS, 'an assignment');
    const producer = client.start('produce', {
      ...topic,
      codec: 'none',
      first: 0,
      count: COUNT,
      pace: PACE_MS,
    });
    const isAt = (count: number) =>
      producer.until(
        () => Number(producer.linesOf('progress').at(-1) ?? 0) >= count,
        LIMIT_MS,
        `${count} acknowledged records`,
      );

    await isAt(COUNT / 4);
    const status = await samsa.stop();
    expect(status === 0, `the node ended with status ${status}`);
    await samsa.start();
    await isAt(COUNT / 2);
    await samsa.kill();
    await samsa.start();
    await producer.ended(LIMIT_MS);
    await member.program.until(
      () => missing(member.numbers, COUNT).length === 0,
      LIMIT_MS,
      'every record after the restarts',
    );
    await member.leave();

    const reader = await client.run('read', { ...topic, count: COUNT }, LIMIT_MS);
    expect(reader.linesOf('record').length >= COUNT, 'not all records are in the log');
  },
};
