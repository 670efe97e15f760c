// OffsetForLeaderEpochRequest: request of API 23; version 2 to 4, flexible from 4.
// Generated from schema/messages/offset-for-leader-epoch-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetForLeaderEpochRequest {
  /** version 3+, default -2 */
  replicaId: number;
  topics: readonly OffsetForLeaderTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetForLeaderTopic {
  topic: string;
  partitions: readonly OffsetForLeaderPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetForLeaderPartition {
  partition: number;
  /** default -1 */
  currentLeaderEpoch: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetForLeaderEpochRequest: MessageCodec<OffsetForLeaderEpochRequest> = {
  name: 'OffsetForLeaderEpochRequest',
  versions: [2, 4],
  flexibleFrom: 4,
  read: readOffsetForLeaderEpochRequest,
  write: writeOffsetForLeaderEpochRequest,
  create: createOffsetForLeaderEpochRequest,
};

function createOffsetForLeaderEpochRequest({
  replicaId = -2,
  topics = [],
  unknownTaggedFields,
}: Partial<OffsetForLeaderEpochRequest> = {}): OffsetForLeaderEpochRequest {
  const message: OffsetForLeaderEpochRequest = { replicaId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetForLeaderEpochRequest(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochRequest {
  checkVersion('OffsetForLeaderEpochRequest', version, 2, 4);
  const message: OffsetForLeaderEpochRequest = {
    replicaId: version >= 3 ? reader.int32() : -2,
    topics: readOffsetForLeaderTopicArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetForLeaderEpochRequest(
  writer: Writer,
  message: OffsetForLeaderEpochRequest,
  version: number,
): void {
  checkVersion('OffsetForLeaderEpochRequest', version, 2, 4);
  if (version >= 3) {
    writer.int32(message.replicaId);
  }
  writeOffsetForLeaderTopicArray(writer, message.topics, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createOffsetForLeaderTopic({
  topic = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<OffsetForLeaderTopic> = {}): OffsetForLeaderTopic {
  const message: OffsetForLeaderTopic = { topic, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetForLeaderTopic(reader: Reader, version: number): OffsetForLeaderTopic {
  const flexible = version >= 4;
  const message: OffsetForLeaderTopic = {
    topic: reader.string(flexible),
    partitions: readOffsetForLeaderPartitionArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetForLeaderTopic(
  writer: Writer,
  message: OffsetForLeaderTopic,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(message.topic, flexible);
  writeOffsetForLeaderPartitionArray(writer, message.partitions, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetForLeaderTopicArray(reader: Reader, version: number): OffsetForLeaderTopic[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 3);
  const elements: OffsetForLeaderTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetForLeaderTopic(reader, version));
  return elements;
}

function writeOffsetForLeaderTopicArray(
  writer: Writer,
  elements: readonly OffsetForLeaderTopic[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetForLeaderTopic(writer, element, version);
}

export function createOffsetForLeaderPartition({
  partition = 0,
  currentLeaderEpoch = -1,
  leaderEpoch = 0,
  unknownTaggedFields,
}: Partial<OffsetForLeaderPartition> = {}): OffsetForLeaderPartition {
  const message: OffsetForLeaderPartition = { partition, currentLeaderEpoch, leaderEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetForLeaderPartition(reader: Reader, version: number): OffsetForLeaderPartition {
  const message: OffsetForLeaderPartition = {
    partition: reader.int32(),
    currentLeaderEpoch: reader.int32(),
    leaderEpoch: reader.int32(),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetForLeaderPartition(
  writer: Writer,
  message: OffsetForLeaderPartition,
  version: number,
): void {
  writer.int32(message.partition);
  writer.int32(message.currentLeaderEpoch);
  writer.int32(message.leaderEpoch);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetForLeaderPartitionArray(
  reader: Reader,
  version: number,
): OffsetForLeaderPartition[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 12);
  const elements: OffsetForLeaderPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetForLeaderPartition(reader, version));
  return elements;
}

function writeOffsetForLeaderPartitionArray(
  writer: Writer,
  elements: readonly OffsetForLeaderPartition[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetForLeaderPartition(writer, element, version);
}

