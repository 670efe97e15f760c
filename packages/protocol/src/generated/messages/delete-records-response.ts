// DeleteRecordsResponse: response of API 21; version 0 to 2, flexible from 2.
// Generated from schema/messages/delete-records-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteRecordsResponse {
  throttleTimeMs: number;
  topics: readonly DeleteRecordsTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteRecordsTopicResult {
  name: string;
  partitions: readonly DeleteRecordsPartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteRecordsPartitionResult {
  partitionIndex: number;
  lowWatermark: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteRecordsResponse: MessageCodec<DeleteRecordsResponse> = {
  name: 'DeleteRecordsResponse',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readDeleteRecordsResponse,
  write: writeDeleteRecordsResponse,
  create: createDeleteRecordsResponse,
};

function createDeleteRecordsResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<DeleteRecordsResponse> = {}): DeleteRecordsResponse {
  const message: DeleteRecordsResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteRecordsResponse(reader: Reader, version: number): DeleteRecordsResponse {
  checkVersion('DeleteRecordsResponse', version, 0, 2);
  const message: DeleteRecordsResponse = {
    throttleTimeMs: reader.int32(),
    topics: readDeleteRecordsTopicResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteRecordsResponse(
  writer: Writer,
  message: DeleteRecordsResponse,
  version: number,
): void {
  checkVersion('DeleteRecordsResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writeDeleteRecordsTopicResultArray(writer, message.topics, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeleteRecordsTopicResult({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<DeleteRecordsTopicResult> = {}): DeleteRecordsTopicResult {
  const message: DeleteRecordsTopicResult = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteRecordsTopicResult(reader: Reader, version: number): DeleteRecordsTopicResult {
  const flexible = version >= 2;
  const message: DeleteRecordsTopicResult = {
    name: reader.string(flexible),
    partitions: readDeleteRecordsPartitionResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteRecordsTopicResult(
  writer: Writer,
  message: DeleteRecordsTopicResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writeDeleteRecordsPartitionResultArray(writer, message.partitions, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteRecordsTopicResultArray(
  reader: Reader,
  version: number,
): DeleteRecordsTopicResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: DeleteRecordsTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteRecordsTopicResult(reader, version));
  return elements;
}

function writeDeleteRecordsTopicResultArray(
  writer: Writer,
  elements: readonly DeleteRecordsTopicResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteRecordsTopicResult(writer, element, version);
}

export function createDeleteRecordsPartitionResult({
  partitionIndex = 0,
  lowWatermark = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<DeleteRecordsPartitionResult> = {}): DeleteRecordsPartitionResult {
  const message: DeleteRecordsPartitionResult = { partitionIndex, lowWatermark, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteRecordsPartitionResult(
  reader: Reader,
  version: number,
): DeleteRecordsPartitionResult {
  const message: DeleteRecordsPartitionResult = {
    partitionIndex: reader.int32(),
    lowWatermark: reader.int64(),
    errorCode: reader.int16(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteRecordsPartitionResult(
  writer: Writer,
  message: DeleteRecordsPartitionResult,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int64(message.lowWatermark);
  writer.int16(message.errorCode);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteRecordsPartitionResultArray(
  reader: Reader,
  version: number,
): DeleteRecordsPartitionResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 14);
  const elements: DeleteRecordsPartitionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteRecordsPartitionResult(reader, version));
  return elements;
}

function writeDeleteRecordsPartitionResultArray(
  writer: Writer,
  elements: readonly DeleteRecordsPartitionResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteRecordsPartitionResult(writer, element, version);
}

