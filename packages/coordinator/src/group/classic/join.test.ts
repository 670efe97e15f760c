import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { JoinGroup, type JoinGroupRequest } from '@samsa/protocol/apis/join-group';

import { protocol, TestShard } from '../../../test/test-shard.ts';

const groupId = 'g';

function codeOf(shard: TestShard, init: Partial<JoinGroupRequest>, apiVersion = 9): number {
  return shard.join({ groupId, ...init }, apiVersion).errorCode;
}

test('a session timeout outside the bounds is refused, and the bounds themselves are not', () => {
  const shard = new TestShard();
  const { minSessionTimeoutMs: min, maxSessionTimeoutMs: max } = shard.settings;
  assert.equal(codeOf(shard, { sessionTimeoutMs: min - 1 }), ErrorCode.INVALID_SESSION_TIMEOUT);
  assert.equal(codeOf(shard, { sessionTimeoutMs: max + 1 }), ErrorCode.INVALID_SESSION_TIMEOUT);
  assert.equal(shard.log.length, 0);
  assert.equal(codeOf(shard, { sessionTimeoutMs: min }), ErrorCode.MEMBER_ID_REQUIRED);
  assert.equal(codeOf(shard, { sessionTimeoutMs: max }), ErrorCode.MEMBER_ID_REQUIRED);
});

test('a refused join is told the member id that it came with', () => {
  const shard = new TestShard();
  const response = shard.join({ groupId, memberId: 'me', sessionTimeoutMs: 1 });
  assert.equal(response.memberId, 'me');
});

test('a member id for a group that does not exist is unknown, and makes no group', () => {
  const shard = new TestShard();
  const response = shard.join({ groupId, memberId: 'me' });
  assert.equal(response.errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
  assert.equal(response.memberId, 'me');
  assert.equal(shard.shard.groupCount, 0);
});

test('a member that names no protocol or no protocol type makes no group', () => {
  const shard = new TestShard();
  assert.equal(codeOf(shard, { protocols: [] }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  assert.equal(codeOf(shard, { protocolType: '' }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  assert.equal(shard.shard.groupCount, 0);
});

test('the group is in the log before its first member id is handed out', () => {
  const shard = new TestShard();
  const response = shard.join({ groupId });
  assert.equal(response.errorCode, ErrorCode.MEMBER_ID_REQUIRED);
  assert.match(response.memberId, /^client-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.deepEqual(shard.log, [
    {
      kind: 'GroupMetadata',
      version: 3,
      key: { group: groupId },
      value: {
        protocolType: '',
        generation: 0,
        protocol: null,
        leader: null,
        currentStateTimestamp: shard.nowMs,
        members: [],
      },
    },
  ]);
});

test('a log that refuses the new group leaves nothing of it behind', () => {
  const shard = new TestShard();
  shard.logProblem = ErrorCode.NOT_ENOUGH_REPLICAS;
  const token = shard.startJoin({ groupId });
  assert.deepEqual(shard.answers.get(token), { refused: ErrorCode.NOT_ENOUGH_REPLICAS });
  assert.equal(shard.shard.groupCount, 0);
  assert.equal(shard.shard.nextDeadlineMs(), shard.monotonicMs + 600_000, 'only offset expiry');
});

test('a member id that nobody joins with is forgotten after its session', () => {
  const shard = new TestShard();
  const { memberId } = shard.join({ groupId });
  shard.advance(10_000);
  assert.equal(codeOf(shard, { memberId }), ErrorCode.UNKNOWN_MEMBER_ID);
});

test('up to version 3 a dynamic member joins at once, and version 0 has one timeout for both', () => {
  const shard = new TestShard();
  const token = shard.startJoin({ groupId, sessionTimeoutMs: 8_000, rebalanceTimeoutMs: -1 }, 0);
  assert.equal(shard.isAnswered(token), false);
  shard.advance(3_000);
  const { memberId, generationId } = shard.joined(token);
  shard.sync({ groupId, memberId, generationId });
  const record = shard.log.at(-1);
  assert(record?.kind === 'GroupMetadata');
  assert.equal(record.value?.members[0]?.rebalanceTimeout, 8_000);
});

test('static members get an id made of their instance id, without being asked to come twice', () => {
  const shard = new TestShard();
  const token = shard.startJoin({ groupId, groupInstanceId: 'i1' });
  shard.advance(3_000);
  assert.match(shard.joined(token).memberId, /^i1-/);
});

test('the first rebalance waits for others once more each time somebody came, up to the rebalance timeout', () => {
  const shard = new TestShard();
  const first = shard.startJoin({ groupId, rebalanceTimeoutMs: 10_000 }, 3);
  for (let i = 0; i < 3; i++) {
    shard.advance(2_900);
    shard.startJoin({ groupId, rebalanceTimeoutMs: 10_000 }, 3);
    assert.equal(shard.isAnswered(first), false);
  }
  // 3 s + 3 s + 3 s + the last second of ten.
  shard.advance(10_000 - 3 * 2_900 - 1);
  assert.equal(shard.isAnswered(first), false);
  shard.advance(1);
  assert.equal(shard.joined(first).members.length, 4);
});

test('with a delay of zero the first member has its generation at once', () => {
  const shard = new TestShard({ initialRebalanceDelayMs: 0 });
  const token = shard.startJoin({ groupId }, 3);
  shard.advance(0);
  assert.equal(shard.joined(token).generationId, 1);
});

test('a protocol type that is not the group’s, or protocols that not all support, are refused', () => {
  const shard = new TestShard();
  shard.stableMember(groupId, { protocols: [protocol('range'), protocol('sticky')] });
  assert.equal(codeOf(shard, { protocolType: 'connect' }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  const other = [protocol('roundrobin')];
  assert.equal(codeOf(shard, { protocols: other }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL);
  const shared = [protocol('roundrobin'), protocol('sticky')];
  assert.equal(codeOf(shard, { protocols: shared }), ErrorCode.MEMBER_ID_REQUIRED);
});

test('the protocol is one that all support and most prefer', () => {
  const shard = new TestShard();
  const lists = [
    ['range', 'sticky', 'a'],
    ['sticky', 'range'],
    ['b', 'sticky', 'range'],
  ];
  const tokens = lists.map((names) =>
    shard.startJoin({ groupId, protocols: names.map((name) => protocol(name)) }, 3),
  );
  shard.advance(60_000);
  for (const token of tokens) assert.equal(shard.joined(token).protocolName, 'sticky');
});

test('a protocol that a member names twice counts once', () => {
  const shard = new TestShard();
  shard.startJoin({ groupId, protocols: [protocol('x'), protocol('x'), protocol('range')] }, 3);
  const token = shard.startJoin({ groupId, protocols: [protocol('range')] }, 3);
  shard.advance(60_000);
  assert.equal(shard.joined(token).protocolName, 'range');
});

test('the leader is told every member with the metadata of the chosen protocol, the others none', () => {
  const shard = new TestShard();
  const a = shard.startJoin({
    groupId,
    groupInstanceId: 'i1',
    protocols: [protocol('range', ['x'])],
  });
  const b = shard.startJoin({ groupId, protocols: [protocol('range', ['y'])] }, 3);
  shard.advance(6_000);
  const leader = shard.joined(a);
  assert.equal(leader.leader, leader.memberId);
  assert.deepEqual(leader.members, [
    {
      memberId: leader.memberId,
      groupInstanceId: 'i1',
      metadata: protocol('range', ['x']).metadata,
    },
    {
      memberId: shard.joined(b).memberId,
      groupInstanceId: null,
      metadata: protocol('range', ['y']).metadata,
    },
  ]);
  assert.deepEqual(shard.joined(b).members, []);
  assert.equal(shard.joined(b).protocolType, 'consumer');
});

test('metadata is kept even when the frame it came in is used again', () => {
  const shard = new TestShard();
  const frame = protocol('range', ['x']).metadata;
  const token = shard.startJoin({ groupId, protocols: [{ name: 'range', metadata: frame }] }, 3);
  frame.fill(0);
  shard.advance(3_000);
  assert.deepEqual(shard.joined(token).members[0]?.metadata, protocol('range', ['x']).metadata);
});

test('a follower that joins a stable group unchanged is told the generation, and nobody else is bothered', () => {
  const shard = new TestShard();
  const [leader, follower] = stablePair(shard);
  const again = shard.join({ groupId, memberId: follower });
  assert.equal(again.errorCode, ErrorCode.NONE);
  assert.equal(again.leader, leader);
  assert.deepEqual(again.members, []);
  assert.equal(shard.state(groupId), 'Stable');
});

test('a leader that joins a stable group again makes a rebalance even if unchanged', () => {
  const shard = new TestShard();
  const [leader] = stablePair(shard);
  shard.startJoin({ groupId, memberId: leader });
  assert.equal(shard.state(groupId), 'PreparingRebalance');
});

test('a follower that changed its metadata makes a rebalance', () => {
  const shard = new TestShard();
  const [, follower] = stablePair(shard);
  shard.startJoin({ groupId, memberId: follower, protocols: [protocol('range', ['other'])] });
  assert.equal(shard.state(groupId), 'PreparingRebalance');
});

test('a member that missed the answer to its join is told it again, the leader with the members', () => {
  const shard = new TestShard();
  const [leader, follower] = joinedPair(shard);
  assert.equal(shard.join({ groupId, memberId: leader }).members.length, 2);
  assert.equal(shard.join({ groupId, memberId: follower }).members.length, 0);
  assert.equal(shard.state(groupId), 'CompletingRebalance');
});

test('a member that joins twice is answered once, and its first request is let go', () => {
  const shard = new TestShard();
  const [leader] = stablePair(shard);
  const first = shard.startJoin({ groupId, memberId: leader });
  const second = shard.startJoin({ groupId, memberId: leader });
  assert.equal(shard.joined(first).errorCode, ErrorCode.REBALANCE_IN_PROGRESS);
  shard.advance(60_000);
  assert.equal(shard.joined(second).errorCode, ErrorCode.NONE);
});

test('a group at group.max.size takes nobody new, and keeps whom it has', () => {
  const shard = new TestShard({ maxGroupSize: 2 });
  const [leader, follower] = stablePair(shard);
  assert.equal(codeOf(shard, {}), ErrorCode.GROUP_MAX_SIZE_REACHED);
  shard.startJoin({ groupId, memberId: leader });
  assert.equal(shard.join({ groupId, memberId: follower }).errorCode, ErrorCode.NONE);
});

test('ids that wait to be used count to the limit of an empty group', () => {
  const shard = new TestShard({ maxGroupSize: 2 });
  assert.equal(codeOf(shard, {}), ErrorCode.MEMBER_ID_REQUIRED);
  assert.equal(codeOf(shard, {}), ErrorCode.MEMBER_ID_REQUIRED);
  assert.equal(codeOf(shard, {}), ErrorCode.GROUP_MAX_SIZE_REACHED);
});

test('a group that is larger than a lowered limit rebalances, and the last to come back is out', () => {
  const shard = new TestShard();
  const [leader, follower] = stablePair(shard);
  shard.reload({ maxGroupSize: 1 });
  assert.equal(shard.state(groupId), 'PreparingRebalance');
  const token = shard.startJoin({ groupId, memberId: follower });
  assert.equal(codeOf(shard, { memberId: leader }), ErrorCode.GROUP_MAX_SIZE_REACHED);
  assert.deepEqual(
    shard.joined(token).members.map(({ memberId }) => memberId),
    [follower],
  );
});

test('a client that went away during its first join is removed after five minutes', () => {
  const shard = new TestShard();
  stablePair(shard, { rebalanceTimeoutMs: 1_800_000, sessionTimeoutMs: 1_800_000 });
  const token = shard.startJoin({ groupId, sessionTimeoutMs: 1_800_000 }, 3);
  shard.advance(299_999);
  assert.equal(shard.isAnswered(token), false);
  shard.advance(1);
  assert.equal(shard.joined(token).errorCode, ErrorCode.UNKNOWN_MEMBER_ID);
});

test('an instance id that is not in the group, or stands for another member, is told apart', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  const asStranger = { memberId, groupInstanceId: 'i2' };
  assert.equal(codeOf(shard, asStranger), ErrorCode.UNKNOWN_MEMBER_ID);
  const asTwin = { memberId: 'old', groupInstanceId: 'i1' };
  assert.equal(codeOf(shard, asTwin), ErrorCode.FENCED_INSTANCE_ID);
});

test('a static member that restarts with another protocol makes a rebalance', () => {
  const shard = new TestShard();
  shard.stableMember(groupId, {
    groupInstanceId: 'i1',
    protocols: [protocol('range'), protocol('sticky')],
  });
  const token = shard.startJoin({
    groupId,
    groupInstanceId: 'i1',
    protocols: [protocol('sticky'), protocol('range')],
  });
  const response = shard.joined(token);
  assert.equal(response.generationId, 2);
  assert.equal(response.protocolName, 'sticky');
});

test('a static member that restarts before the assignments are there makes a new generation', () => {
  const shard = new TestShard();
  const token = shard.startJoin({ groupId, groupInstanceId: 'i1' });
  shard.startJoin({ groupId, groupInstanceId: 'i2' });
  shard.advance(6_000);
  const { memberId, generationId } = shard.joined(token);
  const follower = shard.startSync({ groupId, memberId, generationId, groupInstanceId: 'i1' });
  assert.equal(shard.isAnswered(follower), true, 'the leader syncs');
  assert.equal(shard.state(groupId), 'Stable');

  shard.startJoin({ groupId, memberId, groupInstanceId: 'i1' });
  const restarted = shard.startJoin({ groupId, groupInstanceId: 'i2' });
  assert.equal(shard.joined(restarted).generationId, 2);
  const again = shard.startJoin({ groupId, groupInstanceId: 'i2' });
  assert.equal(shard.isAnswered(again), false, 'its leader has to join, too');
  assert.equal(shard.state(groupId), 'PreparingRebalance');
});

test('the waiting join of a static member that is replaced is fenced', () => {
  const shard = new TestShard();
  const old = shard.startJoin({ groupId, groupInstanceId: 'i1' });
  const restarted = shard.startJoin({ groupId, groupInstanceId: 'i1' });
  assert.equal(shard.joined(old).errorCode, ErrorCode.FENCED_INSTANCE_ID);
  shard.advance(6_000);
  assert.equal(shard.joined(restarted).members.length, 1);
});

test('a restart that the log refuses leaves the old incarnation in place', () => {
  const shard = new TestShard();
  const { memberId, generationId } = shard.stableMember(groupId, { groupInstanceId: 'i1' });
  shard.logProblem = ErrorCode.NOT_ENOUGH_REPLICAS;
  shard.startJoin({ groupId, groupInstanceId: 'i1' });
  assert.equal(shard.heartbeat(groupId, memberId, generationId, 'i1'), ErrorCode.NONE);
});

test('a restarted static member keeps what it asks for now, also after a fail-over', () => {
  const shard = new TestShard();
  shard.stableMember(groupId, { groupInstanceId: 'i1' });
  const { memberId, generationId } = shard.join({
    groupId,
    groupInstanceId: 'i1',
    sessionTimeoutMs: 30_000,
    rebalanceTimeoutMs: 90_000,
  });
  const record = shard.log.at(-1);
  assert(record?.kind === 'GroupMetadata');
  assert.equal(record.value?.members[0]?.sessionTimeout, 30_000);
  assert.equal(record.value.members[0].rebalanceTimeout, 90_000);
  shard.advance(29_999);
  assert.equal(shard.heartbeat(groupId, memberId, generationId, 'i1'), ErrorCode.NONE);
  shard.reload();
  shard.advance(29_999);
  assert.equal(shard.heartbeat(groupId, memberId, generationId, 'i1'), ErrorCode.NONE);
});

test('a static leader that restarts stays the leader of the rebalance that it makes', () => {
  const shard = new TestShard();
  const both = [protocol('range'), protocol('sticky')];
  const tokens = ['i1', 'i2'].map((groupInstanceId) =>
    shard.startJoin({ groupId, groupInstanceId, protocols: both }),
  );
  shard.advance(6_000);
  const [leader, follower] = tokens.map((token) => shard.joined(token));
  assert(leader !== undefined && follower !== undefined);
  shard.sync({ groupId, memberId: leader.memberId, generationId: 1, groupInstanceId: 'i1' });
  const restarted = shard.startJoin({
    groupId,
    groupInstanceId: 'i1',
    protocols: [protocol('sticky')],
  });
  shard.startJoin({ groupId, memberId: follower.memberId, protocols: both, groupInstanceId: 'i2' });
  const again = shard.joined(restarted);
  assert.equal(again.leader, again.memberId);
  assert.equal(again.members.length, 2);
});

test('a static follower that restarts before it asked for its assignment makes no rebalance later', () => {
  const shard = new TestShard();
  const tokens = ['i1', 'i2'].map((groupInstanceId) =>
    shard.startJoin({ groupId, groupInstanceId, sessionTimeoutMs: 600_000 }),
  );
  shard.advance(6_000);
  const leader = shard.joined(tokens[0] ?? 0);
  shard.sync({ groupId, memberId: leader.memberId, generationId: 1, groupInstanceId: 'i1' });
  const restarted = shard.join({ groupId, groupInstanceId: 'i2', sessionTimeoutMs: 600_000 });
  const { memberId } = restarted;
  shard.sync({ groupId, memberId, generationId: 1, groupInstanceId: 'i2' });
  shard.advance(120_000);
  assert.equal(shard.state(groupId), 'Stable');
});

test('a static member that is away keeps its place in a rebalance while its session lasts', () => {
  const shard = new TestShard();
  const init = { groupId, rebalanceTimeoutMs: 10_000, sessionTimeoutMs: 600_000 };
  const leaving = shard.startJoin({ ...init, groupInstanceId: 'i1' });
  const staying = shard.startJoin({ ...init, groupInstanceId: 'i2' });
  shard.advance(10_000);
  const { memberId } = shard.joined(leaving);
  shard.sync({ groupId, memberId, generationId: 1, groupInstanceId: 'i1' });
  const other = shard.joined(staying).memberId;
  const token = shard.startJoin({
    ...init,
    memberId: other,
    groupInstanceId: 'i2',
    protocols: [protocol('range', ['u'])],
  });
  shard.advance(9_999);
  assert.equal(shard.isAnswered(token), false);
  shard.advance(1);
  const { leader, members } = shard.joined(token);
  assert.equal(leader, other, 'who is there leads');
  assert.equal(members.length, 2);
});

test('a rebalance waits for those who were given an id and have not joined with it', () => {
  const shard = new TestShard();
  const { memberId } = shard.stableMember(groupId);
  const newcomer = shard.join({ groupId });
  assert.equal(newcomer.errorCode, ErrorCode.MEMBER_ID_REQUIRED);
  const token = shard.startJoin({ groupId, memberId });
  assert.equal(shard.isAnswered(token), false);
  shard.startJoin({ groupId, memberId: newcomer.memberId });
  assert.equal(shard.joined(token).members.length, 2);
});

test('an instance id with the pending id of a dynamic member is unknown', () => {
  const shard = new TestShard();
  const { memberId } = shard.join({ groupId });
  const mixed = { memberId, groupInstanceId: 'i1' };
  assert.equal(codeOf(shard, mixed), ErrorCode.UNKNOWN_MEMBER_ID);
});

test('the reason that a client gives is in the event', () => {
  const shard = new TestShard();
  const request = JoinGroup.request.create({ groupId });
  assert.equal(request.reason, null, 'the default is no reason');
  shard.startJoin({ groupId, reason: 'because' }, 3);
  assert(shard.events.includes('group rebalance'));
});

/** Both joined, leader first, and the assignments are awaited. */
function joinedPair(shard: TestShard, init: Partial<JoinGroupRequest> = {}): [string, string] {
  const tokens = [
    shard.startJoin({ groupId, ...init }, 3),
    shard.startJoin({ groupId, ...init }, 3),
  ] as const;
  shard.advance(6_000);
  return [shard.joined(tokens[0]).memberId, shard.joined(tokens[1]).memberId];
}

function stablePair(shard: TestShard, init: Partial<JoinGroupRequest> = {}): [string, string] {
  const [leader, follower] = joinedPair(shard, init);
  shard.sync({ groupId, memberId: leader, generationId: 1 });
  shard.sync({ groupId, memberId: follower, generationId: 1 });
  return [leader, follower];
}
