// DescribeQuorumRequest: request of API 55; version 0 to 2, flexible from 0.
// Generated from schema/messages/describe-quorum-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeQuorumRequest {
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
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeQuorumRequest: MessageCodec<DescribeQuorumRequest> = {
  name: 'DescribeQuorumRequest',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readDescribeQuorumRequest,
  write: writeDescribeQuorumRequest,
  create: createDescribeQuorumRequest,
};

function createDescribeQuorumRequest({
  topics = [],
  unknownTaggedFields,
}: Partial<DescribeQuorumRequest> = {}): DescribeQuorumRequest {
  const message: DescribeQuorumRequest = { topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeQuorumRequest(reader: Reader, version: number): DescribeQuorumRequest {
  checkVersion('DescribeQuorumRequest', version, 0, 2);
  const message: DescribeQuorumRequest = {
    topics: readTopicDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeQuorumRequest(
  writer: Writer,
  message: DescribeQuorumRequest,
  version: number,
): void {
  checkVersion('DescribeQuorumRequest', version, 0, 2);
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
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partitionIndex };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 5);
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

