// DescribeLogDirsResponse: response of API 35; version 1 to 5, flexible from 2.
// Generated from schema/messages/describe-log-dirs-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeLogDirsResponse {
  throttleTimeMs: number;
  /** version 3+ */
  errorCode: number;
  results: readonly DescribeLogDirsResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeLogDirsResult {
  errorCode: number;
  logDir: string;
  topics: readonly DescribeLogDirsTopic[];
  /** version 4+, default -1 */
  totalBytes: number;
  /** version 4+, default -1 */
  usableBytes: number;
  /** version 5, default false */
  isCordoned: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeLogDirsTopic {
  name: string;
  partitions: readonly DescribeLogDirsPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeLogDirsPartition {
  partitionIndex: number;
  partitionSize: number;
  offsetLag: number;
  isFutureKey: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeLogDirsResponse: MessageCodec<DescribeLogDirsResponse> = {
  name: 'DescribeLogDirsResponse',
  versions: [1, 5],
  flexibleFrom: 2,
  read: readDescribeLogDirsResponse,
  write: writeDescribeLogDirsResponse,
  create: createDescribeLogDirsResponse,
};

function createDescribeLogDirsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  results = [],
  unknownTaggedFields,
}: Partial<DescribeLogDirsResponse> = {}): DescribeLogDirsResponse {
  const message: DescribeLogDirsResponse = { throttleTimeMs, errorCode, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeLogDirsResponse(reader: Reader, version: number): DescribeLogDirsResponse {
  checkVersion('DescribeLogDirsResponse', version, 1, 5);
  const message: DescribeLogDirsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: version >= 3 ? reader.int16() : 0,
    results: readDescribeLogDirsResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeLogDirsResponse(
  writer: Writer,
  message: DescribeLogDirsResponse,
  version: number,
): void {
  checkVersion('DescribeLogDirsResponse', version, 1, 5);
  writer.int32(message.throttleTimeMs);
  if (version >= 3) {
    writer.int16(message.errorCode);
  }
  writeDescribeLogDirsResultArray(writer, message.results, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribeLogDirsResult({
  errorCode = 0,
  logDir = '',
  topics = [],
  totalBytes = -1,
  usableBytes = -1,
  isCordoned = false,
  unknownTaggedFields,
}: Partial<DescribeLogDirsResult> = {}): DescribeLogDirsResult {
  const message: DescribeLogDirsResult = {
    errorCode,
    logDir,
    topics,
    totalBytes,
    usableBytes,
    isCordoned,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeLogDirsResult(reader: Reader, version: number): DescribeLogDirsResult {
  const flexible = version >= 2;
  const message: DescribeLogDirsResult = {
    errorCode: reader.int16(),
    logDir: reader.string(flexible),
    topics: readDescribeLogDirsTopicArray(reader, version),
    totalBytes: version >= 4 ? reader.int64() : -1,
    usableBytes: version >= 4 ? reader.int64() : -1,
    isCordoned: version >= 5 ? reader.boolean() : false,
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeLogDirsResult(
  writer: Writer,
  message: DescribeLogDirsResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.string(message.logDir, flexible);
  writeDescribeLogDirsTopicArray(writer, message.topics, version);
  if (version >= 4) {
    writer.int64(message.totalBytes);
  }
  if (version >= 4) {
    writer.int64(message.usableBytes);
  }
  if (version >= 5) {
    writer.boolean(message.isCordoned);
  }
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeLogDirsResultArray(reader: Reader, version: number): DescribeLogDirsResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 5);
  const elements: DescribeLogDirsResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeLogDirsResult(reader, version));
  return elements;
}

function writeDescribeLogDirsResultArray(
  writer: Writer,
  elements: readonly DescribeLogDirsResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeLogDirsResult(writer, element, version);
}

export function createDescribeLogDirsTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<DescribeLogDirsTopic> = {}): DescribeLogDirsTopic {
  const message: DescribeLogDirsTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeLogDirsTopic(reader: Reader, version: number): DescribeLogDirsTopic {
  const flexible = version >= 2;
  const message: DescribeLogDirsTopic = {
    name: reader.string(flexible),
    partitions: readDescribeLogDirsPartitionArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeLogDirsTopic(
  writer: Writer,
  message: DescribeLogDirsTopic,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writeDescribeLogDirsPartitionArray(writer, message.partitions, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeLogDirsTopicArray(reader: Reader, version: number): DescribeLogDirsTopic[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: DescribeLogDirsTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeLogDirsTopic(reader, version));
  return elements;
}

function writeDescribeLogDirsTopicArray(
  writer: Writer,
  elements: readonly DescribeLogDirsTopic[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeLogDirsTopic(writer, element, version);
}

export function createDescribeLogDirsPartition({
  partitionIndex = 0,
  partitionSize = 0,
  offsetLag = 0,
  isFutureKey = false,
  unknownTaggedFields,
}: Partial<DescribeLogDirsPartition> = {}): DescribeLogDirsPartition {
  const message: DescribeLogDirsPartition = {
    partitionIndex,
    partitionSize,
    offsetLag,
    isFutureKey,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeLogDirsPartition(reader: Reader, version: number): DescribeLogDirsPartition {
  const message: DescribeLogDirsPartition = {
    partitionIndex: reader.int32(),
    partitionSize: reader.int64(),
    offsetLag: reader.int64(),
    isFutureKey: reader.boolean(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeLogDirsPartition(
  writer: Writer,
  message: DescribeLogDirsPartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int64(message.partitionSize);
  writer.int64(message.offsetLag);
  writer.boolean(message.isFutureKey);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeLogDirsPartitionArray(
  reader: Reader,
  version: number,
): DescribeLogDirsPartition[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 21);
  const elements: DescribeLogDirsPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeLogDirsPartition(reader, version));
  return elements;
}

function writeDescribeLogDirsPartitionArray(
  writer: Writer,
  elements: readonly DescribeLogDirsPartition[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeLogDirsPartition(writer, element, version);
}

