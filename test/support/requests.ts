// For every API that a node serves: a request that has an effect or asks for something that is there,
// at every version, and what the answer must say.

import assert from 'node:assert/strict';

import { ErrorCode } from '@samsa/common';
import { type Api, BatchBuilder } from '@samsa/protocol';
import { AddRaftVoter } from '@samsa/protocol/apis/add-raft-voter';
import { AllocateProducerIds } from '@samsa/protocol/apis/allocate-producer-ids';
import {
  createAlterableConfig as createWholeConfig,
  createAlterConfigsResource as createWholeResource,
  AlterConfigs,
} from '@samsa/protocol/apis/alter-configs';
import { AlterPartition } from '@samsa/protocol/apis/alter-partition';
import {
  AlterPartitionReassignments,
  createReassignablePartition,
  createReassignableTopic,
} from '@samsa/protocol/apis/alter-partition-reassignments';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { AssignReplicasToDirs } from '@samsa/protocol/apis/assign-replicas-to-dirs';
import { BeginQuorumEpoch } from '@samsa/protocol/apis/begin-quorum-epoch';
import { BrokerHeartbeat } from '@samsa/protocol/apis/broker-heartbeat';
import { BrokerRegistration } from '@samsa/protocol/apis/broker-registration';
import { ControllerRegistration } from '@samsa/protocol/apis/controller-registration';
import {
  createCreatePartitionsTopic,
  CreatePartitions,
} from '@samsa/protocol/apis/create-partitions';
import { createCreatableTopic, CreateTopics } from '@samsa/protocol/apis/create-topics';
import { DeleteGroups } from '@samsa/protocol/apis/delete-groups';
import {
  createDeleteRecordsPartition,
  createDeleteRecordsTopic,
  DeleteRecords,
} from '@samsa/protocol/apis/delete-records';
import { createDeleteTopicState, DeleteTopics } from '@samsa/protocol/apis/delete-topics';
import { DescribeCluster } from '@samsa/protocol/apis/describe-cluster';
import {
  createDescribeConfigsResource,
  DescribeConfigs,
} from '@samsa/protocol/apis/describe-configs';
import { DescribeGroups } from '@samsa/protocol/apis/describe-groups';
import {
  createRequestPartitionData as createQuorumPartition,
  createRequestTopicData as createQuorumTopic,
  DescribeQuorum,
} from '@samsa/protocol/apis/describe-quorum';
import {
  createTopicRequest as createProducersTopic,
  DescribeProducers,
} from '@samsa/protocol/apis/describe-producers';
import { DescribeLogDirs } from '@samsa/protocol/apis/describe-log-dirs';
import {
  createTopicRequest as createPartitionsTopic,
  DescribeTopicPartitions,
} from '@samsa/protocol/apis/describe-topic-partitions';
import {
  createTopicPartitions as createElectionPartitions,
  ElectLeaders,
} from '@samsa/protocol/apis/elect-leaders';
import { EndQuorumEpoch } from '@samsa/protocol/apis/end-quorum-epoch';
import { Envelope } from '@samsa/protocol/apis/envelope';
import { createFetchPartition, createFetchTopic, Fetch } from '@samsa/protocol/apis/fetch';
import { FetchSnapshot } from '@samsa/protocol/apis/fetch-snapshot';
import { FindCoordinator } from '@samsa/protocol/apis/find-coordinator';
import { Heartbeat } from '@samsa/protocol/apis/heartbeat';
import {
  createAlterableConfig,
  createAlterConfigsResource,
  IncrementalAlterConfigs,
} from '@samsa/protocol/apis/incremental-alter-configs';
import { InitProducerId } from '@samsa/protocol/apis/init-producer-id';
import { createJoinGroupRequestProtocol, JoinGroup } from '@samsa/protocol/apis/join-group';
import { createMemberIdentity, LeaveGroup } from '@samsa/protocol/apis/leave-group';
import { ListConfigResources } from '@samsa/protocol/apis/list-config-resources';
import { ListGroups } from '@samsa/protocol/apis/list-groups';
import {
  createListOffsetsPartition,
  createListOffsetsTopic,
  ListOffsets,
} from '@samsa/protocol/apis/list-offsets';
import { ListPartitionReassignments } from '@samsa/protocol/apis/list-partition-reassignments';
import { createMetadataRequestTopic, Metadata } from '@samsa/protocol/apis/metadata';
import {
  createOffsetCommitRequestPartition,
  createOffsetCommitRequestTopic,
  OffsetCommit,
} from '@samsa/protocol/apis/offset-commit';
import { OffsetDelete } from '@samsa/protocol/apis/offset-delete';
import {
  createOffsetFetchRequestGroup,
  createOffsetFetchRequestTopic,
  createOffsetFetchRequestTopics,
  OffsetFetch,
} from '@samsa/protocol/apis/offset-fetch';
import {
  createOffsetForLeaderPartition,
  createOffsetForLeaderTopic,
  OffsetForLeaderEpoch,
} from '@samsa/protocol/apis/offset-for-leader-epoch';
import {
  createPartitionProduceData,
  createTopicProduceData,
  Produce,
} from '@samsa/protocol/apis/produce';
import { RemoveRaftVoter } from '@samsa/protocol/apis/remove-raft-voter';
import { SyncGroup } from '@samsa/protocol/apis/sync-group';
import { UnregisterBroker } from '@samsa/protocol/apis/unregister-broker';
import { UpdateFeatures } from '@samsa/protocol/apis/update-features';
import { UpdateRaftVoter } from '@samsa/protocol/apis/update-raft-voter';
import { Vote } from '@samsa/protocol/apis/vote';

export type ListenerRole = 'broker' | 'controller';

/** What the requests are about: a topic of one partition with records in it. */
export interface Subject {
  readonly listener: ListenerRole;
  readonly topic: string;
  readonly topicId: string;
  readonly nodeId: number;
  readonly clusterId: string;
}

/** Sends a request at the version under test and reads the answer to its last byte. */
export type Call = <Request, Response>(
  api: Api<Request, Response>,
  request: Partial<Request>,
) => Promise<Response>;

type Probe = (call: Call, version: number, subject: Subject) => Promise<void>;

/** A cluster that nobody belongs to: what a node refuses without harm to its quorum. */
const STRANGERS = 'someone-elses-clusterA';
const TOPIC_RESOURCE = 2;
const METADATA_TOPIC = { topic: '__cluster_metadata', topicId: 'AAAAAAAAAAAAAAAAAAAAAQ' };
const {
  BROKER_ID_NOT_REGISTERED,
  GROUP_ID_NOT_FOUND,
  INCONSISTENT_CLUSTER_ID,
  MEMBER_ID_REQUIRED,
  NONE,
  PRINCIPAL_DESERIALIZATION_FAILURE,
  STALE_BROKER_EPOCH,
  UNKNOWN_MEMBER_ID,
} = ErrorCode;

/** Requests that both kinds of listener serve. */
const SHARED: Readonly<Record<string, Probe>> = {
  async ApiVersions(call) {
    const answer = await call(ApiVersions, {
      clientSoftwareName: 'test',
      clientSoftwareVersion: '1.0',
    });
    assert.equal(answer.errorCode, NONE);
    assert.ok(answer.apiKeys.some(({ apiKey }) => apiKey === ApiVersions.key));
  },

  async CreateTopics(call, version) {
    const name = `made-${version}-${unique()}`;
    const topic = createCreatableTopic({ name, numPartitions: 2, replicationFactor: 1 });
    const answer = await call(CreateTopics, { topics: [topic], timeoutMs: 5_000 });
    assert.deepEqual(
      answer.topics.map((each) => [each.name, each.errorCode]),
      [[name, NONE]],
    );
    if (version >= 5) assert.equal(answer.topics[0]?.numPartitions, 2);
    if (version >= 7) assert.match(answer.topics[0]?.topicId ?? '', /^[\w-]{22}$/);
  },

  async DeleteTopics(call, version) {
    const name = `no-such-topic-${version}`;
    const answer = await call(
      DeleteTopics,
      version >= 6
        ? { topics: [createDeleteTopicState({ name })], timeoutMs: 5_000 }
        : { topicNames: [name], timeoutMs: 5_000 },
    );
    assert.deepEqual(
      answer.responses.map((each) => [each.name, each.errorCode]),
      [[name, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION]],
    );
  },

  async CreatePartitions(call, _version, { topic }) {
    const answer = await call(CreatePartitions, {
      topics: [createCreatePartitionsTopic({ name: topic, count: 1, assignments: null })],
      timeoutMs: 5_000,
    });
    // It has one already.
    assert.deepEqual(
      answer.results.map((each) => [each.name, each.errorCode]),
      [[topic, ErrorCode.INVALID_PARTITIONS]],
    );
  },

  async DescribeCluster(call, version, { nodeId, clusterId, listener }) {
    const isController = listener === 'controller';
    if (isController && version < 1) {
      // It can only ask for brokers, which are told on their own listener.
      const refusal = await call(DescribeCluster, {});
      assert.equal(refusal.errorCode, ErrorCode.INVALID_REQUEST);
      return;
    }
    const answer = await call(DescribeCluster, { endpointType: isController ? 2 : 1 });
    assert.equal(answer.errorCode, NONE);
    assert.equal(answer.clusterId, clusterId);
    assert.equal(answer.controllerId, nodeId);
    assert.ok(answer.brokers.some(({ brokerId }) => brokerId === nodeId));
  },

  async DescribeConfigs(call, _version, { topic }) {
    const answer = await call(DescribeConfigs, {
      resources: [
        createDescribeConfigsResource({
          resourceType: TOPIC_RESOURCE,
          resourceName: topic,
          configurationKeys: ['retention.ms'],
        }),
      ],
    });
    const [result] = answer.results;
    assert.equal(result?.errorCode, NONE);
    assert.deepEqual(
      result?.configs.map(({ name, value }) => [name, value]),
      [['retention.ms', '604800000']],
    );
  },

  async IncrementalAlterConfigs(call, _version, { topic }) {
    const answer = await call(IncrementalAlterConfigs, {
      resources: [
        createAlterConfigsResource({
          resourceType: TOPIC_RESOURCE,
          resourceName: topic,
          configs: [createAlterableConfig({ name: 'segment.ms', value: '1000000' })],
        }),
      ],
      validateOnly: true,
    });
    assert.deepEqual(
      answer.responses.map(({ errorCode, resourceName }) => [errorCode, resourceName]),
      [[NONE, topic]],
    );
  },

  async AlterConfigs(call, _version, { topic }) {
    const answer = await call(AlterConfigs, {
      resources: [
        createWholeResource({
          resourceType: TOPIC_RESOURCE,
          resourceName: topic,
          configs: [createWholeConfig({ name: 'segment.ms', value: '1000000' })],
        }),
      ],
      validateOnly: true,
    });
    assert.deepEqual(
      answer.responses.map(({ errorCode, resourceName }) => [errorCode, resourceName]),
      [[NONE, topic]],
    );
  },

  async AlterPartitionReassignments(call, _version, { topic }) {
    // Nothing moves there, so there is nothing to cancel.
    const partitions = [createReassignablePartition({ replicas: null })];
    const answer = await call(AlterPartitionReassignments, {
      timeoutMs: 5_000,
      topics: [createReassignableTopic({ name: topic, partitions })],
    });
    assert.equal(answer.errorCode, NONE);
    const [partition] = answer.responses[0]?.partitions ?? [];
    assert.equal(partition?.errorCode, ErrorCode.NO_REASSIGNMENT_IN_PROGRESS);
  },

  async ListPartitionReassignments(call) {
    const answer = await call(ListPartitionReassignments, { timeoutMs: 5_000, topics: null });
    assert.deepEqual([answer.errorCode, answer.topics], [NONE, []]);
  },

  async ElectLeaders(call, version, { topic }) {
    const answer = await call(ElectLeaders, {
      timeoutMs: 5_000,
      topicPartitions: [createElectionPartitions({ topic, partitions: [0] })],
    });
    if (version >= 1) assert.equal(answer.errorCode, NONE);
    const [partition] = answer.replicaElectionResults[0]?.partitionResult ?? [];
    assert.equal(partition?.errorCode, ErrorCode.ELECTION_NOT_NEEDED);
  },

  async DescribeQuorum(call, _version, { nodeId }) {
    const partitions = [createQuorumPartition({ partitionIndex: 0 })];
    const topics = [createQuorumTopic({ topicName: '__cluster_metadata', partitions })];
    const answer = await call(DescribeQuorum, { topics });
    assert.equal(answer.errorCode, NONE);
    const partition = answer.topics[0]?.partitions[0];
    assert.equal(partition?.errorCode, NONE);
    assert.equal(partition?.leaderId, nodeId);
    assert.deepEqual(
      partition?.currentVoters.map(({ replicaId }) => replicaId),
      [nodeId],
    );
  },

  async UnregisterBroker(call) {
    const answer = await call(UnregisterBroker, { brokerId: 999 });
    assert.equal(answer.errorCode, BROKER_ID_NOT_REGISTERED);
  },

  async UpdateFeatures(call) {
    assert.equal((await call(UpdateFeatures, { timeoutMs: 5_000 })).errorCode, NONE);
  },

  async AddRaftVoter(call) {
    const answer = await call(AddRaftVoter, { clusterId: STRANGERS, voterId: 999 });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async RemoveRaftVoter(call) {
    const answer = await call(RemoveRaftVoter, { clusterId: STRANGERS, voterId: 999 });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },
};

const BROKER: Readonly<Record<string, Probe>> = {
  ...SHARED,

  async Produce(call, version, { topic, topicId }) {
    const builder = new BatchBuilder();
    builder.add(Date.now(), Buffer.from('key'), Buffer.from(`from version ${version}`));
    const partitionData = [createPartitionProduceData({ records: builder.build() })];
    const answer = await call(Produce, {
      acks: -1,
      timeoutMs: 5_000,
      topicData: [
        createTopicProduceData({
          ...(version >= 13 ? { topicId } : { name: topic }),
          partitionData,
        }),
      ],
    });
    const [partition] = answer.responses[0]?.partitionResponses ?? [];
    assert.equal(partition?.errorCode, NONE);
    assert.ok((partition?.baseOffset ?? -1) >= 0);
  },

  async Fetch(call, version, { topic, topicId }) {
    const partitions = [createFetchPartition({ partitionMaxBytes: 1_000_000 })];
    const answer = await call(Fetch, {
      maxWaitMs: 0,
      minBytes: 1,
      maxBytes: 1_000_000,
      topics: [createFetchTopic({ ...(version >= 13 ? { topicId } : { topic }), partitions })],
    });
    assert.equal(answer.errorCode, NONE);
    const [partition] = answer.responses[0]?.partitions ?? [];
    assert.equal(partition?.errorCode, NONE);
    assert.ok(partition?.records instanceof Uint8Array && partition.records.length > 61);
    assert.ok(partition.highWatermark > 0);
  },

  async ListOffsets(call, _version, { topic }) {
    const partitions = [createListOffsetsPartition({ timestamp: -1 })];
    const answer = await call(ListOffsets, {
      replicaId: -1,
      topics: [createListOffsetsTopic({ name: topic, partitions })],
    });
    const [partition] = answer.topics[0]?.partitions ?? [];
    assert.equal(partition?.errorCode, NONE);
    assert.ok((partition?.offset ?? -1) > 0);
  },

  async OffsetForLeaderEpoch(call, version, { topic }) {
    const partitions = [createOffsetForLeaderPartition({ currentLeaderEpoch: -1, leaderEpoch: 0 })];
    const answer = await call(OffsetForLeaderEpoch, {
      ...(version >= 3 ? { replicaId: -1 } : {}),
      topics: [createOffsetForLeaderTopic({ topic, partitions })],
    });
    const [partition] = answer.topics[0]?.partitions ?? [];
    assert.equal(partition?.errorCode, NONE);
    assert.ok((partition?.endOffset ?? -1) > 0);
  },

  async DeleteRecords(call, _version, { topic }) {
    const partitions = [createDeleteRecordsPartition({ offset: 0 })];
    const answer = await call(DeleteRecords, {
      timeoutMs: 5_000,
      topics: [createDeleteRecordsTopic({ name: topic, partitions })],
    });
    const [partition] = answer.topics[0]?.partitions ?? [];
    assert.deepEqual([partition?.errorCode, partition?.lowWatermark], [NONE, 0]);
  },

  async DescribeProducers(call, _version, { topic }) {
    const answer = await call(DescribeProducers, {
      topics: [createProducersTopic({ name: topic, partitionIndexes: [0] })],
    });
    const [partition] = answer.topics[0]?.partitions ?? [];
    assert.deepEqual([partition?.errorCode, partition?.activeProducers], [NONE, []]);
  },

  async DescribeTopicPartitions(call, _version, { topic, topicId, nodeId }) {
    const answer = await call(DescribeTopicPartitions, {
      topics: [createPartitionsTopic({ name: topic })],
      responsePartitionLimit: 10,
    });
    const [told] = answer.topics;
    assert.deepEqual([told?.errorCode, told?.name, told?.topicId], [NONE, topic, topicId]);
    assert.equal(told?.partitions[0]?.leaderId, nodeId);
  },

  async DescribeLogDirs(call, version, { topic }) {
    const answer = await call(DescribeLogDirs, { topics: null });
    if (version >= 3) assert.equal(answer.errorCode, NONE);
    const [directory] = answer.results;
    assert.equal(directory?.errorCode, NONE);
    assert.ok(directory?.topics.some(({ name }) => name === topic));
  },

  async ListConfigResources(call) {
    assert.equal((await call(ListConfigResources, {})).errorCode, NONE);
  },

  async Metadata(call, version, { topic, topicId, nodeId, clusterId }) {
    const answer = await call(Metadata, { topics: [createMetadataRequestTopic({ name: topic })] });
    assert.deepEqual(
      answer.brokers.map((broker) => broker.nodeId),
      [nodeId],
    );
    if (version >= 1) assert.equal(answer.controllerId, nodeId);
    if (version >= 2) assert.equal(answer.clusterId, clusterId);
    const [told] = answer.topics;
    assert.equal(told?.errorCode, NONE);
    assert.equal(told?.name, topic);
    if (version >= 10) assert.equal(told?.topicId, topicId);
    assert.equal(told?.partitions[0]?.leaderId, nodeId);
  },

  async FindCoordinator(call, version, { nodeId }) {
    const key = 'some-group';
    const answer = await call(FindCoordinator, version >= 4 ? { coordinatorKeys: [key] } : { key });
    const told = version >= 4 ? answer.coordinators[0] : answer;
    assert.equal(told?.errorCode, NONE);
    assert.equal(told?.nodeId, nodeId);
    assert.ok((told?.port ?? 0) > 0);
  },

  async OffsetCommit(call, version, { topic, topicId }) {
    const partitions = [createOffsetCommitRequestPartition({ committedOffset: version })];
    const named = version >= 10 ? { topicId } : { name: topic };
    const answer = await call(OffsetCommit, {
      groupId: 'committers',
      topics: [createOffsetCommitRequestTopic({ ...named, partitions })],
    });
    assert.equal(answer.topics[0]?.partitions[0]?.errorCode, NONE);
  },

  async OffsetFetch(call, version, { topic, topicId }) {
    const groupId = 'committers';
    const partitionIndexes = [0];
    if (version >= 8) {
      const named = version >= 10 ? { topicId } : { name: topic };
      const topics = [createOffsetFetchRequestTopics({ ...named, partitionIndexes })];
      const answer = await call(OffsetFetch, {
        groups: [createOffsetFetchRequestGroup({ groupId, topics })],
      });
      const [group] = answer.groups;
      assert.equal(group?.errorCode, NONE);
      assert.equal(group?.topics[0]?.partitions[0]?.errorCode, NONE);
      assert.ok((group?.topics[0]?.partitions[0]?.committedOffset ?? -1) >= 0);
      return;
    }
    const topics = [createOffsetFetchRequestTopic({ name: topic, partitionIndexes })];
    const answer = await call(OffsetFetch, { groupId, topics });
    assert.equal(answer.errorCode, NONE);
    assert.ok((answer.topics[0]?.partitions[0]?.committedOffset ?? -1) >= 0);
  },

  async JoinGroup(call, version) {
    const answer = await call(JoinGroup, {
      groupId: `joined-at-${version}`,
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 10_000,
      protocolType: 'consumer',
      protocols: [createJoinGroupRequestProtocol({ name: 'range', metadata: Buffer.from('x') })],
    });
    assert.equal(answer.errorCode, version >= 4 ? MEMBER_ID_REQUIRED : NONE);
    assert.notEqual(answer.memberId, '');
    if (version < 4) assert.deepEqual([answer.generationId, answer.leader], [1, answer.memberId]);
  },

  async SyncGroup(call, version) {
    const answer = await call(SyncGroup, {
      groupId: 'nobody',
      memberId: 'nobody',
      ...(version >= 5 ? { protocolType: 'consumer', protocolName: 'range' } : {}),
    });
    assert.equal(answer.errorCode, UNKNOWN_MEMBER_ID);
  },

  async Heartbeat(call) {
    const answer = await call(Heartbeat, { groupId: 'nobody', memberId: 'nobody' });
    assert.equal(answer.errorCode, UNKNOWN_MEMBER_ID);
  },

  async LeaveGroup(call, version) {
    const memberId = 'nobody';
    const answer = await call(
      LeaveGroup,
      version >= 3
        ? { groupId: 'nobody', members: [createMemberIdentity({ memberId })] }
        : { groupId: 'nobody', memberId },
    );
    const code = version >= 3 ? answer.members[0]?.errorCode : answer.errorCode;
    assert.equal(code, UNKNOWN_MEMBER_ID);
  },

  async DescribeGroups(call, version) {
    const answer = await call(DescribeGroups, { groups: ['nobody'] });
    assert.deepEqual(
      answer.groups.map(({ groupId, groupState, errorCode }) => [groupId, groupState, errorCode]),
      [['nobody', 'Dead', version >= 6 ? GROUP_ID_NOT_FOUND : NONE]],
    );
  },

  async ListGroups(call) {
    assert.equal((await call(ListGroups, {})).errorCode, NONE);
  },

  async DeleteGroups(call) {
    const answer = await call(DeleteGroups, { groupsNames: ['nobody'] });
    assert.deepEqual(answer.results, [{ groupId: 'nobody', errorCode: GROUP_ID_NOT_FOUND }]);
  },

  async OffsetDelete(call) {
    const answer = await call(OffsetDelete, { groupId: 'nobody' });
    assert.equal(answer.errorCode, GROUP_ID_NOT_FOUND);
  },

  async InitProducerId(call) {
    const answer = await call(InitProducerId, { transactionalId: null });
    assert.equal(answer.errorCode, NONE);
    assert.ok(answer.producerId >= 0);
    assert.equal(answer.producerEpoch, 0);
  },
};

const CONTROLLER: Readonly<Record<string, Probe>> = {
  ...SHARED,

  async AllocateProducerIds(call, _version, { nodeId }) {
    const answer = await call(AllocateProducerIds, { brokerId: nodeId, brokerEpoch: 0 });
    assert.equal(answer.errorCode, STALE_BROKER_EPOCH);
  },

  async AlterPartition(call, _version, { nodeId }) {
    const answer = await call(AlterPartition, { brokerId: nodeId, brokerEpoch: 0 });
    assert.equal(answer.errorCode, STALE_BROKER_EPOCH);
  },

  async AssignReplicasToDirs(call, _version, { nodeId }) {
    const answer = await call(AssignReplicasToDirs, { brokerId: nodeId, brokerEpoch: 0 });
    assert.equal(answer.errorCode, STALE_BROKER_EPOCH);
  },

  async BrokerHeartbeat(call, _version, { nodeId }) {
    const answer = await call(BrokerHeartbeat, { brokerId: nodeId, brokerEpoch: 0 });
    assert.equal(answer.errorCode, STALE_BROKER_EPOCH);
  },

  async BrokerRegistration(call, _version, { nodeId }) {
    const answer = await call(BrokerRegistration, { brokerId: nodeId, clusterId: STRANGERS });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async ControllerRegistration(call) {
    assert.equal((await call(ControllerRegistration, { controllerId: 999 })).errorCode, NONE);
  },

  async Envelope(call) {
    const answer = await call(Envelope, { requestPrincipal: null });
    assert.equal(answer.errorCode, PRINCIPAL_DESERIALIZATION_FAILURE);
  },

  async Vote(call) {
    assert.equal((await call(Vote, { clusterId: STRANGERS })).errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async BeginQuorumEpoch(call) {
    const answer = await call(BeginQuorumEpoch, { clusterId: STRANGERS });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async EndQuorumEpoch(call) {
    const answer = await call(EndQuorumEpoch, { clusterId: STRANGERS });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async FetchSnapshot(call) {
    const answer = await call(FetchSnapshot, { clusterId: STRANGERS });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async UpdateRaftVoter(call) {
    const answer = await call(UpdateRaftVoter, { clusterId: STRANGERS });
    assert.equal(answer.errorCode, INCONSISTENT_CLUSTER_ID);
  },

  async Fetch(call, version, { clusterId }) {
    const { topic, topicId } = METADATA_TOPIC;
    // The quorum of a new node is in its first epoch. Versions that cannot say what the replica has
    // are refused.
    const isReplicas = version >= 12;
    const position = isReplicas ? { currentLeaderEpoch: 1, lastFetchedEpoch: 0 } : {};
    const partitions = [createFetchPartition({ ...position, partitionMaxBytes: 1_000_000 })];
    const named = version >= 13 ? { topicId } : { topic };
    const ofCluster = isReplicas ? { clusterId } : {};
    const answer = await call(Fetch, {
      ...ofCluster,
      maxWaitMs: 0,
      maxBytes: 1_000_000,
      topics: [createFetchTopic({ ...named, partitions })],
    });
    assert.equal(answer.errorCode, NONE);
    const [partition] = answer.responses[0]?.partitions ?? [];
    assert.equal(partition?.errorCode, isReplicas ? NONE : ErrorCode.FENCED_LEADER_EPOCH);
  },
};

/** The probe of an API; undefined where nobody has written one yet. */
export function probeOf(listener: ListenerRole, api: string): Probe | undefined {
  return (listener === 'broker' ? BROKER : CONTROLLER)[api];
}

let uniqueCount = 0;

function unique(): number {
  return uniqueCount++;
}
