// CreateTopics (api 19).

import {
  CLUSTER_METADATA_TOPIC,
  ErrorCode,
  KafkaError,
  type Outcome,
  topicNameProblem,
  ZERO_UUID,
} from '@samsa/common';
import {
  type CreatableTopic,
  type CreatableTopicConfigs,
  type CreatableTopicResult,
  type CreateTopicsRequest,
  type CreateTopicsResponse,
} from '@samsa/protocol/apis/create-topics';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { CLUSTER_DEFAULT, ConfigResourceType } from '../image/configs-image.ts';
import { type PartitionRegistration } from '../image/partition-registration.ts';
import { partitionRecord, topicRecord } from '../records.ts';
import { attempt, BoundedRecords, MAX_RECORDS_PER_USER_OPERATION } from './bounded-records.ts';
import { type ConfigChange, configRecords } from './config-changes.ts';
import { type ControllerState, type DecisionContext } from './controller-state.ts';
import { checkManualAssignment, newPartition, placeReplicas } from './placement.ts';

/** For partition count and replication factor: the controller's default, or a manual assignment. */
const NOT_SAID = -1;

export interface CreateTopicsPermissions {
  /** False hides configs and sizes in the answer. */
  mayDescribeConfigs(topic: string): boolean;
}

export function createTopics(
  state: ControllerState,
  request: CreateTopicsRequest,
  context: DecisionContext,
  permissions: CreateTopicsPermissions = { mayDescribeConfigs: () => true },
): Outcome<MetadataRecord, CreateTopicsResponse> {
  checkTotalPartitions(state, request.topics);
  const records = new BoundedRecords();
  const seen = new Map<string, number>();
  for (const { name } of request.topics) seen.set(name, (seen.get(name) ?? 0) + 1);

  const topics: CreatableTopicResult[] = [];
  for (const topic of request.topics) {
    const times = seen.get(topic.name);
    // Named more than once, it is refused once.
    if (times === undefined) continue;
    seen.delete(topic.name);
    let result: CreatableTopicResult | undefined;
    const error = attempt(() => {
      if (times > 1) throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Duplicate topic name.');
      result = createTopic(state, topic, context, records, permissions);
    });
    topics.push(result ?? refused(topic.name, error.errorCode, error.errorMessage));
  }
  return {
    records: request.validateOnly ? [] : records.all,
    response: { throttleTimeMs: 0, topics },
  };
}

function checkTotalPartitions(state: ControllerState, topics: readonly CreatableTopic[]): void {
  let total = 0;
  for (const topic of topics) {
    if (topic.assignments.length > 0) total += topic.assignments.length;
    else if (topic.numPartitions > 0) total += topic.numPartitions;
    else total += state.settings.defaultPartitionCount;
  }
  if (total > MAX_RECORDS_PER_USER_OPERATION) {
    throw new KafkaError(
      ErrorCode.POLICY_VIOLATION,
      'Excessively large number of partitions per request.',
    );
  }
}

function refused(
  name: string,
  errorCode: number,
  errorMessage: string | null,
): CreatableTopicResult {
  return {
    name,
    topicId: ZERO_UUID,
    errorCode,
    errorMessage,
    topicConfigErrorCode: ErrorCode.NONE,
    numPartitions: NOT_SAID,
    replicationFactor: NOT_SAID,
    configs: [],
  };
}

function createTopic(
  state: ControllerState,
  topic: CreatableTopic,
  context: DecisionContext,
  records: BoundedRecords,
  permissions: CreateTopicsPermissions,
): CreatableTopicResult {
  checkName(state, topic.name);
  const configs = newConfigRecords(state, topic);
  const partitions =
    topic.assignments.length > 0
      ? partitionsAsAssigned(state, topic)
      : partitionsAsPlaced(state, topic, context);

  const topicId = newTopicId(state, context);
  const { metadataVersion } = state.image.features;
  records.add(
    topicRecord(topic.name, topicId),
    ...configs,
    ...partitions.map((partition, index) =>
      partitionRecord(topicId, index, partition, metadataVersion),
    ),
  );
  const created: CreatableTopicResult = {
    name: topic.name,
    topicId,
    errorCode: ErrorCode.NONE,
    errorMessage: null,
    topicConfigErrorCode: ErrorCode.NONE,
    numPartitions: partitions.length,
    replicationFactor: partitions[0]?.replicas.length ?? NOT_SAID,
    configs: effectiveConfigs(state, topic),
  };
  if (permissions.mayDescribeConfigs(topic.name)) return created;
  return {
    ...created,
    topicConfigErrorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED,
    numPartitions: NOT_SAID,
    replicationFactor: NOT_SAID,
    configs: [],
  };
}

function checkName(state: ControllerState, name: string): void {
  if (name === CLUSTER_METADATA_TOPIC) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      'The metadata log cannot be created as a topic.',
    );
  }
  const problem = topicNameProblem(name);
  if (problem !== undefined) {
    throw new KafkaError(ErrorCode.INVALID_TOPIC_EXCEPTION, `Topic name is invalid: ${problem}`);
  }
  if (state.image.topics.byName(name) !== undefined) {
    throw new KafkaError(ErrorCode.TOPIC_ALREADY_EXISTS, `Topic '${name}' already exists.`);
  }
  const collision = state.collidingTopic(name);
  if (collision !== undefined) {
    throw new KafkaError(
      ErrorCode.INVALID_TOPIC_EXCEPTION,
      `Topic '${name}' collides with existing topic: ${collision}`,
    );
  }
}

function newConfigRecords(state: ControllerState, topic: CreatableTopic): MetadataRecord[] {
  const withoutValue = topic.configs.filter((config) => config.value === null);
  if (withoutValue.length > 0) {
    const names = withoutValue.map((config) => config.name).join(',');
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      `Null value not supported for topic configs: ${names}`,
    );
  }
  const changes = topic.configs.map((config): ConfigChange => ({
    key: config.name,
    value: config.value,
  }));
  return configRecords(state, { type: ConfigResourceType.TOPIC, name: topic.name }, changes);
}

function partitionsAsAssigned(
  state: ControllerState,
  topic: CreatableTopic,
): PartitionRegistration[] {
  if (topic.replicationFactor !== NOT_SAID) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      'A manual partition assignment was specified, but replication factor was not set to -1.',
    );
  }
  if (topic.numPartitions !== NOT_SAID) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      'A manual partition assignment was specified, but numPartitions was not set to -1.',
    );
  }
  const refuse = (why: string): never => {
    throw new KafkaError(ErrorCode.INVALID_REPLICA_ASSIGNMENT, why);
  };
  const byIndex = new Map<number, PartitionRegistration>();
  let replicationFactor: number | undefined;
  for (const { partitionIndex, brokerIds } of topic.assignments) {
    if (byIndex.has(partitionIndex)) {
      refuse(`Found multiple manual partition assignments for partition ${partitionIndex}`);
    }
    checkManualAssignment(state, brokerIds, replicationFactor);
    replicationFactor = brokerIds.length;
    const partition =
      newPartition(state, brokerIds) ??
      refuse(
        `All brokers specified in the manual partition assignment for partition ` +
          `${partitionIndex} are fenced or in controlled shutdown.`,
      );
    byIndex.set(partitionIndex, partition);
  }
  return Array.from(
    { length: byIndex.size },
    (_, index) =>
      byIndex.get(index) ?? refuse('partitions should be a consecutive 0-based integer sequence'),
  );
}

function partitionsAsPlaced(
  state: ControllerState,
  topic: CreatableTopic,
  context: DecisionContext,
): PartitionRegistration[] {
  if (topic.replicationFactor < NOT_SAID || topic.replicationFactor === 0) {
    throw new KafkaError(
      ErrorCode.INVALID_REPLICATION_FACTOR,
      'Replication factor must be larger than 0, or -1 to use the default value.',
    );
  }
  if (topic.numPartitions < NOT_SAID || topic.numPartitions === 0) {
    throw new KafkaError(
      ErrorCode.INVALID_PARTITIONS,
      'Number of partitions was set to an invalid non-positive value.',
    );
  }
  const { settings } = state;
  const partitionCount =
    topic.numPartitions === NOT_SAID ? settings.defaultPartitionCount : topic.numPartitions;
  const replicationFactor =
    topic.replicationFactor === NOT_SAID
      ? settings.defaultReplicationFactor
      : topic.replicationFactor;
  const unable = (why: string): KafkaError =>
    new KafkaError(
      ErrorCode.INVALID_REPLICATION_FACTOR,
      `Unable to replicate the partition ${replicationFactor} time(s): ${why}`,
    );
  let placed: number[][];
  try {
    placed = placeReplicas(state, partitionCount, replicationFactor, context.random);
  } catch (error) {
    throw error instanceof KafkaError ? unable(error.message) : error;
  }
  return placed.map((replicas) => {
    const partition = newPartition(state, replicas);
    if (partition !== undefined) return partition;
    throw unable('All brokers are currently fenced or in controlled shutdown.');
  });
}

function newTopicId(state: ControllerState, context: DecisionContext): string {
  let id = context.random.uuid();
  while (state.image.topics.byId(id) !== undefined) id = context.random.uuid();
  return id;
}

function effectiveConfigs(state: ControllerState, topic: CreatableTopic): CreatableTopicConfigs[] {
  const own = new Map(topic.configs.map((config) => [config.name, config.value ?? '']));
  const defaults = state.image.configs.broker(CLUSTER_DEFAULT);
  return state.settings.configRules.effectiveTopicConfigs(own, defaults).map((config) => ({
    name: config.name,
    value: config.value,
    readOnly: config.isReadOnly,
    configSource: config.source,
    isSensitive: config.isSensitive,
  }));
}
