import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, KafkaError } from '@samsa/common';

import {
  batchVector,
  batchVectors,
  bytesOf,
  currentVectors,
  headerOf,
  legacyVectors,
} from '../../test/batch-vectors.ts';
import { crc32c } from '../crc32c.ts';
import { BatchCursor, batchesIn } from './batch-cursor.ts';

test('a cursor reads every header field as Kafka wrote it', () => {
  for (const vector of currentVectors) {
    const facts = headerOf(vector);
    const batch = BatchCursor.over(bytesOf(vector));
    const read = {
      baseOffset: batch.baseOffset,
      batchLength: batch.batchLength,
      partitionLeaderEpoch: batch.partitionLeaderEpoch,
      magic: batch.magic,
      crc: batch.crc,
      attributes: batch.attributes,
      codec: batch.codec,
      timestampType: batch.isLogAppendTime ? 1 : 0,
      transactional: batch.isTransactional,
      control: batch.isControl,
      deleteHorizon: batch.hasDeleteHorizon,
      lastOffsetDelta: batch.lastOffsetDelta,
      baseTimestamp: batch.baseTimestamp,
      maxTimestamp: batch.maxTimestamp,
      producerId: batch.producerId,
      producerEpoch: batch.producerEpoch,
      baseSequence: batch.baseSequence,
      recordCount: batch.recordCount,
    };
    for (const [field, value] of Object.entries(read)) {
      assert.equal(value, facts[field as keyof typeof facts], `${vector.name} ${field}`);
    }
    assert.ok(batch.isWhole && !batch.isMalformed);
    assert.ok(batch.isCrcValid(crc32c), vector.name);
    assert.equal(batch.end, vector.hex.length / 2);
    assert.equal(batch.nextOffset, facts.baseOffset + facts.lastOffsetDelta + 1);
    assert.equal(batch.hasProducerId, facts.producerId >= 0);
    assert.equal(batch.deleteHorizonMs, facts.deleteHorizon ? facts.baseTimestamp : -1);
  }
});

test('a cursor walks batches of all formats that lie one after the other', () => {
  const prefix = Buffer.alloc(7);
  const bytes = Buffer.concat([prefix, ...batchVectors.map(bytesOf)]);
  const sizes: number[] = [];
  for (const batch of batchesIn(bytes, prefix.length)) sizes.push(batch.sizeInBytes);
  // A legacy vector without compression is two messages.
  const uncompressed = legacyVectors.filter((v) => v.name.endsWith('-none')).length;
  assert.equal(sizes.length, batchVectors.length + uncompressed);
  assert.equal(
    sizes.reduce((sum, size) => sum + size, prefix.length),
    bytes.length,
  );
});

test('a batch that is cut anywhere is not whole, and iteration passes over it', () => {
  const first = bytesOf(batchVector('batch-v2-none'));
  const second = bytesOf(batchVector('batch-v2-gzip'));
  for (let cut = 0; cut < second.length; cut++) {
    const bytes = Buffer.concat([first, second.subarray(0, cut)]);
    assert.equal(BatchCursor.over(bytes, first.length).isWhole, false);
    assert.equal([...batchesIn(bytes)].length, 1);
  }
});

test('bytes that cannot be a batch are malformed and stop an iteration with an error', () => {
  const cases: [string, (bytes: Buffer) => void][] = [
    ['a magic of the future', (bytes) => bytes.writeInt8(3, 16)],
    ['a negative magic', (bytes) => bytes.writeInt8(-1, 16)],
    ['a size below the header', (bytes) => bytes.writeInt32BE(48, 8)],
    ['a negative size', (bytes) => bytes.writeInt32BE(-12, 8)],
  ];
  for (const [what, damage] of cases) {
    const bytes = bytesOf(batchVector('batch-v2-none'));
    damage(bytes);
    const batch = BatchCursor.over(bytes);
    assert.ok(batch.isMalformed && !batch.isWhole, what);
    assert.throws(
      () => [...batchesIn(bytes)],
      (error: unknown) => error instanceof KafkaError && error.code === ErrorCode.CORRUPT_MESSAGE,
      what,
    );
  }
});

test('assigning offset and epoch leaves the checksum valid', () => {
  const batch = BatchCursor.over(bytesOf(batchVector('batch-v2-none')));
  for (const offset of [0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1]) {
    batch.assign(offset, 41);
    assert.equal(batch.baseOffset, offset);
    assert.equal(batch.partitionLeaderEpoch, 41);
    assert.ok(batch.isCrcValid(crc32c));
  }
});

test('stamping the append time gives the bytes that Kafka gives', () => {
  const stamped = batchVector('batch-v2-log-append-time');
  const bytes = bytesOf(stamped);
  const batch = BatchCursor.over(bytes);
  batch.setMaxTimestamp(1700000000005, crc32c);
  assert.equal(batch.isLogAppendTime, false);
  assert.ok(batch.isCrcValid(crc32c));
  batch.setLogAppendTime(1700000009999, crc32c);
  assert.equal(bytes.toString('hex'), stamped.hex);
});

test('a cursor aimed at a view of the same memory reads that view', () => {
  const one = bytesOf(batchVector('control-commit'));
  const two = bytesOf(batchVector('batch-v2-gzip'));
  const memory = Buffer.concat([one, two]);
  const batch = BatchCursor.over(memory.subarray(0, one.length));
  assert.ok(batch.isControl);
  batch.aim(memory.subarray(one.length));
  assert.equal(batch.codec, 1);
  assert.equal(batch.end, two.length);
  batch.aim(one);
  assert.ok(batch.isControl);
});

test('the last sequence begins at 0 again after 2147483647', () => {
  const bytes = bytesOf(batchVector('batch-v2-idempotent'));
  const batch = BatchCursor.over(bytes);
  assert.equal(batch.lastSequence, 18);
  bytes.writeInt32BE(2147483647, 53);
  assert.equal(batch.lastSequence, 0);
  assert.equal(BatchCursor.over(bytesOf(batchVector('batch-v2-none'))).lastSequence, -1);
});
