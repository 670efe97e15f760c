import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, ZERO_UUID } from '@samsa/common';

import { CONTEXT, protocol, TestShard, TOPIC_ID } from '../../../test/test-shard.ts';

const groupId = 'g';
const DAY_MS = 24 * 3_600_000;

test('a consumer without a group commits with generation −1, which makes a group without members', () => {
  const shard = new TestShard();
  assert.deepEqual(shard.commit(groupId, { 't-0': 5, 'u-3': 7 }), [0, 0]);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5, 'u-3': 7 });
  assert.equal(shard.state(groupId), 'Empty');
});

test('a commit is written as Kafka writes it', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 5 }, { metadata: 'm' });
  assert.deepEqual(shard.log, [
    {
      kind: 'OffsetCommit',
      version: 4,
      key: { group: groupId, topic: 't', partition: 0 },
      value: {
        offset: 5,
        leaderEpoch: 7,
        metadata: 'm',
        commitTimestamp: shard.nowMs,
        expireTimestamp: -1,
        topicId: TOPIC_ID,
      },
    },
  ]);
});

test('who may commit depends on group, member, instance and generation', () => {
  const shard = new TestShard();
  const offset = { 't-0': 1 };
  assert.equal(shard.commit(groupId, offset, { generation: 1 }), ErrorCode.GROUP_ID_NOT_FOUND);
  assert.equal(shard.commit(groupId, offset, { generation: 1 }, 8), ErrorCode.ILLEGAL_GENERATION);
  const { memberId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  const as = (init: Parameters<TestShard['commit']>[2]) => shard.commit(groupId, offset, init);
  assert.equal(as({}), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(as({ memberId: 'x', generation: 1 }), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(as({ memberId, generation: 0 }), ErrorCode.ILLEGAL_GENERATION);
  assert.equal(as({ memberId, generation: -1 }), ErrorCode.ILLEGAL_GENERATION);
  const twin = { memberId: 'x', instanceId: 'i1', generation: 1 };
  assert.equal(as(twin), ErrorCode.FENCED_INSTANCE_ID);
  assert.deepEqual(as({ memberId, generation: 1 }), [0]);
});

test('between join and assignment a commit is told of the rebalance, before the join it is taken', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  shard.startJoin({ groupId }, 3);
  assert.deepEqual(shard.commit(groupId, { 't-0': 1 }, { memberId, generation: 1 }), [0]);
  shard.join({ groupId, memberId });
  assert.equal(
    shard.commit(groupId, { 't-0': 2 }, { memberId, generation: 2 }),
    ErrorCode.REBALANCE_IN_PROGRESS,
  );
});

test('a commit keeps the session alive', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  for (let i = 0; i < 3; i++) {
    shard.advance(9_000);
    shard.commit(groupId, { 't-0': i }, { memberId, generation: 1 });
  }
  assert.equal(shard.heartbeat(groupId, memberId, 1), ErrorCode.NONE);
});

test('metadata that is too long refuses its partition only', () => {
  const shard = new TestShard({ maxOffsetMetadataLength: 3 });
  assert.deepEqual(shard.commit(groupId, { 't-0': 1 }, { metadata: 'four' }), [
    ErrorCode.OFFSET_METADATA_TOO_LARGE,
  ]);
  assert.deepEqual(shard.log, []);
  assert.deepEqual(shard.commit(groupId, { 't-0': 1 }, { metadata: 'thr' }), [0]);
});

test('what was not committed is told apart from what was, in the order that was asked for', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-1': 4 });
  const ask = (topicId: string) =>
    shard
      .ask((machine) =>
        machine.fetchOffsets(groupId, [{ name: 't', topicId, partitionIndexes: [2, 1] }]),
      )
      .flatMap(({ partitions }) => partitions.map(({ committed }) => committed?.offset));
  assert.deepEqual(ask(ZERO_UUID), [undefined, 4]);
  assert.deepEqual(ask(TOPIC_ID), [undefined, 4]);
  assert.deepEqual(ask('JB2YvJcIRwO7naPLnmY46g'), [undefined, undefined], 'of a deleted topic');
});

test('a group that does not exist has committed nothing', () => {
  const shard = new TestShard();
  assert.deepEqual(shard.offsets('none'), {});
});

test('offsets survive a fail-over', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 5 });
  shard.commit(groupId, { 't-0': 6 });
  shard.reload();
  assert.deepEqual(shard.offsets(groupId), { 't-0': 6 });
});

// ---- Deleting -----------------------------------------------------------------------------------

function deleteOffset(shard: TestShard, name: string) {
  return shard.ask((machine) =>
    machine.deleteOffsets({
      groupId,
      topics: [{ name, partitions: [{ partitionIndex: 0 }, { partitionIndex: 9 }] }],
    }),
  );
}

test('offsets that are deleted are gone, and those that were not there are no error', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 5 });
  const response = deleteOffset(shard, 't');
  assert.deepEqual(
    response.topics[0]?.partitions.map(({ errorCode }) => errorCode),
    [0, 0],
  );
  assert.equal(shard.log.length, 2, 'one tombstone');
  assert.deepEqual(shard.offsets(groupId), {});
  shard.reload();
  assert.deepEqual(shard.offsets(groupId), {});
});

test('offsets of topics that members read are not deleted, nor any while that cannot be known', () => {
  const shard = new TestShard();
  assert.equal(deleteOffset(shard, 't').errorCode, ErrorCode.GROUP_ID_NOT_FOUND);
  shard.stableMember(groupId, { protocols: [protocol('range', ['t'])] });
  const subscribed = deleteOffset(shard, 't').topics[0]?.partitions[0]?.errorCode;
  assert.equal(subscribed, ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC);
  assert.equal(deleteOffset(shard, 'u').topics[0]?.partitions[0]?.errorCode, ErrorCode.NONE);

  const unreadable = new TestShard();
  unreadable.stableMember(groupId, { protocols: [{ name: 'range', metadata: Uint8Array.of(1) }] });
  const unknown = deleteOffset(unreadable, 'u').topics[0]?.partitions[0]?.errorCode;
  assert.equal(unknown, ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC);

  const connect = new TestShard();
  connect.stableMember(groupId, { protocolType: 'connect' });
  assert.equal(deleteOffset(connect, 'u').errorCode, ErrorCode.NON_EMPTY_GROUP);
});

test('a deleted topic takes the offsets of every group with it', () => {
  const shard = new TestShard();
  shard.commit('a', { 't-0': 1, 'u-0': 2 });
  shard.commit('b', { 't-1': 3 });
  shard.ask((machine) => machine.forgetTopics(new Set(['t', 'x'])));
  assert.deepEqual(shard.offsets('a'), { 'u-0': 2 });
  assert.deepEqual(shard.offsets('b'), {});
});

// ---- Expiry ---------------------------------------------------------------------------------------

test('offsets of a group without members expire after the retention since their commit, with the group', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 5 });
  shard.advance(7 * DAY_MS - 600_000);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5 });
  shard.advance(700_000);
  assert.deepEqual(shard.offsets(groupId), {});
  assert.equal(shard.state(groupId), 'Dead');
  const [offset, group] = shard.log.slice(-2);
  assert.deepEqual([offset?.kind, offset?.value], ['OffsetCommit', null]);
  assert.deepEqual([group?.kind, group?.value], ['GroupMetadata', null]);
});

test('offsets of a group expire after the retention since it became empty, however old they are', () => {
  const shard = new TestShard({ maxSessionTimeoutMs: 30 * DAY_MS });
  const { memberId } = shard.stableMember(groupId, { sessionTimeoutMs: 20 * DAY_MS });
  shard.commit(groupId, { 't-0': 5 }, { memberId, generation: 1 });
  shard.advance(10 * DAY_MS);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5 }, 'its member reads the topic');
  shard.ask((machine, now) =>
    machine.leaveGroup({ groupId, memberId, members: [] }, { ...CONTEXT, apiVersion: 0 }, now),
  );
  shard.advance(7 * DAY_MS - 600_000);
  shard.reload();
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5 });
  shard.advance(700_000);
  assert.deepEqual(shard.offsets(groupId), {});
});

test('a stable group loses the offsets of topics that it does not read any more', () => {
  const shard = new TestShard({ maxSessionTimeoutMs: 30 * DAY_MS });
  const { memberId } = shard.stableMember(groupId, {
    sessionTimeoutMs: 20 * DAY_MS,
    protocols: [protocol('range', ['t'])],
  });
  shard.commit(groupId, { 't-0': 5, 'u-0': 6 }, { memberId, generation: 1 });
  shard.advance(8 * DAY_MS);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5 });
});

test('nothing expires in the middle of a rebalance', () => {
  const shard = new TestShard({
    maxSessionTimeoutMs: DAY_MS,
    offsetsRetentionMs: 1,
    offsetsRetentionCheckIntervalMs: 60_000,
  });
  const init = { sessionTimeoutMs: DAY_MS, rebalanceTimeoutMs: DAY_MS };
  const { memberId } = shard.stableMember(groupId, init);
  shard.commit(groupId, { 'u-0': 6 }, { memberId, generation: 1 });
  shard.startJoin({ groupId, groupInstanceId: 'i1', ...init });
  shard.advance(200_000);
  assert.equal(shard.state(groupId), 'PreparingRebalance');
  assert.deepEqual(shard.offsets(groupId), { 'u-0': 6 });
  shard.advance(120_000);
  assert.equal(shard.state(groupId), 'PreparingRebalance', 'the newcomer gave up');
});

test('an expiry that an older client asked for holds instead of the retention', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 5 }, { retentionTimeMs: 1_000 }, 4);
  shard.commit('longer', { 't-0': 5 }, { retentionTimeMs: 14 * DAY_MS }, 4);
  assert.equal(shard.log[0]?.version, 1);
  shard.advance(600_000);
  assert.deepEqual(shard.offsets(groupId), {});
  shard.advance(8 * DAY_MS);
  assert.deepEqual(shard.offsets('longer'), { 't-0': 5 });
});

test('a clock that was set wrongly for a while expires nothing', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 5 });
  shard.advance(1_000);
  shard.nowMs += 30 * DAY_MS;
  shard.advance(600_000);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5 });
  shard.nowMs -= 30 * DAY_MS;
  shard.advance(3_600_000);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 5 });
});

test('a group that somebody is about to join is not deleted', () => {
  const shard = new TestShard({ maxSessionTimeoutMs: DAY_MS });
  const { memberId } = shard.join({ groupId, sessionTimeoutMs: DAY_MS });
  shard.advance(600_000);
  const token = shard.startJoin({ groupId, memberId });
  shard.advance(3_000);
  assert.equal(shard.joined(token).generationId, 1);
});

test('a group with more offsets than one step looks at goes when all of them have expired', () => {
  const shard = new TestShard({ offsetsRetentionCheckIntervalMs: DAY_MS });
  const many = Array.from({ length: 4_500 }, (_, i) => [`t-${i}`, i] as const);
  shard.commit(groupId, Object.fromEntries(many));
  shard.advance(4 * DAY_MS);
  shard.commit(groupId, { 't-4499': 1 });
  shard.advance(4 * DAY_MS);
  assert.deepEqual(shard.offsets(groupId), { 't-4499': 1 });
  shard.advance(4 * DAY_MS);
  assert.equal(shard.state(groupId), 'Dead');
  assert.equal(shard.log.at(-1)?.kind, 'GroupMetadata');
});

test('many offsets are looked through in steps, and all of them are found', () => {
  const shard = new TestShard({ offsetsRetentionCheckIntervalMs: DAY_MS });
  for (let group = 0; group < 300; group++) {
    const offsets = Array.from({ length: 20 }, (_, i) => [`t-${i}`, i] as const);
    shard.commit(`g${group}`, Object.fromEntries(offsets));
  }
  shard.advance(8 * DAY_MS);
  assert.equal(shard.shard.offsetCount, 0);
  assert.equal(shard.shard.groupCount, 0);
});
