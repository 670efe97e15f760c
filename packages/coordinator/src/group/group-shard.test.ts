import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { type GroupRecord } from '@samsa/protocol/group-record';

import { CONTEXT, TestShard } from '../../test/test-shard.ts';

const groupId = 'g';

function describe(shard: TestShard, id: string, apiVersion = 6) {
  return shard.ask((machine) => machine.describeGroup(id, { ...CONTEXT, apiVersion }));
}

function list(shard: TestShard, states: string[] = [], types: string[] = []) {
  return shard
    .ask((machine) => machine.listGroups({ states, types }))
    .map(({ groupId: id, groupState, groupType }) => `${id} ${groupState} ${groupType}`);
}

test('a stable group is described with protocol, metadata and assignments, others without', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  const stable = describe(shard, groupId);
  assert.equal(stable.protocolData, 'range');
  assert.deepEqual(stable.members[0]?.memberAssignment, Uint8Array.of(1));
  assert.deepEqual(
    [stable.members[0]?.clientHost, stable.members[0]?.groupInstanceId],
    ['/127.0.0.1', 'i1'],
  );
  shard.startJoin({ groupId, memberId, groupInstanceId: 'i1' });
  const completing = describe(shard, groupId);
  assert.equal(completing.groupState, 'CompletingRebalance');
  assert.equal(completing.protocolData, '');
  assert.equal(completing.members[0]?.memberMetadata.length, 0);
});

test('a group that does not exist is dead, which newer clients are told by an error', () => {
  const shard = new TestShard();
  assert.deepEqual(
    [5, 6]
      .map((version) => describe(shard, 'none', version))
      .map((group) => [group.errorCode, group.groupState]),
    [
      [ErrorCode.NONE, 'Dead'],
      [ErrorCode.GROUP_ID_NOT_FOUND, 'Dead'],
    ],
  );
  assert.match(describe(shard, 'none').errorMessage ?? '', /none not found/);
});

test('groups are listed by state and type, in any case', () => {
  const shard = new TestShard();
  shard.stableMember('a');
  shard.commit('b', { 't-0': 1 });
  assert.deepEqual(list(shard), ['a Stable classic', 'b Empty classic']);
  assert.deepEqual(list(shard, ['sTable']), ['a Stable classic']);
  assert.deepEqual(list(shard, [], ['Classic']).length, 2);
  assert.deepEqual(list(shard, [], ['consumer']), []);
  assert.deepEqual(list(shard, ['Dead']), []);
});

test('only an empty group is deleted, and its offsets go before it', () => {
  const shard = new TestShard();
  const remove = (id: string) => shard.ask((machine) => machine.deleteGroup(id));
  assert.equal(remove('none'), ErrorCode.GROUP_ID_NOT_FOUND);
  const { memberId } = shard.stableMember(groupId);
  shard.commit(groupId, { 't-0': 1 }, { memberId, generation: 1 });
  assert.equal(remove(groupId), ErrorCode.NON_EMPTY_GROUP);
  shard.advance(10_000);
  assert.equal(remove(groupId), ErrorCode.NONE);
  assert.deepEqual(
    shard.log.slice(-2).map(({ kind, value }) => [kind, value]),
    [
      ['OffsetCommit', null],
      ['GroupMetadata', null],
    ],
  );
  shard.reload();
  assert.deepEqual([shard.shard.groupCount, shard.shard.offsetCount], [0, 0]);
});

test('a deleted group wakes nobody', () => {
  const shard = new TestShard();
  shard.join({ groupId });
  shard.ask((machine) => machine.deleteGroup(groupId));
  assert.equal(shard.shard.nextDeadlineMs(), 1_000 + 600_000, 'only offset expiry');
});

// ---- Other kinds of groups ------------------------------------------------------------------------

const MEMBER: GroupRecord = {
  kind: 'ConsumerGroupMemberMetadata',
  version: 0,
  key: { groupId, memberId: 'm' },
  value: {
    instanceId: null,
    rackId: null,
    clientId: 'c',
    clientHost: '/h',
    subscribedTopicNames: ['t'],
    subscribedTopicRegex: null,
    rebalanceTimeoutMs: 1,
    serverAssignor: null,
    classicMemberMetadata: null,
  },
};
const EPOCH: GroupRecord = {
  kind: 'ConsumerGroupMetadata',
  version: 0,
  key: { groupId },
  value: { epoch: 2, metadataHash: 0n },
};

function withConsumerGroup(...records: GroupRecord[]): TestShard {
  const shard = new TestShard();
  shard.log.push(...records);
  shard.reload();
  return shard;
}

test('a consumer group in the log keeps its id, and classic members are refused', () => {
  const shard = withConsumerGroup(MEMBER, EPOCH);
  assert.deepEqual(list(shard), ['g Unknown consumer']);
  assert.equal(shard.join({ groupId }).errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  assert.equal(shard.heartbeat(groupId, 'm', 2), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(shard.sync({ groupId }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
  assert.match(describe(shard, groupId).errorMessage ?? '', /not a classic group/);
  assert.equal(shard.commit(groupId, { 't-0': 1 }), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(
    shard.ask((machine) => machine.deleteGroup(groupId)),
    ErrorCode.NON_EMPTY_GROUP,
  );
});

test('offsets that came before its records do not make it a classic group', () => {
  const shard = new TestShard();
  shard.commit(groupId, { 't-0': 1 });
  shard.log.push(EPOCH);
  shard.reload();
  assert.deepEqual(list(shard), ['g Empty consumer']);
  assert.deepEqual(shard.offsets(groupId), { 't-0': 1 });
});

test('a consumer group without members is deleted with a tombstone for each of its records', () => {
  const shard = withConsumerGroup(MEMBER, EPOCH, { ...MEMBER, value: null });
  shard.commit(groupId, { 't-0': 1 });
  assert.equal(
    shard.ask((machine) => machine.deleteGroup(groupId)),
    ErrorCode.NONE,
  );
  assert.deepEqual(
    shard.log.slice(-2).map(({ kind, value }) => [kind, value]),
    [
      ['OffsetCommit', null],
      ['ConsumerGroupMetadata', null],
    ],
  );
  shard.reload();
  assert.equal(shard.shard.groupCount, 0);
});

test('a tombstone of an earlier life of the id does not touch the classic group that has it now', () => {
  const shard = new TestShard();
  shard.stableMember(groupId);
  shard.log.push({ ...EPOCH, value: null });
  shard.reload();
  assert.equal(shard.state(groupId), 'Stable');
});

test('commits of Kafka 0.8 do not stop the load', () => {
  const shard = new TestShard();
  shard.log.push({
    kind: 'LegacyOffsetCommit',
    version: 0,
    key: { group: groupId, topic: 't', partition: 0 },
    value: { offset: 1, metadata: '', commitTimestamp: 0 },
  });
  shard.reload();
  assert.equal(shard.shard.groupCount, 0);
});
