// ElectLeaders (api 43) and the elections that the controller starts by itself.

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type ElectLeadersRequest,
  type ElectLeadersResponse,
  type PartitionResult,
} from '@samsa/protocol/apis/elect-leaders';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type PartitionRegistration } from '../image/partition-registration.ts';
import { type TopicImage } from '../image/topics-image.ts';
import { attempt, BoundedRecords } from './bounded-records.ts';
import { type ControllerState } from './controller-state.ts';
import { type Election, partitionChange } from './partition-change.ts';

/** Kafka's ElectionType. */
export const ElectionType = { PREFERRED: 0, UNCLEAN: 1 } as const;

export function electLeaders(
  state: ControllerState,
  request: ElectLeadersRequest,
): Outcome<MetadataRecord, ElectLeadersResponse> {
  const { electionType } = request;
  if (electionType !== ElectionType.PREFERRED && electionType !== ElectionType.UNCLEAN) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, `Unknown election type ${electionType}`);
  }
  const election = electionType === ElectionType.PREFERRED ? 'preferred' : 'unclean';
  const records = new BoundedRecords();
  const electOne = (topic: string, index: number): PartitionResult => ({
    partitionId: index,
    ...attempt(() => records.add(electionRecord(state, topic, index, election))),
  });
  const results =
    request.topicPartitions === null
      ? [...state.image.topics.values()].map((topic) => ({
          topic: topic.name,
          // Where everything was asked for, what needs nothing is not worth naming.
          partitionResult: [...topic.partitions.entries()]
            .map(([index]) => electOne(topic.name, index))
            .filter((result) => result.errorCode !== ErrorCode.ELECTION_NOT_NEEDED),
        }))
      : request.topicPartitions.map(({ topic, partitions }) => ({
          topic,
          partitionResult: partitions.map((index) => electOne(topic, index)),
        }));
  return {
    records: records.all,
    response: {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      replicaElectionResults: results,
    },
  };
}

function electionRecord(
  state: ControllerState,
  name: string,
  index: number,
  election: 'preferred' | 'unclean',
): MetadataRecord {
  const topic = state.image.topics.byName(name);
  if (topic === undefined) {
    throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `No such topic as ${name}`);
  }
  const partition = topic.partition(index);
  if (partition === undefined) {
    throw new KafkaError(
      ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
      `No such partition as ${name}-${index}`,
    );
  }
  const isSettled = election === 'preferred' ? partition.hasPreferredLeader : partition.hasLeader;
  if (isSettled) {
    throw new KafkaError(
      ErrorCode.ELECTION_NOT_NEEDED,
      'Leader election not needed for topic partition.',
    );
  }
  const record = elected(state, topic, index, partition, election);
  if (record !== undefined) return record;
  throw election === 'preferred'
    ? new KafkaError(
        ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE,
        'The preferred leader was not available.',
      )
    : new KafkaError(
        ErrorCode.ELIGIBLE_LEADERS_NOT_AVAILABLE,
        'Eligible topic partition leaders are not available.',
      );
}

function elected(
  state: ControllerState,
  topic: TopicImage,
  index: number,
  partition: PartitionRegistration,
  election: Election,
): MetadataRecord | undefined {
  const surroundings = state.surroundingsOf(topic, partition);
  return partitionChange(topic.id, index, partition, { election }, surroundings);
}

/** Gives leadership back to preferred leaders, at most `most` at a time. */
export function electPreferredLeaders(state: ControllerState, most: number): MetadataRecord[] {
  return electWhere(state, most, 'preferred', (_, partition) => !partition.hasPreferredLeader);
}

/** Elects uncleanly where the topic allows it and nobody leads, at most `most` at a time. */
export function electUncleanLeaders(state: ControllerState, most: number): MetadataRecord[] {
  return electWhere(
    state,
    most,
    'unclean',
    (topic, partition) => !partition.hasLeader && state.isUncleanElectionEnabled(topic.name),
  );
}

function electWhere(
  state: ControllerState,
  most: number,
  election: Election,
  isWanted: (topic: TopicImage, partition: PartitionRegistration) => boolean,
): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  state.image.topics.forEach((topic) => {
    topic.partitions.forEach((partition, index) => {
      if (records.length >= most || !isWanted(topic, partition)) return;
      const record = elected(state, topic, index, partition, election);
      if (record !== undefined) records.push(record);
    });
  });
  return records;
}
