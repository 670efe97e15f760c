// OffsetDeleteRequest: request of API 47; version 0, never flexible.
// Generated from schema/messages/offset-delete-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetDeleteRequest {
  groupId: string;
  topics: readonly OffsetDeleteRequestTopic[];
}

export interface OffsetDeleteRequestTopic {
  name: string;
  partitions: readonly OffsetDeleteRequestPartition[];
}

export interface OffsetDeleteRequestPartition {
  partitionIndex: number;
}

export const OffsetDeleteRequest: MessageCodec<OffsetDeleteRequest> = {
  name: 'OffsetDeleteRequest',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readOffsetDeleteRequest,
  write: writeOffsetDeleteRequest,
  create: createOffsetDeleteRequest,
};

function createOffsetDeleteRequest({
  groupId = '',
  topics = [],
}: Partial<OffsetDeleteRequest> = {}): OffsetDeleteRequest {
  const message: OffsetDeleteRequest = { groupId, topics };
  return message;
}

function readOffsetDeleteRequest(reader: Reader, version: number): OffsetDeleteRequest {
  checkVersion('OffsetDeleteRequest', version, 0, 0);
  const message: OffsetDeleteRequest = {
    groupId: reader.string(false),
    topics: readOffsetDeleteRequestTopicArray(reader, version),
  };
  return message;
}

function writeOffsetDeleteRequest(
  writer: Writer,
  message: OffsetDeleteRequest,
  version: number,
): void {
  checkVersion('OffsetDeleteRequest', version, 0, 0);
  writer.string(message.groupId, false);
  writeOffsetDeleteRequestTopicArray(writer, message.topics, version);
}

export function createOffsetDeleteRequestTopic({
  name = '',
  partitions = [],
}: Partial<OffsetDeleteRequestTopic> = {}): OffsetDeleteRequestTopic {
  const message: OffsetDeleteRequestTopic = { name, partitions };
  return message;
}

function readOffsetDeleteRequestTopic(reader: Reader, version: number): OffsetDeleteRequestTopic {
  const message: OffsetDeleteRequestTopic = {
    name: reader.string(false),
    partitions: readOffsetDeleteRequestPartitionArray(reader, version),
  };
  return message;
}

function writeOffsetDeleteRequestTopic(
  writer: Writer,
  message: OffsetDeleteRequestTopic,
  version: number,
): void {
  writer.string(message.name, false);
  writeOffsetDeleteRequestPartitionArray(writer, message.partitions, version);
}

function readOffsetDeleteRequestTopicArray(
  reader: Reader,
  version: number,
): OffsetDeleteRequestTopic[] {
  const length = reader.arrayLength(false, 6);
  const elements: OffsetDeleteRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetDeleteRequestTopic(reader, version));
  return elements;
}

function writeOffsetDeleteRequestTopicArray(
  writer: Writer,
  elements: readonly OffsetDeleteRequestTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeOffsetDeleteRequestTopic(writer, element, version);
}

export function createOffsetDeleteRequestPartition({
  partitionIndex = 0,
}: Partial<OffsetDeleteRequestPartition> = {}): OffsetDeleteRequestPartition {
  const message: OffsetDeleteRequestPartition = { partitionIndex };
  return message;
}

function readOffsetDeleteRequestPartition(
  reader: Reader,
  version: number,
): OffsetDeleteRequestPartition {
  const message: OffsetDeleteRequestPartition = {
    partitionIndex: reader.int32(),
  };
  return message;
}

function writeOffsetDeleteRequestPartition(
  writer: Writer,
  message: OffsetDeleteRequestPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
}

function readOffsetDeleteRequestPartitionArray(
  reader: Reader,
  version: number,
): OffsetDeleteRequestPartition[] {
  const length = reader.arrayLength(false, 4);
  const elements: OffsetDeleteRequestPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetDeleteRequestPartition(reader, version));
  return elements;
}

function writeOffsetDeleteRequestPartitionArray(
  writer: Writer,
  elements: readonly OffsetDeleteRequestPartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeOffsetDeleteRequestPartition(writer, element, version);
}

