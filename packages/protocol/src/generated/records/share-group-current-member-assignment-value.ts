// ShareGroupCurrentMemberAssignmentValue: coordinator-value in __consumer_offsets, type 14; version 0, flexible from 0.
// Generated from schema/records/share-group-current-member-assignment-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: readonly TopicPartitions[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitions {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupCurrentMemberAssignmentValue: MessageCodec<ShareGroupCurrentMemberAssignmentValue> = {
  name: 'ShareGroupCurrentMemberAssignmentValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readShareGroupCurrentMemberAssignmentValue,
  write: writeShareGroupCurrentMemberAssignmentValue,
  create: createShareGroupCurrentMemberAssignmentValue,
};

function createShareGroupCurrentMemberAssignmentValue({
  memberEpoch = 0,
  previousMemberEpoch = 0,
  state = 0,
  assignedPartitions = [],
  unknownTaggedFields,
}: Partial<ShareGroupCurrentMemberAssignmentValue> = {}): ShareGroupCurrentMemberAssignmentValue {
  const message: ShareGroupCurrentMemberAssignmentValue = {
    memberEpoch,
    previousMemberEpoch,
    state,
    assignedPartitions,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): ShareGroupCurrentMemberAssignmentValue {
  checkVersion('ShareGroupCurrentMemberAssignmentValue', version, 0, 0);
  const message: ShareGroupCurrentMemberAssignmentValue = {
    memberEpoch: reader.int32(),
    previousMemberEpoch: reader.int32(),
    state: reader.int8(),
    assignedPartitions: readTopicPartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupCurrentMemberAssignmentValue(
  writer: Writer,
  message: ShareGroupCurrentMemberAssignmentValue,
  version: number,
): void {
  checkVersion('ShareGroupCurrentMemberAssignmentValue', version, 0, 0);
  writer.int32(message.memberEpoch);
  writer.int32(message.previousMemberEpoch);
  writer.int8(message.state);
  writeTopicPartitionsArray(writer, message.assignedPartitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicPartitions({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartitions> = {}): TopicPartitions {
  const message: TopicPartitions = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const message: TopicPartitions = {
    topicId: reader.uuid(),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartitions(writer: Writer, message: TopicPartitions, version: number): void {
  writer.uuid(message.topicId);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicPartitionsArray(reader: Reader, version: number): TopicPartitions[] {
  const length = reader.arrayLength(true, 18);
  const elements: TopicPartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartitions(reader, version));
  return elements;
}

function writeTopicPartitionsArray(
  writer: Writer,
  elements: readonly TopicPartitions[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicPartitions(writer, element, version);
}

