import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, KafkaError } from '@samsa/common';
import * as fc from 'fast-check';

import {
  batchVector,
  batchVectors,
  bytesOf,
  currentVectors,
  legacyVectors,
} from '../../test/batch-vectors.ts';
import { plainRecords } from '../../test/plain-records.ts';
import { BatchCursor, batchesIn } from './batch-cursor.ts';
import { readRecords } from './read-records.ts';

const LIMIT = { maxDecompressedBytes: 1024 * 1024 };

test('the records of the client library are read whatever compressed them', () => {
  for (const codec of ['none', 'gzip', 'snappy', 'lz4', 'zstd']) {
    const batch = BatchCursor.over(bytesOf(batchVector(`batch-v2-${codec}`)));
    assert.deepEqual(
      plainRecords(readRecords(batch, LIMIT)),
      [
        { offset: 100, timestamp: 1700000000000, key: 'key0', value: 'value-0', headers: [] },
        {
          offset: 101,
          timestamp: 1700000000005,
          key: 'key1',
          value: 'value-1',
          headers: [
            ['h1', 'hv'],
            ['hn', null],
          ],
        },
        { offset: 102, timestamp: 1700000000003, key: null, value: 'value-2', headers: [] },
        { offset: 103, timestamp: 1700000000009, key: 'key3', value: null, headers: [] },
      ],
      codec,
    );
    if (codec === 'none') continue;
    const repeat = BatchCursor.over(bytesOf(batchVector(`batch-v2-repeat-${codec}`)));
    const [record] = plainRecords(readRecords(repeat, LIMIT));
    assert.equal(record?.value, 'abcdefghij'.repeat(40), codec);
  }
});

test('the records of broker segments are read as Kafka reads them', () => {
  let count = 0;
  for (const vector of currentVectors) {
    const records = vector.facts['records'];
    if (vector.source !== 'broker log segment' || !Array.isArray(records)) continue;
    const isControl = vector.facts['control'] === true;
    const read = [...readRecordsOf(bytesOf(vector))];
    // Facts of one batch carry the create time that its bytes keep and that readers do not see.
    const appendTime =
      vector.facts['timestampType'] === 1 ? vector.facts['maxTimestamp'] : undefined;
    const facts = (records as { timestamp: number; headers?: [] }[]).map((r) => ({
      ...r,
      timestamp: appendTime ?? r.timestamp,
      headers: r.headers ?? [],
    }));
    assert.deepEqual(isControl ? read.map(withHexFields) : read, facts, vector.name);
    count++;
  }
  assert.ok(count >= 9);

  function readRecordsOf(bytes: Uint8Array): ReturnType<typeof plainRecords> {
    return plainRecords(readRecords(BatchCursor.over(bytes), LIMIT));
  }
});

function withHexFields(record: { key: string | null; value: string | null }): object {
  const hex = (text: string | null): string => `0x${Buffer.from(text ?? '').toString('hex')}`;
  return { ...record, key: hex(record.key), value: hex(record.value) };
}

test('records under log append time all have the time of the batch', () => {
  const batch = BatchCursor.over(bytesOf(batchVector('batch-v2-log-append-time')));
  const times = plainRecords(readRecords(batch, LIMIT)).map((r) => r.timestamp);
  assert.deepEqual(times, [1700000009999, 1700000009999]);
});

test('a delete horizon in place of the base timestamp does not change the times of records', () => {
  const batch = BatchCursor.over(bytesOf(batchVector('batch-v2-compacted-gap-delete-horizon')));
  assert.equal(batch.deleteHorizonMs, 1700000500000);
  const records = plainRecords(readRecords(batch, LIMIT));
  assert.deepEqual(
    records.map((r) => [r.offset, r.timestamp, r.key]),
    [
      [101, 1700000000009, 'key3'],
      [104, 1700000000000, 'key0'],
    ],
  );
});

test('a batch that compaction emptied has no records and is sound', () => {
  const batch = BatchCursor.over(bytesOf(batchVector('batch-v2-empty-after-compaction')));
  assert.deepEqual(plainRecords(readRecords(batch, LIMIT)), []);
  assert.equal(batch.lastOffset, 104);
});

test('legacy messages have the offsets and times that their wrapper means', () => {
  assert.equal(legacyVectors.length, 8);
  for (const vector of legacyVectors) {
    const isTimed = vector.name.includes('v1');
    const records = [...batchesIn(bytesOf(vector))].length;
    assert.equal(records, vector.name.endsWith('none') ? 2 : 1);
    const read = [];
    for (const batch of batchesIn(bytesOf(vector))) {
      read.push(...plainRecords(readRecords(batch, LIMIT)));
    }
    assert.deepEqual(
      read,
      [
        {
          offset: 10,
          timestamp: isTimed ? 1700000000000 : -1,
          key: 'k0',
          value: 'v0',
          headers: [],
        },
        {
          offset: 11,
          timestamp: isTimed ? 1700000000001 : -1,
          key: 'k1',
          value: 'v1',
          headers: [],
        },
      ],
      vector.name,
    );
  }
});

test('a batch that would become larger than allowed is refused, whatever compressed it', () => {
  for (const vector of batchVectors) {
    if (!/repeat|legacy.*-(gzip|snappy|lz4)/.test(vector.name)) continue;
    const batch = BatchCursor.over(bytesOf(vector));
    assert.throws(() => [...readRecords(batch, { maxDecompressedBytes: 20 })], isCorruption);
  }
});

test('damaged batches of every format and codec are read or refused, never anything else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...batchVectors),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (vector, changes) => {
        const bytes = bytesOf(vector);
        for (const [place, value] of changes) bytes[place % bytes.length] = value;
        try {
          for (const batch of batchesIn(bytes)) {
            for (const record of readRecords(batch, LIMIT)) {
              record.key();
              record.value();
              record.headers();
            }
          }
        } catch (error) {
          assert.ok(isCorruption(error), String(error));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

function isCorruption(error: unknown): boolean {
  return error instanceof KafkaError && error.code === ErrorCode.CORRUPT_MESSAGE;
}
