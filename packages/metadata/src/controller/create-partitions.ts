// CreatePartitions (api 37): a topic may only grow.

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type CreatePartitionsRequest,
  type CreatePartitionsResponse,
  type CreatePartitionsTopic,
} from '@samsa/protocol/apis/create-partitions';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { partitionRecord } from '../records.ts';
import {
  attempt,
  BoundedRecords,
  ExcessiveOperation,
  MAX_RECORDS_PER_USER_OPERATION,
} from './bounded-records.ts';
import { type ControllerState, type DecisionContext } from './controller-state.ts';
import { checkManualAssignment, newPartition, placeReplicas } from './placement.ts';

export function createPartitions(
  state: ControllerState,
  request: CreatePartitionsRequest,
  context: DecisionContext,
): Outcome<MetadataRecord, CreatePartitionsResponse> {
  const records = new BoundedRecords();
  const times = new Map<string, number>();
  for (const { name } of request.topics) times.set(name, (times.get(name) ?? 0) + 1);
  const results = [];
  for (const topic of request.topics) {
    const count = times.get(topic.name);
    if (count === undefined) continue;
    times.delete(topic.name);
    const error = attempt(() => {
      if (count > 1) throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Duplicate topic name.');
      addPartitions(state, topic, context, records);
    });
    results.push({ name: topic.name, ...error });
  }
  return {
    records: request.validateOnly ? [] : records.all,
    response: { throttleTimeMs: 0, results },
  };
}

function addPartitions(
  state: ControllerState,
  request: CreatePartitionsTopic,
  context: DecisionContext,
  records: BoundedRecords,
): void {
  const topic = state.image.topics.byName(request.name);
  if (topic === undefined) {
    throw new KafkaError(
      ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
      'This server does not host this topic-partition.',
    );
  }
  const old = topic.partitionCount;
  if (request.count === old) {
    throw new KafkaError(ErrorCode.INVALID_PARTITIONS, `Topic already has ${old} partition(s).`);
  }
  if (request.count < old) {
    throw new KafkaError(
      ErrorCode.INVALID_PARTITIONS,
      `The topic ${topic.name} currently has ${old} partition(s); ${request.count} would not be ` +
        'an increase.',
    );
  }
  const replicationFactor = topic.partition(0)?.replicas.length ?? 1;
  const added = request.count - old;
  if (added > MAX_RECORDS_PER_USER_OPERATION) throw new ExcessiveOperation();
  const { assignments } = request;
  let placed: readonly (readonly number[])[];
  if (assignments === null) {
    placed = placeReplicas(state, added, replicationFactor, context.random);
  } else {
    if (assignments.length !== added) {
      throw new KafkaError(
        ErrorCode.INVALID_REPLICA_ASSIGNMENT,
        `Attempted to add ${added} additional partition(s), but only ${assignments.length} ` +
          'assignment(s) were specified.',
      );
    }
    placed = assignments.map(({ brokerIds }) => brokerIds);
    for (const replicas of placed) checkManualAssignment(state, replicas, replicationFactor);
  }
  const { metadataVersion } = state.image.features;
  const partitions = placed.map((replicas, i) => {
    const partition = newPartition(state, replicas);
    if (partition !== undefined) {
      return partitionRecord(topic.id, old + i, partition, metadataVersion);
    }
    if (assignments === null) {
      throw new KafkaError(
        ErrorCode.INVALID_REPLICATION_FACTOR,
        `Unable to replicate the partition ${replicationFactor} time(s): All brokers are ` +
          'currently fenced or in controlled shutdown.',
      );
    }
    throw new KafkaError(
      ErrorCode.INVALID_REPLICA_ASSIGNMENT,
      `All brokers specified in the manual partition assignment for partition ${old + i} are ` +
        'fenced or in controlled shutdown.',
    );
  });
  records.add(...partitions);
}
