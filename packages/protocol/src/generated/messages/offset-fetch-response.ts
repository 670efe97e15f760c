// OffsetFetchResponse: response of API 9; version 1 to 10, flexible from 6.
// Generated from schema/messages/offset-fetch-response.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetFetchResponse {
  /** version 3+ */
  throttleTimeMs: number;
  /** version 1-7 */
  topics: readonly OffsetFetchResponseTopic[];
  /** version 2-7, default 0 */
  errorCode: number;
  /** version 8+ */
  groups: readonly OffsetFetchResponseGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchResponseTopic {
  name: string;
  partitions: readonly OffsetFetchResponsePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchResponsePartition {
  partitionIndex: number;
  committedOffset: number;
  /** version 5-7, default -1 */
  committedLeaderEpoch: number;
  metadata: string | null;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchResponseGroup {
  groupId: string;
  topics: readonly OffsetFetchResponseTopics[];
  /** default 0 */
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchResponseTopics {
  /** version 8-9 */
  name: string;
  /** version 10 */
  topicId: string;
  partitions: readonly OffsetFetchResponsePartitions[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchResponsePartitions {
  partitionIndex: number;
  committedOffset: number;
  /** default -1 */
  committedLeaderEpoch: number;
  metadata: string | null;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetFetchResponse: MessageCodec<OffsetFetchResponse> = {
  name: 'OffsetFetchResponse',
  versions: [1, 10],
  flexibleFrom: 6,
  read: readOffsetFetchResponse,
  write: writeOffsetFetchResponse,
  create: createOffsetFetchResponse,
};

function createOffsetFetchResponse({
  throttleTimeMs = 0,
  topics = [],
  errorCode = 0,
  groups = [],
  unknownTaggedFields,
}: Partial<OffsetFetchResponse> = {}): OffsetFetchResponse {
  const message: OffsetFetchResponse = { throttleTimeMs, topics, errorCode, groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchResponse(reader: Reader, version: number): OffsetFetchResponse {
  checkVersion('OffsetFetchResponse', version, 1, 10);
  const message: OffsetFetchResponse = {
    throttleTimeMs: version >= 3 ? reader.int32() : 0,
    topics: version <= 7 ? readOffsetFetchResponseTopicArray(reader, version) : [],
    errorCode: version >= 2 && version <= 7 ? reader.int16() : 0,
    groups: version >= 8 ? readOffsetFetchResponseGroupArray(reader, version) : [],
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetFetchResponse(
  writer: Writer,
  message: OffsetFetchResponse,
  version: number,
): void {
  checkVersion('OffsetFetchResponse', version, 1, 10);
  if (version >= 3) {
    writer.int32(message.throttleTimeMs);
  }
  if (version <= 7) {
    writeOffsetFetchResponseTopicArray(writer, message.topics, version);
  }
  if (version > 7 && message.topics.length !== 0) {
    throw unsupportedField('OffsetFetchResponse.topics', version);
  }
  if (version >= 2 && version <= 7) {
    writer.int16(message.errorCode);
  }
  if (version >= 8) {
    writeOffsetFetchResponseGroupArray(writer, message.groups, version);
  }
  if (version < 8 && message.groups.length !== 0) {
    throw unsupportedField('OffsetFetchResponse.groups', version);
  }
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createOffsetFetchResponseTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<OffsetFetchResponseTopic> = {}): OffsetFetchResponseTopic {
  const message: OffsetFetchResponseTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchResponseTopic(reader: Reader, version: number): OffsetFetchResponseTopic {
  const flexible = version >= 6;
  const message: OffsetFetchResponseTopic = {
    name: reader.string(flexible),
    partitions: readOffsetFetchResponsePartitionArray(reader, version),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetFetchResponseTopic(
  writer: Writer,
  message: OffsetFetchResponseTopic,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(message.name, flexible);
  writeOffsetFetchResponsePartitionArray(writer, message.partitions, version);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetFetchResponseTopicArray(
  reader: Reader,
  version: number,
): OffsetFetchResponseTopic[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 3);
  const elements: OffsetFetchResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchResponseTopic(reader, version));
  return elements;
}

function writeOffsetFetchResponseTopicArray(
  writer: Writer,
  elements: readonly OffsetFetchResponseTopic[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetFetchResponseTopic(writer, element, version);
}

export function createOffsetFetchResponsePartition({
  partitionIndex = 0,
  committedOffset = 0,
  committedLeaderEpoch = -1,
  metadata = '',
  errorCode = 0,
  unknownTaggedFields,
}: Partial<OffsetFetchResponsePartition> = {}): OffsetFetchResponsePartition {
  const message: OffsetFetchResponsePartition = {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    metadata,
    errorCode,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchResponsePartition(
  reader: Reader,
  version: number,
): OffsetFetchResponsePartition {
  const flexible = version >= 6;
  const message: OffsetFetchResponsePartition = {
    partitionIndex: reader.int32(),
    committedOffset: reader.int64(),
    committedLeaderEpoch: version >= 5 ? reader.int32() : -1,
    metadata: reader.nullableString(flexible),
    errorCode: reader.int16(),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetFetchResponsePartition(
  writer: Writer,
  message: OffsetFetchResponsePartition,
  version: number,
): void {
  const flexible = version >= 6;
  writer.int32(message.partitionIndex);
  writer.int64(message.committedOffset);
  if (version >= 5) {
    writer.int32(message.committedLeaderEpoch);
  }
  writer.nullableString(message.metadata, flexible);
  writer.int16(message.errorCode);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetFetchResponsePartitionArray(
  reader: Reader,
  version: number,
): OffsetFetchResponsePartition[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 16);
  const elements: OffsetFetchResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchResponsePartition(reader, version));
  return elements;
}

function writeOffsetFetchResponsePartitionArray(
  writer: Writer,
  elements: readonly OffsetFetchResponsePartition[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetFetchResponsePartition(writer, element, version);
}

export function createOffsetFetchResponseGroup({
  groupId = '',
  topics = [],
  errorCode = 0,
  unknownTaggedFields,
}: Partial<OffsetFetchResponseGroup> = {}): OffsetFetchResponseGroup {
  const message: OffsetFetchResponseGroup = { groupId, topics, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchResponseGroup(reader: Reader, version: number): OffsetFetchResponseGroup {
  const message: OffsetFetchResponseGroup = {
    groupId: reader.string(true),
    topics: readOffsetFetchResponseTopicsArray(reader, version),
    errorCode: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOffsetFetchResponseGroup(
  writer: Writer,
  message: OffsetFetchResponseGroup,
  version: number,
): void {
  writer.string(message.groupId, true);
  writeOffsetFetchResponseTopicsArray(writer, message.topics, version);
  writer.int16(message.errorCode);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readOffsetFetchResponseGroupArray(
  reader: Reader,
  version: number,
): OffsetFetchResponseGroup[] {
  const length = reader.arrayLength(true, 5);
  const elements: OffsetFetchResponseGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchResponseGroup(reader, version));
  return elements;
}

function writeOffsetFetchResponseGroupArray(
  writer: Writer,
  elements: readonly OffsetFetchResponseGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeOffsetFetchResponseGroup(writer, element, version);
}

export function createOffsetFetchResponseTopics({
  name = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<OffsetFetchResponseTopics> = {}): OffsetFetchResponseTopics {
  const message: OffsetFetchResponseTopics = { name, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchResponseTopics(reader: Reader, version: number): OffsetFetchResponseTopics {
  const message: OffsetFetchResponseTopics = {
    name: version <= 9 ? reader.string(true) : '',
    topicId: version >= 10 ? reader.uuid() : ZERO_UUID,
    partitions: readOffsetFetchResponsePartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOffsetFetchResponseTopics(
  writer: Writer,
  message: OffsetFetchResponseTopics,
  version: number,
): void {
  if (version <= 9) {
    writer.string(message.name, true);
  }
  if (version >= 10) {
    writer.uuid(message.topicId);
  }
  writeOffsetFetchResponsePartitionsArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readOffsetFetchResponseTopicsArray(
  reader: Reader,
  version: number,
): OffsetFetchResponseTopics[] {
  const length = reader.arrayLength(true, 3);
  const elements: OffsetFetchResponseTopics[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchResponseTopics(reader, version));
  return elements;
}

function writeOffsetFetchResponseTopicsArray(
  writer: Writer,
  elements: readonly OffsetFetchResponseTopics[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeOffsetFetchResponseTopics(writer, element, version);
}

export function createOffsetFetchResponsePartitions({
  partitionIndex = 0,
  committedOffset = 0,
  committedLeaderEpoch = -1,
  metadata = '',
  errorCode = 0,
  unknownTaggedFields,
}: Partial<OffsetFetchResponsePartitions> = {}): OffsetFetchResponsePartitions {
  const message: OffsetFetchResponsePartitions = {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    metadata,
    errorCode,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchResponsePartitions(
  reader: Reader,
  version: number,
): OffsetFetchResponsePartitions {
  const message: OffsetFetchResponsePartitions = {
    partitionIndex: reader.int32(),
    committedOffset: reader.int64(),
    committedLeaderEpoch: reader.int32(),
    metadata: reader.nullableString(true),
    errorCode: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOffsetFetchResponsePartitions(
  writer: Writer,
  message: OffsetFetchResponsePartitions,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int64(message.committedOffset);
  writer.int32(message.committedLeaderEpoch);
  writer.nullableString(message.metadata, true);
  writer.int16(message.errorCode);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readOffsetFetchResponsePartitionsArray(
  reader: Reader,
  version: number,
): OffsetFetchResponsePartitions[] {
  const length = reader.arrayLength(true, 20);
  const elements: OffsetFetchResponsePartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchResponsePartitions(reader, version));
  return elements;
}

function writeOffsetFetchResponsePartitionsArray(
  writer: Writer,
  elements: readonly OffsetFetchResponsePartitions[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeOffsetFetchResponsePartitions(writer, element, version);
}

