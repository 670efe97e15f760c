// AlterPartitionResponse: response of API 56; version 2 to 3, flexible from 0.
// Generated from schema/messages/alter-partition-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterPartitionResponse {
  throttleTimeMs: number;
  errorCode: number;
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
  leaderId: number;
  leaderEpoch: number;
  isr: readonly number[];
  /** default 0 */
  leaderRecoveryState: number;
  partitionEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterPartitionResponse: MessageCodec<AlterPartitionResponse> = {
  name: 'AlterPartitionResponse',
  versions: [2, 3],
  flexibleFrom: 0,
  read: readAlterPartitionResponse,
  write: writeAlterPartitionResponse,
  create: createAlterPartitionResponse,
};

function createAlterPartitionResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<AlterPartitionResponse> = {}): AlterPartitionResponse {
  const message: AlterPartitionResponse = { throttleTimeMs, errorCode, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterPartitionResponse(reader: Reader, version: number): AlterPartitionResponse {
  checkVersion('AlterPartitionResponse', version, 2, 3);
  const message: AlterPartitionResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    topics: readTopicDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterPartitionResponse(
  writer: Writer,
  message: AlterPartitionResponse,
  version: number,
): void {
  checkVersion('AlterPartitionResponse', version, 2, 3);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writeTopicDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
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
  leaderId = 0,
  leaderEpoch = 0,
  isr = [],
  leaderRecoveryState = 0,
  partitionEpoch = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    errorCode,
    leaderId,
    leaderEpoch,
    isr,
    leaderRecoveryState,
    partitionEpoch,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    isr: reader.int32Array(true),
    leaderRecoveryState: reader.int8(),
    partitionEpoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.int32Array(message.isr, true);
  writer.int8(message.leaderRecoveryState);
  writer.int32(message.partitionEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 21);
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

