// DeleteRecordsRequest: request of API 21; version 0 to 2, flexible from 2.
// Generated from schema/messages/delete-records-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteRecordsRequest {
  topics: readonly DeleteRecordsTopic[];
  timeoutMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteRecordsTopic {
  name: string;
  partitions: readonly DeleteRecordsPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteRecordsPartition {
  partitionIndex: number;
  offset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteRecordsRequest: MessageCodec<DeleteRecordsRequest> = {
  name: 'DeleteRecordsRequest',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readDeleteRecordsRequest,
  write: writeDeleteRecordsRequest,
  create: createDeleteRecordsRequest,
};

function createDeleteRecordsRequest({
  topics = [],
  timeoutMs = 0,
  unknownTaggedFields,
}: Partial<DeleteRecordsRequest> = {}): DeleteRecordsRequest {
  const message: DeleteRecordsRequest = { topics, timeoutMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteRecordsRequest(reader: Reader, version: number): DeleteRecordsRequest {
  checkVersion('DeleteRecordsRequest', version, 0, 2);
  const message: DeleteRecordsRequest = {
    topics: readDeleteRecordsTopicArray(reader, version),
    timeoutMs: reader.int32(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteRecordsRequest(
  writer: Writer,
  message: DeleteRecordsRequest,
  version: number,
): void {
  checkVersion('DeleteRecordsRequest', version, 0, 2);
  writeDeleteRecordsTopicArray(writer, message.topics, version);
  writer.int32(message.timeoutMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeleteRecordsTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<DeleteRecordsTopic> = {}): DeleteRecordsTopic {
  const message: DeleteRecordsTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteRecordsTopic(reader: Reader, version: number): DeleteRecordsTopic {
  const flexible = version >= 2;
  const message: DeleteRecordsTopic = {
    name: reader.string(flexible),
    partitions: readDeleteRecordsPartitionArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteRecordsTopic(
  writer: Writer,
  message: DeleteRecordsTopic,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writeDeleteRecordsPartitionArray(writer, message.partitions, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteRecordsTopicArray(reader: Reader, version: number): DeleteRecordsTopic[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: DeleteRecordsTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteRecordsTopic(reader, version));
  return elements;
}

function writeDeleteRecordsTopicArray(
  writer: Writer,
  elements: readonly DeleteRecordsTopic[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteRecordsTopic(writer, element, version);
}

export function createDeleteRecordsPartition({
  partitionIndex = 0,
  offset = 0,
  unknownTaggedFields,
}: Partial<DeleteRecordsPartition> = {}): DeleteRecordsPartition {
  const message: DeleteRecordsPartition = { partitionIndex, offset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteRecordsPartition(reader: Reader, version: number): DeleteRecordsPartition {
  const message: DeleteRecordsPartition = {
    partitionIndex: reader.int32(),
    offset: reader.int64(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteRecordsPartition(
  writer: Writer,
  message: DeleteRecordsPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int64(message.offset);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteRecordsPartitionArray(
  reader: Reader,
  version: number,
): DeleteRecordsPartition[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 12);
  const elements: DeleteRecordsPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteRecordsPartition(reader, version));
  return elements;
}

function writeDeleteRecordsPartitionArray(
  writer: Writer,
  elements: readonly DeleteRecordsPartition[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteRecordsPartition(writer, element, version);
}

