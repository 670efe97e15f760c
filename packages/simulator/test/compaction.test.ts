// Compaction of one log against a model: random upserts, tombstones and transactions, and the process
// or the machine going down at any moment of a pass (invariant: the last committed value of each key is
// there, in order, and nothing that was aborted or deleted comes back).

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Platform } from '@samsa/common';
import {
  BatchBuilder,
  batchesIn,
  buildEndTransactionMarker,
  Codec,
  readRecords,
} from '@samsa/protocol';
import { type SimRandom, simulate } from '@samsa/simulator';
import { logConfig, LogResources, PartitionLog } from '@samsa/storage';

const FOLDER = '/data';
const SEEDS = 8;
const LOSS_SEEDS = 6;
const LOSSES_PER_SEED = 40;
const KEYS = 12;
const PRODUCERS = 3;
const SEGMENT_BYTES = 700;
const DELETE_RETENTION_MS = 2000;

interface Written {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly producerId: number;
  readonly lastSequence: number;
  readonly isTransactional: boolean;
  readonly marker: 'commit' | 'abort' | undefined;
  readonly records: readonly (readonly [offset: number, key: string, value: string | null])[];
}

/** What a broker keeps in its checkpoint files. */
interface Checkpoints {
  recoveryPoint: number;
  firstDirtyOffset: number;
}

/** What was appended, in order; cut where the log was. */
class Model {
  batches: Written[] = [];
  nextValue = 0;

  /** Forgets what a power loss took of that which was not durable. */
  keep(durableEndOffset: number, left: ReadonlySet<number>): void {
    this.batches = this.batches.filter(
      ({ baseOffset, lastOffset }) => lastOffset < durableEndOffset || left.has(baseOffset),
    );
  }

  /** Producers with an open transaction. */
  open(): Set<number> {
    const open = new Set<number>();
    for (const { producerId, marker, isTransactional } of this.batches) {
      if (marker !== undefined) open.delete(producerId);
      else if (isTransactional) open.add(producerId);
    }
    return open;
  }

  nextSequence(producerId: number): number {
    const last = this.batches.findLast(
      (batch) => batch.producerId === producerId && batch.marker === undefined,
    );
    return last === undefined ? 0 : last.lastSequence + 1;
  }

  /** Records that read_committed shows below an offset, by offset. */
  committed(endOffset: number): Map<number, readonly [key: string, value: string | null]> {
    const visible = new Map<number, readonly [string, string | null]>();
    const open = new Map<number, Written[]>();
    const show = (batch: Written): void => {
      for (const [offset, key, value] of batch.records) {
        if (offset < endOffset) visible.set(offset, [key, value]);
      }
    };
    for (const batch of this.batches) {
      if (batch.marker !== undefined) {
        if (batch.marker === 'commit') open.get(batch.producerId)?.forEach(show);
        open.delete(batch.producerId);
      } else if (batch.isTransactional) {
        const batches = open.get(batch.producerId) ?? [];
        open.set(batch.producerId, [...batches, batch]);
      } else {
        show(batch);
      }
    }
    return new Map([...visible].sort(([a], [b]) => a - b));
  }
}

function program(checkpoints: Checkpoints): (platform: Platform) => Promise<PartitionLog> {
  return async (platform) => {
    await platform.disk.mkdir(FOLDER);
    await platform.disk.syncDir('/');
    const options = {
      resources: new LogResources(platform),
      logDir: FOLDER,
      topic: 'orders',
      partition: 0,
      topicId: '8-iPxDk1SGyf_ysx94hNkg',
      config: {
        ...logConfig(undefined, { 'cleanup.policy': 'compact' }),
        segmentBytes: SEGMENT_BYTES,
        indexIntervalBytes: 100,
        deleteRetentionMs: DELETE_RETENTION_MS,
        fileDeleteDelayMs: 20,
        producerIdExpirationMs: 2 ** 53,
      },
      dirty: () => undefined,
      onDiskFailure: (_: PartitionLog, error: unknown) => {
        throw error;
      },
    };
    return PartitionLog.open(options, { ...checkpoints, logStartOffset: 0, isClean: false });
  };
}

function append(log: PartitionLog, model: Model, random: SimRandom): void {
  const open = model.open();
  const producerId = random.int(PRODUCERS + 1) - 1;
  if (open.has(producerId) && random.chance(0.4)) {
    const isCommit = random.chance(0.5);
    const marker = { isCommit, producerId, producerEpoch: 0, coordinatorEpoch: 0, timestamp: 1e12 };
    const result = log.appendAsLeader(buildEndTransactionMarker(marker), 0, 'coordinator');
    assert.equal(result.errorCode, 0);
    model.batches.push({
      baseOffset: result.baseOffset,
      lastOffset: result.baseOffset,
      producerId,
      lastSequence: -1,
      isTransactional: true,
      marker: isCommit ? 'commit' : 'abort',
      records: [],
    });
    return;
  }
  const isTransactional = producerId >= 0 && (open.has(producerId) || random.chance(0.5));
  const baseSequence = producerId < 0 ? -1 : model.nextSequence(producerId);
  const builder = new BatchBuilder({
    producerId,
    producerEpoch: producerId < 0 ? -1 : 0,
    baseSequence,
    isTransactional,
    codec: random.chance(0.3) ? 'gzip' : 'none',
  });
  const entries = Array.from({ length: 1 + random.int(4) }, (): [string, string | null] => [
    `k${random.int(KEYS)}`,
    random.chance(0.2) ? null : `${model.nextValue++}`.padEnd(random.int(60), '.'),
  ]);
  for (const [key, value] of entries) {
    builder.add(1e12, Buffer.from(key), value === null ? null : Buffer.from(value));
  }
  const result = log.appendAsLeader(builder.build(), 0, 'coordinator');
  assert.equal(result.errorCode, 0, result.errorMessage ?? '');
  model.batches.push({
    baseOffset: result.baseOffset,
    lastOffset: result.lastOffset,
    producerId,
    lastSequence: producerId < 0 ? -1 : baseSequence + entries.length - 1,
    isTransactional,
    marker: undefined,
    records: entries.map(([key, value], n) => [result.baseOffset + n, key, value]),
  });
}

/** Records that a read_committed consumer gets from the log, in order. */
async function visible(log: PartitionLog): Promise<[number, string, string | null][]> {
  const found: [number, string, string | null][] = [];
  const aborted = log.abortedTransactions(0, log.logEndOffset);
  let offset = log.logStartOffset;
  let lastOffset = -1;
  while (offset < log.lastStableOffset) {
    const read = await log.read({
      offset,
      maxBytes: 1000,
      minOneBatch: true,
      maxOffset: log.lastStableOffset,
    });
    assert.equal(read.errorCode, 0);
    if (read.nextOffset === offset) break;
    for (const batch of batchesIn(Buffer.concat(read.chunks))) {
      assert.ok(batch.baseOffset > lastOffset, 'offsets only grow');
      lastOffset = batch.lastOffset;
      assert.ok(batch.codec === Codec.NONE || batch.codec === Codec.GZIP);
      const isAborted = aborted.some(
        (each) =>
          batch.isTransactional &&
          each.producerId === batch.producerId &&
          batch.baseOffset >= each.firstOffset &&
          batch.lastOffset < each.lastOffset,
      );
      if (batch.isControl || isAborted) continue;
      for (const record of readRecords(batch, { maxDecompressedBytes: 1e6 })) {
        const value = record.value();
        found.push([
          record.offset,
          Buffer.from(record.key() ?? '').toString(),
          value === null ? null : Buffer.from(value).toString(),
        ]);
      }
    }
    offset = read.nextOffset;
    read.release();
  }
  return found;
}

async function baseOffsets(log: PartitionLog, from: number): Promise<Set<number>> {
  const found = new Set<number>();
  for (let offset = from; offset < log.logEndOffset;) {
    const read = await log.read({ offset, maxBytes: 1000, minOneBatch: true, maxOffset: Infinity });
    if (read.nextOffset === offset) break;
    for (const batch of batchesIn(Buffer.concat(read.chunks))) found.add(batch.baseOffset);
    offset = read.nextOffset;
    read.release();
  }
  return found;
}

async function check(log: PartitionLog, model: Model): Promise<void> {
  const stable = log.lastStableOffset;
  const committed = model.committed(stable);
  const left = await visible(log);
  const seen = new Map<string, string | null>();
  for (const [offset, key, value] of left) {
    assert.deepEqual(
      [key, value],
      committed.get(offset),
      `the record at ${offset} is one that was committed`,
    );
    seen.set(key, value);
  }
  const last = new Map<string, string | null>();
  for (const [key, value] of committed.values()) last.set(key, value);
  for (const [key, value] of last) {
    // A tombstone may be gone, and then so is everything before it.
    assert.equal(seen.get(key) ?? null, value, `the last value of ${key} below ${stable}`);
  }
  // Compacted as far as it says: each key once.
  const compacted = left.filter(([offset]) => offset < log.firstDirtyOffset);
  const keys = compacted.map(([, key]) => key);
  assert.equal(new Set(keys).size, keys.length, 'keys are unique below the first dirty offset');
  for (const producerId of Array.from({ length: PRODUCERS }, (_, n) => n)) {
    const sequence = model.nextSequence(producerId) - 1;
    const known = log.producerStates.producer(producerId)?.lastSequence ?? -1;
    assert.equal(known, sequence, `the last sequence of producer ${producerId}`);
  }
}

async function life(seed: number): Promise<void> {
  await simulate(seed, async (world) => {
    const random = world.random.fork('test');
    const model = new Model();
    const checkpoints: Checkpoints = { recoveryPoint: 0, firstDirtyOffset: 0 };
    let durableEndOffset = 0;
    const host = world.host('h');
    const process = host.process('log', program(checkpoints));
    for (let round = 0; round < 8; round++) {
      await process.start();
      await process.run(async () => {
        const log = process.running as PartitionLog; // started
        log.setHighWatermark(log.logEndOffset);
        assert.ok(log.logEndOffset >= durableEndOffset, 'what was synced is there');
        model.keep(durableEndOffset, await baseOffsets(log, durableEndOffset));
        await check(log, model);
        for (let pass = 0; pass < 2; pass++) {
          const count = 10 + random.int(40);
          for (let n = 0; n < count; n++) append(log, model, random);
          log.writeStaged();
          log.setHighWatermark(log.logEndOffset);
          if (random.chance(0.7) || round === 0) await log.flush();
        }
      });
      // Each round ends at some moment of the next passes.
      const ended = process.run(() =>
        passes(process.running as PartitionLog, model, checkpoints, random),
      );
      const how = random.int(3);
      if (how === 0) {
        await ended;
        durableEndOffset = process.running?.recoveryPoint ?? 0;
        process.kill();
      } else {
        // The moments between two syncs last longer so.
        const heal = host.disk.addFault({ kind: 'slow', operations: ['sync'], factor: 20 });
        await Promise.race([ended, world.sleep(random.between(0, 400))]);
        heal();
        durableEndOffset = process.running?.recoveryPoint ?? 0;
        if (how === 1) {
          process.kill();
        } else {
          host.losePower();
          host.boot();
        }
      }
    }
  });
}

async function passes(
  log: PartitionLog,
  model: Model,
  checkpoints: Checkpoints,
  random: SimRandom,
  count = 3,
): Promise<void> {
  for (let n = 0; n < count; n++) {
    checkpoints.recoveryPoint = log.recoveryPoint;
    const plan = log.compactionPlan(1e12);
    if (plan === undefined || plan.dirtyBytes === 0) return;
    const { outcome, problem } = await log.compact(plan, {
      mapBytes: random.chance(0.5) ? 24 * 20 : 24 * 1000,
      loadFactor: 0.9,
      bufferBytes: 256,
      pieceBytes: random.chance(0.5) ? 300 : 100_000,
      pace: () => Promise.resolve(),
      isStopping: () => false,
    });
    assert.equal(outcome, 'done', String(problem));
    checkpoints.firstDirtyOffset = log.firstDirtyOffset;
    await check(log, model);
    if (n === count - 1) return;
    for (let more = random.int(30); more > 0; more--) append(log, model, random);
    log.writeStaged();
    log.setHighWatermark(log.logEndOffset);
    if (random.chance(0.7)) await log.flush();
  }
}

test('a compacted log keeps the last committed value of each key through kills and power loss', async () => {
  for (let seed = 1; seed <= SEEDS; seed++) await life(seed);
});

/**
 * Two passes over a log that is durable at first, with syncs so slow that most of its time lies between the steps
 * of a swap.
 *
 * @param lossAt  when the power goes, as a share of that; undefined for never
 * @returns how long the passes take, in ms
 */
async function onePass(seed: number, passMs: number, lossAt?: number): Promise<number> {
  let tookMs = 0;
  await simulate(seed, async (world) => {
    const model = new Model();
    const checkpoints: Checkpoints = { recoveryPoint: 0, firstDirtyOffset: 0 };
    const host = world.host('h', { powerLossMode: 'hostile' });
    const process = host.process('log', program(checkpoints));
    const log = await process.start();
    await process.run(async () => {
      for (let n = 0; n < 30; n++) append(log, model, world.random.fork(`batch ${n}`));
      log.writeStaged();
      await log.flush();
      log.setHighWatermark(log.logEndOffset);
    });
    // So that several segments become one.
    log.configure({ ...log.config, segmentBytes: 4 * SEGMENT_BYTES });
    host.disk.addFault({ kind: 'slow', operations: ['sync'], factor: 100 });
    const startedMs = world.nowMs;
    const ended = process.run(() => passes(log, model, checkpoints, world.random.fork('pass'), 2));
    if (lossAt === undefined) {
      await ended;
      tookMs = world.nowMs - startedMs;
      return;
    }
    await world.sleep(lossAt * passMs);
    const durableEndOffset = log.recoveryPoint;
    host.losePower();
    host.boot();
    const again = await process.start();
    await process.run(async () => {
      again.setHighWatermark(again.logEndOffset);
      assert.ok(again.logEndOffset >= durableEndOffset);
      model.keep(durableEndOffset, await baseOffsets(again, durableEndOffset));
      await check(again, model);
    });
  });
  return tookMs;
}

test('power that goes between two steps of a swap leaves the sources or what takes their place', async () => {
  for (let seed = 1; seed <= LOSS_SEEDS; seed++) {
    const passMs = await onePass(seed, 0);
    for (let step = 0; step < LOSSES_PER_SEED; step++) {
      // Also a little after its end.
      await onePass(seed, passMs, (1.2 * (step + 0.5)) / LOSSES_PER_SEED);
    }
  }
});
