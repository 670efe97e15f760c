import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { ErrorCode } from '@samsa/common';
import {
  batchOf,
  EVERYTHING,
  temporaryFolder,
  TestStorage,
  valuesFrom,
} from '../node/test-storage.ts';
import { diskError, type DiskOperation, FaultyDisk } from '../node/faulty-disk.ts';
import { type LogConfig } from '../configs/log-config.ts';

function failing(t: TestContext, config: Partial<LogConfig> = {}) {
  const disk = new FaultyDisk();
  const storage = new TestStorage(temporaryFolder(t), { disk });
  const log = storage.create(config);
  log.appendAsLeader(batchOf({ values: ['good'] }), 0, 'client');
  log.writeStaged();
  return {
    disk,
    storage,
    log,
    failOn: (wanted: DiskOperation, suffix: string, fault: Error | number) => {
      disk.fault = (operation, path) =>
        operation === wanted && path.endsWith(suffix) ? fault : undefined;
    },
  };
}

for (const [name, fault] of [
  ['an error', diskError('EIO')],
  ['a full disk', diskError('ENOSPC')],
  ['a short write', 30],
] as const) {
  test(`after ${name} nothing of the turn is visible and the log is dead`, async (t) => {
    const { disk, storage, log, failOn } = failing(t);
    log.appendAsLeader(batchOf({ values: ['a'] }), 0, 'client');
    log.appendAsLeader(batchOf({ values: ['b'] }), 0, 'client');
    failOn('write', '.log', fault);
    assert.equal(log.writeStaged(), false);
    assert.deepEqual([log.isDead, log.logEndOffset, storage.failures.length], [true, 1, 1]);
    disk.fault = () => undefined;
    const refused = log.appendAsLeader(batchOf({ values: ['c'] }), 0, 'client');
    assert.equal(refused.errorCode, ErrorCode.KAFKA_STORAGE_ERROR);
    const read = await log.read({ ...EVERYTHING, offset: 0 });
    assert.equal(read.errorCode, ErrorCode.KAFKA_STORAGE_ERROR);
    assert.equal(log.writeStaged(), false);
    assert.equal(storage.failures.length, 1, 'reported once');
    log.abandon();
    const again = await storage.restart().open({}, { isClean: true });
    assert.deepEqual(await valuesFrom(again, 0), ['good'], 'what was written has been cut');
  });
}

test('a large batch that fails half way leaves nothing', async (t) => {
  const { disk, storage, log } = failing(t);
  let writes = 0;
  disk.fault = (operation) =>
    operation === 'write' && ++writes === 3 ? diskError('ENOSPC') : undefined;
  const result = log.appendAsLeader(batchOf({ values: ['x'.repeat(600_000)] }), 0, 'client');
  assert.equal(result.errorCode, ErrorCode.KAFKA_STORAGE_ERROR);
  assert.deepEqual([log.isDead, log.logEndOffset], [true, 1]);
  disk.fault = () => undefined;
  log.abandon();
  const again = await storage.restart().open({}, { isClean: true });
  assert.deepEqual(await valuesFrom(again, 0), ['good']);
});

test('a roll that cannot open its segment kills the log, and a restart has what was visible', async (t) => {
  const { disk, storage, log, failOn } = failing(t, { segmentBytes: 200 });
  failOn('open', '2.log', diskError('EMFILE'));
  log.appendAsLeader(batchOf({ values: ['x'.repeat(40)] }), 0, 'client');
  const result = log.appendAsLeader(batchOf({ values: ['x'.repeat(40)] }), 0, 'client');
  assert.equal(result.errorCode, ErrorCode.KAFKA_STORAGE_ERROR);
  disk.fault = () => undefined;
  log.abandon();
  const again = await storage.restart().open({}, { isClean: false });
  assert.equal(again.logEndOffset, log.logEndOffset);
});

test('after a failed sync the recovery point stands and no sync is tried again', async (t) => {
  const { disk, storage, log, failOn } = failing(t);
  failOn('sync', '.log', diskError('EIO'));
  await assert.rejects(log.flush(), { code: 'EIO' });
  assert.deepEqual([log.isDead, log.recoveryPoint, storage.failures.length], [true, 0, 1]);
  disk.fault = () => undefined;
  const syncs = disk.done.filter((each) => each.startsWith('sync ')).length;
  await assert.rejects(log.flush());
  assert.equal(disk.done.filter((each) => each.startsWith('sync ')).length, syncs);
});

test('a read error takes the log down and answers a storage error', async (t) => {
  const disk = new FaultyDisk();
  const limits = { tailCacheBytes: 0, cachedReadBytes: 0 };
  const storage = new TestStorage(temporaryFolder(t), { disk, limits });
  const log = storage.create();
  for (let n = 0; n < 3; n++) {
    log.appendAsLeader(batchOf({ values: ['x'.repeat(100_000)] }), 0, 'client');
    log.writeStaged();
  }
  disk.fault = (operation) => (operation === 'read' ? diskError('EIO') : undefined);
  const read = await log.read({ ...EVERYTHING, offset: 0 });
  assert.equal(read.errorCode, ErrorCode.KAFKA_STORAGE_ERROR);
  assert.deepEqual([log.isDead, storage.failures.length], [true, 1]);
  assert.equal(storage.resources.readBuffers.lentBytes, 0);
});

test('flush makes the names durable once, after the data', async (t) => {
  const { disk, log } = failing(t);
  disk.done.length = 0;
  await log.flush();
  const names = (): string[] => disk.done.filter((each) => each.startsWith('sync'));
  assert.deepEqual(
    names().filter((each) => !each.includes('samsa-storage')),
    ['sync 00000000000000000000.log', 'sync partition.metadata', 'syncDir orders-0'],
  );
  assert.equal(names().at(-1)?.startsWith('syncDir samsa-storage'), true);
  assert.equal(log.recoveryPoint, 1);
  disk.done.length = 0;
  log.appendAsLeader(batchOf({ values: ['a'] }), 0, 'client');
  log.writeStaged();
  await log.flush();
  assert.deepEqual(names(), ['sync 00000000000000000000.log']);
});

test('the recovery point passes a rolled segment only after its indexes, epochs and snapshot', async (t) => {
  const { disk, storage, log } = failing(t, { segmentBytes: 200, indexIntervalBytes: 0 });
  await log.flush();
  disk.done.length = 0;
  for (let n = 0; n < 4; n++)
    log.appendAsLeader(batchOf({ values: ['x'.repeat(60)] }), 0, 'client');
  log.writeStaged();
  assert.equal(log.recoveryPoint, 1);
  await storage.settle();
  assert.equal(log.recoveryPoint, log.activeSegmentBaseOffset, 'without anyone asking for it');
  await log.flush();
  assert.equal(log.recoveryPoint, 5);
  const synced = disk.done.filter((each) => each.startsWith('sync'));
  for (const suffix of ['0.log', '0.index', '0.timeindex', '.snapshot', 'checkpoint.tmp']) {
    assert.ok(
      synced.some((each) => each.endsWith(suffix)),
      suffix,
    );
  }
});

test('flushes that wait for the same bytes share a sync', async (t) => {
  const { disk, log } = failing(t);
  await log.flush();
  log.appendAsLeader(batchOf({ values: ['a'] }), 0, 'client');
  log.writeStaged();
  disk.done.length = 0;
  await Promise.all([log.flush(), log.flush(), log.flush()]);
  assert.equal(disk.done.filter((each) => each === 'sync 00000000000000000000.log').length, 1);
});

test('segments may be deleted under a flush', async (t) => {
  const { storage, log } = failing(t, { segmentBytes: 100, fileDeleteDelayMs: 0 });
  for (let n = 0; n < 30; n++) log.appendAsLeader(batchOf({ values: ['abc'] }), 0, 'client');
  log.writeStaged();
  log.setHighWatermark(log.logEndOffset);
  const flushed = log.flush();
  log.deleteRecordsBefore(20);
  log.deleteSegmentsBelowLogStart();
  storage.clock.advance(1);
  await flushed;
  assert.deepEqual(storage.failures, []);
  assert.equal(log.recoveryPoint, log.logEndOffset);
});

test('a close that fails says so, and a start that believes it was clean loses nothing', async (t) => {
  for (const [operation, suffix] of [
    ['write', '.index'],
    ['write', '.snapshot'],
    ['open', 'checkpoint.tmp'],
    ['sync', '.snapshot'],
  ] as const) {
    const { disk, storage, log, failOn } = failing(t, { indexIntervalBytes: 0 });
    log.appendAsLeader(batchOf({ values: ['a'] }), 3, 'client');
    failOn(operation, suffix, diskError('EIO'));
    assert.equal(await log.close(), false, suffix);
    assert.equal(storage.failures.length, 1);
    disk.fault = () => undefined;
    const again = await storage.restart().open({}, { isClean: true });
    assert.deepEqual(await valuesFrom(again, 0), ['good', 'a']);
    assert.deepEqual(again.leaderEpochs.entries, [
      { epoch: 0, startOffset: 0 },
      { epoch: 3, startOffset: 1 },
    ]);
    again.abandon();
  }
});
