// Batches that flows and generated requests produce, good ones and bad ones.

import { BatchBuilder, type BatchOptions } from '@samsa/protocol';

/** The time of all records: near enough to now that no broker finds it strange. */
export const RECORD_TIME_MS = Date.now() - 60_000;

export interface TestRecord {
  readonly key?: string | null;
  readonly value?: string | null;
  readonly afterMs?: number;
}

export function batchOf(records: readonly TestRecord[], options: BatchOptions = {}): Uint8Array {
  const builder = new BatchBuilder({ ...options });
  for (const { key = null, value = null, afterMs = 0 } of records) {
    builder.add(RECORD_TIME_MS + afterMs, bytes(key), bytes(value), []);
  }
  return Uint8Array.from(builder.build());
}

export function bytes(text: string | null): Uint8Array | null {
  return text === null ? null : Buffer.from(text);
}

/** What a consumer says of itself when it joins, version 0: the topics it wants. */
export function subscription(topic: string): Uint8Array {
  const name = Buffer.from(topic);
  const head = Buffer.alloc(8);
  head.writeInt32BE(1, 2);
  head.writeInt16BE(name.length, 6);
  const noUserData = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  return Buffer.concat([head, name, noUserData]);
}

const TWO = [
  { key: 'a', value: '1' },
  { value: '2', afterMs: 5 },
];

/** What stands in a Produce request's `records`, by what is the matter with it. */
export function producibleRecords(): readonly Uint8Array[] {
  const good = batchOf(TWO);
  return [
    good,
    batchOf(TWO, { codec: 'gzip' }),
    batchOf([{ key: 'a' }]),
    new Uint8Array(0),
    Buffer.concat([good, good]),
    good.subarray(0, good.length - 3),
    changed(good, (copy) => (copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1)),
    // magic 1, and one that does not exist
    changed(good, (copy) => (copy[16] = 1)),
    changed(good, (copy) => (copy[16] = 9)),
    batchOf(TWO, { producerId: 424_242, producerEpoch: 0, baseSequence: 0 }),
    batchOf(TWO, { producerId: 424_243, producerEpoch: 3, baseSequence: 7 }),
    batchOf([{ value: 'late', afterMs: 10 * 24 * 3_600_000 }]),
    batchOf([{ value: 'old', afterMs: -10 * 365 * 24 * 3_600_000 }]),
    Buffer.from(
      'these bytes are no records at all, but long enough to be taken for a batch of them',
    ),
  ];
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  change(copy);
  return copy;
}
