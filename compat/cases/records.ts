// records-CODEC: 10,000 records over three partitions with null, empty, binary and large parts, read
// back and compared by every byte, offset and timestamp.

import { type Case } from '../runner/case.ts';
import { type Codec, CODECS } from '../runner/client.ts';
import { expectedLines, firstDifference } from '../runner/records.ts';

const COUNT = 10_000;
const PARTITIONS = 3;
const LIMIT_MS = 90_000;

export const recordCases: readonly Case[] = CODECS.map(recordsIn);

function recordsIn(codec: Codec): Case {
  return {
    name: `records-${codec}`,
    async run({ client, name }) {
      const topic = { topic: name, partitions: PARTITIONS };
      await client.run('create', topic);
      await client.run('produce', { ...topic, codec, first: 0, count: COUNT }, LIMIT_MS);
      const reader = await client.run('read', { ...topic, count: COUNT }, LIMIT_MS);
      const written = expectedLines(COUNT, PARTITIONS, client.client.limits);
      const difference = firstDifference(reader.linesOf('record'), written);
      if (difference !== undefined) throw new Error(difference);
    },
  };
}
