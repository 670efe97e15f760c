// Classic groups as clients meet them: two members through join, sync, heartbeat, commit and leave, at
// every version of the protocol; and what a member is told that does not belong.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { type Channel } from '@samsa/network';
import { DeleteGroups } from '@samsa/protocol/apis/delete-groups';
import { DescribeGroups } from '@samsa/protocol/apis/describe-groups';
import { FindCoordinator } from '@samsa/protocol/apis/find-coordinator';
import { Heartbeat } from '@samsa/protocol/apis/heartbeat';
import {
  createJoinGroupRequestProtocol,
  JoinGroup,
  type JoinGroupRequest,
  type JoinGroupResponse,
} from '@samsa/protocol/apis/join-group';
import { createMemberIdentity, LeaveGroup } from '@samsa/protocol/apis/leave-group';
import { ListGroups } from '@samsa/protocol/apis/list-groups';
import {
  createOffsetCommitRequestPartition,
  createOffsetCommitRequestTopic,
  OffsetCommit,
} from '@samsa/protocol/apis/offset-commit';
import {
  createOffsetFetchRequestGroup,
  createOffsetFetchRequestTopics,
  OffsetFetch,
} from '@samsa/protocol/apis/offset-fetch';
import { createSyncGroupRequestAssignment, SyncGroup } from '@samsa/protocol/apis/sync-group';

import { RunningNode } from '../../test/running-node.ts';

const {
  FENCED_INSTANCE_ID,
  GROUP_ID_NOT_FOUND,
  ILLEGAL_GENERATION,
  INCONSISTENT_GROUP_PROTOCOL,
  INVALID_GROUP_ID,
  INVALID_SESSION_TIMEOUT,
  MEMBER_ID_REQUIRED,
  NON_EMPTY_GROUP,
  NONE,
  OFFSET_METADATA_TOO_LARGE,
  REBALANCE_IN_PROGRESS,
  UNKNOWN_MEMBER_ID,
  UNKNOWN_TOPIC_OR_PARTITION,
} = ErrorCode;

const NEWEST_JOIN = 9;
/** The first version that gives a new member its id before it may join. */
const MEMBER_IDS_FIRST = 4;
const PROTOCOL_NAMES_IN_SYNC = 5;

let node: RunningNode;
let topicId: string;

before(async () => {
  node = await RunningNode.start();
  topicId = await node.createTopic('t');
  await node.coordinate('any');
});

after(() => node.stop());

/** One consumer on a connection of its own: a join that waits holds nobody else up. */
class Member {
  readonly channel: Channel;
  readonly groupId: string;
  readonly version: number;
  readonly instanceId: string | null;
  memberId = '';
  generationId = -1;

  private constructor(
    channel: Channel,
    groupId: string,
    version: number,
    instanceId: string | null,
  ) {
    this.channel = channel;
    this.groupId = groupId;
    this.version = version;
    this.instanceId = instanceId;
  }

  static async of(
    groupId: string,
    version: number,
    instanceId: string | null = null,
  ): Promise<Member> {
    return new Member(await node.connect(), groupId, version, instanceId);
  }

  async join(fields: Partial<JoinGroupRequest> = {}): Promise<JoinGroupResponse> {
    let answer = await this.#askToJoin(fields);
    if (answer.errorCode === MEMBER_ID_REQUIRED) {
      this.memberId = answer.memberId;
      answer = await this.#askToJoin(fields);
    }
    this.memberId = answer.memberId;
    this.generationId = answer.generationId;
    return answer;
  }

  #askToJoin(fields: Partial<JoinGroupRequest>): Promise<JoinGroupResponse> {
    const request = JoinGroup.request.create({
      groupId: this.groupId,
      memberId: this.memberId,
      groupInstanceId: this.instanceId,
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 10_000,
      protocolType: 'consumer',
      protocols: [createJoinGroupRequestProtocol({ name: 'range', metadata: Buffer.from('m') })],
      ...fields,
    });
    return this.channel.send(JoinGroup, request, this.version);
  }

  /** @param assignments  by member id; the leader's alone */
  sync(assignments: Readonly<Record<string, string>> = {}) {
    const version = Math.min(this.version, SyncGroup.versions[1]);
    const protocol =
      version >= PROTOCOL_NAMES_IN_SYNC ? { protocolType: 'consumer', protocolName: 'range' } : {};
    const request = SyncGroup.request.create({
      groupId: this.groupId,
      memberId: this.memberId,
      generationId: this.generationId,
      assignments: Object.entries(assignments).map(([memberId, text]) =>
        createSyncGroupRequestAssignment({ memberId, assignment: Buffer.from(text) }),
      ),
      ...protocol,
    });
    return this.channel.send(SyncGroup, request, version);
  }

  async heartbeat(generationId = this.generationId): Promise<number> {
    const { groupId, memberId } = this;
    const request = Heartbeat.request.create({ groupId, memberId, generationId });
    const version = Math.min(this.version, Heartbeat.versions[1]);
    return (await this.channel.send(Heartbeat, request, version)).errorCode;
  }

  async leave(): Promise<number> {
    const version = Math.min(this.version, LeaveGroup.versions[1]);
    const { groupId, memberId } = this;
    const request =
      version >= 3
        ? { groupId, members: [createMemberIdentity({ memberId })] }
        : { groupId, memberId };
    const answer = await this.channel.send(LeaveGroup, LeaveGroup.request.create(request), version);
    this.channel.close();
    return version >= 3 ? (answer.members[0]?.errorCode ?? answer.errorCode) : answer.errorCode;
  }
}

async function commit(
  groupId: string,
  offset: number,
  member?: { readonly memberId: string; readonly generationId: number },
  { topic = 't', metadata = '' } = {},
): Promise<number> {
  const partitions = [
    createOffsetCommitRequestPartition({ committedOffset: offset, committedMetadata: metadata }),
  ];
  const { topics } = await node.send(
    OffsetCommit,
    {
      groupId,
      memberId: member?.memberId ?? '',
      generationIdOrMemberEpoch: member?.generationId ?? -1,
      topics: [createOffsetCommitRequestTopic({ name: topic, partitions })],
    },
    9,
  );
  return topics[0]?.partitions[0]?.errorCode ?? -1;
}

async function committed(groupId: string): Promise<number | undefined> {
  const topics = [createOffsetFetchRequestTopics({ topicId, partitionIndexes: [0] })];
  const { groups } = await node.send(OffsetFetch, {
    groups: [createOffsetFetchRequestGroup({ groupId, topics })],
  });
  return groups[0]?.topics[0]?.partitions[0]?.committedOffset;
}

for (let version = 0; version <= NEWEST_JOIN; version++) {
  test(`two members share a group in version ${version} of the protocol`, async () => {
    const groupId = `shared-${version}`;
    const first = await Member.of(groupId, version);
    const second = await Member.of(groupId, version);

    const alone = await first.join();
    assert.deepEqual(
      [alone.errorCode, alone.generationId, alone.leader, alone.members.length],
      [NONE, 1, first.memberId, 1],
    );
    assert.equal((await first.sync({ [first.memberId]: 'all' })).errorCode, NONE);
    assert.equal(await first.heartbeat(), NONE);

    const joining = second.join();
    while ((await first.heartbeat()) !== REBALANCE_IN_PROGRESS);
    const [leader, follower] = await Promise.all([first.join(), joining]);
    assert.deepEqual([leader.generationId, follower.generationId], [2, 2]);
    assert.equal(leader.leader, first.memberId);
    assert.equal(leader.protocolName, 'range');
    assert.deepEqual(
      leader.members.map(({ memberId }) => memberId).toSorted(),
      [first.memberId, second.memberId].toSorted(),
    );
    assert.equal(follower.members.length, 0);

    const waiting = second.sync();
    const own = await first.sync({ [first.memberId]: 'one', [second.memberId]: 'two' });
    assert.equal(String(Buffer.from(own.assignment)), 'one');
    assert.equal(String(Buffer.from((await waiting).assignment)), 'two');

    assert.equal(await commit(groupId, 5, second), NONE);
    assert.equal(await committed(groupId), 5);
    assert.equal(await second.leave(), NONE);
    assert.equal(await first.heartbeat(), REBALANCE_IN_PROGRESS);
    assert.equal((await first.join()).members.length, 1);
    assert.equal(await first.leave(), NONE);
  });
}

test('a new member is given its id first, unless its version does not know that', async () => {
  const member = await Member.of('ids', NEWEST_JOIN);
  const request = JoinGroup.request.create({
    groupId: 'ids',
    sessionTimeoutMs: 10_000,
    protocolType: 'consumer',
    protocols: [createJoinGroupRequestProtocol({ name: 'range' })],
  });
  const answer = await member.channel.send(JoinGroup, request, MEMBER_IDS_FIRST);
  assert.equal(answer.errorCode, MEMBER_ID_REQUIRED);
  assert.match(answer.memberId, /^test-/);
  member.channel.close();
});

test('a static member takes its place back under a new id, and the old one is fenced', async () => {
  const before = await Member.of('static', NEWEST_JOIN, 'instance-1');
  assert.equal((await before.join()).errorCode, NONE);
  await before.sync({ [before.memberId]: 'mine' });
  const again = await Member.of('static', NEWEST_JOIN, 'instance-1');
  const joined = await again.join();
  assert.deepEqual([joined.errorCode, joined.generationId], [NONE, before.generationId]);
  assert.notEqual(again.memberId, before.memberId);
  const request = Heartbeat.request.create({
    groupId: 'static',
    memberId: before.memberId,
    generationId: before.generationId,
    groupInstanceId: 'instance-1',
  });
  const { errorCode } = await before.channel.send(Heartbeat, request);
  assert.equal(errorCode, FENCED_INSTANCE_ID);
  before.channel.close();
  again.channel.close();
});

test('who does not belong is told why', async () => {
  const member = await Member.of('strict', NEWEST_JOIN);
  await member.join();
  await member.sync({ [member.memberId]: 'x' });

  assert.equal(await member.heartbeat(7), ILLEGAL_GENERATION);
  const stranger = await Member.of('strict', NEWEST_JOIN);
  stranger.memberId = 'stranger';
  assert.equal(await stranger.heartbeat(1), UNKNOWN_MEMBER_ID);
  assert.equal((await stranger.join()).errorCode, UNKNOWN_MEMBER_ID);
  stranger.memberId = '';
  const others = [createJoinGroupRequestProtocol({ name: 'sticky' })];
  assert.equal((await stranger.join({ protocols: others })).errorCode, INCONSISTENT_GROUP_PROTOCOL);
  assert.equal((await stranger.join({ groupId: '' })).errorCode, INVALID_GROUP_ID);
  assert.equal((await stranger.join({ sessionTimeoutMs: 10 })).errorCode, INVALID_SESSION_TIMEOUT);

  const old = { memberId: member.memberId, generationId: 0 };
  assert.equal(await commit('strict', 1, old), ILLEGAL_GENERATION);
  const unknown = { memberId: 'stranger', generationId: 1 };
  assert.equal(await commit('strict', 1, unknown), UNKNOWN_MEMBER_ID);
  assert.equal(await commit('strict', 1), UNKNOWN_MEMBER_ID);
  stranger.channel.close();
  await member.leave();
});

test('offsets can be kept without members, for topics that are there', async () => {
  assert.equal(await commit('simple', 3), NONE);
  assert.equal(await committed('simple'), 3);
  assert.equal(await committed('nobody'), -1);
  assert.equal(await commit('simple', 3, undefined, { topic: 'nope' }), UNKNOWN_TOPIC_OR_PARTITION);
  assert.equal(
    await commit('simple', 3, undefined, { metadata: 'x'.repeat(4097) }),
    OFFSET_METADATA_TOO_LARGE,
  );
});

test('groups are listed, described and deleted', async () => {
  const member = await Member.of('shown', NEWEST_JOIN);
  await member.join();
  await member.sync({ [member.memberId]: 'x' });
  const { groups: listed } = await node.send(ListGroups, {});
  const entry = listed.find(({ groupId }) => groupId === 'shown');
  assert.deepEqual([entry?.groupState, entry?.protocolType], ['Stable', 'consumer']);
  const stable = await node.send(ListGroups, { statesFilter: ['Empty'] });
  assert.ok(!stable.groups.some(({ groupId }) => groupId === 'shown'));

  const { groups } = await node.send(DescribeGroups, { groups: ['shown'] });
  assert.deepEqual(
    [groups[0]?.groupState, groups[0]?.protocolData, groups[0]?.members[0]?.memberId],
    ['Stable', 'range', member.memberId],
  );

  const remove = async (groupId: string): Promise<number> =>
    (await node.send(DeleteGroups, { groupsNames: [groupId] })).results[0]?.errorCode ?? -1;
  assert.equal(await remove('shown'), NON_EMPTY_GROUP);
  await member.leave();
  assert.equal(await remove('shown'), NONE);
  assert.equal(await remove('shown'), GROUP_ID_NOT_FOUND);
});

test('the coordinator of a group is this node, for one key or many', async () => {
  const { port } = node.broker.endpoint;
  const single = await node.send(FindCoordinator, { key: 'g' }, 3);
  assert.deepEqual([single.errorCode, single.nodeId, single.port], [NONE, 1, port]);
  const { coordinators } = await node.send(FindCoordinator, { coordinatorKeys: ['g', 'h'] });
  assert.deepEqual(
    coordinators.map(({ key, nodeId, errorCode }) => [key, nodeId, errorCode]),
    [
      ['g', 1, NONE],
      ['h', 1, NONE],
    ],
  );
});
