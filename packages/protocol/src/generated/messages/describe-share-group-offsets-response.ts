// DescribeShareGroupOffsetsResponse: response of API 90; version 0 to 1, flexible from 0.
// Generated from schema/messages/describe-share-group-offsets-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeShareGroupOffsetsResponse {
  throttleTimeMs: number;
  groups: readonly DescribeShareGroupOffsetsResponseGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeShareGroupOffsetsResponseGroup {
  groupId: string;
  topics: readonly DescribeShareGroupOffsetsResponseTopic[];
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: string;
  partitions: readonly DescribeShareGroupOffsetsResponsePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeShareGroupOffsetsResponsePartition {
  partitionIndex: number;
  startOffset: number;
  leaderEpoch: number;
  /** version 1, default -1 */
  lag: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeShareGroupOffsetsResponse: MessageCodec<DescribeShareGroupOffsetsResponse> = {
  name: 'DescribeShareGroupOffsetsResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readDescribeShareGroupOffsetsResponse,
  write: writeDescribeShareGroupOffsetsResponse,
  create: createDescribeShareGroupOffsetsResponse,
};

function createDescribeShareGroupOffsetsResponse({
  throttleTimeMs = 0,
  groups = [],
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsResponse> = {}): DescribeShareGroupOffsetsResponse {
  const message: DescribeShareGroupOffsetsResponse = { throttleTimeMs, groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponse {
  checkVersion('DescribeShareGroupOffsetsResponse', version, 0, 1);
  const message: DescribeShareGroupOffsetsResponse = {
    throttleTimeMs: reader.int32(),
    groups: readDescribeShareGroupOffsetsResponseGroupArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsResponse(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponse,
  version: number,
): void {
  checkVersion('DescribeShareGroupOffsetsResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  writeDescribeShareGroupOffsetsResponseGroupArray(writer, message.groups, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribeShareGroupOffsetsResponseGroup({
  groupId = '',
  topics = [],
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsResponseGroup> = {}): DescribeShareGroupOffsetsResponseGroup {
  const message: DescribeShareGroupOffsetsResponseGroup = {
    groupId,
    topics,
    errorCode,
    errorMessage,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsResponseGroup(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseGroup {
  const message: DescribeShareGroupOffsetsResponseGroup = {
    groupId: reader.string(true),
    topics: readDescribeShareGroupOffsetsResponseTopicArray(reader, version),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsResponseGroup(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseGroup,
  version: number,
): void {
  writer.string(message.groupId, true);
  writeDescribeShareGroupOffsetsResponseTopicArray(writer, message.topics, version);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeShareGroupOffsetsResponseGroupArray(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseGroup[] {
  const length = reader.arrayLength(true, 6);
  const elements: DescribeShareGroupOffsetsResponseGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeShareGroupOffsetsResponseGroup(reader, version));
  return elements;
}

function writeDescribeShareGroupOffsetsResponseGroupArray(
  writer: Writer,
  elements: readonly DescribeShareGroupOffsetsResponseGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeShareGroupOffsetsResponseGroup(writer, element, version);
}

export function createDescribeShareGroupOffsetsResponseTopic({
  topicName = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsResponseTopic> = {}): DescribeShareGroupOffsetsResponseTopic {
  const message: DescribeShareGroupOffsetsResponseTopic = { topicName, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsResponseTopic(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseTopic {
  const message: DescribeShareGroupOffsetsResponseTopic = {
    topicName: reader.string(true),
    topicId: reader.uuid(),
    partitions: readDescribeShareGroupOffsetsResponsePartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponseTopic,
  version: number,
): void {
  writer.string(message.topicName, true);
  writer.uuid(message.topicId);
  writeDescribeShareGroupOffsetsResponsePartitionArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponseTopic[] {
  const length = reader.arrayLength(true, 19);
  const elements: DescribeShareGroupOffsetsResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeShareGroupOffsetsResponseTopic(reader, version));
  return elements;
}

function writeDescribeShareGroupOffsetsResponseTopicArray(
  writer: Writer,
  elements: readonly DescribeShareGroupOffsetsResponseTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeShareGroupOffsetsResponseTopic(writer, element, version);
}

export function createDescribeShareGroupOffsetsResponsePartition({
  partitionIndex = 0,
  startOffset = 0,
  leaderEpoch = 0,
  lag = -1,
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsResponsePartition> = {}): DescribeShareGroupOffsetsResponsePartition {
  const message: DescribeShareGroupOffsetsResponsePartition = {
    partitionIndex,
    startOffset,
    leaderEpoch,
    lag,
    errorCode,
    errorMessage,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsResponsePartition(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponsePartition {
  const message: DescribeShareGroupOffsetsResponsePartition = {
    partitionIndex: reader.int32(),
    startOffset: reader.int64(),
    leaderEpoch: reader.int32(),
    lag: version >= 1 ? reader.int64() : -1,
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsResponsePartition(
  writer: Writer,
  message: DescribeShareGroupOffsetsResponsePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int64(message.startOffset);
  writer.int32(message.leaderEpoch);
  if (version >= 1) {
    writer.int64(message.lag);
  }
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeShareGroupOffsetsResponsePartitionArray(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsResponsePartition[] {
  const length = reader.arrayLength(true, 20);
  const elements: DescribeShareGroupOffsetsResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeShareGroupOffsetsResponsePartition(reader, version));
  return elements;
}

function writeDescribeShareGroupOffsetsResponsePartitionArray(
  writer: Writer,
  elements: readonly DescribeShareGroupOffsetsResponsePartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeShareGroupOffsetsResponsePartition(writer, element, version);
}

