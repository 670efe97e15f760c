// ListOffsetsRequest: request of API 2; version 1 to 11, flexible from 6.
// Generated from schema/messages/list-offsets-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListOffsetsRequest {
  replicaId: number;
  /** version 2+ */
  isolationLevel: number;
  topics: readonly ListOffsetsTopic[];
  /** version 10+ */
  timeoutMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ListOffsetsTopic {
  name: string;
  partitions: readonly ListOffsetsPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ListOffsetsPartition {
  partitionIndex: number;
  /** version 4+, default -1 */
  currentLeaderEpoch: number;
  timestamp: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListOffsetsRequest: MessageCodec<ListOffsetsRequest> = {
  name: 'ListOffsetsRequest',
  versions: [1, 11],
  flexibleFrom: 6,
  read: readListOffsetsRequest,
  write: writeListOffsetsRequest,
  create: createListOffsetsRequest,
};

function createListOffsetsRequest({
  replicaId = 0,
  isolationLevel = 0,
  topics = [],
  timeoutMs = 0,
  unknownTaggedFields,
}: Partial<ListOffsetsRequest> = {}): ListOffsetsRequest {
  const message: ListOffsetsRequest = { replicaId, isolationLevel, topics, timeoutMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListOffsetsRequest(reader: Reader, version: number): ListOffsetsRequest {
  checkVersion('ListOffsetsRequest', version, 1, 11);
  const message: ListOffsetsRequest = {
    replicaId: reader.int32(),
    isolationLevel: version >= 2 ? reader.int8() : 0,
    topics: readListOffsetsTopicArray(reader, version),
    timeoutMs: version >= 10 ? reader.int32() : 0,
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListOffsetsRequest(
  writer: Writer,
  message: ListOffsetsRequest,
  version: number,
): void {
  checkVersion('ListOffsetsRequest', version, 1, 11);
  writer.int32(message.replicaId);
  if (version >= 2) {
    writer.int8(message.isolationLevel);
  }
  if (version < 2 && message.isolationLevel !== 0) {
    throw unsupportedField('ListOffsetsRequest.isolationLevel', version);
  }
  writeListOffsetsTopicArray(writer, message.topics, version);
  if (version >= 10) {
    writer.int32(message.timeoutMs);
  }
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createListOffsetsTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<ListOffsetsTopic> = {}): ListOffsetsTopic {
  const message: ListOffsetsTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListOffsetsTopic(reader: Reader, version: number): ListOffsetsTopic {
  const flexible = version >= 6;
  const message: ListOffsetsTopic = {
    name: reader.string(flexible),
    partitions: readListOffsetsPartitionArray(reader, version),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListOffsetsTopic(writer: Writer, message: ListOffsetsTopic, version: number): void {
  const flexible = version >= 6;
  writer.string(message.name, flexible);
  writeListOffsetsPartitionArray(writer, message.partitions, version);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readListOffsetsTopicArray(reader: Reader, version: number): ListOffsetsTopic[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 3);
  const elements: ListOffsetsTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readListOffsetsTopic(reader, version));
  return elements;
}

function writeListOffsetsTopicArray(
  writer: Writer,
  elements: readonly ListOffsetsTopic[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeListOffsetsTopic(writer, element, version);
}

export function createListOffsetsPartition({
  partitionIndex = 0,
  currentLeaderEpoch = -1,
  timestamp = 0,
  unknownTaggedFields,
}: Partial<ListOffsetsPartition> = {}): ListOffsetsPartition {
  const message: ListOffsetsPartition = { partitionIndex, currentLeaderEpoch, timestamp };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListOffsetsPartition(reader: Reader, version: number): ListOffsetsPartition {
  const message: ListOffsetsPartition = {
    partitionIndex: reader.int32(),
    currentLeaderEpoch: version >= 4 ? reader.int32() : -1,
    timestamp: reader.int64(),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListOffsetsPartition(
  writer: Writer,
  message: ListOffsetsPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  if (version >= 4) {
    writer.int32(message.currentLeaderEpoch);
  }
  writer.int64(message.timestamp);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readListOffsetsPartitionArray(reader: Reader, version: number): ListOffsetsPartition[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 12);
  const elements: ListOffsetsPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readListOffsetsPartition(reader, version));
  return elements;
}

function writeListOffsetsPartitionArray(
  writer: Writer,
  elements: readonly ListOffsetsPartition[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeListOffsetsPartition(writer, element, version);
}

