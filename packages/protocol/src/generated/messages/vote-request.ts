// VoteRequest: request of API 52; version 0 to 2, flexible from 0.
// Generated from schema/messages/vote-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface VoteRequest {
  /** default null */
  clusterId: string | null;
  /** version 1+, default -1 */
  voterId: number;
  topics: readonly TopicData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicData {
  topicName: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  replicaEpoch: number;
  replicaId: number;
  /** version 1+ */
  replicaDirectoryId: string;
  /** version 1+ */
  voterDirectoryId: string;
  lastOffsetEpoch: number;
  lastOffset: number;
  /** version 2 */
  preVote: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const VoteRequest: MessageCodec<VoteRequest> = {
  name: 'VoteRequest',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readVoteRequest,
  write: writeVoteRequest,
  create: createVoteRequest,
};

function createVoteRequest({
  clusterId = null,
  voterId = -1,
  topics = [],
  unknownTaggedFields,
}: Partial<VoteRequest> = {}): VoteRequest {
  const message: VoteRequest = { clusterId, voterId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readVoteRequest(reader: Reader, version: number): VoteRequest {
  checkVersion('VoteRequest', version, 0, 2);
  const message: VoteRequest = {
    clusterId: reader.nullableString(true),
    voterId: version >= 1 ? reader.int32() : -1,
    topics: readTopicDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeVoteRequest(writer: Writer, message: VoteRequest, version: number): void {
  checkVersion('VoteRequest', version, 0, 2);
  writer.nullableString(message.clusterId, true);
  if (version >= 1) {
    writer.int32(message.voterId);
  }
  writeTopicDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicData({
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicData> = {}): TopicData {
  const message: TopicData = { topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicData(reader: Reader, version: number): TopicData {
  const message: TopicData = {
    topicName: reader.string(true),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicData(writer: Writer, message: TopicData, version: number): void {
  writer.string(message.topicName, true);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicDataArray(reader: Reader, version: number): TopicData[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicData[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicData(reader, version));
  return elements;
}

function writeTopicDataArray(
  writer: Writer,
  elements: readonly TopicData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicData(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  replicaEpoch = 0,
  replicaId = 0,
  replicaDirectoryId = ZERO_UUID,
  voterDirectoryId = ZERO_UUID,
  lastOffsetEpoch = 0,
  lastOffset = 0,
  preVote = false,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    replicaEpoch,
    replicaId,
    replicaDirectoryId,
    voterDirectoryId,
    lastOffsetEpoch,
    lastOffset,
    preVote,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    replicaEpoch: reader.int32(),
    replicaId: reader.int32(),
    replicaDirectoryId: version >= 1 ? reader.uuid() : ZERO_UUID,
    voterDirectoryId: version >= 1 ? reader.uuid() : ZERO_UUID,
    lastOffsetEpoch: reader.int32(),
    lastOffset: reader.int64(),
    preVote: version >= 2 ? reader.boolean() : false,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int32(message.replicaEpoch);
  writer.int32(message.replicaId);
  if (version >= 1) {
    writer.uuid(message.replicaDirectoryId);
  }
  if (version >= 1) {
    writer.uuid(message.voterDirectoryId);
  }
  writer.int32(message.lastOffsetEpoch);
  writer.int64(message.lastOffset);
  if (version >= 2) {
    writer.boolean(message.preVote);
  }
  if (version < 2 && message.preVote) {
    throw unsupportedField('PartitionData.preVote', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 25);
  const elements: PartitionData[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionData(reader, version));
  return elements;
}

function writePartitionDataArray(
  writer: Writer,
  elements: readonly PartitionData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionData(writer, element, version);
}

