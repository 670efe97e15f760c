// DescribeTopicPartitionsResponse: response of API 75; version 0, flexible from 0.
// Generated from schema/messages/describe-topic-partitions-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeTopicPartitionsResponse {
  throttleTimeMs: number;
  topics: readonly DescribeTopicPartitionsResponseTopic[];
  /** default null */
  nextCursor: Cursor | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeTopicPartitionsResponseTopic {
  errorCode: number;
  name: string | null;
  topicId: string;
  /** default false */
  isInternal: boolean;
  partitions: readonly DescribeTopicPartitionsResponsePartition[];
  /** default -2147483648 */
  topicAuthorizedOperations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeTopicPartitionsResponsePartition {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  /** default -1 */
  leaderEpoch: number;
  replicaNodes: readonly number[];
  isrNodes: readonly number[];
  /** default null */
  eligibleLeaderReplicas: readonly number[] | null;
  /** default null */
  lastKnownElr: readonly number[] | null;
  offlineReplicas: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Cursor {
  topicName: string;
  partitionIndex: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeTopicPartitionsResponse: MessageCodec<DescribeTopicPartitionsResponse> = {
  name: 'DescribeTopicPartitionsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeTopicPartitionsResponse,
  write: writeDescribeTopicPartitionsResponse,
  create: createDescribeTopicPartitionsResponse,
};

function createDescribeTopicPartitionsResponse({
  throttleTimeMs = 0,
  topics = [],
  nextCursor = null,
  unknownTaggedFields,
}: Partial<DescribeTopicPartitionsResponse> = {}): DescribeTopicPartitionsResponse {
  const message: DescribeTopicPartitionsResponse = { throttleTimeMs, topics, nextCursor };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeTopicPartitionsResponse(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponse {
  checkVersion('DescribeTopicPartitionsResponse', version, 0, 0);
  const message: DescribeTopicPartitionsResponse = {
    throttleTimeMs: reader.int32(),
    topics: readDescribeTopicPartitionsResponseTopicArray(reader, version),
    nextCursor: reader.int8() < 0 ? null : readCursor(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeTopicPartitionsResponse(
  writer: Writer,
  message: DescribeTopicPartitionsResponse,
  version: number,
): void {
  checkVersion('DescribeTopicPartitionsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writeDescribeTopicPartitionsResponseTopicArray(writer, message.topics, version);
  writer.int8(message.nextCursor === null ? -1 : 1);
  if (message.nextCursor !== null) writeCursor(writer, message.nextCursor, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribeTopicPartitionsResponseTopic({
  errorCode = 0,
  name = '',
  topicId = ZERO_UUID,
  isInternal = false,
  partitions = [],
  topicAuthorizedOperations = -2147483648,
  unknownTaggedFields,
}: Partial<DescribeTopicPartitionsResponseTopic> = {}): DescribeTopicPartitionsResponseTopic {
  const message: DescribeTopicPartitionsResponseTopic = {
    errorCode,
    name,
    topicId,
    isInternal,
    partitions,
    topicAuthorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeTopicPartitionsResponseTopic(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponseTopic {
  const message: DescribeTopicPartitionsResponseTopic = {
    errorCode: reader.int16(),
    name: reader.nullableString(true),
    topicId: reader.uuid(),
    isInternal: reader.boolean(),
    partitions: readDescribeTopicPartitionsResponsePartitionArray(reader, version),
    topicAuthorizedOperations: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeTopicPartitionsResponseTopic(
  writer: Writer,
  message: DescribeTopicPartitionsResponseTopic,
  version: number,
): void {
  writer.int16(message.errorCode);
  writer.nullableString(message.name, true);
  writer.uuid(message.topicId);
  writer.boolean(message.isInternal);
  writeDescribeTopicPartitionsResponsePartitionArray(writer, message.partitions, version);
  writer.int32(message.topicAuthorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeTopicPartitionsResponseTopicArray(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponseTopic[] {
  const length = reader.arrayLength(true, 26);
  const elements: DescribeTopicPartitionsResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeTopicPartitionsResponseTopic(reader, version));
  return elements;
}

function writeDescribeTopicPartitionsResponseTopicArray(
  writer: Writer,
  elements: readonly DescribeTopicPartitionsResponseTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeTopicPartitionsResponseTopic(writer, element, version);
}

export function createDescribeTopicPartitionsResponsePartition({
  errorCode = 0,
  partitionIndex = 0,
  leaderId = 0,
  leaderEpoch = -1,
  replicaNodes = [],
  isrNodes = [],
  eligibleLeaderReplicas = null,
  lastKnownElr = null,
  offlineReplicas = [],
  unknownTaggedFields,
}: Partial<DescribeTopicPartitionsResponsePartition> = {}): DescribeTopicPartitionsResponsePartition {
  const message: DescribeTopicPartitionsResponsePartition = {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    eligibleLeaderReplicas,
    lastKnownElr,
    offlineReplicas,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeTopicPartitionsResponsePartition(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponsePartition {
  const message: DescribeTopicPartitionsResponsePartition = {
    errorCode: reader.int16(),
    partitionIndex: reader.int32(),
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    replicaNodes: reader.int32Array(true),
    isrNodes: reader.int32Array(true),
    eligibleLeaderReplicas: reader.nullableInt32Array(true),
    lastKnownElr: reader.nullableInt32Array(true),
    offlineReplicas: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeTopicPartitionsResponsePartition(
  writer: Writer,
  message: DescribeTopicPartitionsResponsePartition,
  version: number,
): void {
  writer.int16(message.errorCode);
  writer.int32(message.partitionIndex);
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.int32Array(message.replicaNodes, true);
  writer.int32Array(message.isrNodes, true);
  writer.nullableInt32Array(message.eligibleLeaderReplicas, true);
  writer.nullableInt32Array(message.lastKnownElr, true);
  writer.int32Array(message.offlineReplicas, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeTopicPartitionsResponsePartitionArray(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsResponsePartition[] {
  const length = reader.arrayLength(true, 20);
  const elements: DescribeTopicPartitionsResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeTopicPartitionsResponsePartition(reader, version));
  return elements;
}

function writeDescribeTopicPartitionsResponsePartitionArray(
  writer: Writer,
  elements: readonly DescribeTopicPartitionsResponsePartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeTopicPartitionsResponsePartition(writer, element, version);
}

export function createCursor({
  topicName = '',
  partitionIndex = 0,
  unknownTaggedFields,
}: Partial<Cursor> = {}): Cursor {
  const message: Cursor = { topicName, partitionIndex };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCursor(reader: Reader, version: number): Cursor {
  const message: Cursor = {
    topicName: reader.string(true),
    partitionIndex: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCursor(writer: Writer, message: Cursor, version: number): void {
  writer.string(message.topicName, true);
  writer.int32(message.partitionIndex);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

