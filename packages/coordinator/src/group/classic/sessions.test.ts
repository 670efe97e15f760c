import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';

import { CONTEXT, TestShard } from '../../../test/test-shard.ts';

const groupId = 'g';

function leave(
  shard: TestShard,
  members: readonly { memberId: string; groupInstanceId?: string }[],
  apiVersion = 5,
) {
  const request = {
    groupId,
    memberId: apiVersion < 3 ? (members[0]?.memberId ?? '') : '',
    members: members.map((member) => ({ groupInstanceId: null, reason: null, ...member })),
  };
  return shard.ask((machine, now) => machine.leaveGroup(request, { ...CONTEXT, apiVersion }, now));
}

test('a heartbeat extends the session, and silence ends it', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  shard.advance(9_999);
  assert.equal(shard.heartbeat(groupId, memberId, 1), ErrorCode.NONE);
  shard.advance(9_999);
  assert.equal(shard.state(groupId), 'Stable');
  shard.advance(1);
  assert.equal(shard.state(groupId), 'Empty');
  assert.equal(shard.heartbeat(groupId, memberId, 1), ErrorCode.UNKNOWN_MEMBER_ID);
});

test('a heartbeat is checked for member, instance and generation', () => {
  const shard = new TestShard();
  assert.equal(shard.heartbeat('none', 'm', 1), ErrorCode.UNKNOWN_MEMBER_ID);
  const { memberId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  assert.equal(shard.heartbeat(groupId, 'm', 1), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(shard.heartbeat(groupId, 'm', 1, 'i1'), ErrorCode.FENCED_INSTANCE_ID);
  assert.equal(shard.heartbeat(groupId, memberId, 0, 'i1'), ErrorCode.ILLEGAL_GENERATION);
  assert.equal(shard.heartbeat(groupId, memberId, 1, 'i1'), ErrorCode.NONE);
});

test('a wall clock that is set does not end sessions', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  shard.nowMs += 3_600_000;
  shard.advance(9_999);
  assert.equal(shard.heartbeat(groupId, memberId, 1), ErrorCode.NONE);
  shard.nowMs -= 7_200_000;
  shard.advance(9_999);
  assert.equal(shard.state(groupId), 'Stable');
});

test('the last member leaves a group that is empty in the log, in the next generation', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  assert.deepEqual(leave(shard, [{ memberId }]).members, [
    { memberId, groupInstanceId: null, errorCode: ErrorCode.NONE },
  ]);
  assert.deepEqual(shard.log.at(-1), {
    kind: 'GroupMetadata',
    version: 3,
    key: { group: groupId },
    value: {
      protocolType: 'consumer',
      generation: 2,
      protocol: null,
      leader: null,
      currentStateTimestamp: shard.nowMs,
      members: [],
    },
  });
});

test('each that leaves has its own result', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  const response = leave(shard, [
    { memberId: 'x' },
    { memberId: '' },
    { memberId: '', groupInstanceId: 'i2' },
    { memberId: 'x', groupInstanceId: 'i1' },
    { memberId, groupInstanceId: 'i1' },
  ]);
  assert.equal(response.errorCode, ErrorCode.NONE);
  assert.deepEqual(
    response.members.map(({ errorCode }) => errorCode),
    [
      ErrorCode.UNKNOWN_MEMBER_ID,
      ErrorCode.UNKNOWN_MEMBER_ID,
      ErrorCode.UNKNOWN_MEMBER_ID,
      ErrorCode.FENCED_INSTANCE_ID,
      ErrorCode.NONE,
    ],
  );
});

test('an administrator removes a static member by its instance id alone', () => {
  const shard = new TestShard();
  shard.stableMember(groupId, { groupInstanceId: 'i1' });
  leave(shard, [{ memberId: '', groupInstanceId: 'i1' }]);
  assert.equal(shard.state(groupId), 'Empty');
});

test('up to version 2 one member leaves, and its result is the response’s', () => {
  const shard = new TestShard();
  assert.equal(leave(shard, [{ memberId: 'm' }], 2).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
  const { memberId } = shard.stableMember(groupId);
  const response = leave(shard, [{ memberId }], 0);
  assert.equal(response.errorCode, ErrorCode.NONE);
  assert.deepEqual(response.members, []);
  assert.equal(shard.state(groupId), 'Empty');
});

test('in a group that does not exist nobody is a member', () => {
  const shard = new TestShard();
  const response = leave(shard, [{ memberId: 'm' }]);
  assert.equal(response.errorCode, ErrorCode.NONE);
  assert.equal(response.members[0]?.errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
});

test('an id that was handed out can be given back', () => {
  const shard = new TestShard();
  const { memberId } = shard.join({ groupId });
  assert.equal(leave(shard, [{ memberId }]).members[0]?.errorCode, ErrorCode.NONE);
  assert.equal(shard.join({ groupId, memberId }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
});

test('the last that was waited for leaves, and the rebalance goes on without it', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  const token = shard.startJoin({ groupId }, 3);
  assert.equal(shard.isAnswered(token), false);
  leave(shard, [{ memberId }]);
  assert.equal(shard.joined(token).generationId, 2);
});

test('a member that leaves while its requests wait has them answered', () => {
  const shard = new TestShard();
  const { memberId: other } = shard.stableMember(groupId);
  const join = shard.startJoin({ groupId, groupInstanceId: 'i1' });
  leave(shard, [{ memberId: '', groupInstanceId: 'i1' }]);
  assert.equal(shard.joined(join).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);

  const again = shard.startJoin({ groupId, groupInstanceId: 'i1' });
  shard.join({ groupId, memberId: other });
  const { memberId, generationId } = shard.joined(again);
  const sync = shard.startSync({ groupId, memberId, generationId, groupInstanceId: 'i1' });
  leave(shard, [{ memberId, groupInstanceId: 'i1' }]);
  assert.equal(shard.answerOf(sync).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
});

test('a log that refuses the empty generation is asked again until it takes it', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  shard.logProblem = ErrorCode.NOT_ENOUGH_REPLICAS;
  shard.request((machine, now) =>
    machine.leaveGroup({ groupId, memberId, members: [] }, { ...CONTEXT, apiVersion: 0 }, now),
  );
  assert.equal(shard.state(groupId), 'PreparingRebalance');
  shard.advance(5_000);
  assert.equal(shard.state(groupId), 'PreparingRebalance');
  shard.logProblem = ErrorCode.NONE;
  shard.advance(1_000);
  assert.equal(shard.state(groupId), 'Empty');
});

test('a member that comes while the empty generation is refused is the next generation', () => {
  const shard = new TestShard();
  shard.stableMember(groupId);
  shard.logProblem = ErrorCode.NOT_ENOUGH_REPLICAS;
  shard.advance(11_000);
  assert.equal(shard.state(groupId), 'PreparingRebalance');
  const token = shard.startJoin({ groupId }, 3);
  assert.equal(shard.joined(token).generationId, 2);
});

test('sessions of members out of the log begin with the load', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  shard.advance(9_000);
  shard.reload();
  shard.advance(9_999);
  assert.equal(shard.heartbeat(groupId, memberId, 1), ErrorCode.NONE);
  shard.reload();
  shard.advance(10_000);
  assert.equal(shard.state(groupId), 'Empty');
});
