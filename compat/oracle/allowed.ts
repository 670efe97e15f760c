// The differences to Apache Kafka 4.3.1 that are meant, each with its reason.

export interface AllowedDifference {
  /** As in a report: `Api.field.field`; `**.` stands for whatever leads to a field, a trailing `*` for
   * the rest. */
  readonly path: string;
  /** What the two say, and what they were asked, where only that is allowed. */
  readonly kafka?: RegExp;
  readonly samsa?: RegExp;
  readonly request?: RegExp;
  readonly reason: string;
}

export const ALLOWED: readonly AllowedDifference[] = [
  {
    path: 'ApiVersions.apiKeys[]',
    samsa: /^absent$/,
    reason: 'an API that Samsa does not serve yet is not advertised',
  },
  {
    path: '**.errorMessage',
    kafka: /^(?:null|""|"NONE")$/,
    reason:
      'Samsa says why where Kafka gives a code alone, and nothing where Kafka names the code NONE',
  },
  {
    path: 'FindCoordinator*',
    request: /"keyType":[12]/,
    reason: 'transactions and share groups have no coordinator yet',
  },
  {
    path: 'DescribeConfigs.results.configs[]',
    kafka: /^absent$/,
    samsa: /"metrics\.listener"/,
    reason: 'a key of Samsa alone',
  },
  {
    path: 'DescribeConfigs.results.configs.documentation',
    samsa: /^(?:""|null)$/,
    reason: 'keys that have no effect in Samsa are told, and not described',
  },
  {
    path: '*',
    kafka: /__(?:transaction|share_group)_state/,
    samsa: /^absent$/,
    reason: 'topics of coordinators that Samsa does not have yet',
  },
  {
    path: 'ListGroups.groups[]',
    kafka: /"protocolType":""/,
    samsa: /^absent$/,
    reason: 'Kafka keeps an empty group after a first join that it refused',
  },
  {
    path: 'Fetch.responses.partitions.records',
    request: /"partitionMaxBytes":400\b/,
    reason:
      'Kafka cuts the last batch off at the limit, where no client can use it; Samsa sends whole ones',
  },
  {
    path: 'Fetch.responses.partitions*',
    request: /"(?:maxBytes|partitionMaxBytes)":-1\b/,
    reason: 'a limit below 0 counts as 0, and does not end as an unknown server error',
  },
  {
    path: 'ListOffsets.topics.partitions.*',
    request: /"currentLeaderEpoch":-2\b/,
    reason: 'an epoch below -1 counts as unknown, as it does in Fetch',
  },
  {
    path: 'IncrementalAlterConfigs.responses.errorCode',
    kafka: /^-1$/,
    samsa: /^42$/,
    request: /"configOperation":(?:9|-1)\b/,
    reason: 'an operation that does not exist is an invalid request, not an unknown server error',
  },
  {
    path: 'Metadata.*',
    request: /"topics":\[\{"name":null\}\]/,
    reason: 'a topic without name and id is unknown; Kafka fails the whole request',
  },
  {
    path: 'Produce.responses.partitionResponses.errorCode',
    kafka: /^(?:2|87)$/,
    samsa: /^(?:3|21|100)$/,
    reason: 'of two errors Kafka tells the broken batch, Samsa the missing partition',
  },
  {
    path: 'OffsetCommit.topics[]',
    kafka: /"partitions":\[\]/,
    samsa: /^absent$/,
    reason: 'Kafka mentions a topic without partitions where it knows the topic by nothing else',
  },
  {
    path: 'OffsetDelete.topics[]',
    kafka: /"partitions":\[\]/,
    samsa: /^absent$/,
    reason: 'Kafka mentions a topic without partitions where there is no such topic',
  },
  {
    path: 'DescribeConfigs.results.configs*',
    kafka: /^"\/tmp\/kafka-logs"$/,
    reason: 'where data lies if nothing is said is a choice of each',
  },
  {
    path: 'IncrementalAlterConfigs.responses.errorCode',
    kafka: /^4[02]$/,
    samsa: /^3$/,
    reason: 'of two errors Kafka tells the wrong value, Samsa the missing topic',
  },
  {
    path: 'AlterConfigs.responses.errorCode',
    kafka: /^4[02]$/,
    samsa: /^3$/,
    reason: 'of two errors Kafka tells the wrong value, Samsa the missing topic',
  },
  {
    path: 'ElectLeaders.errorCode',
    request: /"electionType":(?:127|2)\b/,
    reason: 'an election type that does not exist is refused even where there is nothing to elect',
  },
  {
    path: 'Fetch.responses.partitions*',
    request: /"partition":0\}.*"partition":0,/,
    reason: 'a partition named twice is answered twice; no client does that',
  },
  {
    path: 'DeleteTopics.responses*',
    request: /"name":"([^"]*)".*"name":(?:"\1"|null)/,
    reason: 'of two errors in a topic named twice each tells another',
  },
  {
    path: 'DeleteRecords.topics[]',
    request: /"name":"([^"]*)".*"name":"\1"/,
    reason: 'a topic named twice is answered twice; no client does that',
  },
  {
    path: 'UpdateFeatures.*',
    request: /"feature":"([^"]*)".*"feature":"\1"/,
    reason: 'a feature named twice is refused; Kafka lets the last one win',
  },
  {
    path: 'DescribeConfigs.results.configs*',
    request: /^\{"resources":\[\{"resourceType":8,/,
    reason: 'the loggers of a process are its own',
  },
  {
    path: 'Fetch.*',
    request: /"topicId":"A{22}"/,
    reason: 'no topic has the id of zeros; Kafka ends in an unknown server error over it',
  },
  {
    path: 'DescribeTopicPartitions.topics',
    kafka: /__(?:transaction|share_group)_state/,
    request: /"topics":\[\]/,
    reason: 'topics of coordinators that Samsa does not have yet',
  },
  {
    path: 'DeleteGroups.results.errorCode',
    kafka: /^0$/,
    request: /"groupsNames":\[""/,
    reason: 'Kafka keeps an empty group after a first commit or join that it refused',
  },
  {
    path: 'DescribeGroups.groups.errorCode',
    kafka: /^0$/,
    request: /"groups":\[""/,
    reason: 'Kafka keeps an empty group after a first commit or join that it refused',
  },
  {
    path: 'DescribeGroups.groups.groupState',
    kafka: /^"Empty"$/,
    request: /"groups":\[""/,
    reason: 'Kafka keeps an empty group after a first commit or join that it refused',
  },
  {
    path: 'OffsetCommit.topics.partitions.errorCode',
    kafka: /^25$/,
    request: /"groupId":""/,
    reason: 'Kafka keeps an empty group after a first commit or join that it refused',
  },
];
