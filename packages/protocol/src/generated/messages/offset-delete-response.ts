// OffsetDeleteResponse: response of API 47; version 0, never flexible.
// Generated from schema/messages/offset-delete-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetDeleteResponse {
  errorCode: number;
  throttleTimeMs: number;
  topics: readonly OffsetDeleteResponseTopic[];
}

export interface OffsetDeleteResponseTopic {
  name: string;
  partitions: readonly OffsetDeleteResponsePartition[];
}

export interface OffsetDeleteResponsePartition {
  partitionIndex: number;
  errorCode: number;
}

export const OffsetDeleteResponse: MessageCodec<OffsetDeleteResponse> = {
  name: 'OffsetDeleteResponse',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readOffsetDeleteResponse,
  write: writeOffsetDeleteResponse,
  create: createOffsetDeleteResponse,
};

function createOffsetDeleteResponse({
  errorCode = 0,
  throttleTimeMs = 0,
  topics = [],
}: Partial<OffsetDeleteResponse> = {}): OffsetDeleteResponse {
  const message: OffsetDeleteResponse = { errorCode, throttleTimeMs, topics };
  return message;
}

function readOffsetDeleteResponse(reader: Reader, version: number): OffsetDeleteResponse {
  checkVersion('OffsetDeleteResponse', version, 0, 0);
  const message: OffsetDeleteResponse = {
    errorCode: reader.int16(),
    throttleTimeMs: reader.int32(),
    topics: readOffsetDeleteResponseTopicArray(reader, version),
  };
  return message;
}

function writeOffsetDeleteResponse(
  writer: Writer,
  message: OffsetDeleteResponse,
  version: number,
): void {
  checkVersion('OffsetDeleteResponse', version, 0, 0);
  writer.int16(message.errorCode);
  writer.int32(message.throttleTimeMs);
  writeOffsetDeleteResponseTopicArray(writer, message.topics, version);
}

export function createOffsetDeleteResponseTopic({
  name = '',
  partitions = [],
}: Partial<OffsetDeleteResponseTopic> = {}): OffsetDeleteResponseTopic {
  const message: OffsetDeleteResponseTopic = { name, partitions };
  return message;
}

function readOffsetDeleteResponseTopic(reader: Reader, version: number): OffsetDeleteResponseTopic {
  const message: OffsetDeleteResponseTopic = {
    name: reader.string(false),
    partitions: readOffsetDeleteResponsePartitionArray(reader, version),
  };
  return message;
}

function writeOffsetDeleteResponseTopic(
  writer: Writer,
  message: OffsetDeleteResponseTopic,
  version: number,
): void {
  writer.string(message.name, false);
  writeOffsetDeleteResponsePartitionArray(writer, message.partitions, version);
}

function readOffsetDeleteResponseTopicArray(
  reader: Reader,
  version: number,
): OffsetDeleteResponseTopic[] {
  const length = reader.arrayLength(false, 6);
  const elements: OffsetDeleteResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetDeleteResponseTopic(reader, version));
  return elements;
}

function writeOffsetDeleteResponseTopicArray(
  writer: Writer,
  elements: readonly OffsetDeleteResponseTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeOffsetDeleteResponseTopic(writer, element, version);
}

export function createOffsetDeleteResponsePartition({
  partitionIndex = 0,
  errorCode = 0,
}: Partial<OffsetDeleteResponsePartition> = {}): OffsetDeleteResponsePartition {
  const message: OffsetDeleteResponsePartition = { partitionIndex, errorCode };
  return message;
}

function readOffsetDeleteResponsePartition(
  reader: Reader,
  version: number,
): OffsetDeleteResponsePartition {
  const message: OffsetDeleteResponsePartition = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
  };
  return message;
}

function writeOffsetDeleteResponsePartition(
  writer: Writer,
  message: OffsetDeleteResponsePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
}

function readOffsetDeleteResponsePartitionArray(
  reader: Reader,
  version: number,
): OffsetDeleteResponsePartition[] {
  const length = reader.arrayLength(false, 6);
  const elements: OffsetDeleteResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetDeleteResponsePartition(reader, version));
  return elements;
}

function writeOffsetDeleteResponsePartitionArray(
  writer: Writer,
  elements: readonly OffsetDeleteResponsePartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeOffsetDeleteResponsePartition(writer, element, version);
}

