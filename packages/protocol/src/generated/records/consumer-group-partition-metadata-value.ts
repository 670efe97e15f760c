// ConsumerGroupPartitionMetadataValue: coordinator-value in __consumer_offsets, type 4; version 0, flexible from 0.
// Generated from schema/records/consumer-group-partition-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupPartitionMetadataValue {
  topics: readonly TopicMetadata[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicMetadata {
  topicId: string;
  topicName: string;
  numPartitions: number;
  partitionMetadata: readonly PartitionMetadata[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionMetadata {
  partition: number;
  racks: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupPartitionMetadataValue: MessageCodec<ConsumerGroupPartitionMetadataValue> = {
  name: 'ConsumerGroupPartitionMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupPartitionMetadataValue,
  write: writeConsumerGroupPartitionMetadataValue,
  create: createConsumerGroupPartitionMetadataValue,
};

function createConsumerGroupPartitionMetadataValue({
  topics = [],
  unknownTaggedFields,
}: Partial<ConsumerGroupPartitionMetadataValue> = {}): ConsumerGroupPartitionMetadataValue {
  const message: ConsumerGroupPartitionMetadataValue = { topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupPartitionMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataValue {
  checkVersion('ConsumerGroupPartitionMetadataValue', version, 0, 0);
  const message: ConsumerGroupPartitionMetadataValue = {
    topics: readTopicMetadataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupPartitionMetadataValue(
  writer: Writer,
  message: ConsumerGroupPartitionMetadataValue,
  version: number,
): void {
  checkVersion('ConsumerGroupPartitionMetadataValue', version, 0, 0);
  writeTopicMetadataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicMetadata({
  topicId = ZERO_UUID,
  topicName = '',
  numPartitions = 0,
  partitionMetadata = [],
  unknownTaggedFields,
}: Partial<TopicMetadata> = {}): TopicMetadata {
  const message: TopicMetadata = { topicId, topicName, numPartitions, partitionMetadata };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicMetadata(reader: Reader, version: number): TopicMetadata {
  const message: TopicMetadata = {
    topicId: reader.uuid(),
    topicName: reader.string(true),
    numPartitions: reader.int32(),
    partitionMetadata: readPartitionMetadataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicMetadata(writer: Writer, message: TopicMetadata, version: number): void {
  writer.uuid(message.topicId);
  writer.string(message.topicName, true);
  writer.int32(message.numPartitions);
  writePartitionMetadataArray(writer, message.partitionMetadata, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicMetadataArray(reader: Reader, version: number): TopicMetadata[] {
  const length = reader.arrayLength(true, 23);
  const elements: TopicMetadata[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicMetadata(reader, version));
  return elements;
}

function writeTopicMetadataArray(
  writer: Writer,
  elements: readonly TopicMetadata[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicMetadata(writer, element, version);
}

export function createPartitionMetadata({
  partition = 0,
  racks = [],
  unknownTaggedFields,
}: Partial<PartitionMetadata> = {}): PartitionMetadata {
  const message: PartitionMetadata = { partition, racks };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionMetadata(reader: Reader, version: number): PartitionMetadata {
  const message: PartitionMetadata = {
    partition: reader.int32(),
    racks: reader.stringArray(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionMetadata(writer: Writer, message: PartitionMetadata, version: number): void {
  writer.int32(message.partition);
  writer.stringArray(message.racks, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionMetadataArray(reader: Reader, version: number): PartitionMetadata[] {
  const length = reader.arrayLength(true, 6);
  const elements: PartitionMetadata[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionMetadata(reader, version));
  return elements;
}

function writePartitionMetadataArray(
  writer: Writer,
  elements: readonly PartitionMetadata[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionMetadata(writer, element, version);
}

