// AlterPartitionReassignments (api 45) and ListPartitionReassignments (api 46): partitions move to other
// brokers. New replicas are added first; the write that brings the last of them into the ISR removes the
// old ones (partition-change.ts).

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type AlterPartitionReassignmentsRequest,
  type AlterPartitionReassignmentsResponse,
} from '@samsa/protocol/apis/alter-partition-reassignments';
import {
  type ListPartitionReassignmentsRequest,
  type ListPartitionReassignmentsResponse,
  type OngoingPartitionReassignment,
} from '@samsa/protocol/apis/list-partition-reassignments';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type PartitionRegistration } from '../image/partition-registration.ts';
import { type TopicImage } from '../image/topics-image.ts';
import { attempt, BoundedRecords } from './bounded-records.ts';
import { type ControllerState } from './controller-state.ts';
import { partitionChange, type PartitionTarget } from './partition-change.ts';
import { checkManualAssignment } from './placement.ts';

export function alterPartitionReassignments(
  state: ControllerState,
  request: AlterPartitionReassignmentsRequest,
): Outcome<MetadataRecord, AlterPartitionReassignmentsResponse> {
  const records = new BoundedRecords();
  const responses = request.topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map(({ partitionIndex, replicas }) => ({
      partitionIndex,
      ...attempt(() => {
        const topic = state.image.topics.byName(name);
        const partition = topic?.partition(partitionIndex);
        if (topic === undefined || partition === undefined) {
          throw new KafkaError(
            ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
            topic === undefined
              ? `Unable to find a topic named ${name}.`
              : `Unable to find partition ${name}:${partitionIndex}.`,
          );
        }
        const target =
          replicas === null
            ? cancelled(state, topic, partitionIndex, partition)
            : reassigned(state, request, partition, replicas);
        const record = partitionChange(
          topic.id,
          partitionIndex,
          partition,
          target,
          state.surroundingsOf(topic, partition),
        );
        if (record !== undefined) records.add(record);
      }),
    })),
  }));
  return {
    records: records.all,
    response: {
      throttleTimeMs: 0,
      allowReplicationFactorChange: request.allowReplicationFactorChange,
      errorCode: ErrorCode.NONE,
      errorMessage: null,
      responses,
    },
  };
}

function reassigned(
  state: ControllerState,
  request: AlterPartitionReassignmentsRequest,
  partition: PartitionRegistration,
  replicas: readonly number[],
): PartitionTarget {
  checkManualAssignment(state, replicas, undefined);
  // What an unfinished reassignment was adding does not count as the partition's size.
  const size = partition.replicas.length - partition.addingReplicas.length;
  if (!request.allowReplicationFactorChange && replicas.length !== size) {
    throw new KafkaError(
      ErrorCode.INVALID_REPLICATION_FACTOR,
      `The replication factor is changed from ${size} to ${replicas.length}`,
    );
  }
  const ascending = (a: number, b: number): number => a - b;
  const removingReplicas = partition.replicas
    .filter((id) => !replicas.includes(id))
    .sort(ascending);
  const addingReplicas = replicas.filter((id) => !partition.replicas.includes(id)).sort(ascending);
  return {
    replicas: [...replicas, ...removingReplicas],
    removingReplicas,
    // A broker that an earlier reassignment is still adding and that stays wanted is still new.
    addingReplicas: [
      ...new Set([
        ...addingReplicas,
        ...partition.addingReplicas.filter((id) => replicas.includes(id)),
      ]),
    ].sort(ascending),
  };
}

function cancelled(
  state: ControllerState,
  topic: TopicImage,
  index: number,
  partition: PartitionRegistration,
): PartitionTarget {
  if (!partition.isReassigning) {
    throw new KafkaError(
      ErrorCode.NO_REASSIGNMENT_IN_PROGRESS,
      'No partition reassignment is in progress.',
    );
  }
  const isOriginal = (id: number): boolean => !partition.addingReplicas.includes(id);
  const replicas = partition.replicas.filter(isOriginal);
  let isr = partition.isr.filter(isOriginal);
  const mayLose = state.isUncleanElectionEnabled(topic.name);
  const [first] = replicas;
  if (isr.length === 0 && first !== undefined) {
    if (!mayLose) {
      throw new KafkaError(
        ErrorCode.INVALID_REPLICA_ASSIGNMENT,
        `Unable to revert partition assignment for ${topic.name}:${index} because it would ` +
          'require an unclean leader election.',
      );
    }
    isr = [first];
  }
  return {
    election: mayLose ? 'unclean' : 'online',
    isr,
    replicas,
    removingReplicas: [],
    addingReplicas: [],
  };
}

export function listPartitionReassignments(
  state: ControllerState,
  request: ListPartitionReassignmentsRequest,
): Outcome<MetadataRecord, ListPartitionReassignmentsResponse> {
  const topics: { name: string; partitions: OngoingPartitionReassignment[] }[] = [];
  const list = (topic: TopicImage, indexes: Iterable<number>): void => {
    const partitions: OngoingPartitionReassignment[] = [];
    for (const partitionIndex of indexes) {
      const partition = topic.partition(partitionIndex);
      if (partition?.isReassigning !== true) continue;
      const { replicas, addingReplicas, removingReplicas } = partition;
      partitions.push({ partitionIndex, replicas, addingReplicas, removingReplicas });
    }
    if (partitions.length > 0) topics.push({ name: topic.name, partitions });
  };
  if (request.topics === null) {
    for (const topic of state.image.topics.values()) {
      list(
        topic,
        Array.from({ length: topic.partitionCount }, (_, i) => i),
      );
    }
  } else {
    for (const { name, partitionIndexes } of request.topics) {
      const topic = state.image.topics.byName(name);
      if (topic !== undefined) list(topic, partitionIndexes);
    }
  }
  return {
    records: [],
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null, topics },
  };
}
