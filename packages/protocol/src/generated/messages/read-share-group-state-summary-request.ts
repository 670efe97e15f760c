// ReadShareGroupStateSummaryRequest: request of API 87; version 0 to 1, flexible from 0.
// Generated from schema/messages/read-share-group-state-summary-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ReadShareGroupStateSummaryRequest {
  groupId: string;
  topics: readonly ReadStateSummaryData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReadStateSummaryData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partition: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ReadShareGroupStateSummaryRequest: MessageCodec<ReadShareGroupStateSummaryRequest> = {
  name: 'ReadShareGroupStateSummaryRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readReadShareGroupStateSummaryRequest,
  write: writeReadShareGroupStateSummaryRequest,
  create: createReadShareGroupStateSummaryRequest,
};

function createReadShareGroupStateSummaryRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<ReadShareGroupStateSummaryRequest> = {}): ReadShareGroupStateSummaryRequest {
  const message: ReadShareGroupStateSummaryRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadShareGroupStateSummaryRequest(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryRequest {
  checkVersion('ReadShareGroupStateSummaryRequest', version, 0, 1);
  const message: ReadShareGroupStateSummaryRequest = {
    groupId: reader.string(true),
    topics: readReadStateSummaryDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadShareGroupStateSummaryRequest(
  writer: Writer,
  message: ReadShareGroupStateSummaryRequest,
  version: number,
): void {
  checkVersion('ReadShareGroupStateSummaryRequest', version, 0, 1);
  writer.string(message.groupId, true);
  writeReadStateSummaryDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createReadStateSummaryData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ReadStateSummaryData> = {}): ReadStateSummaryData {
  const message: ReadStateSummaryData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadStateSummaryData(reader: Reader, version: number): ReadStateSummaryData {
  const message: ReadStateSummaryData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadStateSummaryData(
  writer: Writer,
  message: ReadStateSummaryData,
  version: number,
): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReadStateSummaryDataArray(reader: Reader, version: number): ReadStateSummaryData[] {
  const length = reader.arrayLength(true, 18);
  const elements: ReadStateSummaryData[] = [];
  for (let i = 0; i < length; i++) elements.push(readReadStateSummaryData(reader, version));
  return elements;
}

function writeReadStateSummaryDataArray(
  writer: Writer,
  elements: readonly ReadStateSummaryData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReadStateSummaryData(writer, element, version);
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

