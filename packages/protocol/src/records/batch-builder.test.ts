import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type CompressionName } from '@samsa/common';
import * as fc from 'fast-check';

import { batchVector, bytesOf } from '../../test/batch-vectors.ts';
import { bytesOfText, plainRecords } from '../../test/plain-records.ts';
import { decompressNow } from '../compression/compress.ts';
import { crc32c } from '../crc32c.ts';
import { BatchBuilder, type BatchOptions, emptyBatchLike, recompressed } from './batch-builder.ts';
import { BatchCursor } from './batch-cursor.ts';
import { readRecords } from './read-records.ts';
import { type RecordHeader } from './record-view.ts';

type Record = [timestamp: number, key: string | null, value: string | null, RecordHeader[]?];

const HEADERS: RecordHeader[] = [
  { key: 'h1', value: Buffer.from('hv') },
  { key: 'hn', value: null },
];
const FOUR: Record[] = [
  [1700000000000, 'key0', 'value-0'],
  [1700000000005, 'key1', 'value-1', HEADERS],
  [1700000000003, null, 'value-2'],
  [1700000000009, 'key3', null],
];
const PRODUCER = { producerId: 4000, producerEpoch: 2, baseSequence: 17 };

function build(options: BatchOptions, records: readonly Record[]): Uint8Array {
  const builder = new BatchBuilder(options);
  for (const [timestamp, key, value, headers] of records) {
    builder.add(timestamp, bytesOfText(key), bytesOfText(value), headers);
  }
  return builder.build();
}

function assertBytes(actual: Uint8Array, vectorName: string): void {
  assert.equal(Buffer.from(actual).toString('hex'), batchVector(vectorName).hex, vectorName);
}

test('a builder writes the bytes that the client library writes', () => {
  const place = { baseOffset: 100, partitionLeaderEpoch: 7 };
  assertBytes(build(place, FOUR), 'batch-v2-none');
  assertBytes(build({ ...place, codec: 'gzip' }, FOUR), 'batch-v2-gzip');
  const repeat: Record[] = [[1700000000000, 'k', 'abcdefghij'.repeat(40)]];
  const start = { baseOffset: 0, partitionLeaderEpoch: 0 };
  assertBytes(build({ ...start, codec: 'gzip' }, repeat), 'batch-v2-repeat-gzip');

  const later = { baseOffset: 5, partitionLeaderEpoch: 3, ...PRODUCER };
  assertBytes(build(later, FOUR.slice(0, 2)), 'batch-v2-idempotent');
  const transactional = { ...later, isTransactional: true };
  assertBytes(build(transactional, FOUR.slice(0, 1)), 'batch-v2-transactional');
  const stamped = { baseOffset: 50, partitionLeaderEpoch: 4, logAppendTimeMs: 1700000009999 };
  assertBytes(build(stamped, FOUR.slice(0, 2)), 'batch-v2-log-append-time');
});

test('snappy, lz4 and zstd pack the records that Kafka packs, under the same header', () => {
  for (const codec of ['snappy', 'lz4', 'zstd'] as const) {
    const theirs = BatchCursor.over(bytesOf(batchVector(`batch-v2-${codec}`)));
    const ours = BatchCursor.over(build({ baseOffset: 100, partitionLeaderEpoch: 7, codec }, FOUR));
    const records = batchVector(`batch-v2-${codec}`).facts['decompressedRecordsHex'];
    for (const batch of [theirs, ours]) {
      const payload = decompressNow(codec, batch.payload(), 1000);
      assert.equal(Buffer.from(payload).toString('hex'), records, codec);
    }
    assert.equal(ours.attributes, theirs.attributes);
    assert.equal(ours.maxTimestamp, theirs.maxTimestamp);
    assert.ok(ours.isCrcValid(crc32c));
  }
});

test('what compaction leaves has the bytes that Kafka leaves', () => {
  const builder = new BatchBuilder({
    baseOffset: 100,
    partitionLeaderEpoch: 7,
    deleteHorizonMs: 1700000500000,
  });
  builder.addAt(101, 1700000000009, Buffer.from('key3'), null);
  builder.addAt(104, 1700000000000, Buffer.from('key0'), Buffer.from('value-0'));
  assertBytes(builder.build(), 'batch-v2-compacted-gap-delete-horizon');

  const before = new BatchBuilder({
    baseOffset: 100,
    partitionLeaderEpoch: 7,
    isTransactional: true,
    codec: 'gzip',
    ...PRODUCER,
  });
  before.addAt(100, 1700000000000, Buffer.from('k'), null);
  const batch = BatchCursor.over(before.build({ lastOffset: 104 }));
  assert.equal(batch.lastOffset, 104);
  assertBytes(emptyBatchLike(batch), 'batch-v2-empty-after-compaction');
});

test('what was built is read back, whatever the records and the codec', () => {
  const text = fc.option(fc.string({ maxLength: 300 }), { nil: null });
  const header = fc.record({
    key: fc.string({ unit: 'grapheme', maxLength: 20 }),
    value: fc.option(fc.uint8Array({ maxLength: 40 }), { nil: null }),
  });
  const record = fc.tuple(
    fc.integer({ min: 1, max: 1000 }), // offsets may have gaps
    fc.integer({ min: -1, max: 2 ** 47 }),
    text,
    text,
    fc.array(header, { maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom<CompressionName>('none', 'gzip', 'snappy', 'lz4', 'zstd'),
      fc.integer({ min: 0, max: 2 ** 48 }),
      fc.array(record, { minLength: 1, maxLength: 30 }),
      (codec, baseOffset, records) => {
        const builder = new BatchBuilder({ baseOffset, codec, expectedBytes: 16, ...PRODUCER });
        const meant = [];
        let offset = baseOffset - 1;
        for (const [step, timestamp, key, value, headers] of records) {
          offset += step;
          builder.addAt(offset, timestamp, bytesOfText(key), bytesOfText(value), headers);
          meant.push({
            offset,
            timestamp,
            key: plainText(key),
            value: plainText(value),
            headers: headers.map((h) => [h.key, h.value && Buffer.from(h.value).toString()]),
          });
        }
        assert.equal(builder.recordCount, records.length);
        const batch = BatchCursor.over(builder.build());
        assert.ok(batch.isWhole && batch.isCrcValid(crc32c));
        assert.equal(batch.end, batch.bytes.length);
        assert.equal(batch.lastOffset, offset);
        assert.equal(batch.maxTimestamp, Math.max(...records.map((r) => r[1])));
        const read = plainRecords(readRecords(batch, { maxDecompressedBytes: 100_000 }));
        assert.deepEqual(read, meant);
      },
    ),
  );
});

/** What a text becomes on its way through UTF-8: lone surrogates do not survive. */
function plainText(text: string | null): string | null {
  return text === null ? null : Buffer.from(text).toString();
}

test('the size of a builder is that of the uncompressed batch', () => {
  const builder = new BatchBuilder();
  for (const [timestamp, key, value, headers] of FOUR) {
    builder.add(timestamp, bytesOfText(key), bytesOfText(value), headers);
  }
  assert.equal(builder.sizeInBytes, builder.build().length);
});

test('recompressing changes how the records are packed and nothing else', () => {
  const batch = BatchCursor.over(bytesOf(batchVector('batch-v2-none')));
  assertBytes(recompressed(batch, batch.payload(), 'gzip'), 'batch-v2-gzip');
  const gzip = BatchCursor.over(bytesOf(batchVector('batch-v2-gzip')));
  const records = decompressNow('gzip', gzip.payload(), 1000);
  assertBytes(recompressed(gzip, records, 'none'), 'batch-v2-none');
});

test('a builder refuses offsets that do not grow, and use after the end', () => {
  const builder = new BatchBuilder({ baseOffset: 10 });
  assert.throws(() => builder.build(), /has records/);
  assert.throws(() => builder.addAt(9, 0, null, null), /only grow/);
  builder.addAt(12, 0, null, null);
  assert.throws(() => builder.addAt(12, 0, null, null), /only grow/);
  assert.throws(() => builder.addAt(12 + 2 ** 31, 0, null, null), /2\^31/);
  builder.build();
  assert.throws(() => builder.add(0, null, null), /no more/);
  assert.throws(() => builder.build(), /once/);
});
