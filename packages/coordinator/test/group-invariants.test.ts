// Consumers that join, work, crash, restart and leave in any order, while coordinators fail over. The
// invariants are numbered as in the list that the whole project keeps (G1–G6).

import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as fc from 'fast-check';

import { ErrorCode } from '@samsa/common';
import { type JoinGroupResponse } from '@samsa/protocol/apis/join-group';

import { GroupShard, type RequestToken } from '../src/index.ts';
import { CONTEXT, TestShard } from './test-shard.ts';

const groupId = 'g';
const PARTITIONS = [0, 1, 2, 3, 4];
const SESSION_MS = 10_000;
const REBALANCE_MS = 20_000;

type Phase = 'out' | 'joining' | 'syncing' | 'working';

/** A consumer as real ones behave: one request at a time, and it believes what it is told. */
class Consumer {
  readonly instanceId: string | null;
  memberId = '';
  generation = -1;
  phase: Phase = 'out';
  owned: readonly number[] = [];
  token: RequestToken | undefined;
  members: JoinGroupResponse['members'] = [];
  isUp = false;

  constructor(instanceId: string | null) {
    this.instanceId = instanceId;
  }

  /** It forgets everything but its instance id. */
  crash(): void {
    this.isUp = false;
    this.forget();
  }

  forget(): void {
    this.memberId = '';
    this.generation = -1;
    this.phase = 'out';
    this.owned = [];
    this.token = undefined;
    this.members = [];
  }
}

class Cluster {
  readonly shard = new TestShard({ initialRebalanceDelayMs: 1_000 });
  readonly consumers = [null, null, 'i1', 'i2'].map((instanceId) => new Consumer(instanceId));
  readonly committed: Record<string, number> = {};
  #nextOffset = 1;
  #lastLogged = { generation: 0, assignments: '' };
  #checkedRecords = 0;

  consumer(index: number): Consumer {
    const consumer = this.consumers[index % this.consumers.length];
    assert(consumer !== undefined);
    return consumer;
  }

  /** One step of a consumer: it looks at its answer, or asks for what comes next. */
  act(consumer: Consumer): void {
    consumer.isUp = true;
    if (consumer.token !== undefined) {
      if (this.shard.isAnswered(consumer.token)) this.#read(consumer, consumer.token);
      return;
    }
    const { memberId, generation, instanceId } = consumer;
    if (consumer.phase === 'out') {
      consumer.token = this.shard.startJoin({
        groupId,
        memberId,
        groupInstanceId: instanceId,
        sessionTimeoutMs: SESSION_MS,
        rebalanceTimeoutMs: REBALANCE_MS,
      });
      consumer.phase = 'joining';
    } else if (consumer.phase === 'working') {
      this.#obey(consumer, this.shard.heartbeat(groupId, memberId, generation, instanceId));
    }
    if (consumer.token !== undefined && this.shard.isAnswered(consumer.token)) {
      this.#read(consumer, consumer.token);
    }
  }

  commit(consumer: Consumer): void {
    if (consumer.phase !== 'working') return;
    const { memberId, generation, instanceId } = consumer;
    const [partition] = consumer.owned;
    if (partition === undefined) return;
    const offset = this.#nextOffset++;
    const isCurrent = this.#isCurrent(consumer);
    const result = this.shard.commit(
      groupId,
      { [`t-${partition}`]: offset },
      {
        memberId,
        generation,
        ...(instanceId === null ? {} : { instanceId }),
      },
    );
    if (typeof result === 'number') {
      this.#obey(consumer, result);
      return;
    }
    // G1: who is not a member of the present generation changes nothing.
    assert(isCurrent, `a commit of generation ${generation} was taken`);
    this.committed[`t-${partition}`] = offset;
  }

  leave(consumer: Consumer): void {
    if (consumer.memberId === '' || consumer.token !== undefined) return;
    this.shard.ask((machine, now) =>
      machine.leaveGroup(
        {
          groupId,
          memberId: '',
          members: [
            { memberId: consumer.memberId, groupInstanceId: consumer.instanceId, reason: null },
          ],
        },
        { ...CONTEXT, apiVersion: 5 },
        now,
      ),
    );
    consumer.crash();
  }

  failOver(): void {
    this.shard.reload();
    // Connections to the old coordinator are gone, and with them what was asked there.
    for (const consumer of this.consumers) {
      if (consumer.token === undefined) continue;
      consumer.token = undefined;
      if (consumer.phase === 'joining' || consumer.phase === 'syncing') consumer.phase = 'out';
    }
  }

  check(): void {
    for (; this.#checkedRecords < this.shard.log.length; this.#checkedRecords++) {
      const record = this.shard.log[this.#checkedRecords];
      if (record?.kind !== 'GroupMetadata' || record.value === null) continue;
      this.#checkGeneration(record.value);
    }
    // G2: what was acknowledged is there, and nothing else.
    assert.deepEqual(this.shard.offsets(groupId), this.committed);
    this.#checkReplay();
  }

  /** G1, G3: generations only grow in the log, and one is never written with other owners. */
  #checkGeneration({
    generation,
    members,
  }: {
    generation: number;
    members: readonly { assignment: Uint8Array }[];
  }): void {
    const owned = members.flatMap(({ assignment }) => [...assignment]);
    assert.equal(new Set(owned).size, owned.length, 'a partition has one owner');
    const assignments = members
      .map(({ assignment }) => String(assignment))
      .sort()
      .join(' ');
    assert(generation >= this.#lastLogged.generation, 'generations grow');
    if (generation === this.#lastLogged.generation && this.#lastLogged.assignments !== '') {
      assert.equal(assignments, this.#lastLogged.assignments, 'a generation has one assignment');
    }
    this.#lastLogged = { generation, assignments };
  }

  /** The next coordinator would see what this one does, except for a rebalance in progress. */
  #checkReplay(): void {
    const state = this.shard.state(groupId);
    if (state !== 'Stable' && state !== 'Empty') return;
    const next = new GroupShard(this.shard.settings);
    for (const record of this.shard.log) next.replay(record);
    const now = this.shard.ask((machine) => machine.describeGroup(groupId, CONTEXT));
    assert.deepEqual(next.describeGroup(groupId, CONTEXT).response, now);
  }

  #isCurrent({ memberId, generation }: Consumer): boolean {
    const group = this.shard.ask((machine) => machine.describeGroup(groupId, CONTEXT));
    return (
      group.members.some((member) => member.memberId === memberId) &&
      generation >= this.#lastLogged.generation
    );
  }

  #read(consumer: Consumer, token: RequestToken): void {
    consumer.token = undefined;
    if (consumer.phase === 'joining') this.#joined(consumer, this.shard.joined(token));
    else if (consumer.phase === 'syncing') {
      const response = this.shard.synced(token);
      consumer.phase = 'working';
      consumer.owned = [...response.assignment];
      this.#obey(consumer, response.errorCode as ErrorCode);
    }
  }

  #joined(consumer: Consumer, response: JoinGroupResponse): void {
    consumer.phase = 'out';
    if (response.errorCode === ErrorCode.MEMBER_ID_REQUIRED) {
      consumer.memberId = response.memberId;
      return;
    }
    if (response.errorCode !== ErrorCode.NONE) {
      this.#obey(consumer, response.errorCode as ErrorCode);
      return;
    }
    consumer.memberId = response.memberId;
    consumer.generation = response.generationId;
    consumer.members = response.members;
    consumer.phase = 'syncing';
    const isLeader = response.leader === response.memberId && !response.skipAssignment;
    consumer.token = this.shard.startSync({
      groupId,
      memberId: consumer.memberId,
      generationId: consumer.generation,
      groupInstanceId: consumer.instanceId,
      assignments: isLeader ? shared(response.members) : [],
    });
  }

  #obey(consumer: Consumer, errorCode: ErrorCode): void {
    if (errorCode === ErrorCode.NONE) return;
    if (errorCode === ErrorCode.REBALANCE_IN_PROGRESS) {
      consumer.phase = 'out';
      consumer.owned = [];
    } else if (errorCode === ErrorCode.FENCED_INSTANCE_ID) {
      consumer.crash();
    } else {
      assert(
        errorCode === ErrorCode.UNKNOWN_MEMBER_ID || errorCode === ErrorCode.ILLEGAL_GENERATION,
        `a well-behaved consumer got ${errorCode}`,
      );
      const isUp = consumer.isUp;
      consumer.forget();
      consumer.isUp = isUp;
    }
  }
}

function shared(members: JoinGroupResponse['members']) {
  return members.map(({ memberId }, index) => ({
    memberId,
    assignment: Uint8Array.from(
      PARTITIONS.filter((partition) => partition % members.length === index),
    ),
  }));
}

const step = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('act' as const), who: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('failover' as const), who: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      who: fc.constantFrom(10, 500, 1_500, 9_000, 25_000),
    }),
  },
);

function take(cluster: Cluster, { do: what, who }: { do: string; who: number }): void {
  if (what === 'wait') cluster.shard.advance(who);
  else if (what === 'failover') cluster.failOver();
  else if (what === 'act') cluster.act(cluster.consumer(who));
  else if (what === 'commit') cluster.commit(cluster.consumer(who));
  else if (what === 'leave') cluster.leave(cluster.consumer(who));
  else cluster.consumer(who).crash();
}

test('whatever consumers and coordinators do, owners are single, offsets stay, and the group settles', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 80 }), (steps) => {
      const cluster = new Cluster();
      for (const each of steps) {
        take(cluster, each);
        cluster.check();
      }
      // G4: from now on everybody behaves; the group settles within two timeouts.
      const until = cluster.shard.monotonicMs + 2 * Math.max(SESSION_MS, REBALANCE_MS) + 2_000;
      while (cluster.shard.monotonicMs < until) {
        for (const consumer of cluster.consumers) cluster.act(consumer);
        cluster.shard.advance(250);
        cluster.check();
      }
      assert.equal(cluster.shard.state(groupId), 'Stable');
      const owned = cluster.consumers.flatMap((consumer) => [...consumer.owned]);
      assert.deepEqual(
        owned.sort((a, b) => a - b),
        PARTITIONS,
        'every partition has its owner',
      );
      assert(
        cluster.consumers.every(({ phase, token }) => phase === 'working' && token === undefined),
      );
    }),
    { numRuns: 100 },
  );
});

test('static members that restart within their sessions never make a rebalance', () => {
  const bounce = fc.record({ who: fc.constantFrom(2, 3), downMs: fc.nat(9_000) });
  fc.assert(
    fc.property(fc.array(bounce, { minLength: 1, maxLength: 10 }), (bounces) => {
      const cluster = new Cluster();
      const statics = [cluster.consumer(2), cluster.consumer(3)];
      const settle = () => {
        for (let i = 0; i < 40; i++) {
          for (const consumer of statics) cluster.act(consumer);
          cluster.shard.advance(100);
        }
      };
      settle();
      const generation = cluster.consumer(2).generation;
      const rebalances = () => cluster.shard.events.filter((e) => e === 'group rebalance').length;
      const before = rebalances();
      for (const { who, downMs } of bounces) {
        const consumer = cluster.consumer(who);
        const { owned } = consumer;
        consumer.crash();
        for (let waited = 0; waited < downMs; waited += 500) {
          for (const other of statics) if (other.isUp) cluster.act(other);
          cluster.shard.advance(Math.min(500, downMs - waited));
        }
        settle();
        assert.deepEqual(consumer.owned, owned);
        cluster.check();
      }
      assert.equal(rebalances(), before);
      assert(statics.every((consumer) => consumer.generation === generation));
    }),
    { numRuns: 40 },
  );
});
