// batchOf: a batch as a producer builds it.

import { BatchBuilder, type BatchOptions } from '@samsa/protocol';

/** A batch of records without keys, with these values and the time of now. */
export function batchOf(values: readonly string[], options: BatchOptions = {}): Uint8Array {
  const builder = new BatchBuilder(options);
  for (const value of values) builder.add(Date.now(), null, Buffer.from(value));
  return builder.build();
}
