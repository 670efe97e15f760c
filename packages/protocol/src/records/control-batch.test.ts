import assert from 'node:assert/strict';
import { test } from 'node:test';

import { batchVector, bytesOf, currentVectors, headerOf } from '../../test/batch-vectors.ts';
import { BatchCursor } from './batch-cursor.ts';
import {
  buildControlBatch,
  buildEndTransactionMarker,
  type ControlType,
  controlTypeOf,
  coordinatorEpochOf,
} from './control-batch.ts';
import { readRecords } from './read-records.ts';
import { type RecordView } from './record-view.ts';

const LIMIT = { maxDecompressedBytes: 0 };

test('transaction markers have the bytes that Kafka writes', () => {
  for (const isCommit of [true, false]) {
    const marker = buildEndTransactionMarker({
      isCommit,
      producerId: 4000,
      producerEpoch: 2,
      coordinatorEpoch: 11,
      timestamp: 1700000000000,
      baseOffset: 9,
      partitionLeaderEpoch: 3,
    });
    const name = isCommit ? 'control-commit' : 'control-abort';
    assert.equal(Buffer.from(marker).toString('hex'), batchVector(name).hex);
  }
});

test('control batches of the quorum are built back from what is read of them', () => {
  let count = 0;
  for (const vector of currentVectors) {
    const type = vector.facts['controlType'];
    if (typeof type !== 'number') continue;
    const batch = BatchCursor.over(bytesOf(vector));
    for (const record of readRecords(batch, LIMIT)) {
      assert.equal(controlTypeOf(record), type, vector.name);
      const value = record.value();
      assert.ok(value !== null);
      if (type <= 1) {
        assert.equal(coordinatorEpochOf(record), vector.facts['coordinatorEpoch']);
        continue;
      }
      const { baseOffset, partitionLeaderEpoch } = headerOf(vector);
      const built = buildControlBatch([{ type: type as ControlType, value }], {
        baseOffset,
        partitionLeaderEpoch,
        timestamp: record.timestamp,
      });
      assert.equal(Buffer.from(built).toString('hex'), vector.hex, vector.name);
    }
    count++;
  }
  assert.equal(count, 7);
});

test('keys and values that are too short name no type and no epoch', () => {
  const record = (key: Uint8Array | null, value: Uint8Array | null): RecordView => ({
    offset: 0,
    timestamp: 0,
    sequence: -1,
    key: () => key,
    value: () => value,
    headers: () => [],
  });
  assert.equal(controlTypeOf(record(null, null)), -1);
  assert.equal(controlTypeOf(record(Buffer.alloc(3), null)), -1);
  assert.equal(coordinatorEpochOf(record(null, null)), -1);
  assert.equal(coordinatorEpochOf(record(null, Buffer.alloc(5))), -1);
});
