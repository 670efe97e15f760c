// RecordCodec: a machine's records as keys and values in a log, and the batches that carry them.

import { type CompressionName } from '@samsa/common';
import { BatchBuilder } from '@samsa/protocol';

export interface EncodedRecord {
  readonly key: Uint8Array;
  /** Null for a tombstone. */
  readonly value: Uint8Array | null;
}

export interface RecordCodec<Record> {
  encode(record: Record): EncodedRecord;
  /** Undefined for a type of record that this version does not know. Throws where bytes are damaged. */
  decode(key: Uint8Array, value: Uint8Array | null): Record | undefined;
}

export interface RecordBatch<Record> {
  readonly bytes: Uint8Array;
  readonly records: readonly Record[];
}

/** More than a batch's header and one record's lengths, deltas and counts can take. */
const BATCH_OVERHEAD_BYTES = 61;
const RECORD_OVERHEAD_BYTES = 32;

export interface BatchTerms {
  /** Wall clock: the timestamp of every record. */
  readonly nowMs: number;
  readonly maxBatchBytes: number;
  /** One batch, whatever its size. */
  readonly isAtomic: boolean;
  readonly compression: CompressionName;
}

/**
 * The records in batches: one, where it may be no more or where they fit, else as few as it takes.
 *
 * @returns undefined where a batch would be larger than `maxBatchBytes`
 */
export function batchesOf<Record>(
  records: readonly Record[],
  codec: RecordCodec<Record>,
  { nowMs, maxBatchBytes, isAtomic, compression }: BatchTerms,
): RecordBatch<Record>[] | undefined {
  const batches: RecordBatch<Record>[] = [];
  let builder = new BatchBuilder({ codec: compression });
  let first = 0;
  let upperBound = BATCH_OVERHEAD_BYTES;
  const end = (next: number): void => {
    batches.push({ bytes: builder.build(), records: records.slice(first, next) });
    builder = new BatchBuilder({ codec: compression });
    first = next;
    upperBound = BATCH_OVERHEAD_BYTES;
  };
  for (const [index, record] of records.entries()) {
    const { key, value } = codec.encode(record);
    const recordBound = RECORD_OVERHEAD_BYTES + key.length + (value?.length ?? 0);
    const isFull = upperBound + recordBound > maxBatchBytes;
    if (isFull && !isAtomic && builder.recordCount > 0) end(index);
    upperBound += recordBound;
    builder.add(nowMs, key, value);
  }
  end(records.length);
  return batches.some(({ bytes }) => bytes.length > maxBatchBytes) ? undefined : batches;
}
