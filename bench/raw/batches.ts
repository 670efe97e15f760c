// Record batches of equal size for the raw client.

import { BatchBuilder } from '@samsa/protocol';

/** One batch of `count` records; each value holds the same varied text. */
export function batchOf(count: number, recordBytes: number): Uint8Array {
  const builder = new BatchBuilder({ expectedBytes: count * (recordBytes + 16) });
  const timestamp = Date.now();
  const value = Buffer.alloc(recordBytes, 'the quick brown fox jumps over the lazy dog; ');
  for (let record = 0; record < count; record++) builder.add(timestamp, null, value);
  return builder.build();
}
