import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  ConfigValues,
  CONSUMER_OFFSETS_TOPIC,
  ErrorCode,
  MetricsRegistry,
  TimingWheel,
  uuidToBytes,
  ZERO_UUID,
} from '@samsa/common';
import { MetadataDelta, MetadataImage } from '@samsa/metadata';
import {
  FindCoordinator,
  type FindCoordinatorResponse,
} from '@samsa/protocol/apis/find-coordinator';
import { JoinGroup } from '@samsa/protocol/apis/join-group';
import { ListGroups } from '@samsa/protocol/apis/list-groups';
import { OffsetCommit, type OffsetCommitRequest } from '@samsa/protocol/apis/offset-commit';
import { OffsetFetch } from '@samsa/protocol/apis/offset-fetch';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';
import { PartitionRecord } from '@samsa/protocol/records/partition-record';
import { RegisterBrokerRecord } from '@samsa/protocol/records/register-broker-record';

import { MemoryShardLog } from '../../test/memory-shard-log.ts';
import { ManualPlatform, settled } from '../controller/testing/manual-platform.ts';
import { type GroupCallContext } from './group-call-context.ts';
import { groupConfigs } from './group-configs.ts';
import { GroupCoordinator } from './group-coordinator.ts';
import { type InternalTopic } from './internal-topic.ts';

const NODE = 1;
const TOPIC_ID = 'AmB6Fj0_TzW9zXf-eaKQnA';
const OFFSETS_ID = 'K75myxzxQpizlDRO65xE4Q';

class Rig {
  readonly clock = new ManualPlatform();
  readonly log = new MemoryShardLog();
  readonly metrics = new MetricsRegistry(this.clock.platform.clock);
  readonly asked: InternalTopic[] = [];
  creationResult: ErrorCode = ErrorCode.NONE;
  image = MetadataImage.EMPTY;
  #offset = 0;
  readonly groups = new GroupCoordinator({
    platform: this.clock.platform,
    nodeId: NODE,
    config: ConfigValues.of(groupConfigs, {
      'offsets.topic.num.partitions': 1,
      'group.initial.rebalance.delay.ms': 0,
    }),
    deadlines: new TimingWheel(this.clock.platform),
    metrics: this.metrics,
    createTopic: (topic) => {
      this.asked.push(topic);
      return Promise.resolve(this.creationResult);
    },
  });

  /** A broker that coordinates every group, in a cluster with the topic `t` of two partitions. */
  static async ready(): Promise<Rig> {
    const rig = new Rig();
    rig.apply(...brokerRecords(NODE), ...topicRecords('t', TOPIC_ID, 2, NODE));
    rig.apply(...topicRecords(CONSUMER_OFFSETS_TOPIC, OFFSETS_ID, 1, NODE));
    await rig.groups.onElection(0, 1, rig.log);
    return rig;
  }

  apply(...records: MetadataRecord[]): void {
    const delta = new MetadataDelta(this.image);
    for (const record of records) delta.replay(record);
    this.image = delta.apply(this.#offset++, 1, 0);
    this.groups.onMetadata(delta, this.image);
  }
}

function brokerRecords(brokerId: number): MetadataRecord[] {
  const value = RegisterBrokerRecord.create({
    brokerId,
    fenced: false,
    endPoints: [
      { name: 'CLIENTS', host: `host${brokerId}`, port: 9000 + brokerId, securityProtocol: 0 },
    ],
  });
  return [{ kind: 'RegisterBrokerRecord', version: 3, value }];
}

function topicRecords(name: string, topicId: string, count: number, leader: number) {
  const records: MetadataRecord[] = [{ kind: 'TopicRecord', version: 0, value: { name, topicId } }];
  for (let partitionId = 0; partitionId < count; partitionId++) {
    const value = PartitionRecord.create({
      partitionId,
      topicId,
      replicas: [leader],
      isr: [leader],
      leader,
      leaderEpoch: 0,
      partitionEpoch: 0,
    });
    records.push({ kind: 'PartitionRecord', version: 1, value });
  }
  return records;
}

function call(apiVersion: number, init: Partial<GroupCallContext> = {}): GroupCallContext {
  return {
    apiVersion,
    clientId: 'c',
    clientAddress: '127.0.0.1',
    listenerName: 'CLIENTS',
    ...init,
  };
}

function commitOf(init: Partial<OffsetCommitRequest>, offsets: Readonly<Record<number, number>>) {
  return OffsetCommit.request.create({
    groupId: 'g',
    topics: [
      {
        name: 't',
        topicId: ZERO_UUID,
        partitions: Object.entries(offsets).map(([partition, committedOffset]) => ({
          partitionIndex: Number(partition),
          committedOffset,
          committedLeaderEpoch: 3,
          committedMetadata: null,
        })),
      },
    ],
    ...init,
  });
}

function fetchOf(topicId = ZERO_UUID, partitionIndexes = [0, 1]) {
  const topics = [{ name: 't', topicId, partitionIndexes }];
  return OffsetFetch.request.create({
    groups: [{ groupId: 'g', memberId: null, memberEpoch: -1, topics }],
  });
}

// ---- FindCoordinator ------------------------------------------------------------------------------

const findGroup = FindCoordinator.request.create({ keyType: 0, coordinatorKeys: ['g', 'h'] });

test('the first FindCoordinator has the topic created, and answers when its leader has loaded', async () => {
  const rig = new Rig();
  rig.apply(...brokerRecords(NODE));
  const found = rig.groups.findCoordinator(findGroup, call(6));
  await settled();
  assert.deepEqual(rig.asked, [
    {
      name: '__consumer_offsets',
      partitionCount: 1,
      replicationFactor: 3,
      configs: {
        'cleanup.policy': 'compact',
        'compression.type': 'producer',
        'segment.bytes': '104857600',
      },
    },
  ]);
  rig.apply(...topicRecords(CONSUMER_OFFSETS_TOPIC, OFFSETS_ID, 1, NODE));
  await rig.groups.onElection(0, 0, rig.log);
  assert.deepEqual((await found).coordinators, [
    { key: 'g', nodeId: 1, host: 'host1', port: 9001, errorCode: 0, errorMessage: '' },
    { key: 'h', nodeId: 1, host: 'host1', port: 9001, errorCode: 0, errorMessage: '' },
  ]);
});

test('another broker that leads is named at once', async () => {
  const rig = new Rig();
  rig.apply(...brokerRecords(2), ...topicRecords(CONSUMER_OFFSETS_TOPIC, OFFSETS_ID, 1, 2));
  const { coordinators } = await rig.groups.findCoordinator(findGroup, call(4));
  assert.equal(coordinators[0]?.nodeId, 2);
  assert.deepEqual(rig.asked, []);
});

test('without a leader it is not available after a bounded wait, and up to v3 in the older shape', async () => {
  const rig = new Rig();
  rig.creationResult = ErrorCode.INVALID_REPLICATION_FACTOR;
  const request = FindCoordinator.request.create({ key: 'g', keyType: 0 });
  const answers: FindCoordinatorResponse[] = [];
  const answered = rig.groups.findCoordinator(request, call(3)).then((one) => answers.push(one));
  await rig.clock.advance(1_900);
  assert.equal(answers.length, 0);
  await rig.clock.advance(200);
  await answered;
  const [response] = answers;
  assert.equal(response?.errorCode, ErrorCode.COORDINATOR_NOT_AVAILABLE);
  assert.deepEqual([response.nodeId, response.host, response.port], [-1, '', -1]);
  assert.deepEqual(response.coordinators, []);
});

test('up to v3 a coordinator that was found is told in the older shape', async () => {
  const rig = await Rig.ready();
  const request = FindCoordinator.request.create({ key: 'g', keyType: 0 });
  const response = await rig.groups.findCoordinator(request, call(0));
  assert.deepEqual([response.nodeId, response.host, response.errorMessage], [1, 'host1', 'NONE']);
});

test('keys of types without a coordinator here are refused', async () => {
  const rig = await Rig.ready();
  const request = FindCoordinator.request.create({ keyType: 1, coordinatorKeys: ['tx'] });
  const { coordinators } = await rig.groups.findCoordinator(request, call(4));
  assert.equal(coordinators[0]?.errorCode, ErrorCode.INVALID_REQUEST);
});

// ---- Membership -----------------------------------------------------------------------------------

const join = JoinGroup.request.create({
  groupId: 'g',
  sessionTimeoutMs: 10_000,
  rebalanceTimeoutMs: 10_000,
  protocolType: 'consumer',
  protocols: [{ name: 'range', metadata: Uint8Array.of(0, 0, 0, 0, 0, 0) }],
});

test('a group comes to work: join, join with the id, sync, heartbeat, leave', async () => {
  const rig = await Rig.ready();
  const { memberId, errorCode } = await rig.groups.joinGroup(join, call(9));
  assert.equal(errorCode, ErrorCode.MEMBER_ID_REQUIRED);
  assert.match(memberId, /^c-[0-9a-f]{8}-/);
  const joined = await rig.groups.joinGroup({ ...join, memberId }, call(9));
  assert.equal(joined.generationId, 1);
  const synced = await rig.groups.syncGroup(
    {
      groupId: 'g',
      memberId,
      generationId: 1,
      groupInstanceId: null,
      protocolType: 'consumer',
      protocolName: 'range',
      assignments: [{ memberId, assignment: Uint8Array.of(7) }],
    },
    call(5),
  );
  assert.deepEqual(synced.assignment, Uint8Array.of(7));
  const beat = { groupId: 'g', memberId, generationId: 1, groupInstanceId: null };
  assert.equal((await rig.groups.heartbeat(beat, call(4))).errorCode, ErrorCode.NONE);
  const described = await rig.groups.describeGroups(
    { groups: ['g', 'x'], includeAuthorizedOperations: false },
    call(6),
  );
  assert.deepEqual(
    described.groups.map(({ groupState, errorCode: code }) => [groupState, code]),
    [
      ['Stable', 0],
      ['Dead', ErrorCode.GROUP_ID_NOT_FOUND],
    ],
  );
  assert.equal(described.groups[0]?.members[0]?.clientHost, '/127.0.0.1');
  const left = await rig.groups.leaveGroup({ groupId: 'g', memberId, members: [] }, call(2));
  assert.equal(left.errorCode, ErrorCode.NONE);
  const deleted = await rig.groups.deleteGroups({ groupsNames: ['g', 'x'] }, call(2));
  assert.deepEqual(deleted.results, [
    { groupId: 'g', errorCode: ErrorCode.NONE },
    { groupId: 'x', errorCode: ErrorCode.GROUP_ID_NOT_FOUND },
  ]);
});

test('a group id must not be empty where members are concerned', async () => {
  const rig = await Rig.ready();
  const response = await rig.groups.joinGroup({ ...join, groupId: '', memberId: 'm' }, call(9));
  assert.deepEqual([response.errorCode, response.memberId], [ErrorCode.INVALID_GROUP_ID, 'm']);
  const beat = { groupId: '', memberId: 'm', generationId: 1, groupInstanceId: null };
  assert.equal((await rig.groups.heartbeat(beat, call(4))).errorCode, ErrorCode.INVALID_GROUP_ID);
});

test('up to v6 a join answer has an empty protocol where there is none', async () => {
  const rig = await Rig.ready();
  const request = { ...join, memberId: 'unknown' };
  assert.equal((await rig.groups.joinGroup(request, call(6))).protocolName, '');
  assert.equal((await rig.groups.joinGroup(request, call(7))).protocolName, null);
});

test('a broker that does not lead says so in every answer, one that loads lets members live', async () => {
  const rig = new Rig();
  const beat = { groupId: 'g', memberId: 'm', generationId: 1, groupInstanceId: null };
  const all = async () => [
    (await rig.groups.joinGroup(join, call(9))).errorCode,
    (await rig.groups.heartbeat(beat, call(4))).errorCode,
    (await rig.groups.fetchOffsets(fetchOf(), call(8))).groups[0]?.errorCode,
    (
      await rig.groups.describeGroups(
        { groups: ['g'], includeAuthorizedOperations: false },
        call(6),
      )
    ).groups[0]?.errorCode,
    (await rig.groups.deleteGroups({ groupsNames: ['g'] }, call(2))).results[0]?.errorCode,
    (await rig.groups.listGroups(ListGroups.request.create(), call(5))).errorCode,
  ];
  const { NOT_COORDINATOR, COORDINATOR_LOAD_IN_PROGRESS: LOADING, NONE } = ErrorCode;
  assert.deepEqual(await all(), [...Array.from({ length: 5 }, () => NOT_COORDINATOR), NONE]);
  const never = new MemoryShardLog();
  never.settledEndOffset = () => Promise.withResolvers<number>().promise;
  void rig.groups.onElection(0, 1, never);
  assert.deepEqual(await all(), [LOADING, NONE, LOADING, LOADING, LOADING, LOADING]);
});

test('a join that waits is told NOT_COORDINATOR when leadership moves on', async () => {
  const rig = await Rig.ready();
  const first = await rig.groups.joinGroup({ ...join, groupInstanceId: 'i1' }, call(9));
  const sync = rig.groups.syncGroup(
    {
      groupId: 'g',
      memberId: first.memberId,
      generationId: 1,
      groupInstanceId: 'i1',
      protocolType: null,
      protocolName: null,
      assignments: [],
    },
    call(5),
  );
  await sync;
  const waiting = rig.groups.joinGroup({ ...join, groupInstanceId: 'i2' }, call(9));
  rig.groups.onResignation(0);
  assert.equal((await waiting).errorCode, ErrorCode.NOT_COORDINATOR);
});

// ---- Offsets --------------------------------------------------------------------------------------

test('offsets are committed by name and read back in every shape', async () => {
  const rig = await Rig.ready();
  const response = await rig.groups.commitOffsets(commitOf({}, { 0: 5 }), call(9));
  assert.deepEqual(response.topics[0]?.partitions, [{ partitionIndex: 0, errorCode: 0 }]);

  const single = await rig.groups.fetchOffsets(
    OffsetFetch.request.create({ groupId: 'g', topics: [{ name: 't', partitionIndexes: [0, 1] }] }),
    call(7),
  );
  assert.deepEqual(
    single.topics[0]?.partitions.map(({ committedOffset, committedLeaderEpoch, metadata }) => [
      committedOffset,
      committedLeaderEpoch,
      metadata,
    ]),
    [
      [5, 3, ''],
      [-1, -1, ''],
    ],
  );
  assert.deepEqual(single.groups, []);

  const byId = await rig.groups.fetchOffsets(fetchOf(TOPIC_ID), call(10));
  assert.equal(byId.groups[0]?.topics[0]?.partitions[0]?.committedOffset, 5);
  assert.equal(byId.groups[0].topics[0].topicId, TOPIC_ID);

  const all = await rig.groups.fetchOffsets(
    OffsetFetch.request.create({ groupId: 'g', topics: null }),
    call(2),
  );
  assert.deepEqual(all.topics[0]?.partitions.length, 1);
});

test('the record has the topic id even if the client names the topic', async () => {
  const rig = await Rig.ready();
  await rig.groups.commitOffsets(commitOf({}, { 0: 5 }), call(8));
  const batch = Buffer.from(rig.log.batches[0] ?? []);
  assert(batch.includes(uuidToBytes(TOPIC_ID)), 'the id is in the batch');
  rig.apply({ kind: 'RemoveTopicRecord', version: 0, value: { topicId: TOPIC_ID } });
  await settled();
  rig.apply(...topicRecords('t', 'JB2YvJcIRwO7naPLnmY46g', 2, NODE));
  const { groups } = await rig.groups.fetchOffsets(fetchOf(), call(9));
  assert.equal(groups[0]?.topics[0]?.partitions[0]?.committedOffset, -1, 'of the deleted topic');
});

test('what cannot be committed is refused by partition, and the rest is taken', async () => {
  const rig = await Rig.ready();
  const response = await rig.groups.commitOffsets(commitOf({}, { 0: 5, 2: 6 }), call(9));
  assert.deepEqual(
    response.topics[0]?.partitions.map(({ errorCode }) => errorCode),
    [ErrorCode.NONE, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
  );
  const unknownId = await rig.groups.commitOffsets(commitOf({}, { 0: 5 }), call(10));
  assert.equal(unknownId.topics[0]?.partitions[0]?.errorCode, ErrorCode.UNKNOWN_TOPIC_ID);
  const hidden = await rig.groups.commitOffsets(
    commitOf({}, { 0: 5 }),
    call(9, { mayUseTopic: () => false }),
  );
  assert.equal(hidden.topics[0]?.partitions[0]?.errorCode, ErrorCode.TOPIC_AUTHORIZATION_FAILED);
  assert.equal(rig.log.batches.length, 1);
});

test('what cannot be fetched is refused by partition, and left out where all were asked for', async () => {
  const rig = await Rig.ready();
  await rig.groups.commitOffsets(commitOf({}, { 0: 5 }), call(9));
  const unknown = await rig.groups.fetchOffsets(fetchOf('JB2YvJcIRwO7naPLnmY46g'), call(10));
  assert.equal(unknown.groups[0]?.topics[0]?.partitions[0]?.errorCode, ErrorCode.UNKNOWN_TOPIC_ID);
  const hidden = call(9, { mayUseTopic: () => false });
  const refused = await rig.groups.fetchOffsets(fetchOf(), hidden);
  assert.equal(
    refused.groups[0]?.topics[0]?.partitions[0]?.errorCode,
    ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  );
  const everything = OffsetFetch.request.create({
    groups: [{ groupId: 'g', memberId: null, memberEpoch: -1, topics: null }],
  });
  assert.deepEqual((await rig.groups.fetchOffsets(everything, hidden)).groups[0]?.topics, []);
  const visible = await rig.groups.fetchOffsets(everything, call(10));
  assert.equal(visible.groups[0]?.topics[0]?.topicId, TOPIC_ID);
});

test('the group’s error is each partition’s where the answer has no other place', async () => {
  const rig = new Rig();
  const request = OffsetFetch.request.create({
    groupId: 'g',
    topics: [{ name: 't', partitionIndexes: [0] }],
  });
  const oldest = await rig.groups.fetchOffsets(request, call(1));
  assert.equal(oldest.topics[0]?.partitions[0]?.errorCode, ErrorCode.NOT_COORDINATOR);
  const newer = await rig.groups.fetchOffsets(request, call(2));
  assert.deepEqual([newer.errorCode, newer.topics], [ErrorCode.NOT_COORDINATOR, []]);
});

test('a commit that the log cannot take is told as coordinators tell it', async () => {
  const rig = await Rig.ready();
  const codeFor = async (problem: ErrorCode) => {
    rig.log.problem = problem;
    const response = await rig.groups.commitOffsets(commitOf({}, { 0: 5 }), call(9));
    return response.topics[0]?.partitions[0]?.errorCode;
  };
  assert.equal(await codeFor(ErrorCode.NOT_ENOUGH_REPLICAS), ErrorCode.COORDINATOR_NOT_AVAILABLE);
  assert.equal(await codeFor(ErrorCode.NOT_LEADER_OR_FOLLOWER), ErrorCode.NOT_COORDINATOR);
  rig.log.maxBatchBytes = 10;
  assert.equal(await codeFor(ErrorCode.NONE), ErrorCode.INVALID_COMMIT_OFFSET_SIZE);
});

test('deleting a topic forgets its offsets', async () => {
  const rig = await Rig.ready();
  await rig.groups.commitOffsets(commitOf({}, { 0: 5 }), call(9));
  rig.apply({ kind: 'RemoveTopicRecord', version: 0, value: { topicId: TOPIC_ID } });
  await settled();
  assert.equal(rig.log.batches.length, 2);
  const { topics } = await rig.groups.fetchOffsets(
    OffsetFetch.request.create({ groupId: 'g', topics: null }),
    call(2),
  );
  assert.deepEqual(topics, []);
});

test('groups and offsets are counted under Kafka’s names', async () => {
  const rig = await Rig.ready();
  await rig.groups.commitOffsets(commitOf({}, { 0: 5, 1: 6 }), call(9));
  const read = new Map(
    Array.from(rig.metrics.all(), (metric) => [
      metric.name.name,
      metric.kind === 'gauge' ? metric.read() : undefined,
    ]),
  );
  assert.deepEqual(
    ['NumGroups', 'NumOffsets', 'NumGroupsEmpty', 'NumGroupsStable'].map((name) => read.get(name)),
    [1, 2, 1, 0],
  );
});

test('a group’s partition is Kafka’s: the string hash over the partitions of the topic', () => {
  const rig = new Rig();
  rig.apply(...topicRecords(CONSUMER_OFFSETS_TOPIC, OFFSETS_ID, 50, NODE));
  const partitions = ['g-classic', 'my-group', '', 'polygenelubricants'].map((group) =>
    rig.groups.partitionFor(group),
  );
  assert.deepEqual(partitions, [18, 12, 0, 0]);
});
