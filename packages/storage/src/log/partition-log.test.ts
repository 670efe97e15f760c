import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { batchesIn, buildEndTransactionMarker } from '@samsa/protocol';
import {
  batchOf,
  EVERYTHING,
  START_MS,
  temporaryFolder,
  TestStorage,
  valuesFrom,
} from '../node/test-storage.ts';

test('a log without an append has no folder', (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create();
  log.leaderEpochs.assign(3, 0);
  assert.equal(log.exists, false);
  assert.deepEqual([log.logStartOffset, log.logEndOffset], [0, 0]);
  assert.throws(() => storage.files(), { code: 'ENOENT' });
});

test('an append gives offsets at once and is visible after writeStaged', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create();
  const first = log.appendAsLeader(batchOf({ values: ['a', 'b'] }), 5, 'client');
  const second = log.appendAsLeader(batchOf({ values: ['c'] }), 5, 'client');
  assert.deepEqual([first.baseOffset, first.lastOffset, second.baseOffset], [0, 1, 2]);
  assert.deepEqual([log.logEndOffset, log.stagedEndOffset], [0, 3]);
  assert.equal((await log.read({ ...EVERYTHING, offset: 0 })).sizeInBytes, 0);
  assert.deepEqual(storage.dirty, [log]);

  assert.equal(log.writeStaged(), true);
  assert.equal(log.logEndOffset, 3);
  assert.deepEqual(await valuesFrom(log, 0), ['a', 'b', 'c']);
  assert.deepEqual(await valuesFrom(log, 1), ['b', 'c']);
  assert.deepEqual(log.leaderEpochs.entries, [{ epoch: 5, startOffset: 0 }]);
  assert.deepEqual(storage.files(), ['00000000000000000000.log', 'partition.metadata']);
});

test('every step of a roll is visible: size, time, full index', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const bySize = storage.create({ segmentBytes: 400 }, 'size');
  for (let n = 0; n < 6; n++)
    bySize.appendAsLeader(batchOf({ values: ['x'.repeat(100)] }), 0, 'client');
  bySize.writeStaged();
  assert.equal(bySize.segmentCount, 3);
  assert.equal(bySize.activeSegmentBaseOffset, 4);

  const byTime = storage.create({ segmentMs: 1000 }, 'time');
  for (const ms of [0, 1000, 1001]) {
    byTime.appendAsLeader(batchOf({ values: ['x'], timestamp: START_MS + ms }), 0, 'client');
  }
  assert.equal(byTime.segmentCount, 2, 'older than segment.ms, not as old');

  const byIndex = storage.create({ segmentIndexBytes: 16, indexIntervalBytes: 0 }, 'index');
  for (let n = 0; n < 4; n++) byIndex.appendAsLeader(batchOf({ values: ['x'] }), 0, 'client');
  assert.ok(byIndex.segmentCount > 1);
});

test('a batch larger than a segment is refused', (t) => {
  const log = new TestStorage(temporaryFolder(t)).create({ segmentBytes: 100 });
  const result = log.appendAsLeader(batchOf({ values: ['x'.repeat(100)] }), 0, 'client');
  assert.equal(result.errorCode, ErrorCode.RECORD_LIST_TOO_LARGE);
  assert.equal(log.stagedEndOffset, 0);
});

test('batches larger than a chunk keep their place among small ones', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create();
  const large = (mark: string) => `${mark}${'x'.repeat(300_000)}`;
  const values = ['a', large('1'), 'b', large('2'), large('3'), 'c'];
  for (const value of values) {
    assert.equal(log.appendAsLeader(batchOf({ values: [value] }), 2, 'client').errorCode, 0);
  }
  assert.equal(log.logEndOffset, 5, 'a large batch and what was before it are written at once');
  log.writeStaged();
  assert.deepEqual(await valuesFrom(log, 0), values);
  await log.close();
  const again = await storage.restart().open({}, { isClean: false });
  assert.deepEqual(await valuesFrom(again, 0), values);
});

test('the bytes of an append may be reused when it returns', async (t) => {
  const log = new TestStorage(temporaryFolder(t)).create();
  for (const length of [10, 200_000]) {
    const bytes = batchOf({ values: ['x'.repeat(length)] });
    log.appendAsLeader(bytes, 0, 'client');
    bytes.fill(0xee);
  }
  log.writeStaged();
  assert.deepEqual(
    (await valuesFrom(log, 0)).map((value) => value.length),
    [10, 200_000],
  );
});

test('log append time replaces the times of the producer, also in a large batch', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create({ isLogAppendTime: true });
  for (const length of [10, 200_000]) {
    const bytes = batchOf({ values: ['x'.repeat(length)], timestamp: 5 });
    assert.equal(log.appendAsLeader(bytes, 0, 'client').logAppendTimeMs, START_MS);
  }
  log.writeStaged();
  const read = await log.read({ ...EVERYTHING, offset: 0 });
  for (const batch of batchesIn(Buffer.concat(read.chunks))) {
    assert.ok(batch.isLogAppendTime);
    assert.equal(batch.maxTimestamp, START_MS);
    assert.ok(batch.isCrcValid(storage.resources.platform.cpu.crc32c));
  }
  assert.equal((await log.offsetForTimestamp(START_MS))?.offset, 0);
});

test('compression.type other than producer decides the codec in the log', async (t) => {
  const log = new TestStorage(temporaryFolder(t)).create({ compressionType: 'gzip' });
  const values = ['x'.repeat(500), 'y'.repeat(500)];
  log.appendAsLeader(batchOf({ values }), 0, 'client');
  log.appendAsLeader(batchOf({ values, codec: 'lz4' }), 0, 'client');
  log.writeStaged();
  const read = await log.read({ ...EVERYTHING, offset: 0 });
  for (const batch of batchesIn(Buffer.concat(read.chunks))) assert.equal(batch.codec, 1);
  assert.deepEqual(await valuesFrom(log, 0), [...values, ...values]);
});

test('what a client sends is judged before it gets an offset', (t) => {
  const log = new TestStorage(temporaryFolder(t)).create({
    isCompacted: true,
    maxMessageBytes: 200,
  });
  const damaged = batchOf({ values: ['x'], keys: ['k'] });
  damaged[damaged.length - 1] = 0x55;
  const cases: [Uint8Array, ErrorCode][] = [
    [damaged, ErrorCode.CORRUPT_MESSAGE],
    [batchOf({ values: ['x'.repeat(300)], keys: ['k'] }), ErrorCode.MESSAGE_TOO_LARGE],
    [batchOf({ values: ['x'] }), ErrorCode.INVALID_RECORD],
    [
      batchOf({ values: ['x'], keys: ['k'], timestamp: START_MS + 3_600_001 }),
      ErrorCode.INVALID_TIMESTAMP,
    ],
  ];
  for (const [bytes, errorCode] of cases) {
    const result = log.appendAsLeader(bytes, 0, 'client');
    assert.deepEqual([result.errorCode, result.baseOffset], [errorCode, -1]);
  }
  assert.deepEqual([log.stagedEndOffset, log.exists], [0, false]);
});

test('a retry is answered with the first offsets, also before those are visible', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create();
  const bytes = batchOf({ values: ['a', 'b'], producerId: 9, producerEpoch: 0, baseSequence: 0 });
  log.appendAsLeader(bytes, 0, 'client');
  const retry = log.appendAsLeader(bytes, 0, 'client');
  assert.deepEqual(
    [retry.errorCode, retry.isDuplicate, retry.baseOffset, retry.lastOffset],
    [0, true, 0, 1],
  );
  assert.ok(retry.lastOffset >= log.logEndOffset, 'the caller sees that it has to wait');
  log.writeStaged();
  await log.close();
  const again = await storage.restart().open();
  assert.equal(again.appendAsLeader(bytes, 1, 'client').isDuplicate, true);
  assert.equal(again.stagedEndOffset, 2);
});

test('read_committed stops at an open transaction and learns of aborted ones', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create({ segmentBytes: 300 });
  const transactional = (producerId: number, baseSequence: number) =>
    batchOf({ values: ['x'], producerId, producerEpoch: 0, baseSequence, isTransactional: true });
  const end = (producerId: number, isCommit: boolean) =>
    buildEndTransactionMarker({
      isCommit,
      producerId,
      producerEpoch: 0,
      coordinatorEpoch: 0,
      timestamp: START_MS,
    });
  log.appendAsLeader(transactional(1, 0), 0, 'client'); // 0
  log.appendAsLeader(transactional(2, 0), 0, 'client'); // 1
  log.appendAsLeader(end(1, false), 0, 'coordinator'); // 2
  log.appendAsLeader(transactional(1, 1), 0, 'client'); // 3
  log.appendAsLeader(end(2, true), 0, 'coordinator'); // 4
  log.writeStaged();
  log.setHighWatermark(log.logEndOffset);
  assert.equal(log.lastStableOffset, 3);
  const aborted = [{ producerId: 1, firstOffset: 0, lastOffset: 2, lastStableOffset: 1 }];
  assert.deepEqual(log.abortedTransactions(0, 5), aborted);
  assert.deepEqual(log.abortedTransactions(3, 5), []);
  assert.ok(log.segmentCount > 1);
  await log.close();
  for (const isClean of [true, false]) {
    const again = await storage.restart().open({}, { isClean });
    again.setHighWatermark(again.logEndOffset);
    assert.equal(again.lastStableOffset, 3);
    assert.deepEqual(again.abortedTransactions(0, 5), aborted);
    again.abandon();
  }
});

test('a follower keeps offsets and epochs and leaves an incomplete batch for later', async (t) => {
  const log = new TestStorage(temporaryFolder(t)).create();
  const first = batchOf({ values: ['a', 'b'], baseOffset: 0, partitionLeaderEpoch: 3 });
  const second = batchOf({ values: ['c'], baseOffset: 5, partitionLeaderEpoch: 4 });
  const bytes = Buffer.concat([first, second, first.subarray(0, 40)]);
  const result = log.appendAsFollower(bytes, 4);
  assert.deepEqual([result.errorCode, result.baseOffset, result.lastOffset], [0, 0, 5]);
  log.writeStaged();
  assert.deepEqual(await valuesFrom(log, 0), ['a', 'b', 'c']);
  assert.deepEqual(log.leaderEpochs.entries, [
    { epoch: 3, startOffset: 0 },
    { epoch: 4, startOffset: 5 },
  ]);
});

test('a follower refuses damaged and overlapping batches and those of a later leader', (t) => {
  const log = new TestStorage(temporaryFolder(t)).create();
  const good = batchOf({ values: ['a'], baseOffset: 0, partitionLeaderEpoch: 3 });
  const damaged = Uint8Array.from(good);
  damaged[65] = 0xff;
  assert.equal(log.appendAsFollower(damaged, 3).errorCode, ErrorCode.CORRUPT_MESSAGE);
  assert.equal(log.appendAsFollower(good, 2).lastOffset, -1);
  assert.equal(log.stagedEndOffset, 0);
  log.appendAsFollower(good, 3);
  assert.equal(log.appendAsFollower(good, 3).errorCode, ErrorCode.CORRUPT_MESSAGE);
  assert.equal(log.stagedEndOffset, 1);
});

test('a read outside the log is out of range; one at its end is empty', async (t) => {
  const log = new TestStorage(temporaryFolder(t)).create();
  log.appendAsLeader(batchOf({ values: ['a'] }), 0, 'client');
  log.writeStaged();
  const codeAt = async (offset: number) => (await log.read({ ...EVERYTHING, offset })).errorCode;
  assert.equal(await codeAt(-1), ErrorCode.OFFSET_OUT_OF_RANGE);
  assert.equal(await codeAt(2), ErrorCode.OFFSET_OUT_OF_RANGE);
  assert.equal(await codeAt(1), ErrorCode.NONE);
});

test('reads through the pool survive truncation, roll and deletion under them', async (t) => {
  const limits = { tailCacheBytes: 0, cachedReadBytes: 0 };
  const storage = new TestStorage(temporaryFolder(t), { limits });
  const log = storage.create({ segmentBytes: 4000, fileDeleteDelayMs: 0 });
  for (let n = 0; n < 100; n++) {
    log.appendAsLeader(batchOf({ values: [`${n}-${'x'.repeat(50)}`] }), 0, 'client');
    log.writeStaged();
  }
  const reads = Array.from({ length: 50 }, async (_, n) =>
    log.read({ ...EVERYTHING, offset: n * 2 }),
  );
  await log.truncateTo(40);
  for (let n = 0; n < 60; n++) {
    log.appendAsLeader(batchOf({ values: [`new-${n}`] }), 1, 'client');
  }
  log.writeStaged();
  log.setHighWatermark(100);
  log.deleteRecordsBefore(30);
  log.deleteSegmentsBelowLogStart();
  storage.clock.advance(1);
  for (const read of await Promise.all(reads)) {
    if (read.errorCode !== ErrorCode.NONE) {
      assert.equal(read.errorCode, ErrorCode.OFFSET_OUT_OF_RANGE);
      assert.ok(read.startOffset < 30);
      continue;
    }
    for (const batch of batchesIn(Buffer.concat(read.chunks))) {
      assert.equal(
        batch.partitionLeaderEpoch,
        batch.baseOffset < 40 ? 0 : 1,
        'no truncated record',
      );
      assert.ok(batch.isCrcValid(storage.resources.platform.cpu.crc32c));
    }
    read.release();
  }
  assert.deepEqual(storage.failures, []);
  assert.equal(storage.resources.readBuffers.lentBytes, 0);
});

test('deleting a log renames its folder at once and removes it later', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create({ fileDeleteDelayMs: 1000, segmentBytes: 200 });
  for (let n = 0; n < 5; n++) log.appendAsLeader(batchOf({ values: ['abcdefgh'] }), 0, 'client');
  log.writeStaged();
  const gone = log.delete();
  const folders = await storage.disk.list(storage.folder);
  assert.equal(folders.length, 1);
  assert.match(folders[0] ?? '', /^orders-0\.[0-9a-f]{32}-delete$/);
  const again = storage.create();
  again.appendAsLeader(batchOf({ values: ['new'] }), 0, 'client');
  again.writeStaged();
  storage.clock.advance(1000);
  await gone;
  assert.deepEqual(await storage.disk.list(storage.folder), ['orders-0']);
});

test('descriptors stay within their limit', async (t) => {
  const storage = new TestStorage(temporaryFolder(t), { limits: { maxOpenFiles: 4 } });
  const logs = Array.from({ length: 20 }, (_, n) => storage.create({}, 'many', n));
  for (let turn = 0; turn < 3; turn++) {
    for (const log of logs) {
      log.appendAsLeader(batchOf({ values: [`${turn}`] }), 0, 'client');
      log.writeStaged();
    }
  }
  assert.equal(storage.resources.openFiles.openCount, 4);
  for (const log of logs) assert.deepEqual(await valuesFrom(log, 0), ['0', '1', '2']);
});
