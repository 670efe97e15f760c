import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { directoryOf } from '../../test/test-controller.ts';
import { metadataVersion } from '../features/metadata-version.ts';
import { NO_LEADER, PartitionRegistration } from '../image/partition-registration.ts';
import { SharedLists } from '../image/shared-lists.ts';
import { type RecordValue } from '../records.ts';
import {
  type Election,
  partitionChange,
  type PartitionSurroundings,
  type PartitionTarget,
} from './partition-change.ts';

const TOPIC_ID = 'AAAAAAAAAAAAAAAAAAAABg';

type Fields = Partial<ConstructorParameters<typeof PartitionRegistration>[0]>;

function partition(fields: Fields = {}): PartitionRegistration {
  const replicas = fields.replicas ?? [1, 2, 3];
  return new PartitionRegistration({
    replicas,
    directories: replicas.map(directoryOf),
    isr: replicas,
    leader: replicas[0] ?? NO_LEADER,
    leaderEpoch: 5,
    partitionEpoch: 9,
    ...fields,
  });
}

interface World {
  readonly alive?: readonly number[];
  readonly minInsyncReplicas?: number;
  readonly isElrEnabled?: boolean;
  readonly level?: number;
}

function around({
  alive = [1, 2, 3],
  minInsyncReplicas = 1,
  isElrEnabled = true,
  level = 30,
}: World = {}): PartitionSurroundings {
  return {
    metadataVersion: metadataVersion(level),
    isElrEnabled,
    minInsyncReplicas,
    canLead: (id) => alive.includes(id),
    defaultDirectoryOf: directoryOf,
  };
}

function changeOf(
  before: PartitionRegistration,
  target: PartitionTarget,
  world?: World,
): RecordValue<'PartitionChangeRecord'> | undefined {
  const record = partitionChange(TOPIC_ID, 0, before, target, around(world));
  return record?.kind === 'PartitionChangeRecord' ? record.value : undefined;
}

function after(
  before: PartitionRegistration,
  target: PartitionTarget,
  world?: World,
): PartitionRegistration {
  const change = changeOf(before, target, world);
  return change === undefined ? before : before.changedBy(change, new SharedLists());
}

test('nothing to change gives no record', () => {
  assert.equal(changeOf(partition(), {}), undefined);
});

test('the leader stays while it is in sync and alive, and the epoch stays with it', () => {
  const next = after(partition(), { isr: [1, 2] });
  assert.deepEqual([next.leader, next.leaderEpoch, next.partitionEpoch], [1, 5, 10]);
  assert.deepEqual(next.isr, [1, 2]);
});

test('below 3.6 the leader epoch rises when a replica leaves the ISR, and not when one joins', () => {
  assert.equal(
    changeOf(partition(), { isr: [1, 2] }, { level: 11, isElrEnabled: false })?.leader,
    1,
  );
  const grows = changeOf(
    partition({ isr: [1] }),
    { isr: [1, 2] },
    { level: 11, isElrEnabled: false },
  );
  assert.equal(grows?.leader, -2);
});

test('a leader that went is replaced by the first replica in sync', () => {
  const next = after(partition(), { isr: [3, 2] }, { alive: [2, 3] });
  assert.deepEqual([next.leader, next.leaderEpoch], [2, 6]);
});

test('the preferred election takes the first replica, and keeps the leader where that cannot lead', () => {
  const led = partition({ leader: 2 });
  assert.equal(after(led, { election: 'preferred' }).leader, 1);
  assert.equal(changeOf(led, { election: 'preferred' }, { alive: [2, 3] }), undefined);
});

test('replicas that leave an ISR below the minimum stay eligible, and come back out of it', () => {
  const shrunk = after(partition(), { isr: [1] }, { minInsyncReplicas: 2 });
  assert.deepEqual([shrunk.isr, shrunk.elr], [[1], [2, 3]]);
  const grown = after(shrunk, { isr: [1, 3] }, { minInsyncReplicas: 2 });
  assert.deepEqual([grown.isr, grown.elr], [[1, 3], []]);
});

test('replicas that leave an ISR at or above the minimum are not eligible', () => {
  assert.deepEqual(after(partition(), { isr: [1] }, { minInsyncReplicas: 1 }).elr, []);
});

test('without ELR the last replica stays in the ISR though it cannot lead', () => {
  const alone = partition({ isr: [1] });
  const next = after(alone, { isr: [] }, { alive: [2, 3], isElrEnabled: false });
  assert.deepEqual([next.isr, next.leader, next.elr], [[1], NO_LEADER, []]);
});

test('with ELR the last replica leaves the ISR, is eligible and is remembered as the last leader', () => {
  const next = after(partition({ isr: [1] }), { isr: [] }, { alive: [2, 3] });
  assert.deepEqual([next.isr, next.leader, next.elr, next.lastKnownElr], [[], NO_LEADER, [1], [1]]);
});

test('an eligible replica leads again when the ISR is empty, without loss', () => {
  const empty = partition({ isr: [], leader: NO_LEADER, elr: [2, 3], lastKnownElr: [1] });
  const next = after(empty, {}, { alive: [3], minInsyncReplicas: 2 });
  assert.deepEqual([next.leader, next.isr, next.elr, next.lastKnownElr], [3, [3], [2], []]);
  assert.equal(next.leaderRecoveryState, 0);
});

test('no eligible replica leads while a replica is in the ISR', () => {
  const away = partition({ isr: [1], leader: NO_LEADER, elr: [2] });
  assert.equal(changeOf(away, {}, { alive: [2], minInsyncReplicas: 2 }), undefined);
});

test('the last known leader leads where ISR and ELR are empty, but only when it is alive', () => {
  const lost = partition({ isr: [], leader: NO_LEADER, elr: [], lastKnownElr: [2] });
  assert.equal(changeOf(lost, {}, { alive: [1, 3] }), undefined);
  const next = after(lost, {}, { alive: [1, 2] });
  assert.deepEqual([next.leader, next.isr, next.leaderRecoveryState], [2, [2], 1]);
});

test('an unclean election takes any replica alive, makes it the ISR and says that it recovers', () => {
  const lost = partition({ isr: [1], leader: NO_LEADER });
  assert.equal(changeOf(lost, { election: 'online' }, { alive: [3] }), undefined);
  const next = after(lost, { election: 'unclean' }, { alive: [3] });
  assert.deepEqual([next.leader, next.isr, next.elr, next.leaderRecoveryState], [3, [3], [], 1]);
});

test('an unclean election is not needed where a clean one is possible', () => {
  const next = after(partition({ isr: [2, 3] }), { election: 'unclean' }, { alive: [2, 3] });
  assert.deepEqual([next.leader, next.leaderRecoveryState], [2, 0]);
});

test('a broker that stopped uncleanly leaves ISR and ELR', () => {
  const shrunk = partition({ isr: [1], elr: [2] });
  const next = after(shrunk, { uncleanReplica: 2 }, { minInsyncReplicas: 2 });
  assert.deepEqual([next.isr, next.elr], [[1], []]);
  const alone = partition({ isr: [1], elr: [] });
  const lost = after(
    alone,
    { isr: [], uncleanReplica: 1 },
    { alive: [2, 3], minInsyncReplicas: 2 },
  );
  assert.deepEqual([lost.isr, lost.elr, lost.lastKnownElr], [[], [], [1]]);
});

test('a reassignment ends in the write that brings its last new replica in sync', () => {
  const moving = partition({
    replicas: [4, 1],
    directories: [4, 1].map(directoryOf),
    isr: [1],
    leader: 1,
    addingReplicas: [4],
    removingReplicas: [1],
  });
  const waiting = after(moving, { isr: [1] }, { alive: [1, 4] });
  assert.deepEqual(waiting.replicas, [4, 1]);
  const done = after(moving, { isr: [1, 4] }, { alive: [1, 4] });
  assert.deepEqual([done.replicas, done.isr, done.leader], [[4], [4], 4]);
  assert.equal(done.isReassigning, false);
  assert.deepEqual(done.directories, [directoryOf(4)]);
});

test('a replica that is taken away raises the leader epoch, so that it is fenced', () => {
  const next = after(partition({ isr: [1, 2] }), { replicas: [1, 2] });
  assert.deepEqual([next.leader, next.leaderEpoch], [1, 6]);
});

test('whatever happens, the sets of replicas keep their rules', () => {
  const someIds = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
  const event = fc.record({
    alive: someIds,
    isr: fc.option(someIds),
    unclean: fc.option(fc.integer({ min: 1, max: 4 })),
    election: fc.constantFrom<Election>('preferred', 'online', 'unclean'),
    isFencing: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 5, maxLength: 20 }),
      fc.integer({ min: 1, max: 3 }),
      (events, minInsyncReplicas) => {
        let now = partition();
        for (const { alive, isr, unclean, election, isFencing } of events) {
          const isLeaderAsking =
            isr !== null && unclean === null && now.hasLeader && alive.includes(now.leader);
          const asked = (isr ?? []).filter((id) => now.replicas.includes(id) && alive.includes(id));
          const target: PartitionTarget = {
            election,
            isr:
              isLeaderAsking && !isFencing
                ? [...new Set([now.leader, ...asked])]
                : now.isr.filter((id) => alive.includes(id) && id !== unclean),
            ...(unclean === null ? {} : { uncleanReplica: unclean }),
          };
          const usable = alive.filter((id) => id !== unclean);
          const next = after(now, target, { alive: usable, minInsyncReplicas });
          assert.ok(next.leaderEpoch >= now.leaderEpoch);
          assert.ok(next.leader === now.leader || next.leaderEpoch > now.leaderEpoch);
          assert.ok(
            next.elr.every((id) => !next.isr.includes(id)),
            'ISR and ELR are disjoint',
          );
          for (const id of [...next.isr, ...next.elr]) assert.ok(next.replicas.includes(id));
          if (next.isr.length >= minInsyncReplicas && next !== now) {
            assert.deepEqual(next.elr, [], 'a full ISR needs no ELR');
          }
          assert.ok(!next.hasLeader || next.isr.includes(next.leader), 'the leader is in the ISR');
          if (unclean !== null) {
            assert.ok(!next.isr.includes(unclean) && !next.elr.includes(unclean));
          }
          now = next;
        }
      },
    ),
    { numRuns: 500 },
  );
});
