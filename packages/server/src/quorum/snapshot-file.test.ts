import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, KafkaError } from '@samsa/common';
import { BatchCursor, batchesIn, buildControlBatch, ControlType } from '@samsa/protocol';
import { VoterSet } from '@samsa/raft';

import { controlRecordsIn } from './control-records.ts';
import {
  NO_VOTERS_INSIDE,
  parseSnapshotName,
  readSnapshotContent,
  readSnapshotRecords,
  snapshotBatches,
  snapshotBytes,
  snapshotName,
} from './snapshot-file.ts';
import vectors from './vectors/format-files.json' with { type: 'json' };

function vector(name: string): Uint8Array {
  const found = vectors.find((one) => one.name === name);
  assert.ok(found !== undefined);
  return Buffer.from(found.hex, 'hex');
}

const STANDALONE = vector('0-0 checkpoint written by format --standalone');
const BOOTSTRAP = vector('bootstrap.checkpoint');

/** Each batch's own time, as Kafka drew them one after another. */
function timesOf(bytes: Uint8Array): number[] {
  return Array.from(batchesIn(bytes), (batch) => batch.baseTimestamp);
}

function clockOf(times: readonly number[]): () => number {
  let next = 0;
  return () => times[next++] as number;
}

test('the 0-0 checkpoint is byte for byte what Kafka formats', () => {
  const content = readSnapshotContent(STANDALONE);
  assert.equal(content.kraftVersion, 1);
  assert.deepEqual(content.voters.voters, [
    {
      id: 1,
      directoryId: '5ngbgZnZRru89lWM375Kuw',
      endpoints: [{ name: 'CONTROLLER', host: '127.0.0.1', port: 39096 }],
      minKRaftVersion: 0,
      maxKRaftVersion: 1,
    },
  ]);
  const batches = snapshotBatches(content, [], 0, clockOf(timesOf(STANDALONE)));
  assert.deepEqual(Buffer.concat([...batches]), STANDALONE);
});

test('bootstrap.checkpoint is read and written byte for byte', () => {
  const records = readSnapshotRecords(BOOTSTRAP);
  assert.equal(records.length, 7);
  assert.deepEqual(records[0]?.value, { name: 'metadata.version', featureLevel: 30 });
  const content = { lastContainedLogTimestamp: 0, ...NO_VOTERS_INSIDE };
  const batches = snapshotBatches(content, records, 0, clockOf(timesOf(BOOTSTRAP)));
  assert.deepEqual(Buffer.concat([...batches]), BOOTSTRAP);
});

test('every prefix and every flipped bit of a snapshot is found to be damaged', () => {
  for (let length = 0; length < STANDALONE.length; length++) {
    assert.throws(
      () => readSnapshotContent(STANDALONE.subarray(0, length)),
      isCorrupt,
      `${length}`,
    );
  }
  for (let at = 0; at < STANDALONE.length; at++) {
    // The epoch of a batch is not under its sum; readers take it from the name.
    if (isEpochByte(STANDALONE, at)) continue;
    const bytes = Uint8Array.from(STANDALONE);
    bytes[at] = (bytes[at] as number) ^ 0x10;
    assert.throws(() => readSnapshotContent(bytes), `byte ${at}`);
  }
});

test('a snapshot of many records is cut into batches whose offsets follow each other', () => {
  const [record] = readSnapshotRecords(BOOTSTRAP);
  assert.ok(record !== undefined);
  const content = { lastContainedLogTimestamp: 5, kraftVersion: 0, voters: VoterSet.EMPTY };
  const bytes = snapshotBytes(content, Array(10_000).fill(record), 3, 1000);
  let nextOffset = 0;
  let batches = 0;
  for (const batch of batchesIn(bytes)) {
    assert.equal(batch.baseOffset, nextOffset);
    assert.equal(batch.partitionLeaderEpoch, 3);
    nextOffset = batch.nextOffset;
    batches++;
  }
  assert.equal(nextOffset, 10_002);
  assert.ok(batches > 5 && batches < 50, String(batches));
  assert.equal(readSnapshotRecords(bytes).length, 10_000);
});

test('all records of a batch have one time, however long the snapshot takes', () => {
  const [record] = readSnapshotRecords(BOOTSTRAP);
  assert.ok(record !== undefined);
  const content = { lastContainedLogTimestamp: 5, ...NO_VOTERS_INSIDE };
  let nowMs = 1000;
  for (const bytes of snapshotBatches(content, Array(10_000).fill(record), 3, () => nowMs++)) {
    const batch = BatchCursor.over(bytes);
    assert.equal(batch.maxTimestamp, batch.baseTimestamp);
  }
});

test('names carry end offset and epoch, and nothing else is taken for a snapshot', () => {
  const id = { endOffset: 1446, epoch: 1 };
  assert.equal(snapshotName(id), '00000000000000001446-0000000001.checkpoint');
  assert.deepEqual(parseSnapshotName(snapshotName(id)), id);
  for (const name of ['x.checkpoint', `${snapshotName(id)}.part`, `${snapshotName(id)}.deleted`]) {
    assert.equal(parseSnapshotName(name), undefined);
  }
});

test('control records of a type that is not known are passed over', () => {
  const unknown = { type: 99 as ControlType, value: Uint8Array.of(0, 0) };
  const footer = { type: ControlType.SNAPSHOT_FOOTER, value: Uint8Array.of(0, 0, 0) };
  const batch = BatchCursor.over(buildControlBatch([unknown, footer], { timestamp: 1 }));
  const kinds = [...controlRecordsIn(batch)].map(({ offset, record }) => [offset, record.kind]);
  assert.deepEqual(kinds, [[1, 'snapshot-footer']]);
});

function isEpochByte(bytes: Uint8Array, at: number): boolean {
  for (const batch of batchesIn(bytes)) {
    if (at >= batch.start + 12 && at < batch.start + 16) return true;
  }
  return false;
}

function isCorrupt(error: unknown): boolean {
  return error instanceof KafkaError && error.code === ErrorCode.CORRUPT_MESSAGE;
}
