// AssignReplicasToDirsResponse: response of API 73; version 0, flexible from 0.
// Generated from schema/messages/assign-replicas-to-dirs-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AssignReplicasToDirsResponse {
  throttleTimeMs: number;
  errorCode: number;
  directories: readonly DirectoryData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DirectoryData {
  id: string;
  topics: readonly TopicData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AssignReplicasToDirsResponse: MessageCodec<AssignReplicasToDirsResponse> = {
  name: 'AssignReplicasToDirsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAssignReplicasToDirsResponse,
  write: writeAssignReplicasToDirsResponse,
  create: createAssignReplicasToDirsResponse,
};

function createAssignReplicasToDirsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  directories = [],
  unknownTaggedFields,
}: Partial<AssignReplicasToDirsResponse> = {}): AssignReplicasToDirsResponse {
  const message: AssignReplicasToDirsResponse = { throttleTimeMs, errorCode, directories };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAssignReplicasToDirsResponse(
  reader: Reader,
  version: number,
): AssignReplicasToDirsResponse {
  checkVersion('AssignReplicasToDirsResponse', version, 0, 0);
  const message: AssignReplicasToDirsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    directories: readDirectoryDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAssignReplicasToDirsResponse(
  writer: Writer,
  message: AssignReplicasToDirsResponse,
  version: number,
): void {
  checkVersion('AssignReplicasToDirsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writeDirectoryDataArray(writer, message.directories, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDirectoryData({
  id = ZERO_UUID,
  topics = [],
  unknownTaggedFields,
}: Partial<DirectoryData> = {}): DirectoryData {
  const message: DirectoryData = { id, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDirectoryData(reader: Reader, version: number): DirectoryData {
  const message: DirectoryData = {
    id: reader.uuid(),
    topics: readTopicDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDirectoryData(writer: Writer, message: DirectoryData, version: number): void {
  writer.uuid(message.id);
  writeTopicDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDirectoryDataArray(reader: Reader, version: number): DirectoryData[] {
  const length = reader.arrayLength(true, 18);
  const elements: DirectoryData[] = [];
  for (let i = 0; i < length; i++) elements.push(readDirectoryData(reader, version));
  return elements;
}

function writeDirectoryDataArray(
  writer: Writer,
  elements: readonly DirectoryData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDirectoryData(writer, element, version);
}

export function createTopicData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicData> = {}): TopicData {
  const message: TopicData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicData(reader: Reader, version: number): TopicData {
  const message: TopicData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicData(writer: Writer, message: TopicData, version: number): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicDataArray(reader: Reader, version: number): TopicData[] {
  const length = reader.arrayLength(true, 18);
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
  errorCode = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partitionIndex, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 7);
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

