// The last read of a run: every partition from its start to its end, by a consumer that knows nothing.

import { ErrorCode } from '@samsa/common';

import { type FinalRead, type Partition, type ReadRecord } from './history.ts';
import { type LogClient, Refused } from './log-client.ts';

const FETCH_BYTES = 1024 * 1024;

/** Throws `NoAnswer` or `Refused` where the partition cannot be read now; the caller tries again. */
export async function readWhole(
  client: LogClient,
  at: Partition,
  isCommittedOnly: boolean,
): Promise<FinalRead> {
  const startOffset = await client.listOffset(at, 'earliest');
  const endOffset = await client.listOffset(at, 'latest');
  const records: ReadRecord[] = [];
  let offset = startOffset;
  while (offset < endOffset) {
    const fetched = await client.fetch(at, offset, {
      maxWaitMs: 100,
      maxBytes: FETCH_BYTES,
      isCommittedOnly,
    });
    if (fetched.errorCode !== ErrorCode.NONE) throw new Refused(fetched.errorCode, 'Fetch');
    for (const record of fetched.records) records.push(record);
    offset = fetched.nextOffset;
  }
  return { topic: at.topic, partition: at.partition, startOffset, endOffset, records };
}
