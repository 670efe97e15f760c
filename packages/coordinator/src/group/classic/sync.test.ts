import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';

import { TestShard } from '../../../test/test-shard.ts';

const groupId = 'g';

function joined(shard: TestShard, count: number): string[] {
  const tokens = Array.from({ length: count }, () => shard.startJoin({ groupId }, 3));
  shard.advance(6_000);
  return tokens.map((token) => shard.joined(token).memberId);
}

test('nobody may ask for an assignment but a member of this generation and protocol', () => {
  const shard = new TestShard();
  const ask = (init: Partial<Parameters<TestShard['sync']>[0]>) =>
    shard.sync({ groupId, memberId, generationId: 1, ...init }).errorCode;
  assert.equal(shard.sync({ groupId: 'none' }).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
  const { memberId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  assert.equal(ask({ memberId: 'x' }), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(ask({ groupInstanceId: 'i2' }), ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(ask({ memberId: 'x', groupInstanceId: 'i1' }), ErrorCode.FENCED_INSTANCE_ID);
  assert.equal(ask({ generationId: 2 }), ErrorCode.ILLEGAL_GENERATION);
  assert.equal(ask({ protocolType: 'connect' }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  assert.equal(ask({ protocolName: 'sticky' }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  assert.equal(ask({ protocolType: 'consumer', protocolName: 'range' }), ErrorCode.NONE);
  shard.startJoin({ groupId }, 3);
  assert.equal(ask({}), ErrorCode.REBALANCE_IN_PROGRESS);
});

test('members wait for the leader and learn their own assignment, an empty one if it forgot them', () => {
  const shard = new TestShard();
  const [leader = '', second = '', third = ''] = joined(shard, 3);
  const waiting = [second, third].map((memberId) =>
    shard.startSync({ groupId, memberId, generationId: 1 }),
  );
  assert(waiting.every((token) => !shard.isAnswered(token)));
  const assignments = [
    { memberId: leader, assignment: Uint8Array.of(1) },
    { memberId: second, assignment: Uint8Array.of(2) },
    { memberId: 'stranger', assignment: Uint8Array.of(9) },
  ];
  const own = shard.sync({ groupId, memberId: leader, generationId: 1, assignments });
  assert.deepEqual(own.assignment, Uint8Array.of(1));
  assert.equal(own.protocolName, 'range');
  const answers = waiting.map((token) => shard.synced(token).assignment);
  assert.deepEqual(answers, [Uint8Array.of(2), new Uint8Array(0)]);
  const record = shard.log.at(-1);
  assert(record?.kind === 'GroupMetadata');
  assert.equal(record.value?.members.length, 3, 'strangers are not written');
});

test('only members bring the state to Stable, and assignments of a follower are not taken', () => {
  const shard = new TestShard();
  const [, follower = ''] = joined(shard, 2);
  const assignments = [{ memberId: follower, assignment: Uint8Array.of(1) }];
  const token = shard.startSync({ groupId, memberId: follower, generationId: 1, assignments });
  assert.equal(shard.isAnswered(token), false);
  assert.equal(shard.state(groupId), 'CompletingRebalance');
});

test('a rebalance that begins meanwhile tells those who wait to join again', () => {
  const shard = new TestShard();
  const [, follower = ''] = joined(shard, 2);
  const token = shard.startSync({ groupId, memberId: follower, generationId: 1 });
  shard.startJoin({ groupId }, 3);
  assert.equal(shard.answerOf(token).errorCode, ErrorCode.REBALANCE_IN_PROGRESS);
});

test('a member that asks twice is answered once, and its first request is let go', () => {
  const shard = new TestShard();
  const [leader = '', follower = ''] = joined(shard, 2);
  const first = shard.startSync({ groupId, memberId: follower, generationId: 1 });
  const second = shard.startSync({ groupId, memberId: follower, generationId: 1 });
  shard.sync({ groupId, memberId: leader, generationId: 1 });
  const codes = [first, second].map((t) => shard.answerOf(t).errorCode);
  assert.deepEqual(codes, [ErrorCode.REBALANCE_IN_PROGRESS, ErrorCode.NONE]);
});

test('assignments that the log refuses are nobody’s: all are told, and join again', () => {
  const shard = new TestShard();
  const [leader = '', follower = ''] = joined(shard, 2);
  const waiting = shard.startSync({ groupId, memberId: follower, generationId: 1 });
  shard.logProblem = ErrorCode.COORDINATOR_NOT_AVAILABLE;
  const assignments = [{ memberId: leader, assignment: Uint8Array.of(1) }];
  const own = shard.sync({ groupId, memberId: leader, generationId: 1, assignments });
  assert.equal(own.errorCode, ErrorCode.COORDINATOR_NOT_AVAILABLE);
  assert.deepEqual(own.assignment, new Uint8Array(0));
  assert.equal(shard.answerOf(waiting).errorCode, ErrorCode.COORDINATOR_NOT_AVAILABLE);
  assert.equal(shard.state(groupId), 'PreparingRebalance');
});

test('waiting for the leader counts as a heartbeat', () => {
  const shard = new TestShard();
  const [leader = '', follower = ''] = joined(shard, 2);
  shard.startSync({ groupId, memberId: follower, generationId: 1 });
  for (let i = 0; i < 5; i++) {
    shard.advance(9_000);
    assert.equal(shard.heartbeat(groupId, leader, 1), ErrorCode.NONE);
  }
  shard.sync({ groupId, memberId: leader, generationId: 1 });
  shard.advance(9_000);
  assert.equal(shard.heartbeat(groupId, follower, 1), ErrorCode.NONE);
});

test('the session of a member that waited begins anew with its answer', () => {
  const shard = new TestShard();
  const [leader = '', follower = ''] = joined(shard, 2);
  shard.startSync({ groupId, memberId: follower, generationId: 1 });
  shard.advance(9_000);
  shard.heartbeat(groupId, leader, 1);
  shard.advance(5_000);
  shard.sync({ groupId, memberId: leader, generationId: 1 });
  shard.advance(9_999);
  assert.equal(shard.state(groupId), 'Stable');
  shard.advance(1);
  assert.equal(shard.heartbeat(groupId, follower, 1), ErrorCode.UNKNOWN_MEMBER_ID);
});

test('assignments are kept even when the frame they came in is used again', () => {
  const shard = new TestShard();
  const [leader = ''] = joined(shard, 1);
  const frame = Uint8Array.of(1, 2, 3);
  const assignments = [{ memberId: leader, assignment: frame }];
  shard.sync({ groupId, memberId: leader, generationId: 1, assignments });
  frame.fill(0);
  const again = shard.sync({ groupId, memberId: leader, generationId: 1 });
  assert.deepEqual(again.assignment, Uint8Array.of(1, 2, 3));
});
