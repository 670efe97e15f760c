// ShareGroupStatePartitionMetadataValue: coordinator-value in __consumer_offsets, type 15; version 0, flexible from 0.
// Generated from schema/records/share-group-state-partition-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupStatePartitionMetadataValue {
  initializingTopics: readonly TopicPartitionsInfo[];
  initializedTopics: readonly TopicPartitionsInfo[];
  deletingTopics: readonly TopicInfo[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitionsInfo {
  topicId: string;
  topicName: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicInfo {
  topicId: string;
  topicName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupStatePartitionMetadataValue: MessageCodec<ShareGroupStatePartitionMetadataValue> = {
  name: 'ShareGroupStatePartitionMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readShareGroupStatePartitionMetadataValue,
  write: writeShareGroupStatePartitionMetadataValue,
  create: createShareGroupStatePartitionMetadataValue,
};

function createShareGroupStatePartitionMetadataValue({
  initializingTopics = [],
  initializedTopics = [],
  deletingTopics = [],
  unknownTaggedFields,
}: Partial<ShareGroupStatePartitionMetadataValue> = {}): ShareGroupStatePartitionMetadataValue {
  const message: ShareGroupStatePartitionMetadataValue = {
    initializingTopics,
    initializedTopics,
    deletingTopics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupStatePartitionMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupStatePartitionMetadataValue {
  checkVersion('ShareGroupStatePartitionMetadataValue', version, 0, 0);
  const message: ShareGroupStatePartitionMetadataValue = {
    initializingTopics: readTopicPartitionsInfoArray(reader, version),
    initializedTopics: readTopicPartitionsInfoArray(reader, version),
    deletingTopics: readTopicInfoArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupStatePartitionMetadataValue(
  writer: Writer,
  message: ShareGroupStatePartitionMetadataValue,
  version: number,
): void {
  checkVersion('ShareGroupStatePartitionMetadataValue', version, 0, 0);
  writeTopicPartitionsInfoArray(writer, message.initializingTopics, version);
  writeTopicPartitionsInfoArray(writer, message.initializedTopics, version);
  writeTopicInfoArray(writer, message.deletingTopics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicPartitionsInfo({
  topicId = ZERO_UUID,
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartitionsInfo> = {}): TopicPartitionsInfo {
  const message: TopicPartitionsInfo = { topicId, topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitionsInfo(reader: Reader, version: number): TopicPartitionsInfo {
  const message: TopicPartitionsInfo = {
    topicId: reader.uuid(),
    topicName: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartitionsInfo(
  writer: Writer,
  message: TopicPartitionsInfo,
  version: number,
): void {
  writer.uuid(message.topicId);
  writer.string(message.topicName, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicPartitionsInfoArray(reader: Reader, version: number): TopicPartitionsInfo[] {
  const length = reader.arrayLength(true, 19);
  const elements: TopicPartitionsInfo[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartitionsInfo(reader, version));
  return elements;
}

function writeTopicPartitionsInfoArray(
  writer: Writer,
  elements: readonly TopicPartitionsInfo[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicPartitionsInfo(writer, element, version);
}

export function createTopicInfo({
  topicId = ZERO_UUID,
  topicName = '',
  unknownTaggedFields,
}: Partial<TopicInfo> = {}): TopicInfo {
  const message: TopicInfo = { topicId, topicName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicInfo(reader: Reader, version: number): TopicInfo {
  const message: TopicInfo = {
    topicId: reader.uuid(),
    topicName: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicInfo(writer: Writer, message: TopicInfo, version: number): void {
  writer.uuid(message.topicId);
  writer.string(message.topicName, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicInfoArray(reader: Reader, version: number): TopicInfo[] {
  const length = reader.arrayLength(true, 18);
  const elements: TopicInfo[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicInfo(reader, version));
  return elements;
}

function writeTopicInfoArray(
  writer: Writer,
  elements: readonly TopicInfo[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicInfo(writer, element, version);
}

