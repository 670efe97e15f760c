// AlterReplicaLogDirsResponse: response of API 34; version 1 to 2, flexible from 2.
// Generated from schema/messages/alter-replica-log-dirs-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterReplicaLogDirsResponse {
  throttleTimeMs: number;
  results: readonly AlterReplicaLogDirTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterReplicaLogDirTopicResult {
  topicName: string;
  partitions: readonly AlterReplicaLogDirPartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterReplicaLogDirPartitionResult {
  partitionIndex: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterReplicaLogDirsResponse: MessageCodec<AlterReplicaLogDirsResponse> = {
  name: 'AlterReplicaLogDirsResponse',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readAlterReplicaLogDirsResponse,
  write: writeAlterReplicaLogDirsResponse,
  create: createAlterReplicaLogDirsResponse,
};

function createAlterReplicaLogDirsResponse({
  throttleTimeMs = 0,
  results = [],
  unknownTaggedFields,
}: Partial<AlterReplicaLogDirsResponse> = {}): AlterReplicaLogDirsResponse {
  const message: AlterReplicaLogDirsResponse = { throttleTimeMs, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterReplicaLogDirsResponse(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsResponse {
  checkVersion('AlterReplicaLogDirsResponse', version, 1, 2);
  const message: AlterReplicaLogDirsResponse = {
    throttleTimeMs: reader.int32(),
    results: readAlterReplicaLogDirTopicResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterReplicaLogDirsResponse(
  writer: Writer,
  message: AlterReplicaLogDirsResponse,
  version: number,
): void {
  checkVersion('AlterReplicaLogDirsResponse', version, 1, 2);
  writer.int32(message.throttleTimeMs);
  writeAlterReplicaLogDirTopicResultArray(writer, message.results, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAlterReplicaLogDirTopicResult({
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<AlterReplicaLogDirTopicResult> = {}): AlterReplicaLogDirTopicResult {
  const message: AlterReplicaLogDirTopicResult = { topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterReplicaLogDirTopicResult(
  reader: Reader,
  version: number,
): AlterReplicaLogDirTopicResult {
  const flexible = version >= 2;
  const message: AlterReplicaLogDirTopicResult = {
    topicName: reader.string(flexible),
    partitions: readAlterReplicaLogDirPartitionResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterReplicaLogDirTopicResult(
  writer: Writer,
  message: AlterReplicaLogDirTopicResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.topicName, flexible);
  writeAlterReplicaLogDirPartitionResultArray(writer, message.partitions, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterReplicaLogDirTopicResultArray(
  reader: Reader,
  version: number,
): AlterReplicaLogDirTopicResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: AlterReplicaLogDirTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterReplicaLogDirTopicResult(reader, version));
  return elements;
}

function writeAlterReplicaLogDirTopicResultArray(
  writer: Writer,
  elements: readonly AlterReplicaLogDirTopicResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterReplicaLogDirTopicResult(writer, element, version);
}

export function createAlterReplicaLogDirPartitionResult({
  partitionIndex = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<AlterReplicaLogDirPartitionResult> = {}): AlterReplicaLogDirPartitionResult {
  const message: AlterReplicaLogDirPartitionResult = { partitionIndex, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterReplicaLogDirPartitionResult(
  reader: Reader,
  version: number,
): AlterReplicaLogDirPartitionResult {
  const message: AlterReplicaLogDirPartitionResult = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterReplicaLogDirPartitionResult(
  writer: Writer,
  message: AlterReplicaLogDirPartitionResult,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterReplicaLogDirPartitionResultArray(
  reader: Reader,
  version: number,
): AlterReplicaLogDirPartitionResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 6);
  const elements: AlterReplicaLogDirPartitionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterReplicaLogDirPartitionResult(reader, version));
  return elements;
}

function writeAlterReplicaLogDirPartitionResultArray(
  writer: Writer,
  elements: readonly AlterReplicaLogDirPartitionResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterReplicaLogDirPartitionResult(writer, element, version);
}

