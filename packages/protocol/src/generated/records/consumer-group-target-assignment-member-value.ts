// ConsumerGroupTargetAssignmentMemberValue: coordinator-value in __consumer_offsets, type 7; version 0, flexible from 0.
// Generated from schema/records/consumer-group-target-assignment-member-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupTargetAssignmentMemberValue {
  topicPartitions: readonly TopicPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartition {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupTargetAssignmentMemberValue: MessageCodec<ConsumerGroupTargetAssignmentMemberValue> = {
  name: 'ConsumerGroupTargetAssignmentMemberValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupTargetAssignmentMemberValue,
  write: writeConsumerGroupTargetAssignmentMemberValue,
  create: createConsumerGroupTargetAssignmentMemberValue,
};

function createConsumerGroupTargetAssignmentMemberValue({
  topicPartitions = [],
  unknownTaggedFields,
}: Partial<ConsumerGroupTargetAssignmentMemberValue> = {}): ConsumerGroupTargetAssignmentMemberValue {
  const message: ConsumerGroupTargetAssignmentMemberValue = { topicPartitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMemberValue {
  checkVersion('ConsumerGroupTargetAssignmentMemberValue', version, 0, 0);
  const message: ConsumerGroupTargetAssignmentMemberValue = {
    topicPartitions: readTopicPartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupTargetAssignmentMemberValue(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMemberValue,
  version: number,
): void {
  checkVersion('ConsumerGroupTargetAssignmentMemberValue', version, 0, 0);
  writeTopicPartitionArray(writer, message.topicPartitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicPartition({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartition> = {}): TopicPartition {
  const message: TopicPartition = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartition(reader: Reader, version: number): TopicPartition {
  const message: TopicPartition = {
    topicId: reader.uuid(),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartition(writer: Writer, message: TopicPartition, version: number): void {
  writer.uuid(message.topicId);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicPartitionArray(reader: Reader, version: number): TopicPartition[] {
  const length = reader.arrayLength(true, 18);
  const elements: TopicPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartition(reader, version));
  return elements;
}

function writeTopicPartitionArray(
  writer: Writer,
  elements: readonly TopicPartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicPartition(writer, element, version);
}

