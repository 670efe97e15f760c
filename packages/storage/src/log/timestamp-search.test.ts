import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { batchOf, START_MS, temporaryFolder, TestStorage } from '../node/test-storage.ts';
import { type LogConfig } from '../configs/log-config.ts';
import { type PartitionLog } from './partition-log.ts';

/** One record per batch with these times, in ms after START_MS. */
function logWith(t: TestContext, timesMs: readonly number[], config: Partial<LogConfig> = {}) {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create(config);
  for (const ms of timesMs) {
    const bytes = batchOf({ values: ['x'], timestamp: START_MS + ms });
    assert.equal(log.appendAsLeader(bytes, 4, 'client').errorCode, 0);
  }
  log.writeStaged();
  return { storage, log };
}

async function at(log: PartitionLog, ms: number): Promise<number | undefined> {
  return (await log.offsetForTimestamp(START_MS + ms))?.offset;
}

test('the first record at or after a time is found where times go back and forth', async (t) => {
  const { log } = logWith(t, [10, 30, 20, 50, 40, 50, 60]);
  assert.deepEqual(
    await Promise.all([0, 10, 11, 30, 31, 50, 51, 60].map((ms) => at(log, ms))),
    [0, 0, 1, 1, 3, 3, 6, 6],
  );
  assert.equal(await at(log, 61), undefined);
});

test('it is found in the right segment, also when an older one is newer', async (t) => {
  const { log } = logWith(t, [10, 90, 20, 30, 40, 95], {
    segmentBytes: 150,
    indexIntervalBytes: 0,
  });
  assert.ok(log.segmentCount > 2);
  assert.deepEqual(await Promise.all([15, 50, 91].map((ms) => at(log, ms))), [1, 1, 5]);
});

test('inside a batch it is the record, not the batch', async (t) => {
  const { log } = logWith(t, []);
  for (const codec of ['none', 'gzip'] as const) {
    log.appendAsLeader(
      batchOf({ values: ['a', 'b', 'c'], timestamp: START_MS, codec }),
      4,
      'client',
    );
  }
  log.writeStaged();
  assert.deepEqual(await log.offsetForTimestamp(START_MS + 1), {
    timestamp: START_MS + 1,
    offset: 1,
    leaderEpoch: 4,
  });
});

test('what is deleted or staged is not found', async (t) => {
  const { log } = logWith(t, [10, 20, 30]);
  log.setHighWatermark(3);
  log.deleteRecordsBefore(2);
  assert.equal(await at(log, 0), 2);
  log.appendAsLeader(batchOf({ values: ['x'], timestamp: START_MS + 99 }), 4, 'client');
  assert.equal(await at(log, 50), undefined);
});

for (const isClean of [true, false]) {
  const stop = isClean ? 'a clean stop' : 'a kill';
  test(`the largest time and its first record are known, also after ${stop} and a cut`, async (t) => {
    const { storage, log } = logWith(t, [10, 70, 20, 70, 40], { segmentBytes: 230 });
    const expected = { timestamp: START_MS + 70, offset: 1, leaderEpoch: 4 };
    assert.deepEqual(await log.offsetOfMaxTimestamp(), expected);
    if (isClean) await log.close();
    else log.abandon();
    const again = await storage.restart().open({ segmentBytes: 230 }, { isClean });
    assert.deepEqual(await again.offsetOfMaxTimestamp(), expected);
    await again.truncateTo(1);
    assert.equal((await again.offsetOfMaxTimestamp())?.offset, 0);
  });
}

test('an empty log has no largest time', async (t) => {
  const { log } = logWith(t, []);
  assert.equal(await log.offsetOfMaxTimestamp(), undefined);
  assert.equal(await log.offsetForTimestamp(0), undefined);
});
