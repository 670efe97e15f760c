// Rules: which fields of an answer each side fills as it likes, and which lists have no order.
// Paths are `Api.field.field` without indexes; `*` stands for every API, `**` for whatever leads to a field.

/** How two values of a field are compared; `exact` where nothing is declared. */
export type Rule =
  /** Not at all: the value is the machine's or the moment's. */
  | 'ignored'
  /** A moment or a measure: both are -1, both are 0, or both are more. */
  | 'sign'
  /** Ids of members, which each side makes up. */
  | 'member'
  /** Both null, both empty, or both a text. */
  | 'presence';

export const RULES: Readonly<Record<string, Rule>> = {
  '*.throttleTimeMs': 'ignored',
  'JoinGroup.leader': 'member',
  // Texts for people are in each side's own words.
  '**.errorMessage': 'presence',
  '**.batchIndexErrorMessage': 'presence',
  'DescribeConfigs.results.configs.documentation': 'presence',
  // Times that the broker takes from its clock.
  'Produce.responses.partitionResponses.logAppendTimeMs': 'sign',
  'DescribeQuorum.topics.partitions.currentVoters.lastFetchTimestamp': 'ignored',
  'DescribeQuorum.topics.partitions.currentVoters.lastCaughtUpTimestamp': 'ignored',
  'DescribeQuorum.topics.partitions.observers.lastFetchTimestamp': 'ignored',
  'DescribeQuorum.topics.partitions.observers.lastCaughtUpTimestamp': 'ignored',
  'DescribeProducers.topics.partitions.activeProducers.lastTimestamp': 'sign',
  // How long the metadata log is depends on what each controller writes while nothing happens.
  // Elections are the weather's: a paused process holds one.
  'DescribeQuorum.topics.partitions.leaderEpoch': 'sign',
  'DescribeQuorum.topics.partitions.highWatermark': 'sign',
  'DescribeQuorum.topics.partitions.currentVoters.logEndOffset': 'sign',
  'DescribeQuorum.topics.partitions.observers.logEndOffset': 'sign',
  'ApiVersions.finalizedFeaturesEpoch': 'sign',
  // The disk's.
  'DescribeLogDirs.results.totalBytes': 'sign',
  'DescribeLogDirs.results.usableBytes': 'sign',
  // The coordinators' logs are longer or shorter by what each writes into one batch.
  'DescribeLogDirs.results.topics.partitions.partitionSize': 'sign',
};

/**
 * Lists that Apache Kafka keeps in hash maps, so that it answers in no order of meaning. They are compared by
 * these fields of their elements; `a|b` takes the second where the first is null or empty.
 */
export const UNORDERED: Readonly<Record<string, readonly string[]>> = {
  'AlterConfigs.responses': ['resourceType', 'resourceName'],
  'ApiVersions.apiKeys': ['apiKey'],
  'ApiVersions.finalizedFeatures': ['name'],
  'ApiVersions.supportedFeatures': ['name'],
  'CreatePartitions.results': ['name'],
  'CreateTopics.topics': ['name'],
  'CreateTopics.topics.configs': ['name'],
  'DeleteGroups.results': ['groupId'],
  'DeleteRecords.topics': ['name'],
  'DeleteRecords.topics.partitions': ['partitionIndex'],
  'DeleteTopics.responses': ['name|topicId'],
  'DescribeConfigs.results.configs': ['name'],
  'DescribeGroups.groups': ['groupId'],
  'DescribeGroups.groups.members': ['memberId'],
  'DescribeLogDirs.results.topics': ['name'],
  'DescribeLogDirs.results.topics.partitions': ['partitionIndex'],
  // Partitions that cannot be read are told last; of the others the session's order is kept.
  'Fetch.responses': ['topic|topicId'],
  'Fetch.responses.partitions': ['partitionIndex'],
  'IncrementalAlterConfigs.responses': ['resourceType', 'resourceName'],
  'JoinGroup.members': ['memberId'],
  'ElectLeaders.replicaElectionResults': ['topic'],
  'ElectLeaders.replicaElectionResults.partitionResult': ['partitionId'],
  'ListConfigResources.configResources': ['resourceType', 'resourceName'],
  'ListGroups.groups': ['groupId'],
  'ListOffsets.topics': ['name'],
  'ListOffsets.topics.partitions': ['partitionIndex'],
  'Metadata.topics': ['name|topicId'],
  'OffsetCommit.topics': ['name|topicId'],
  'OffsetCommit.topics.partitions': ['partitionIndex'],
  'OffsetDelete.topics': ['name'],
  'OffsetDelete.topics.partitions': ['partitionIndex'],
  'OffsetFetch.groups.topics': ['name|topicId'],
  'OffsetFetch.groups.topics.partitions': ['partitionIndex'],
  'OffsetFetch.topics': ['name'],
  'OffsetFetch.topics.partitions': ['partitionIndex'],
  'Produce.responses': ['name|topicId'],
  'Produce.responses.partitionResponses': ['index'],
};
