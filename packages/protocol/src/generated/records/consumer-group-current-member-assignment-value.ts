// ConsumerGroupCurrentMemberAssignmentValue: coordinator-value in __consumer_offsets, type 8; version 0, flexible from 0.
// Generated from schema/records/consumer-group-current-member-assignment-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  assignedPartitions: readonly TopicPartitions[];
  partitionsPendingRevocation: readonly TopicPartitions[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitions {
  topicId: string;
  partitions: readonly number[];
  /** tag 0 */
  assignmentEpochs: readonly number[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupCurrentMemberAssignmentValue: MessageCodec<ConsumerGroupCurrentMemberAssignmentValue> = {
  name: 'ConsumerGroupCurrentMemberAssignmentValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupCurrentMemberAssignmentValue,
  write: writeConsumerGroupCurrentMemberAssignmentValue,
  create: createConsumerGroupCurrentMemberAssignmentValue,
};

function createConsumerGroupCurrentMemberAssignmentValue({
  memberEpoch = 0,
  previousMemberEpoch = 0,
  state = 0,
  assignedPartitions = [],
  partitionsPendingRevocation = [],
  unknownTaggedFields,
}: Partial<ConsumerGroupCurrentMemberAssignmentValue> = {}): ConsumerGroupCurrentMemberAssignmentValue {
  const message: ConsumerGroupCurrentMemberAssignmentValue = {
    memberEpoch,
    previousMemberEpoch,
    state,
    assignedPartitions,
    partitionsPendingRevocation,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentValue {
  checkVersion('ConsumerGroupCurrentMemberAssignmentValue', version, 0, 0);
  const message: ConsumerGroupCurrentMemberAssignmentValue = {
    memberEpoch: reader.int32(),
    previousMemberEpoch: reader.int32(),
    state: reader.int8(),
    assignedPartitions: readTopicPartitionsArray(reader, version),
    partitionsPendingRevocation: readTopicPartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupCurrentMemberAssignmentValue(
  writer: Writer,
  message: ConsumerGroupCurrentMemberAssignmentValue,
  version: number,
): void {
  checkVersion('ConsumerGroupCurrentMemberAssignmentValue', version, 0, 0);
  writer.int32(message.memberEpoch);
  writer.int32(message.previousMemberEpoch);
  writer.int8(message.state);
  writeTopicPartitionsArray(writer, message.assignedPartitions, version);
  writeTopicPartitionsArray(writer, message.partitionsPendingRevocation, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicPartitions({
  topicId = ZERO_UUID,
  partitions = [],
  assignmentEpochs = [],
  unknownTaggedFields,
}: Partial<TopicPartitions> = {}): TopicPartitions {
  const message: TopicPartitions = { topicId, partitions, assignmentEpochs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const message: TopicPartitions = {
    topicId: reader.uuid(),
    partitions: reader.int32Array(true),
    assignmentEpochs: [],
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.assignmentEpochs = reader.nullableInt32Array(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartitions(writer: Writer, message: TopicPartitions, version: number): void {
  writer.uuid(message.topicId);
  writer.int32Array(message.partitions, true);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasAssignmentEpochs = !(message.assignmentEpochs !== null && message.assignmentEpochs.length === 0);
  if (hasAssignmentEpochs) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasAssignmentEpochs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.nullableInt32Array(message.assignmentEpochs, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
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

