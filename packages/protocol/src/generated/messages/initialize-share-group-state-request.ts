// InitializeShareGroupStateRequest: request of API 83; version 0, flexible from 0.
// Generated from schema/messages/initialize-share-group-state-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface InitializeShareGroupStateRequest {
  groupId: string;
  topics: readonly InitializeStateData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface InitializeStateData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partition: number;
  stateEpoch: number;
  startOffset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const InitializeShareGroupStateRequest: MessageCodec<InitializeShareGroupStateRequest> = {
  name: 'InitializeShareGroupStateRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readInitializeShareGroupStateRequest,
  write: writeInitializeShareGroupStateRequest,
  create: createInitializeShareGroupStateRequest,
};

function createInitializeShareGroupStateRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<InitializeShareGroupStateRequest> = {}): InitializeShareGroupStateRequest {
  const message: InitializeShareGroupStateRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readInitializeShareGroupStateRequest(
  reader: Reader,
  version: number,
): InitializeShareGroupStateRequest {
  checkVersion('InitializeShareGroupStateRequest', version, 0, 0);
  const message: InitializeShareGroupStateRequest = {
    groupId: reader.string(true),
    topics: readInitializeStateDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeInitializeShareGroupStateRequest(
  writer: Writer,
  message: InitializeShareGroupStateRequest,
  version: number,
): void {
  checkVersion('InitializeShareGroupStateRequest', version, 0, 0);
  writer.string(message.groupId, true);
  writeInitializeStateDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createInitializeStateData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<InitializeStateData> = {}): InitializeStateData {
  const message: InitializeStateData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readInitializeStateData(reader: Reader, version: number): InitializeStateData {
  const message: InitializeStateData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeInitializeStateData(
  writer: Writer,
  message: InitializeStateData,
  version: number,
): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readInitializeStateDataArray(reader: Reader, version: number): InitializeStateData[] {
  const length = reader.arrayLength(true, 18);
  const elements: InitializeStateData[] = [];
  for (let i = 0; i < length; i++) elements.push(readInitializeStateData(reader, version));
  return elements;
}

function writeInitializeStateDataArray(
  writer: Writer,
  elements: readonly InitializeStateData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeInitializeStateData(writer, element, version);
}

export function createPartitionData({
  partition = 0,
  stateEpoch = 0,
  startOffset = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partition, stateEpoch, startOffset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partition: reader.int32(),
    stateEpoch: reader.int32(),
    startOffset: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partition);
  writer.int32(message.stateEpoch);
  writer.int64(message.startOffset);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 17);
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

