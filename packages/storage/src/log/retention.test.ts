import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { batchOf, START_MS, temporaryFolder, TestStorage } from '../node/test-storage.ts';
import { logConfig, type LogConfig } from '../configs/log-config.ts';

/** Five segments of one record each, a second apart, all below the high watermark. */
function fiveSegments(t: TestContext, config: Partial<LogConfig>) {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create({ segmentBytes: 100, retentionMs: -1, ...config });
  for (let n = 0; n < 5; n++) {
    const bytes = batchOf({ values: ['abc'], keys: ['k'], timestamp: START_MS + n * 1000 });
    assert.equal(log.appendAsLeader(bytes, 0, 'client').errorCode, 0);
  }
  log.writeStaged();
  log.setHighWatermark(5);
  assert.equal(log.segmentCount, 5);
  return { storage, log };
}

test('without limits nothing is deleted', (t) => {
  const { log } = fiveSegments(t, {});
  assert.equal(log.deleteOldSegments(START_MS + 1e12), 0);
});

test('with an empty cleanup.policy nothing is ever deleted (KIP-1161)', (t) => {
  const config = logConfig(undefined, { 'cleanup.policy': '', 'retention.ms': '1' });
  assert.equal(config.isCompacted, false);
  const { log } = fiveSegments(t, { ...config, segmentBytes: 100, retentionBytes: 1 });
  assert.equal(log.deleteOldSegments(START_MS + 1e12), 0);
  assert.equal(log.compactionPlan(START_MS), undefined);
});

test('segments older than retention.ms go', (t) => {
  const { log } = fiveSegments(t, { retentionMs: 1000 });
  assert.equal(log.deleteOldSegments(START_MS + 3000), 2, 'older, not as old');
  assert.equal(log.logStartOffset, 2);
  assert.deepEqual(log.leaderEpochs.entries, [{ epoch: 0, startOffset: 2 }]);
});

test('when all are too old a new segment takes over and offsets go on', (t) => {
  const { log } = fiveSegments(t, { retentionMs: 0 });
  assert.equal(log.deleteOldSegments(START_MS + 10_000), 5);
  assert.deepEqual([log.logStartOffset, log.logEndOffset, log.segmentCount], [5, 5, 1]);
  assert.equal(log.appendAsLeader(batchOf({ values: ['x'] }), 0, 'client').baseOffset, 5);
  assert.equal(log.deleteOldSegments(START_MS), 0);
});

test('what is more than retention.bytes goes, by whole segments', (t) => {
  const { log } = fiveSegments(t, {});
  const segmentBytes = log.sizeInBytes / 5;
  log.configure({ ...log.config, retentionBytes: 3 * segmentBytes - 1 });
  assert.equal(log.deleteOldSegments(START_MS), 2);
  assert.equal(log.logStartOffset, 2);
});

test('nothing at or above the high watermark goes', (t) => {
  const { log } = fiveSegments(t, { retentionMs: 0, retentionBytes: 0 });
  log.setHighWatermark(3);
  assert.equal(log.deleteOldSegments(START_MS + 1e9), 3);
  assert.equal(log.logStartOffset, 3);
});

test('a log that is only compacted keeps old segments, but not those below its start', (t) => {
  const { log } = fiveSegments(t, { retentionMs: 0, isDeletedByPolicy: false, isCompacted: true });
  assert.equal(log.deleteOldSegments(START_MS + 1e9), 0);
  log.deleteRecordsBefore(2);
  assert.equal(log.deleteOldSegments(START_MS + 1e9), 2);
});

test('deleted records are unreadable at once', async (t) => {
  const { log } = fiveSegments(t, {});
  log.deleteRecordsBefore(3);
  const request = { maxBytes: 100, maxOffset: Infinity, minOneBatch: true };
  assert.equal(
    (await log.read({ ...request, offset: 2 })).errorCode,
    ErrorCode.OFFSET_OUT_OF_RANGE,
  );
  assert.equal((await log.read({ ...request, offset: 3 })).errorCode, ErrorCode.NONE);
  assert.equal((await log.offsetForTimestamp(0))?.offset, 3);
  assert.throws(() => log.deleteRecordsBefore(6), { code: ErrorCode.OFFSET_OUT_OF_RANGE });
});

test('files of deleted segments stay for file.delete.delay.ms', async (t) => {
  const { storage, log } = fiveSegments(t, { fileDeleteDelayMs: 500 });
  log.deleteRecordsBefore(1);
  log.deleteSegmentsBelowLogStart();
  const deleted = () => storage.files().filter((name) => name.endsWith('.deleted'));
  assert.ok(deleted().length >= 3, 'log and both indexes');
  storage.clock.advance(499);
  await log.flush();
  assert.ok(deleted().length >= 3);
  storage.clock.advance(1);
  while (deleted().length > 0) await new Promise(setImmediate);
});
