// AlterShareGroupOffsetsRequest: request of API 91; version 0, flexible from 0.
// Generated from schema/messages/alter-share-group-offsets-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterShareGroupOffsetsRequest {
  groupId: string;
  topics: readonly AlterShareGroupOffsetsRequestTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterShareGroupOffsetsRequestTopic {
  topicName: string;
  partitions: readonly AlterShareGroupOffsetsRequestPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterShareGroupOffsetsRequestPartition {
  partitionIndex: number;
  startOffset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterShareGroupOffsetsRequest: MessageCodec<AlterShareGroupOffsetsRequest> = {
  name: 'AlterShareGroupOffsetsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAlterShareGroupOffsetsRequest,
  write: writeAlterShareGroupOffsetsRequest,
  create: createAlterShareGroupOffsetsRequest,
};

function createAlterShareGroupOffsetsRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<AlterShareGroupOffsetsRequest> = {}): AlterShareGroupOffsetsRequest {
  const message: AlterShareGroupOffsetsRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequest {
  checkVersion('AlterShareGroupOffsetsRequest', version, 0, 0);
  const message: AlterShareGroupOffsetsRequest = {
    groupId: reader.string(true),
    topics: readAlterShareGroupOffsetsRequestTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterShareGroupOffsetsRequest(
  writer: Writer,
  message: AlterShareGroupOffsetsRequest,
  version: number,
): void {
  checkVersion('AlterShareGroupOffsetsRequest', version, 0, 0);
  writer.string(message.groupId, true);
  writeAlterShareGroupOffsetsRequestTopicArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createAlterShareGroupOffsetsRequestTopic({
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<AlterShareGroupOffsetsRequestTopic> = {}): AlterShareGroupOffsetsRequestTopic {
  const message: AlterShareGroupOffsetsRequestTopic = { topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterShareGroupOffsetsRequestTopic(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequestTopic {
  const message: AlterShareGroupOffsetsRequestTopic = {
    topicName: reader.string(true),
    partitions: readAlterShareGroupOffsetsRequestPartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: AlterShareGroupOffsetsRequestTopic,
  version: number,
): void {
  writer.string(message.topicName, true);
  writeAlterShareGroupOffsetsRequestPartitionArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAlterShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequestTopic[] {
  const length = reader.arrayLength(true, 3);
  const elements: AlterShareGroupOffsetsRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterShareGroupOffsetsRequestTopic(reader, version));
  return elements;
}

function writeAlterShareGroupOffsetsRequestTopicArray(
  writer: Writer,
  elements: readonly AlterShareGroupOffsetsRequestTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAlterShareGroupOffsetsRequestTopic(writer, element, version);
}

export function createAlterShareGroupOffsetsRequestPartition({
  partitionIndex = 0,
  startOffset = 0,
  unknownTaggedFields,
}: Partial<AlterShareGroupOffsetsRequestPartition> = {}): AlterShareGroupOffsetsRequestPartition {
  const message: AlterShareGroupOffsetsRequestPartition = { partitionIndex, startOffset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterShareGroupOffsetsRequestPartition(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequestPartition {
  const message: AlterShareGroupOffsetsRequestPartition = {
    partitionIndex: reader.int32(),
    startOffset: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterShareGroupOffsetsRequestPartition(
  writer: Writer,
  message: AlterShareGroupOffsetsRequestPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int64(message.startOffset);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAlterShareGroupOffsetsRequestPartitionArray(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsRequestPartition[] {
  const length = reader.arrayLength(true, 13);
  const elements: AlterShareGroupOffsetsRequestPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterShareGroupOffsetsRequestPartition(reader, version));
  return elements;
}

function writeAlterShareGroupOffsetsRequestPartitionArray(
  writer: Writer,
  elements: readonly AlterShareGroupOffsetsRequestPartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAlterShareGroupOffsetsRequestPartition(writer, element, version);
}

