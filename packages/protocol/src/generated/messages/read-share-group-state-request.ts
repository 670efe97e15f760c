// ReadShareGroupStateRequest: request of API 84; version 0, flexible from 0.
// Generated from schema/messages/read-share-group-state-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ReadShareGroupStateRequest {
  groupId: string;
  topics: readonly ReadStateData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReadStateData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partition: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ReadShareGroupStateRequest: MessageCodec<ReadShareGroupStateRequest> = {
  name: 'ReadShareGroupStateRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readReadShareGroupStateRequest,
  write: writeReadShareGroupStateRequest,
  create: createReadShareGroupStateRequest,
};

function createReadShareGroupStateRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<ReadShareGroupStateRequest> = {}): ReadShareGroupStateRequest {
  const message: ReadShareGroupStateRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadShareGroupStateRequest(
  reader: Reader,
  version: number,
): ReadShareGroupStateRequest {
  checkVersion('ReadShareGroupStateRequest', version, 0, 0);
  const message: ReadShareGroupStateRequest = {
    groupId: reader.string(true),
    topics: readReadStateDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadShareGroupStateRequest(
  writer: Writer,
  message: ReadShareGroupStateRequest,
  version: number,
): void {
  checkVersion('ReadShareGroupStateRequest', version, 0, 0);
  writer.string(message.groupId, true);
  writeReadStateDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createReadStateData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ReadStateData> = {}): ReadStateData {
  const message: ReadStateData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadStateData(reader: Reader, version: number): ReadStateData {
  const message: ReadStateData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadStateData(writer: Writer, message: ReadStateData, version: number): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReadStateDataArray(reader: Reader, version: number): ReadStateData[] {
  const length = reader.arrayLength(true, 18);
  const elements: ReadStateData[] = [];
  for (let i = 0; i < length; i++) elements.push(readReadStateData(reader, version));
  return elements;
}

function writeReadStateDataArray(
  writer: Writer,
  elements: readonly ReadStateData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReadStateData(writer, element, version);
}

export function createPartitionData({
  partition = 0,
  leaderEpoch = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partition, leaderEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partition: reader.int32(),
    leaderEpoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partition);
  writer.int32(message.leaderEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 9);
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

