// OffsetCommitRequest: request of API 8; version 2 to 10, flexible from 8.
// Generated from schema/messages/offset-commit-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetCommitRequest {
  groupId: string;
  /** default -1 */
  generationIdOrMemberEpoch: number;
  memberId: string;
  /** version 7+, default null */
  groupInstanceId: string | null;
  /** version 2-4, default -1 */
  retentionTimeMs: number;
  topics: readonly OffsetCommitRequestTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetCommitRequestTopic {
  /** version 2-9 */
  name: string;
  /** version 10 */
  topicId: string;
  partitions: readonly OffsetCommitRequestPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetCommitRequestPartition {
  partitionIndex: number;
  committedOffset: number;
  /** version 6+, default -1 */
  committedLeaderEpoch: number;
  committedMetadata: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetCommitRequest: MessageCodec<OffsetCommitRequest> = {
  name: 'OffsetCommitRequest',
  versions: [2, 10],
  flexibleFrom: 8,
  read: readOffsetCommitRequest,
  write: writeOffsetCommitRequest,
  create: createOffsetCommitRequest,
};

function createOffsetCommitRequest({
  groupId = '',
  generationIdOrMemberEpoch = -1,
  memberId = '',
  groupInstanceId = null,
  retentionTimeMs = -1,
  topics = [],
  unknownTaggedFields,
}: Partial<OffsetCommitRequest> = {}): OffsetCommitRequest {
  const message: OffsetCommitRequest = {
    groupId,
    generationIdOrMemberEpoch,
    memberId,
    groupInstanceId,
    retentionTimeMs,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitRequest(reader: Reader, version: number): OffsetCommitRequest {
  checkVersion('OffsetCommitRequest', version, 2, 10);
  const flexible = version >= 8;
  const message: OffsetCommitRequest = {
    groupId: reader.string(flexible),
    generationIdOrMemberEpoch: reader.int32(),
    memberId: reader.string(flexible),
    groupInstanceId: version >= 7 ? reader.nullableString(flexible) : null,
    retentionTimeMs: version <= 4 ? reader.int64() : -1,
    topics: readOffsetCommitRequestTopicArray(reader, version),
  };
  if (version >= 8) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitRequest(
  writer: Writer,
  message: OffsetCommitRequest,
  version: number,
): void {
  checkVersion('OffsetCommitRequest', version, 2, 10);
  const flexible = version >= 8;
  writer.string(message.groupId, flexible);
  writer.int32(message.generationIdOrMemberEpoch);
  writer.string(message.memberId, flexible);
  if (version >= 7) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  if (version < 7 && message.groupInstanceId !== null) {
    throw unsupportedField('OffsetCommitRequest.groupInstanceId', version);
  }
  if (version <= 4) {
    writer.int64(message.retentionTimeMs);
  }
  writeOffsetCommitRequestTopicArray(writer, message.topics, version);
  if (version >= 8) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createOffsetCommitRequestTopic({
  name = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<OffsetCommitRequestTopic> = {}): OffsetCommitRequestTopic {
  const message: OffsetCommitRequestTopic = { name, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitRequestTopic(reader: Reader, version: number): OffsetCommitRequestTopic {
  const flexible = version >= 8;
  const message: OffsetCommitRequestTopic = {
    name: version <= 9 ? reader.string(flexible) : '',
    topicId: version >= 10 ? reader.uuid() : ZERO_UUID,
    partitions: readOffsetCommitRequestPartitionArray(reader, version),
  };
  if (version >= 8) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitRequestTopic(
  writer: Writer,
  message: OffsetCommitRequestTopic,
  version: number,
): void {
  const flexible = version >= 8;
  if (version <= 9) {
    writer.string(message.name, flexible);
  }
  if (version >= 10) {
    writer.uuid(message.topicId);
  }
  writeOffsetCommitRequestPartitionArray(writer, message.partitions, version);
  if (version >= 8) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetCommitRequestTopicArray(
  reader: Reader,
  version: number,
): OffsetCommitRequestTopic[] {
  const flexible = version >= 8;
  const length = reader.arrayLength(flexible, 3);
  const elements: OffsetCommitRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetCommitRequestTopic(reader, version));
  return elements;
}

function writeOffsetCommitRequestTopicArray(
  writer: Writer,
  elements: readonly OffsetCommitRequestTopic[],
  version: number,
): void {
  const flexible = version >= 8;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetCommitRequestTopic(writer, element, version);
}

export function createOffsetCommitRequestPartition({
  partitionIndex = 0,
  committedOffset = 0,
  committedLeaderEpoch = -1,
  committedMetadata = '',
  unknownTaggedFields,
}: Partial<OffsetCommitRequestPartition> = {}): OffsetCommitRequestPartition {
  const message: OffsetCommitRequestPartition = {
    partitionIndex,
    committedOffset,
    committedLeaderEpoch,
    committedMetadata,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitRequestPartition(
  reader: Reader,
  version: number,
): OffsetCommitRequestPartition {
  const flexible = version >= 8;
  const message: OffsetCommitRequestPartition = {
    partitionIndex: reader.int32(),
    committedOffset: reader.int64(),
    committedLeaderEpoch: version >= 6 ? reader.int32() : -1,
    committedMetadata: reader.nullableString(flexible),
  };
  if (version >= 8) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitRequestPartition(
  writer: Writer,
  message: OffsetCommitRequestPartition,
  version: number,
): void {
  const flexible = version >= 8;
  writer.int32(message.partitionIndex);
  writer.int64(message.committedOffset);
  if (version >= 6) {
    writer.int32(message.committedLeaderEpoch);
  }
  writer.nullableString(message.committedMetadata, flexible);
  if (version >= 8) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetCommitRequestPartitionArray(
  reader: Reader,
  version: number,
): OffsetCommitRequestPartition[] {
  const flexible = version >= 8;
  const length = reader.arrayLength(flexible, 14);
  const elements: OffsetCommitRequestPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetCommitRequestPartition(reader, version));
  return elements;
}

function writeOffsetCommitRequestPartitionArray(
  writer: Writer,
  elements: readonly OffsetCommitRequestPartition[],
  version: number,
): void {
  const flexible = version >= 8;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetCommitRequestPartition(writer, element, version);
}

