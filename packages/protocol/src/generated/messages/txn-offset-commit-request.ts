// TxnOffsetCommitRequest: request of API 28; version 0 to 5, flexible from 3.
// Generated from schema/messages/txn-offset-commit-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface TxnOffsetCommitRequest {
  transactionalId: string;
  groupId: string;
  producerId: number;
  producerEpoch: number;
  /** version 3+, default -1 */
  generationId: number;
  /** version 3+ */
  memberId: string;
  /** version 3+, default null */
  groupInstanceId: string | null;
  topics: readonly TxnOffsetCommitRequestTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TxnOffsetCommitRequestTopic {
  name: string;
  partitions: readonly TxnOffsetCommitRequestPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TxnOffsetCommitRequestPartition {
  partitionIndex: number;
  committedOffset: number;
  /** version 2+, default -1 */
  committedLeaderEpoch: number;
  committedMetadata: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const TxnOffsetCommitRequest: MessageCodec<TxnOffsetCommitRequest> = {
  name: 'TxnOffsetCommitRequest',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readTxnOffsetCommitRequest,
  write: writeTxnOffsetCommitRequest,
  create: createTxnOffsetCommitRequest,
};

function createTxnOffsetCommitRequest({
  transactionalId = '',
  groupId = '',
  producerId = 0,
  producerEpoch = 0,
  generationId = -1,
  memberId = '',
  groupInstanceId = null,
  topics = [],
  unknownTaggedFields,
}: Partial<TxnOffsetCommitRequest> = {}): TxnOffsetCommitRequest {
  const message: TxnOffsetCommitRequest = {
    transactionalId,
    groupId,
    producerId,
    producerEpoch,
    generationId,
    memberId,
    groupInstanceId,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTxnOffsetCommitRequest(reader: Reader, version: number): TxnOffsetCommitRequest {
  checkVersion('TxnOffsetCommitRequest', version, 0, 5);
  const flexible = version >= 3;
  const message: TxnOffsetCommitRequest = {
    transactionalId: reader.string(flexible),
    groupId: reader.string(flexible),
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    generationId: version >= 3 ? reader.int32() : -1,
    memberId: version >= 3 ? reader.string(flexible) : '',
    groupInstanceId: version >= 3 ? reader.nullableString(flexible) : null,
    topics: readTxnOffsetCommitRequestTopicArray(reader, version),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTxnOffsetCommitRequest(
  writer: Writer,
  message: TxnOffsetCommitRequest,
  version: number,
): void {
  checkVersion('TxnOffsetCommitRequest', version, 0, 5);
  const flexible = version >= 3;
  writer.string(message.transactionalId, flexible);
  writer.string(message.groupId, flexible);
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  if (version >= 3) {
    writer.int32(message.generationId);
  }
  if (version < 3 && message.generationId !== -1) {
    throw unsupportedField('TxnOffsetCommitRequest.generationId', version);
  }
  if (version >= 3) {
    writer.string(message.memberId, flexible);
  }
  if (version < 3 && message.memberId !== '') {
    throw unsupportedField('TxnOffsetCommitRequest.memberId', version);
  }
  if (version >= 3) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  if (version < 3 && message.groupInstanceId !== null) {
    throw unsupportedField('TxnOffsetCommitRequest.groupInstanceId', version);
  }
  writeTxnOffsetCommitRequestTopicArray(writer, message.topics, version);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createTxnOffsetCommitRequestTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TxnOffsetCommitRequestTopic> = {}): TxnOffsetCommitRequestTopic {
  const message: TxnOffsetCommitRequestTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTxnOffsetCommitRequestTopic(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestTopic {
  const flexible = version >= 3;
  const message: TxnOffsetCommitRequestTopic = {
    name: reader.string(flexible),
    partitions: readTxnOffsetCommitRequestPartitionArray(reader, version),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTxnOffsetCommitRequestTopic(
  writer: Writer,
  message: TxnOffsetCommitRequestTopic,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(message.name, flexible);
  writeTxnOffsetCommitRequestPartitionArray(writer, message.partitions, version);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTxnOffsetCommitRequestTopicArray(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestTopic[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 3);
  const elements: TxnOffsetCommitRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readTxnOffsetCommitRequestTopic(reader, version));
  return elements;
}

function writeTxnOffsetCommitRequestTopicArray(
  writer: Writer,
  elements: readonly TxnOffsetCommitRequestTopic[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTxnOffsetCommitRequestTopic(writer, element, version);
}

export function createTxnOffsetCommitRequestPartition({
  partitionIndex = 0,
  committedOffset = 0,
  committedLeaderEpoch = -1,
  committedMetadata = '',
  unknownTaggedFields,
}: Partial<TxnOffsetCommitRequestPartition> = {}): TxnOffsetCommitRequestPartition {
  const message: TxnOffsetCommitRequestPartition = {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    committedMetadata,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTxnOffsetCommitRequestPartition(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestPartition {
  const flexible = version >= 3;
  const message: TxnOffsetCommitRequestPartition = {
    partitionIndex: reader.int32(),
    committedOffset: reader.int64(),
    committedLeaderEpoch: version >= 2 ? reader.int32() : -1,
    committedMetadata: reader.nullableString(flexible),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTxnOffsetCommitRequestPartition(
  writer: Writer,
  message: TxnOffsetCommitRequestPartition,
  version: number,
): void {
  const flexible = version >= 3;
  writer.int32(message.partitionIndex);
  writer.int64(message.committedOffset);
  if (version >= 2) {
    writer.int32(message.committedLeaderEpoch);
  }
  writer.nullableString(message.committedMetadata, flexible);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTxnOffsetCommitRequestPartitionArray(
  reader: Reader,
  version: number,
): TxnOffsetCommitRequestPartition[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 14);
  const elements: TxnOffsetCommitRequestPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readTxnOffsetCommitRequestPartition(reader, version));
  return elements;
}

function writeTxnOffsetCommitRequestPartitionArray(
  writer: Writer,
  elements: readonly TxnOffsetCommitRequestPartition[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTxnOffsetCommitRequestPartition(writer, element, version);
}

