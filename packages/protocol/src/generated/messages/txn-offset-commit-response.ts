// TxnOffsetCommitResponse: response of API 28; version 0 to 5, flexible from 3.
// Generated from schema/messages/txn-offset-commit-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface TxnOffsetCommitResponse {
  throttleTimeMs: number;
  topics: readonly TxnOffsetCommitResponseTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TxnOffsetCommitResponseTopic {
  name: string;
  partitions: readonly TxnOffsetCommitResponsePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TxnOffsetCommitResponsePartition {
  partitionIndex: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const TxnOffsetCommitResponse: MessageCodec<TxnOffsetCommitResponse> = {
  name: 'TxnOffsetCommitResponse',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readTxnOffsetCommitResponse,
  write: writeTxnOffsetCommitResponse,
  create: createTxnOffsetCommitResponse,
};

function createTxnOffsetCommitResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<TxnOffsetCommitResponse> = {}): TxnOffsetCommitResponse {
  const message: TxnOffsetCommitResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTxnOffsetCommitResponse(reader: Reader, version: number): TxnOffsetCommitResponse {
  checkVersion('TxnOffsetCommitResponse', version, 0, 5);
  const message: TxnOffsetCommitResponse = {
    throttleTimeMs: reader.int32(),
    topics: readTxnOffsetCommitResponseTopicArray(reader, version),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTxnOffsetCommitResponse(
  writer: Writer,
  message: TxnOffsetCommitResponse,
  version: number,
): void {
  checkVersion('TxnOffsetCommitResponse', version, 0, 5);
  writer.int32(message.throttleTimeMs);
  writeTxnOffsetCommitResponseTopicArray(writer, message.topics, version);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createTxnOffsetCommitResponseTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TxnOffsetCommitResponseTopic> = {}): TxnOffsetCommitResponseTopic {
  const message: TxnOffsetCommitResponseTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTxnOffsetCommitResponseTopic(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponseTopic {
  const flexible = version >= 3;
  const message: TxnOffsetCommitResponseTopic = {
    name: reader.string(flexible),
    partitions: readTxnOffsetCommitResponsePartitionArray(reader, version),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTxnOffsetCommitResponseTopic(
  writer: Writer,
  message: TxnOffsetCommitResponseTopic,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(message.name, flexible);
  writeTxnOffsetCommitResponsePartitionArray(writer, message.partitions, version);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTxnOffsetCommitResponseTopicArray(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponseTopic[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 3);
  const elements: TxnOffsetCommitResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readTxnOffsetCommitResponseTopic(reader, version));
  return elements;
}

function writeTxnOffsetCommitResponseTopicArray(
  writer: Writer,
  elements: readonly TxnOffsetCommitResponseTopic[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTxnOffsetCommitResponseTopic(writer, element, version);
}

export function createTxnOffsetCommitResponsePartition({
  partitionIndex = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<TxnOffsetCommitResponsePartition> = {}): TxnOffsetCommitResponsePartition {
  const message: TxnOffsetCommitResponsePartition = { partitionIndex, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTxnOffsetCommitResponsePartition(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponsePartition {
  const message: TxnOffsetCommitResponsePartition = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTxnOffsetCommitResponsePartition(
  writer: Writer,
  message: TxnOffsetCommitResponsePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTxnOffsetCommitResponsePartitionArray(
  reader: Reader,
  version: number,
): TxnOffsetCommitResponsePartition[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 6);
  const elements: TxnOffsetCommitResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readTxnOffsetCommitResponsePartition(reader, version));
  return elements;
}

function writeTxnOffsetCommitResponsePartitionArray(
  writer: Writer,
  elements: readonly TxnOffsetCommitResponsePartition[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTxnOffsetCommitResponsePartition(writer, element, version);
}

