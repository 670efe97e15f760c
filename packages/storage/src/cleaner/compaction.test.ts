import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test, type TestContext } from 'node:test';

import { type LogConfig } from '../configs/log-config.ts';
import { type PartitionLog } from '../log/partition-log.ts';
import {
  append,
  batchesOf,
  closeSegment,
  compact,
  endTransaction,
  markersOf,
  planOf,
  recordsOf,
} from '../node/test-compaction.ts';
import { START_MS, temporaryFolder, TestStorage } from '../node/test-storage.ts';
import { dirtyRatio, isCompactionDue } from './compaction-plan.ts';

const DAY_MS = 86_400_000;

function logIn(
  t: TestContext,
  config: Partial<LogConfig> = {},
): { storage: TestStorage; log: PartitionLog } {
  const storage = new TestStorage(temporaryFolder(t));
  return {
    storage,
    log: storage.create({ isCompacted: true, isDeletedByPolicy: false, ...config }),
  };
}

// ---- Keys and values -----------------------------------------------------------------------------

test('of each key the last value stays at its offset, and the active segment is left alone', async (t) => {
  const { log } = logIn(t);
  append(log, [
    ['a', '1'],
    ['b', '1'],
    ['a', '2'],
  ]);
  append(log, [['c', '1']]);
  await closeSegment(log);
  append(log, [
    ['b', '2'],
    ['b', '3'],
  ]);
  await closeSegment(log);
  append(log, [['a', '9']]);
  log.writeStaged();
  log.setHighWatermark(log.logEndOffset);

  const { outcome, stats } = await compact(log);
  assert.equal(outcome, 'done');
  assert.deepEqual(await recordsOf(log), ['2:a=2', '3:c=1', '5:b=3', '6:a=9']);
  assert.equal(log.firstDirtyOffset, 6);
  assert.equal(stats.endOffset, 6);
  assert.equal(log.segmentCount, 2, 'two small segments have become one');
  assert.equal(log.logStartOffset, 0);
});

test('offsets that compaction took away are read on from the next one that is left', async (t) => {
  const { log } = logIn(t);
  append(log, [['a', '1']]);
  append(log, [['a', '2']]);
  append(log, [['b', '1']]);
  append(log, [['a', '3']]);
  await closeSegment(log);
  await compact(log);
  const left = await batchesOf(log, 0);
  assert.deepEqual(
    left.map(({ baseOffset }) => baseOffset),
    [2, 3],
  );
  const [first] = await batchesOf(log, 1);
  assert.equal(first?.baseOffset, 2);
});

test('records without a key go', async (t) => {
  const { log } = logIn(t);
  append(log, [
    [null, 'x'],
    ['a', '1'],
  ]);
  await closeSegment(log);
  const { stats } = await compact(log);
  assert.deepEqual(await recordsOf(log), ['1:a=1']);
  assert.equal(stats.messagesWithoutKey, 1);
});

for (const codec of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const) {
  test(`batches in ${codec} keep their codec, offsets, times, headers and producers`, async (t) => {
    const { storage, log } = logIn(t);
    append(
      log,
      [
        ['a', '1'],
        ['b', '1'],
        ['c', '1'],
      ],
      {
        codec,
        timestamp: START_MS + 7,
        producerId: 5,
        producerEpoch: 3,
        baseSequence: 10,
      },
    );
    append(log, [['b', '2']]);
    await closeSegment(log);
    await compact(log);
    assert.deepEqual(await recordsOf(log), ['0:a=1', '2:c=1', '3:b=2']);
    const bytes = fs.readFileSync(storage.path('00000000000000000000.log'));
    assert.equal(
      bytes.readInt16BE(21) & 7,
      ['none', 'gzip', 'snappy', 'lz4', 'zstd'].indexOf(codec),
    );
    assert.equal(bytes.readInt32BE(23), 2, 'the last offset delta');
    assert.equal(bytes.readBigInt64BE(27), BigInt(START_MS + 7), 'the base timestamp');
    assert.equal(bytes.readBigInt64BE(43), 5n, 'the producer id');
    assert.equal(bytes.readInt32BE(53), 10, 'the base sequence');
  });
}

test('a pass that finds nothing to take away leaves the files as they are', async (t) => {
  const { storage, log } = logIn(t);
  append(log, [
    ['a', '1'],
    ['b', '1'],
  ]);
  await closeSegment(log);
  const before = fs.statSync(storage.path('00000000000000000000.log'));
  const { stats } = await compact(log);
  assert.equal(stats.swapCount, 0);
  assert.equal(fs.statSync(storage.path('00000000000000000000.log')).ino, before.ino);
  assert.deepEqual(
    storage.files().filter((name) => name.endsWith('.cleaned')),
    [],
  );
  assert.equal(log.firstDirtyOffset, 2);
});

// ---- Tombstones -----------------------------------------------------------------------------------

test('a tombstone removes its key at once and goes itself after delete.retention.ms', async (t) => {
  const { storage, log } = logIn(t, { deleteRetentionMs: 1000 });
  append(log, [
    ['a', '1'],
    ['b', '1'],
  ]);
  append(log, [['a', null]]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['1:b=1', '2:a']);
  const horizons = (await batchesOf(log)).map(({ deleteHorizonMs }) => deleteHorizonMs);
  assert.deepEqual(horizons, [-1, START_MS + 1000]);

  storage.clock.nowMs = START_MS + 999;
  append(log, [['c', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['1:b=1', '2:a', '3:c=1'], 'not before its horizon');
  assert.equal(
    (await batchesOf(log))[1]?.deleteHorizonMs,
    START_MS + 1000,
    'which stays as it was',
  );

  storage.clock.nowMs = START_MS + 1000;
  append(log, [['d', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['1:b=1', '3:c=1', '4:d=1']);
});

test('record times survive the move of their base to the delete horizon', async (t) => {
  const { log } = logIn(t, { deleteRetentionMs: DAY_MS });
  append(
    log,
    [
      ['a', '1'],
      ['b', null],
    ],
    { timestamp: START_MS - 5 },
  );
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await log.offsetForTimestamp(START_MS - 4), {
    timestamp: START_MS - 4,
    offset: 1,
    leaderEpoch: 0,
  });
});

test('a delete.retention.ms without end keeps tombstones', async (t) => {
  const { log } = logIn(t, { deleteRetentionMs: 2 ** 63 });
  append(log, [['a', null]]);
  await closeSegment(log);
  await compact(log);
  append(log, [['b', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['0:a', '1:b=1']);
});

// ---- Transactions ---------------------------------------------------------------------------------

const TRANSACTION = { isTransactional: true, producerEpoch: 0 } as const;

test('aborted records go and replace nothing; their marker outlives them by a pass and a horizon', async (t) => {
  const { storage, log } = logIn(t, { deleteRetentionMs: 1000 });
  append(log, [['a', '1']]);
  append(
    log,
    [
      ['a', 'aborted'],
      ['b', 'aborted'],
    ],
    { ...TRANSACTION, producerId: 7, baseSequence: 0 },
  );
  endTransaction(log, 7, false);
  append(log, [['c', '1']], { producerId: 7, producerEpoch: 1, baseSequence: 0 });
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['0:a=1', '4:c=1']);
  assert.deepEqual(await markersOf(log), [3]);
  assert.deepEqual(log.abortedTransactions(0, 5), [
    { producerId: 7, firstOffset: 1, lastOffset: 3, lastStableOffset: 4 },
  ]);

  append(log, [['d', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await markersOf(log), [3], 'the second pass gives it a horizon');
  storage.clock.nowMs = START_MS + 1000;
  append(log, [['e', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await markersOf(log), []);
  assert.deepEqual(log.abortedTransactions(0, 5), []);
});

test('a commit marker stays while a record of its transaction does', async (t) => {
  const { storage, log } = logIn(t, { deleteRetentionMs: 0 });
  append(
    log,
    [
      ['a', '1'],
      ['b', '1'],
    ],
    { ...TRANSACTION, producerId: 7, baseSequence: 0 },
  );
  endTransaction(log, 7, true);
  append(log, [['x', '1']], { producerId: 7, producerEpoch: 1, baseSequence: 0 });
  for (let pass = 0; pass < 3; pass++) {
    append(log, [['a', `${pass}`]]);
    await closeSegment(log);
    await compact(log);
    assert.deepEqual(await markersOf(log), [2], `pass ${pass}`);
  }
  // The batch goes; nothing needs the marker, which gets a horizon; the horizon has passed.
  for (const [value, left] of [
    ['2', [2]],
    ['3', [2]],
    ['4', []],
  ] as const) {
    append(log, [['b', value]]);
    await closeSegment(log);
    await compact(log);
    assert.deepEqual(await markersOf(log), left);
    storage.clock.nowMs += 1;
  }
});

test('an abort marker in a later, active segment is known when its records are compacted', async (t) => {
  const { log } = logIn(t);
  append(log, [['a', '1']]);
  append(log, [['a', 'aborted']], { ...TRANSACTION, producerId: 7, baseSequence: 0 });
  await closeSegment(log);
  endTransaction(log, 7, false);
  log.writeStaged();
  await log.flush();
  log.setHighWatermark(log.logEndOffset);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['0:a=1']);
});

test('a map that fills up inside a transaction keeps the abort marker behind its end (KAFKA-13727)', async (t) => {
  const { log } = logIn(t, { deleteRetentionMs: 0 });
  for (let n = 0; n < 4; n++) append(log, [[`k${n}`, '1']]);
  append(log, [['z', 'aborted']], { ...TRANSACTION, producerId: 7, baseSequence: 0 });
  endTransaction(log, 7, false);
  append(log, [['y', '1']], { producerId: 7, producerEpoch: 1, baseSequence: 0 });
  for (let n = 0; n < 4; n++) append(log, [[`l${n}`, '1']]);
  await closeSegment(log);
  const small = { mapBytes: 24 * 3, loadFactor: 0.9 };
  for (let pass = 0; pass < 3; pass++) {
    const { outcome } = await compact(log, small);
    assert.equal(outcome, 'done');
    const hasData = (await recordsOf(log)).some((record) => record.includes('aborted'));
    if (hasData) assert.deepEqual(await markersOf(log), [5]);
  }
});

test('a key of four bytes like that of a marker does not remove the marker (KAFKA-14055)', async (t) => {
  const { log } = logIn(t);
  append(log, [['a', '1']], { ...TRANSACTION, producerId: 7, baseSequence: 0 });
  endTransaction(log, 7, true);
  append(log, [['\0\0\0\u0001', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(await markersOf(log), [1]);
});

test('an undecided transaction holds compaction back', async (t) => {
  const { log } = logIn(t);
  append(log, [['a', '1']]);
  await closeSegment(log);
  append(log, [['a', '2']], { ...TRANSACTION, producerId: 7, baseSequence: 0 });
  await closeSegment(log);
  assert.equal(planOf(log).upperOffset, 1);
});

// ---- Producers ------------------------------------------------------------------------------------

test('the last batch of a living producer stays as an empty one, so that its retry is known after a restart', async (t) => {
  const { storage, log } = logIn(t);
  const first = { producerId: 9, producerEpoch: 0, baseSequence: 0 };
  append(
    log,
    [
      ['a', '1'],
      ['b', '1'],
    ],
    first,
  );
  append(
    log,
    [
      ['a', '2'],
      ['b', '2'],
    ],
    { ...first, baseSequence: 2 },
  );
  append(log, [
    ['a', '3'],
    ['b', '3'],
  ]);
  await closeSegment(log);
  await compact(log);
  const left = await batchesOf(log);
  assert.deepEqual(
    left.map(({ baseOffset, records }) => [baseOffset, records.length]),
    [
      [2, 0],
      [4, 2],
    ],
  );
  assert.equal(left[0]?.lastOffset, 3);

  log.abandon();
  fs.rmSync(storage.path('00000000000000000006.snapshot'));
  const again = await storage.restart().open({ isCompacted: true }, { isClean: false });
  assert.equal(again.producerStates.producer(9)?.lastSequence, 3);
  again.setHighWatermark(again.logEndOffset);
  // Once it is forgotten, its batch may go.
  storage.clock.nowMs = START_MS + 2 * DAY_MS;
  again.expireProducers(storage.clock.nowMs);
  append(again, [['c', '1']]);
  await closeSegment(again);
  await compact(again);
  assert.deepEqual(
    (await batchesOf(again)).map(({ baseOffset }) => baseOffset),
    [4, 6],
  );
});

test('the end of a pass is told by an empty batch where its last records go', async (t) => {
  const { log } = logIn(t);
  append(log, [['a', '1']]);
  append(log, [[null, 'x']]);
  await closeSegment(log);
  await compact(log);
  assert.deepEqual(
    (await batchesOf(log)).map(({ lastOffset, records }) => [lastOffset, records.length]),
    [
      [0, 1],
      [1, 0],
    ],
  );
});

// ---- From where to where --------------------------------------------------------------------------

test('nothing at or above the high watermark or the recovery point is compacted', async (t) => {
  const { log } = logIn(t);
  for (let n = 0; n < 3; n++) {
    append(log, [['a', `${n}`]]);
    await closeSegment(log);
  }
  log.setHighWatermark(2);
  assert.equal(planOf(log).upperOffset, 2);
  log.setHighWatermark(3);
  assert.equal(planOf(log).upperOffset, 3);
  append(log, [['b', '1']]);
  log.writeStaged();
  log.roll();
  log.setHighWatermark(4);
  assert.equal(log.recoveryPoint, 3, 'not synced yet');
  assert.equal(planOf(log).upperOffset, 3);
  await log.flush();
  assert.equal(planOf(log).upperOffset, 4);
});

test('records younger than min.compaction.lag.ms wait', async (t) => {
  const { storage, log } = logIn(t, { minCompactionLagMs: 1000 });
  append(log, [['a', '1']], { timestamp: START_MS });
  await closeSegment(log);
  append(log, [['a', '2']], { timestamp: START_MS + 500 });
  await closeSegment(log);
  assert.equal(planOf(log, START_MS + 999).upperOffset, 0);
  assert.equal(planOf(log, START_MS + 1000).upperOffset, 1);
  assert.equal(planOf(log, START_MS + 1500).upperOffset, 2);
  void storage;
});

test('a log is due when it is dirtier than its ratio, or dirty for longer than max.compaction.lag.ms', async (t) => {
  const { log } = logIn(t, { maxCompactionLagMs: 10_000 });
  append(log, [
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
    ['d', '1'],
  ]);
  await closeSegment(log);
  assert.equal(dirtyRatio(planOf(log)), 1);
  assert.equal(isCompactionDue(planOf(log), log.config), true);
  await compact(log);
  assert.equal(dirtyRatio(planOf(log)), 0);
  assert.equal(isCompactionDue(planOf(log, START_MS + 20_000), log.config), false, 'nothing dirty');
  append(log, [['a', '2']]);
  await closeSegment(log);
  const plan = planOf(log);
  assert.ok(dirtyRatio(plan) > 0.3 && dirtyRatio(plan) < 0.5);
  assert.equal(isCompactionDue(plan, log.config), false);
  assert.equal(isCompactionDue(plan, { ...log.config, minCleanableDirtyRatio: 0.3 }), true);
  assert.equal(isCompactionDue(planOf(log, START_MS + 10_000), log.config), false);
  assert.equal(isCompactionDue(planOf(log, START_MS + 10_001), log.config), true);
});

test('compact and delete together: what is old goes as a whole, the rest is compacted', async (t) => {
  const { log } = logIn(t, { isDeletedByPolicy: true, retentionMs: 1000 });
  append(
    log,
    [
      ['a', '1'],
      ['b', '1'],
    ],
    { timestamp: START_MS - 5000 },
  );
  await closeSegment(log);
  append(
    log,
    [
      ['c', '1'],
      ['c', '2'],
    ],
    { timestamp: START_MS },
  );
  await closeSegment(log);
  assert.equal(log.deleteOldSegments(START_MS), 1);
  assert.equal(log.logStartOffset, 2);
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['3:c=2']);
});

test('a truncation takes the end of what is compacted back', async (t) => {
  const { log } = logIn(t);
  append(log, [['a', '1']]);
  append(log, [['b', '1']]);
  await closeSegment(log);
  append(log, [['c', '1']]);
  await closeSegment(log);
  await compact(log);
  assert.equal(log.firstDirtyOffset, 3);
  await log.truncateTo(2);
  assert.equal(log.firstDirtyOffset, 2);
  log.truncateFullyAndStartAt(1);
  assert.equal(log.firstDirtyOffset, 1);
});

test('small segments are joined up to segment.bytes, not across 2^31 offsets', async (t) => {
  const { log } = logIn(t, { segmentBytes: 250 });
  for (let n = 0; n < 6; n++) {
    append(log, [[`k${n}`, 'v'.repeat(20)]]);
    await closeSegment(log);
  }
  const sizes = log.sizeInBytes / 6;
  await compact(log);
  assert.equal(log.segmentCount, Math.ceil(6 / Math.floor(250 / sizes)) + 1);
  assert.equal((await recordsOf(log)).length, 6);
});

test('what is in memory of replaced segments is not read any more', async (t) => {
  const { log } = logIn(t);
  append(log, [
    ['a', '1'],
    ['a', '2'],
  ]);
  await closeSegment(log);
  assert.equal((await recordsOf(log)).length, 2, 'read from memory');
  await compact(log);
  assert.deepEqual(await recordsOf(log), ['1:a=2']);
});

test('a reader goes on at its offset, wherever that lies in the new file', async (t) => {
  const { log } = logIn(t);
  for (const entry of [
    ['a', '1'],
    ['a', '2'],
    ['b', '1'],
    ['c', '1'],
  ] as const)
    append(log, [entry]);
  await closeSegment(log);
  const size = log.sizeInBytes / 4;
  const request = { maxBytes: 2 * size, minOneBatch: true, maxOffset: Infinity };
  const first = await log.read({ ...request, offset: 0 });
  assert.equal(first.nextOffset, 2);
  first.release();
  await compact(log);
  const second = await log.read({ ...request, offset: 2 });
  assert.equal(Buffer.concat(second.chunks).readBigInt64BE(0), 2n);
  second.release();
});

// ---- Memory, pace, failures -----------------------------------------------------------------------

test('with a small map a pass ends early, and the next ones go on from there', async (t) => {
  const { log } = logIn(t);
  for (let n = 0; n < 10; n++)
    append(log, [
      [`k${n}`, '1'],
      [`k${n}`, '2'],
    ]);
  await closeSegment(log);
  const ends: number[] = [];
  while (log.firstDirtyOffset < 20) {
    const { outcome, stats } = await compact(log, { mapBytes: 5 * 24 });
    assert.equal(outcome, 'done');
    ends.push(stats.endOffset);
  }
  assert.ok(ends.length >= 3, ends.join());
  assert.deepEqual((await recordsOf(log)).length, 10);
});

test('a batch with more keys than the map takes makes the log uncleanable, not wrong', async (t) => {
  const { log } = logIn(t);
  append(
    log,
    Array.from({ length: 9 }, (_, n) => [`k${n}`, '1'] as const),
  );
  await closeSegment(log);
  const { outcome, problem } = await compact(log, { mapBytes: 5 * 24 });
  assert.equal(outcome, 'damaged');
  assert.match(String(problem), /dedupe\.buffer\.size/);
  assert.equal((await recordsOf(log)).length, 9);
});

test('a damaged batch stops the pass with its file and position, and the log stays as it is', async (t) => {
  const { storage, log } = logIn(t);
  append(log, [['a', '1']]);
  append(log, [['a', '2']]);
  await closeSegment(log);
  const path = storage.path('00000000000000000000.log');
  const bytes = fs.readFileSync(path);
  bytes[bytes.length - 1] = bytes[bytes.length - 1]! ^ 1;
  fs.writeFileSync(path, bytes);
  const { outcome, problem } = await compact(log);
  assert.equal(outcome, 'damaged');
  assert.match(String(problem), /00000000000000000000\.log at \d+: a wrong checksum/);
  assert.deepEqual(fs.readFileSync(path), bytes);
  assert.deepEqual(
    storage.files().filter((name) => name.endsWith('.cleaned')),
    [],
  );
  assert.equal(log.isDead, false);
});

test('the owner is asked to pace every byte that is read or written', async (t) => {
  const { log } = logIn(t);
  for (let n = 0; n < 200; n++) append(log, [[`k${n % 50}`, 'v'.repeat(500)]]);
  await closeSegment(log);
  let paced = 0;
  let pauses = 0;
  const { stats } = await compact(log, {
    pieceBytes: 8 * 1024,
    pace: (bytes) => {
      paced += bytes;
      pauses++;
      return Promise.resolve();
    },
  });
  assert.equal(paced, stats.bytesRead + stats.bytesWritten);
  assert.ok(pauses > 10, `${pauses} pauses`);
  assert.equal((await recordsOf(log)).length, 50);
});

test('a pass over a log that is cut meanwhile is given up without a trace', async (t) => {
  const { storage, log } = logIn(t);
  for (let n = 0; n < 50; n++) append(log, [['a', 'v'.repeat(500)]]);
  await closeSegment(log);
  let pieces = 0;
  const { outcome } = await compact(log, {
    pieceBytes: 8 * 1024,
    pace: async () => {
      if (++pieces === 6) await log.truncateTo(40);
    },
  });
  assert.equal(outcome, 'stopped');
  assert.equal((await recordsOf(log)).length, 40);
  assert.deepEqual(
    storage.files().filter((name) => /cleaned|swap/.test(name)),
    [],
  );
  assert.equal(log.isDead, false);
});

test('a log deleted under a pass ends it quietly', async (t) => {
  const { storage, log } = logIn(t, { fileDeleteDelayMs: 0 });
  for (let n = 0; n < 50; n++) append(log, [['a', 'v'.repeat(500)]]);
  await closeSegment(log);
  let pieces = 0;
  const { outcome } = await compact(log, {
    pieceBytes: 8 * 1024,
    pace: async () => {
      if (++pieces === 3) void log.delete();
    },
  });
  assert.equal(outcome, 'stopped');
  assert.deepEqual(storage.failures, []);
});

test('a compacted log is the same after a clean stop and after a crash', async (t) => {
  const { storage, log } = logIn(t);
  for (let n = 0; n < 40; n++) {
    append(log, [[`k${n % 7}`, `${n}`]]);
    if (n % 10 === 9) await closeSegment(log);
  }
  await compact(log);
  const left = await recordsOf(log);
  assert.equal(await log.close(), true);
  const clean = await storage.restart().open({ isCompacted: true });
  assert.deepEqual(await recordsOf(clean), left);
  clean.abandon();
  const crashed = await storage.restart().open({ isCompacted: true }, { isClean: false });
  assert.deepEqual(await recordsOf(crashed), left);
  assert.equal(crashed.logEndOffset, 40);
});
