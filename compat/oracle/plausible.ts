// Requests that make sense on the fixture, one or more for each API: what the generator starts from.

import { type Message } from './message-schema.ts';
import { batchOf, subscription } from './records.ts';
import { type Fixture } from './values.ts';

type Plausible = (version: number, fixture: Fixture, unique: string) => Message;

export const PLAUSIBLE: Readonly<Record<string, Plausible | undefined>> = {
  AlterConfigs: () => ({
    resources: [
      {
        resourceType: 2,
        resourceName: 'fixture',
        configs: [{ name: 'retention.ms', value: '100000000' }],
      },
    ],
  }),
  ApiVersions: () => ({ clientSoftwareName: 'oracle', clientSoftwareVersion: '1' }),
  CreatePartitions: (_version, _fixture, unique) => ({
    topics: [{ name: unique, count: 2, assignments: null }],
    timeoutMs: 10_000,
  }),
  CreateTopics: (_version, _fixture, unique) => ({
    topics: [
      {
        name: unique,
        numPartitions: 2,
        replicationFactor: 1,
        configs: [{ name: 'retention.ms', value: '100000000' }],
      },
    ],
    timeoutMs: 10_000,
  }),
  DeleteGroups: () => ({ groupsNames: ['no-such-group'] }),
  DeleteRecords: () => ({
    topics: [{ name: 'fixture', partitions: [{ partitionIndex: 0, offset: 0 }] }],
    timeoutMs: 10_000,
  }),
  DeleteTopics: (version) =>
    version >= 6
      ? { topics: [{ name: 'nowhere' }], timeoutMs: 10_000 }
      : { topicNames: ['nowhere'], timeoutMs: 10_000 },
  DescribeConfigs: () => ({
    resources: [{ resourceType: 2, resourceName: 'fixture', configurationKeys: ['retention.ms'] }],
  }),
  DescribeGroups: (_version, fixture) => ({ groups: [...fixture.groups] }),
  DescribeLogDirs: () => ({ topics: [{ topic: 'fixture', partitions: [0, 1] }] }),
  DescribeProducers: () => ({ topics: [{ name: 'fixture', partitionIndexes: [0] }] }),
  DescribeQuorum: () => ({
    topics: [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }],
  }),
  DescribeTopicPartitions: () => ({ topics: [{ name: 'fixture' }] }),
  ElectLeaders: (version) => ({
    ...(version >= 1 ? { electionType: 0 } : {}),
    topicPartitions: [{ topic: 'fixture', partitions: [0] }],
    timeoutMs: 10_000,
  }),
  Fetch: (version, fixture) => ({
    maxWaitMs: 0,
    maxBytes: 1_000_000,
    sessionEpoch: -1,
    topics: [
      {
        ...(version >= 13 ? { topicId: fixture.topicIds[0] } : { topic: 'fixture' }),
        partitions: [{ partition: 0, partitionMaxBytes: 100_000 }],
      },
    ],
  }),
  FindCoordinator: (version) => (version >= 4 ? { coordinatorKeys: ['key'] } : { key: 'key' }),
  Heartbeat: (_version, fixture) => ({
    groupId: fixture.groups[1],
    generationId: 1,
    memberId: fixture.memberId,
  }),
  IncrementalAlterConfigs: () => ({
    resources: [
      {
        resourceType: 2,
        resourceName: 'fixture',
        configs: [{ name: 'retention.ms', value: '200000000' }],
      },
    ],
  }),
  InitProducerId: () => ({ transactionalId: null, transactionTimeoutMs: 60_000 }),
  JoinGroup: (version, _fixture, unique) => ({
    groupId: unique,
    sessionTimeoutMs: 6_000,
    ...(version >= 1 ? { rebalanceTimeoutMs: 6_000 } : {}),
    protocolType: 'consumer',
    protocols: [{ name: 'range', metadata: subscription('fixture') }],
  }),
  LeaveGroup: (version, fixture) =>
    version >= 3
      ? { groupId: fixture.groups[1], members: [{ memberId: 'nobody' }] }
      : { groupId: fixture.groups[1], memberId: 'nobody' },
  ListOffsets: () => ({
    replicaId: -1,
    topics: [{ name: 'fixture', partitions: [{ partitionIndex: 0, timestamp: -1 }] }],
  }),
  Metadata: () => ({ topics: [{ name: 'fixture' }] }),
  OffsetCommit: (version, fixture) => ({
    groupId: fixture.groups[0],
    generationIdOrMemberEpoch: -1,
    topics: [
      {
        ...(version >= 10 ? { topicId: fixture.topicIds[0] } : { name: 'fixture' }),
        partitions: [{ partitionIndex: 0, committedOffset: 3, committedMetadata: '' }],
      },
    ],
  }),
  OffsetDelete: (_version, fixture) => ({
    groupId: fixture.groups[0],
    topics: [{ name: 'fixture', partitions: [{ partitionIndex: 1 }] }],
  }),
  OffsetFetch: (version, fixture) => {
    const partitionIndexes = [0, 1];
    if (version < 8) {
      return { groupId: fixture.groups[0], topics: [{ name: 'fixture', partitionIndexes }] };
    }
    const topic = version >= 10 ? { topicId: fixture.topicIds[0] } : { name: 'fixture' };
    return { groups: [{ groupId: fixture.groups[0], topics: [{ ...topic, partitionIndexes }] }] };
  },
  OffsetForLeaderEpoch: () => ({
    replicaId: -1,
    topics: [{ topic: 'fixture', partitions: [{ partition: 0, leaderEpoch: 0 }] }],
  }),
  Produce: (version, fixture) => ({
    acks: -1,
    timeoutMs: 5_000,
    topicData: [
      {
        ...(version >= 13 ? { topicId: fixture.topicIds[1] } : { name: fixture.topics[1] }),
        partitionData: [{ index: 0, records: batchOf([{ key: 'k', value: 'v' }]) }],
      },
    ],
  }),
  SyncGroup: (_version, fixture) => ({
    groupId: fixture.groups[1],
    generationId: 1,
    memberId: fixture.memberId,
  }),
  UpdateFeatures: (version) => ({
    timeoutMs: 10_000,
    featureUpdates: [{ feature: 'metadata.version', maxVersionLevel: 30 }],
    ...(version >= 1 ? { validateOnly: true } : {}),
  }),
};
