// time: the offset for a timestamp, reading from there, and a time after the last record.

import { type Case, expect } from '../runner/case.ts';
import { FIRST_TIMESTAMP, recordLine, recordNumber } from '../runner/records.ts';

const PARTITIONS = 2;
const COUNT = 2_000;

export const time: Case = {
  name: 'time',
  async run({ client, name }) {
    const topic = { topic: name, partitions: PARTITIONS };
    await client.run('create', topic);
    await client.run('produce', { ...topic, codec: 'none', first: 0, count: COUNT });
    // Partition 1 holds the odd numbers: the first one at or after 1,234 is 1,235, at offset 617.
    const found = await client.run('time', {
      ...topic,
      partition: 1,
      timestamp: FIRST_TIMESTAMP + 1_234,
    });
    expect(found.linesOf('offset')[0] === '617', `offset ${found.linesOf('offset')[0]}, not 617`);
    const line = recordLine(recordNumber(1_235, PARTITIONS), 617, client.client.limits);
    const read = found.linesOf('record')[0];
    expect(read === line, `read '${read}' at offset 617, where '${line}' was written`);
  },
};
