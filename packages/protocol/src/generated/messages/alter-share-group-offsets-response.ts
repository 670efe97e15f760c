// AlterShareGroupOffsetsResponse: response of API 91; version 0, flexible from 0.
// Generated from schema/messages/alter-share-group-offsets-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterShareGroupOffsetsResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  responses: readonly AlterShareGroupOffsetsResponseTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: string;
  partitions: readonly AlterShareGroupOffsetsResponsePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterShareGroupOffsetsResponsePartition {
  partitionIndex: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterShareGroupOffsetsResponse: MessageCodec<AlterShareGroupOffsetsResponse> = {
  name: 'AlterShareGroupOffsetsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAlterShareGroupOffsetsResponse,
  write: writeAlterShareGroupOffsetsResponse,
  create: createAlterShareGroupOffsetsResponse,
};

function createAlterShareGroupOffsetsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  responses = [],
  unknownTaggedFields,
}: Partial<AlterShareGroupOffsetsResponse> = {}): AlterShareGroupOffsetsResponse {
  const message: AlterShareGroupOffsetsResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    responses,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponse {
  checkVersion('AlterShareGroupOffsetsResponse', version, 0, 0);
  const message: AlterShareGroupOffsetsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    responses: readAlterShareGroupOffsetsResponseTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterShareGroupOffsetsResponse(
  writer: Writer,
  message: AlterShareGroupOffsetsResponse,
  version: number,
): void {
  checkVersion('AlterShareGroupOffsetsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeAlterShareGroupOffsetsResponseTopicArray(writer, message.responses, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createAlterShareGroupOffsetsResponseTopic({
  topicName = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<AlterShareGroupOffsetsResponseTopic> = {}): AlterShareGroupOffsetsResponseTopic {
  const message: AlterShareGroupOffsetsResponseTopic = { topicName, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterShareGroupOffsetsResponseTopic(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponseTopic {
  const message: AlterShareGroupOffsetsResponseTopic = {
    topicName: reader.string(true),
    topicId: reader.uuid(),
    partitions: readAlterShareGroupOffsetsResponsePartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: AlterShareGroupOffsetsResponseTopic,
  version: number,
): void {
  writer.string(message.topicName, true);
  writer.uuid(message.topicId);
  writeAlterShareGroupOffsetsResponsePartitionArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAlterShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponseTopic[] {
  const length = reader.arrayLength(true, 19);
  const elements: AlterShareGroupOffsetsResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterShareGroupOffsetsResponseTopic(reader, version));
  return elements;
}

function writeAlterShareGroupOffsetsResponseTopicArray(
  writer: Writer,
  elements: readonly AlterShareGroupOffsetsResponseTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAlterShareGroupOffsetsResponseTopic(writer, element, version);
}

export function createAlterShareGroupOffsetsResponsePartition({
  partitionIndex = 0,
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<AlterShareGroupOffsetsResponsePartition> = {}): AlterShareGroupOffsetsResponsePartition {
  const message: AlterShareGroupOffsetsResponsePartition = {
    partitionIndex,
    errorCode,
    errorMessage,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterShareGroupOffsetsResponsePartition(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponsePartition {
  const message: AlterShareGroupOffsetsResponsePartition = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterShareGroupOffsetsResponsePartition(
  writer: Writer,
  message: AlterShareGroupOffsetsResponsePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAlterShareGroupOffsetsResponsePartitionArray(
  reader: Reader,
  version: number,
): AlterShareGroupOffsetsResponsePartition[] {
  const length = reader.arrayLength(true, 8);
  const elements: AlterShareGroupOffsetsResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterShareGroupOffsetsResponsePartition(reader, version));
  return elements;
}

function writeAlterShareGroupOffsetsResponsePartitionArray(
  writer: Writer,
  elements: readonly AlterShareGroupOffsetsResponsePartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAlterShareGroupOffsetsResponsePartition(writer, element, version);
}

