import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test, type TestContext } from 'node:test';

import { batchOf, temporaryFolder, TestStorage, valuesFrom } from '../node/test-storage.ts';
import { type LogConfig } from '../configs/log-config.ts';

const NAME = (offset: number, suffix: string): string => String(offset).padStart(20, '0') + suffix;

/** Two messages with the offsets 10 and 11, of magic 0 and of magic 1. */
const LEGACY_SEGMENTS = [
  '000000000000000a000000128697724c0000000000026b30000000027630' +
    '000000000000000b0000001257e7496e0000000000026b31000000027631',
  '000000000000000a0000001a74aa514001000000018bcfe56800000000026b30000000027630' +
    '000000000000000b0000001a784cb3e701000000018bcfe56801000000026b31000000027631',
];

/** A folder with these values, left as after kill -9. */
async function killed(t: TestContext, count: number, config: Partial<LogConfig> = {}) {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create(config);
  for (let n = 0; n < count; n++) log.appendAsLeader(batchOf({ values: [`v${n}`] }), 0, 'client');
  log.writeStaged();
  log.abandon();
  await storage.settle();
  return storage;
}

function valuesUpTo(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `v${n}`);
}

test('a torn end is cut wherever it is torn', async (t) => {
  const storage = await killed(t, 3);
  const path = storage.path(NAME(0, '.log'));
  const whole = fs.readFileSync(path);
  const size = whole.length / 3;
  for (let length = 0; length < whole.length; length++) {
    fs.writeFileSync(path, whole.subarray(0, length));
    const log = await storage.restart().open({}, { isClean: false });
    const count = Math.floor(length / size);
    assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(count), `${length} bytes`);
    log.appendAsLeader(batchOf({ values: [`v${count}`] }), 0, 'client');
    log.writeStaged();
    assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(count + 1));
    log.abandon();
  }
});

test('zeros and rubbish behind the last batch are cut', async (t) => {
  const storage = await killed(t, 3);
  const path = storage.path(NAME(0, '.log'));
  const whole = fs.readFileSync(path);
  for (const rubbish of [Buffer.alloc(5000), Buffer.alloc(5000, 0xff), whole.subarray(0, 90)]) {
    fs.writeFileSync(path, Buffer.concat([whole, rubbish]));
    const log = await storage.restart().open({}, { isClean: false });
    assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(3));
    assert.equal(fs.statSync(path).size, whole.length);
    log.abandon();
  }
});

test('a batch whose second half a power loss took is cut, also where it looks like an old format', async (t) => {
  const storage = await killed(t, 3);
  const path = storage.path(NAME(0, '.log'));
  const whole = fs.readFileSync(path);
  const size = whole.length / 3;
  for (let kept = 12; kept < size - 1; kept++) {
    fs.writeFileSync(path, Buffer.from(whole).fill(0, 2 * size + kept));
    const log = await storage.restart().open({}, { isClean: false });
    assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(2), `${kept} bytes kept`);
    log.abandon();
  }
});

test('segments of old formats stay, with their checksums looked at', async (t) => {
  for (const hex of LEGACY_SEGMENTS) {
    const storage = new TestStorage(temporaryFolder(t));
    fs.mkdirSync(storage.path(''), { recursive: true });
    const bytes = Buffer.from(hex, 'hex');
    fs.writeFileSync(storage.path(NAME(10, '.log')), bytes);
    const log = await storage.open({}, { isClean: false });
    assert.deepEqual([log.logStartOffset, log.logEndOffset], [10, 12]);
    assert.deepEqual(await valuesFrom(log, 10), ['v0', 'v1']);
    log.abandon();
    bytes[bytes.length - 1] = 0x55;
    fs.writeFileSync(storage.path(NAME(10, '.log')), bytes);
    const damaged = await storage.restart().open({}, { isClean: false });
    assert.ok(damaged.logEndOffset < 12);
    damaged.abandon();
  }
});

test('bytes of an older leader behind those of a newer one are cut', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create();
  for (const [value, epoch] of [
    ['a', 0],
    ['b', 3],
  ] as const) {
    log.appendAsLeader(batchOf({ values: [value] }), epoch, 'client');
  }
  log.writeStaged();
  log.abandon();
  // A truncation that a power loss took back: what was there before it stands behind its successor.
  const stale = batchOf({ values: ['stale'], baseOffset: 2, partitionLeaderEpoch: 1 });
  fs.appendFileSync(storage.path(NAME(0, '.log')), stale);
  const again = await storage.restart().open({}, { isClean: false });
  assert.deepEqual(await valuesFrom(again, 0), ['a', 'b']);
});

test('a wrong checksum cuts the log there, with all later segments', async (t) => {
  const storage = await killed(t, 9, { segmentBytes: 230 });
  assert.deepEqual(
    storage.files().filter((name) => name.endsWith('.log')),
    [0, 3, 6].map((offset) => NAME(offset, '.log')),
  );
  const path = storage.path(NAME(3, '.log'));
  const bytes = fs.readFileSync(path);
  bytes[bytes.length / 3 + 65] = 0x55; // in the second batch
  fs.writeFileSync(path, bytes);
  const log = await storage.restart().open({}, { isClean: false });
  assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(4));
  assert.equal(log.segmentCount, 2);
});

test('a segment whose predecessor is gone goes as well, with or without records', async (t) => {
  for (const isEmpty of [false, true]) {
    const storage = await killed(t, 9, { segmentBytes: 230 });
    fs.rmSync(storage.path(NAME(3, '.log')));
    if (isEmpty) fs.truncateSync(storage.path(NAME(6, '.log')));
    const log = await storage.restart().open({}, { isClean: false });
    assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(3));
    assert.equal(log.appendAsLeader(batchOf({ values: ['v3'] }), 0, 'client').baseOffset, 3);
    await log.close();
    const again = await storage.restart().open({}, { isClean: true });
    assert.deepEqual(await valuesFrom(again, 0), valuesUpTo(4));
  }
});

test('a gap that compaction left between segments stays', async (t) => {
  const storage = await killed(t, 9, { segmentBytes: 230 });
  fs.rmSync(storage.path(NAME(3, '.log')));
  const log = await storage.restart().open({ isCompacted: true }, { isClean: false });
  assert.deepEqual(await valuesFrom(log, 0), ['v0', 'v1', 'v2', 'v6', 'v7', 'v8']);
});

test('nothing below the recovery point is scanned', async (t) => {
  const storage = await killed(t, 9, { segmentBytes: 230 });
  const path = storage.path(NAME(0, '.log'));
  const bytes = fs.readFileSync(path);
  bytes[65] = 0x55;
  fs.writeFileSync(path, bytes);
  const log = await storage.restart().open({}, { isClean: false, recoveryPoint: 7 });
  assert.equal(log.logEndOffset, 9);
  assert.equal(log.recoveryPoint, 7, 'opening makes nothing durable');
});

test('a clean start scans nothing and a damaged end after one is still found', async (t) => {
  const storage = await killed(t, 3);
  const first = await storage.restart().open({}, { isClean: false });
  await first.close();
  const path = storage.path(NAME(0, '.log'));
  fs.truncateSync(path, fs.statSync(path).size - 5);
  const log = await storage.restart().open({}, { isClean: true });
  assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(2));
});

test('indexes that are missing or end in zeros are made good', async (t) => {
  const config = { indexIntervalBytes: 0, segmentBytes: 700 };
  const storage = await killed(t, 20, config);
  const first = await storage.restart().open(config, { isClean: false });
  await first.close();
  fs.appendFileSync(storage.path(NAME(0, '.index')), Buffer.alloc(8 * 100));
  fs.appendFileSync(storage.path(NAME(0, '.timeindex')), Buffer.alloc(12 * 100));
  fs.rmSync(storage.path(NAME(10, '.index')));
  const log = await storage.restart().open(config, { isClean: true });
  assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(20));
  for (let offset = 0; offset < 20; offset++) {
    assert.deepEqual(await valuesFrom(log, offset), valuesUpTo(20).slice(offset));
  }
  assert.ok(storage.files().includes(NAME(10, '.index')));
});

test('leftovers of deletions and of half a compaction are removed', async (t) => {
  const storage = await killed(t, 3);
  for (const name of [
    NAME(0, '.log.cleaned'),
    NAME(0, '.index.cleaned'),
    NAME(0, '.log.swap'),
    NAME(7, '.log.deleted'),
    NAME(7, '.index'),
  ]) {
    fs.writeFileSync(storage.path(name), 'x');
  }
  const log = await storage.restart().open({}, { isClean: false });
  assert.deepEqual(await valuesFrom(log, 0), valuesUpTo(3));
  assert.deepEqual(storage.files(), [NAME(0, '.log'), 'partition.metadata']);
});

test('a finished compaction takes the place of its sources', async (t) => {
  const storage = await killed(t, 9, { segmentBytes: 230 });
  const sources = [0, 3].map((offset) => fs.readFileSync(storage.path(NAME(offset, '.log'))));
  const size = (sources[0]?.length ?? 0) / 3;
  // Of the first two segments only offsets 1 and 5 are left.
  const kept = [sources[0]?.subarray(size, 2 * size), sources[1]?.subarray(2 * size)];
  fs.writeFileSync(storage.path(NAME(0, '.log.swap')), Buffer.concat(kept as Buffer[]));
  const log = await storage.restart().open({ segmentBytes: 230 }, { isClean: false });
  assert.deepEqual(await valuesFrom(log, 0), ['v1', 'v5', 'v6', 'v7', 'v8']);
  assert.equal(log.segmentCount, 2);
  const read = await log.read({ offset: 2, maxBytes: 1, maxOffset: Infinity, minOneBatch: true });
  assert.equal(read.nextOffset, 6, 'an offset in the gap leads to the next batch');
});

test('a damaged snapshot is passed over for an older one and more of the log', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const config = { segmentBytes: 230 };
  const log = storage.create(config);
  for (let n = 0; n < 9; n++) {
    const bytes = batchOf({ values: [`v${n}`], producerId: 4, producerEpoch: 0, baseSequence: n });
    assert.equal(log.appendAsLeader(bytes, 0, 'client').errorCode, 0);
  }
  await log.close();
  for (const offset of [9, 6]) fs.writeFileSync(storage.path(NAME(offset, '.snapshot')), 'torn');
  const again = await storage.restart().open(config, { isClean: true });
  assert.equal(again.producerStates.producer(4)?.lastSequence, 8);
});

test('snapshots that no segment begins at go, but for the newest', async (t) => {
  const storage = await killed(t, 9, { segmentBytes: 230 });
  for (const offset of [1, 2, 99]) {
    fs.copyFileSync(storage.path(NAME(3, '.snapshot')), storage.path(NAME(offset, '.snapshot')));
  }
  const log = await storage.restart().open({}, { isClean: false });
  assert.deepEqual(
    storage.files().filter((name) => name.endsWith('.snapshot')),
    [2, 3, 6].map((offset) => NAME(offset, '.snapshot')),
  );
  log.abandon();
});

test('the log start of the checkpoint holds, also above everything that is left', async (t) => {
  const storage = await killed(t, 9, { segmentBytes: 230 });
  const log = await storage.restart().open({}, { isClean: false, logStartOffset: 4 });
  assert.deepEqual([log.logStartOffset, log.logEndOffset], [4, 9]);
  assert.deepEqual(await valuesFrom(log, 4), valuesUpTo(9).slice(4));
  log.abandon();
  const beyond = await storage.restart().open({}, { isClean: false, logStartOffset: 50 });
  assert.deepEqual([beyond.logStartOffset, beyond.logEndOffset], [50, 50]);
  assert.equal(beyond.appendAsLeader(batchOf({ values: ['x'] }), 1, 'client').baseOffset, 50);
});

test('epochs written since the last checkpoint come back from the batches', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create();
  for (const epoch of [0, 0, 3, 7]) {
    log.appendAsLeader(batchOf({ values: ['x'] }), epoch, 'client');
  }
  log.writeStaged();
  log.abandon();
  // A checkpoint of a life that was cut off: its epochs contradict the batches.
  fs.writeFileSync(storage.path('leader-epoch-checkpoint'), '0\n2\n0 0\n9 2\n');
  const again = await storage.restart().open({}, { isClean: false });
  assert.deepEqual(again.leaderEpochs.entries, [
    { epoch: 0, startOffset: 0 },
    { epoch: 3, startOffset: 2 },
    { epoch: 7, startOffset: 3 },
  ]);
});

test('a folder without a segment is an empty log', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  fs.mkdirSync(storage.path(''), { recursive: true });
  const log = await storage.open({}, { isClean: false, recoveryPoint: 12 });
  assert.deepEqual([log.logStartOffset, log.logEndOffset, log.recoveryPoint], [0, 0, 0]);
});
