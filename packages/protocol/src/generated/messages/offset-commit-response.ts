// OffsetCommitResponse: response of API 8; version 2 to 10, flexible from 8.
// Generated from schema/messages/offset-commit-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetCommitResponse {
  /** version 3+ */
  throttleTimeMs: number;
  topics: readonly OffsetCommitResponseTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetCommitResponseTopic {
  /** version 2-9 */
  name: string;
  /** version 10 */
  topicId: string;
  partitions: readonly OffsetCommitResponsePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetCommitResponsePartition {
  partitionIndex: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetCommitResponse: MessageCodec<OffsetCommitResponse> = {
  name: 'OffsetCommitResponse',
  versions: [2, 10],
  flexibleFrom: 8,
  read: readOffsetCommitResponse,
  write: writeOffsetCommitResponse,
  create: createOffsetCommitResponse,
};

function createOffsetCommitResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<OffsetCommitResponse> = {}): OffsetCommitResponse {
  const message: OffsetCommitResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitResponse(reader: Reader, version: number): OffsetCommitResponse {
  checkVersion('OffsetCommitResponse', version, 2, 10);
  const message: OffsetCommitResponse = {
    throttleTimeMs: version >= 3 ? reader.int32() : 0,
    topics: readOffsetCommitResponseTopicArray(reader, version),
  };
  if (version >= 8) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitResponse(
  writer: Writer,
  message: OffsetCommitResponse,
  version: number,
): void {
  checkVersion('OffsetCommitResponse', version, 2, 10);
  if (version >= 3) {
    writer.int32(message.throttleTimeMs);
  }
  writeOffsetCommitResponseTopicArray(writer, message.topics, version);
  if (version >= 8) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createOffsetCommitResponseTopic({
  name = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<OffsetCommitResponseTopic> = {}): OffsetCommitResponseTopic {
  const message: OffsetCommitResponseTopic = { name, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitResponseTopic(reader: Reader, version: number): OffsetCommitResponseTopic {
  const flexible = version >= 8;
  const message: OffsetCommitResponseTopic = {
    name: version <= 9 ? reader.string(flexible) : '',
    topicId: version >= 10 ? reader.uuid() : ZERO_UUID,
    partitions: readOffsetCommitResponsePartitionArray(reader, version),
  };
  if (version >= 8) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitResponseTopic(
  writer: Writer,
  message: OffsetCommitResponseTopic,
  version: number,
): void {
  const flexible = version >= 8;
  if (version <= 9) {
    writer.string(message.name, flexible);
  }
  if (version >= 10) {
    writer.uuid(message.topicId);
  }
  writeOffsetCommitResponsePartitionArray(writer, message.partitions, version);
  if (version >= 8) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetCommitResponseTopicArray(
  reader: Reader,
  version: number,
): OffsetCommitResponseTopic[] {
  const flexible = version >= 8;
  const length = reader.arrayLength(flexible, 3);
  const elements: OffsetCommitResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetCommitResponseTopic(reader, version));
  return elements;
}

function writeOffsetCommitResponseTopicArray(
  writer: Writer,
  elements: readonly OffsetCommitResponseTopic[],
  version: number,
): void {
  const flexible = version >= 8;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetCommitResponseTopic(writer, element, version);
}

export function createOffsetCommitResponsePartition({
  partitionIndex = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<OffsetCommitResponsePartition> = {}): OffsetCommitResponsePartition {
  const message: OffsetCommitResponsePartition = { partitionIndex, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitResponsePartition(
  reader: Reader,
  version: number,
): OffsetCommitResponsePartition {
  const message: OffsetCommitResponsePartition = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
  };
  if (version >= 8) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitResponsePartition(
  writer: Writer,
  message: OffsetCommitResponsePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  if (version >= 8) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetCommitResponsePartitionArray(
  reader: Reader,
  version: number,
): OffsetCommitResponsePartition[] {
  const flexible = version >= 8;
  const length = reader.arrayLength(flexible, 6);
  const elements: OffsetCommitResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetCommitResponsePartition(reader, version));
  return elements;
}

function writeOffsetCommitResponsePartitionArray(
  writer: Writer,
  elements: readonly OffsetCommitResponsePartition[],
  version: number,
): void {
  const flexible = version >= 8;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetCommitResponsePartition(writer, element, version);
}

