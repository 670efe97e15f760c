import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as fc from 'fast-check';

import { ErrorCode, KafkaError, TimingWheel } from '@samsa/common';

import { MemoryShardLog } from '../../test/memory-shard-log.ts';
import { type Addition, tallyCodec, TallyMachine } from '../../test/tally-machine.ts';
import { ManualPlatform, settled } from '../controller/testing/manual-platform.ts';
import { CoordinatorRuntime } from './coordinator-runtime.ts';

class Rig {
  readonly clock = new ManualPlatform();
  readonly log = new MemoryShardLog();
  readonly runtime = new CoordinatorRuntime<Addition, TallyMachine>({
    platform: this.clock.platform,
    deadlines: new TimingWheel(this.clock.platform),
    topic: '__tally',
    codec: tallyCodec,
    compression: 'none',
    createMachine: () => new TallyMachine(),
    commitTimeoutMs: 5_000,
    loadBytes: 1_000,
  });

  static async active(): Promise<Rig> {
    const rig = new Rig();
    await rig.runtime.load(0, 1, rig.log);
    return rig;
  }

  get machine(): TallyMachine {
    const machine = this.runtime.shard(0)?.machine;
    assert(machine !== undefined);
    return machine;
  }

  add(by: number, count = 1, isAtomic = true): Watched {
    return watch(this.runtime.request(0, (machine) => machine.add(by, count, isAtomic)));
  }

  get(): Watched {
    return watch(this.runtime.request(0, (machine) => machine.get()));
  }

  waitForNext(): Watched {
    return watch(this.runtime.request(0, (machine, _now, token) => machine.waitForNext(token)));
  }
}

interface Watched {
  result: number | ErrorCode | string | undefined;
}

function watch(promise: Promise<number>): Watched {
  const watched: Watched = { result: undefined };
  promise.then(
    (value) => (watched.result = value),
    (error: unknown) => {
      watched.result =
        error instanceof KafkaError ? `error ${error.code}` : `not told: ${String(error)}`;
    },
  );
  return watched;
}

const refusedWith = (code: ErrorCode) => `error ${code}`;

test('an answer leaves when its records are committed, and not before', async () => {
  const rig = await Rig.active();
  rig.log.commitsAtOnce = false;
  const added = rig.add(2);
  await settled();
  assert.equal(added.result, undefined);
  rig.log.commit();
  await settled();
  assert.equal(added.result, 2);
});

test('the next decision sees records that are not committed yet, and answers are in order', async () => {
  const rig = await Rig.active();
  rig.log.commitsAtOnce = false;
  const [first, second] = [rig.add(2), rig.add(3)];
  rig.log.commit(1);
  await settled();
  assert.deepEqual([first.result, second.result], [2, undefined]);
  rig.log.commit();
  await settled();
  assert.equal(second.result, 5);
});

test('a query waits for the last pending record before it', async () => {
  const rig = await Rig.active();
  rig.log.commitsAtOnce = false;
  rig.add(2);
  const got = rig.get();
  await settled();
  assert.equal(got.result, undefined);
  rig.log.commit();
  await settled();
  assert.equal(got.result, 2);
  const next = rig.get();
  await settled();
  assert.equal(next.result, 2, 'with nothing pending it is answered at once');
});

test('a request that waits is answered by another one’s outcome, after the same commit', async () => {
  const rig = await Rig.active();
  rig.log.commitsAtOnce = false;
  const waiting = rig.waitForNext();
  rig.add(7);
  await settled();
  assert.equal(waiting.result, undefined);
  rig.log.commit();
  await settled();
  assert.equal(waiting.result, 7);
  assert.equal(rig.runtime.shard(0)?.waitingCount, 0);
});

test('a log that refuses leaves the machine as it was, and the request is told why', async () => {
  const rig = await Rig.active();
  rig.log.problem = ErrorCode.NOT_ENOUGH_REPLICAS;
  const [added, instead] = [
    rig.add(2),
    watch(rig.runtime.request(0, (machine) => machine.addOrElse(2))),
  ];
  await settled();
  assert.equal(added.result, refusedWith(ErrorCode.NOT_ENOUGH_REPLICAS));
  assert.equal(instead.result, -1);
  assert.deepEqual([rig.machine.total, rig.machine.acceptedCount], [0, 0]);
  assert.equal(rig.log.batches.length, 0);
});

test('records of one outcome are one batch, or refused where one is too small', async () => {
  const rig = await Rig.active();
  rig.log.maxBatchBytes = 200;
  const added = rig.add(1, 100);
  await settled();
  assert.equal(added.result, refusedWith(ErrorCode.RECORD_LIST_TOO_LARGE));
  assert.equal(rig.machine.total, 0);
});

test('records that are sound alone are spread over batches, and answered after the last', async () => {
  const rig = await Rig.active();
  rig.log.maxBatchBytes = 200;
  rig.log.commitsAtOnce = false;
  const added = rig.add(1, 100, false);
  assert(rig.log.batches.length > 1);
  assert(rig.log.batches.every((batch) => batch.length <= 200));
  rig.log.commit(rig.log.endOffset - 1);
  await settled();
  assert.equal(added.result, undefined);
  rig.log.commit();
  await settled();
  assert.equal(added.result, 100);
  assert.equal(rig.machine.total, 100);
});

test('the end of leadership answers everybody with NOT_COORDINATOR, parked and waiting', async () => {
  const rig = await Rig.active();
  rig.log.commitsAtOnce = false;
  const [waiting, added, got] = [rig.waitForNext(), rig.add(1), rig.get()];
  const late = rig.waitForNext();
  rig.runtime.unload(0);
  const afterwards = rig.get();
  await settled();
  for (const { result } of [waiting, added, got, late, afterwards]) {
    assert.equal(result, refusedWith(ErrorCode.NOT_COORDINATOR));
  }
  rig.log.commit();
  await settled();
});

test('what the last leader could not commit is not known to the next', async () => {
  const rig = await Rig.active();
  rig.add(1);
  rig.log.commitsAtOnce = false;
  rig.add(10);
  rig.runtime.unload(0);
  const log = rig.log.copyOfCommitted();
  await rig.runtime.load(0, 2, log);
  assert.equal(rig.machine.total, 1);
});

test('an append that fails throws the machine away, and it is built from the log anew', async () => {
  const rig = await Rig.active();
  rig.add(1);
  rig.log.commitsAtOnce = false;
  const parked = rig.add(2);
  rig.log.failsNext = true;
  const failed = rig.add(4);
  const meanwhile = rig.get();
  await settled();
  for (const { result } of [parked, failed, meanwhile]) {
    assert.equal(result, refusedWith(ErrorCode.NOT_COORDINATOR));
  }
  rig.log.commit();
  await rig.clock.advance(1_100);
  assert.equal(rig.machine.total, 3);
});

test('a machine that is wrong is thrown away, and only its own request learns that', async () => {
  const rig = await Rig.active();
  const waiting = rig.waitForNext();
  const broken = watch(
    rig.runtime.request(0, () => {
      throw new Error('a bug');
    }),
  );
  await settled();
  assert.equal(broken.result, refusedWith(ErrorCode.UNKNOWN_SERVER_ERROR));
  assert.equal(waiting.result, refusedWith(ErrorCode.NOT_COORDINATOR));
  assert(rig.clock.events.includes('error coordinator failed'));
});

test('a machine that cannot be loaded is tried again, less and less often', async () => {
  const rig = new Rig();
  const other = await Rig.active();
  other.add(1);
  other.machine.total = 0;
  const poisoned = watch(other.runtime.request(0, (machine) => machine.add(13)));
  await settled();
  assert.notEqual(poisoned.result, 13);
  await rig.runtime.load(0, 1, other.log);
  await rig.clock.advance(60_000);
  const failures = rig.clock.events.filter((event) => event === 'error coordinator failed');
  assert.equal(failures.length, 6, 'at 0, 1, 3, 7, 15 and 31 seconds');
});

test('an answer whose records are not committed in time is given up, and the machine lives on', async () => {
  const rig = await Rig.active();
  rig.log.commitsAtOnce = false;
  const first = rig.add(1);
  await rig.clock.advance(3_000);
  const second = rig.add(2);
  await rig.clock.advance(2_100);
  assert.equal(first.result, refusedWith(ErrorCode.REQUEST_TIMED_OUT));
  assert.equal(second.result, undefined);
  rig.log.commit();
  await settled();
  assert.equal(second.result, 3);
});

test('a deadline is handled when it is due, and its records like those of a request', async () => {
  const rig = await Rig.active();
  const waiting = rig.waitForNext();
  rig.machine.deadlineMs = rig.clock.nowMs + 500;
  rig.get();
  await rig.clock.advance(490);
  assert.equal(rig.machine.total, 0);
  await rig.clock.advance(30);
  assert.equal(rig.machine.total, 1000);
  assert.equal(waiting.result, 1000);
});

test('a deadline that is due at once does not wait for a timer', async () => {
  const rig = await Rig.active();
  rig.machine.deadlineMs = rig.clock.nowMs;
  rig.get();
  assert.equal(rig.machine.total, 1000);
});

test('a deadline whose records the log refuses is tried again every half second, not in a busy loop', async () => {
  const rig = await Rig.active();
  rig.log.problem = ErrorCode.NOT_ENOUGH_REPLICAS;
  rig.machine.deadlineMs = rig.clock.nowMs;
  rig.get();
  await rig.clock.advance(2_000);
  const attempts = rig.clock.marks.filter((mark) => mark === 'coordinator.append-refused').length;
  assert(attempts >= 4 && attempts <= 5, `${attempts} attempts`);
  rig.log.problem = ErrorCode.NONE;
  await rig.clock.advance(600);
  assert.equal(rig.machine.total, 1000);
});

test('while it loads everybody is told so, and afterwards the machine has what the log has', async () => {
  const first = await Rig.active();
  for (let i = 0; i < 300; i++) first.add(1);
  await settled();
  const rig = new Rig();
  const loading = rig.runtime.load(0, 1, first.log);
  const meanwhile = rig.get();
  await loading;
  assert.equal(meanwhile.result, refusedWith(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS));
  assert.equal(rig.machine.total, 300);
  assert.notEqual(rig.machine.loadedAt, undefined);
});

test('a new leader loads what is not committed yet, and answers when it is', async () => {
  const first = await Rig.active();
  first.add(1);
  first.log.commitsAtOnce = false;
  first.add(2);
  const rig = new Rig();
  await rig.runtime.load(0, 2, first.log);
  assert.equal(rig.machine.total, 3);
  const got = rig.get();
  await settled();
  assert.equal(got.result, undefined);
  first.log.commit();
  await settled();
  assert.equal(got.result, 3);
});

test('a load that is not wanted any more ends without a machine', async () => {
  const first = await Rig.active();
  for (let i = 0; i < 3_000; i++) first.add(1);
  const rig = new Rig();
  const loading = rig.runtime.load(0, 1, first.log);
  const shard = rig.runtime.shard(0);
  rig.runtime.unload(0);
  await loading;
  assert.equal(shard?.isActive, false);
  assert.equal(shard.isLoading, false);
  assert(!rig.clock.events.includes('error coordinator failed'));
});

test('news of an older epoch changes nothing, news of a newer one replaces the shard', async () => {
  const rig = await Rig.active();
  rig.add(1);
  rig.runtime.unload(0, 1);
  await rig.runtime.load(0, 1, new MemoryShardLog());
  assert.equal(rig.machine.total, 1);
  const parked = rig.waitForNext();
  await rig.runtime.load(0, 2, new MemoryShardLog());
  assert.equal(rig.machine.total, 0);
  assert.equal(parked.result, refusedWith(ErrorCode.NOT_COORDINATOR));
  rig.runtime.unload(0, 3);
  assert.equal(rig.runtime.shard(0), undefined);
});

test('a partition that is not led here has no coordinator', async () => {
  const rig = await Rig.active();
  const got = watch(rig.runtime.request(4, (machine) => machine.get()));
  await settled();
  assert.equal(got.result, refusedWith(ErrorCode.NOT_COORDINATOR));
});

test('closing ends every shard', async () => {
  const rig = await Rig.active();
  await rig.runtime.load(1, 1, new MemoryShardLog());
  const waiting = rig.waitForNext();
  rig.runtime.close();
  await settled();
  assert.equal(waiting.result, refusedWith(ErrorCode.NOT_COORDINATOR));
  assert.equal([...rig.runtime.shards()].length, 0);
});

const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant('add' as const) },
  { weight: 3, arbitrary: fc.constant('query' as const) },
  { weight: 2, arbitrary: fc.constant('wait' as const) },
  { weight: 3, arbitrary: fc.constant('commit some' as const) },
  { weight: 1, arbitrary: fc.constant('commit all' as const) },
  { weight: 1, arbitrary: fc.constant('fail over' as const) },
  { weight: 1, arbitrary: fc.constant('append fails' as const) },
);

test('whenever leadership or the disk is lost, no answer told of what the next leader does not have', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 45 }), async (fates) => {
      const rig = new Rig();
      let { log } = rig;
      let epoch = 1;
      await rig.runtime.load(0, epoch, log);
      log.commitsAtOnce = false;
      // Each addition is a bit of its own, so that a sum tells exactly what it is made of.
      let nextBit = 0;
      const told: Watched[] = [];
      const own: { readonly bit: number; readonly watched: Watched }[] = [];
      for (const what of fates) {
        if (what === 'add') {
          const bit = 2 ** nextBit++;
          own.push({ bit, watched: rig.add(bit) });
        } else if (what === 'query') told.push(rig.get());
        else if (what === 'wait') told.push(rig.waitForNext());
        else if (what === 'commit some') log.commit(log.committedEndOffset + 1);
        else if (what === 'commit all') log.commit();
        else if (what === 'append fails') {
          log.failsNext = true;
          rig.add(2 ** nextBit++);
          await rig.clock.advance(61_000);
        } else {
          rig.runtime.unload(0);
          log = log.copyOfCommitted();
          log.commitsAtOnce = false;
          await rig.runtime.load(0, ++epoch, log);
        }
        await settled();
      }
      rig.runtime.unload(0);
      await settled();
      await rig.runtime.load(0, ++epoch, log.copyOfCommitted());
      const kept = BigInt(rig.machine.total);
      for (const { result } of [...told, ...own.map(({ watched }) => watched)]) {
        if (typeof result !== 'number') continue;
        assert.equal(BigInt(result) & ~kept, 0n, `${result} was told, ${kept} is there`);
      }
      for (const { bit, watched } of own) {
        if (typeof watched.result === 'number') assert.notEqual(BigInt(bit) & kept, 0n);
        assert.notEqual(watched.result, undefined, 'everybody is answered');
      }
    }),
    { numRuns: 150 },
  );
});
