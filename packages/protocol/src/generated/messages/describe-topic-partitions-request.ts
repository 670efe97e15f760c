// DescribeTopicPartitionsRequest: request of API 75; version 0, flexible from 0.
// Generated from schema/messages/describe-topic-partitions-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeTopicPartitionsRequest {
  topics: readonly TopicRequest[];
  /** default 2000 */
  responsePartitionLimit: number;
  /** default null */
  cursor: Cursor | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicRequest {
  name: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Cursor {
  topicName: string;
  partitionIndex: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeTopicPartitionsRequest: MessageCodec<DescribeTopicPartitionsRequest> = {
  name: 'DescribeTopicPartitionsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeTopicPartitionsRequest,
  write: writeDescribeTopicPartitionsRequest,
  create: createDescribeTopicPartitionsRequest,
};

function createDescribeTopicPartitionsRequest({
  topics = [],
  responsePartitionLimit = 2000,
  cursor = null,
  unknownTaggedFields,
}: Partial<DescribeTopicPartitionsRequest> = {}): DescribeTopicPartitionsRequest {
  const message: DescribeTopicPartitionsRequest = { topics, responsePartitionLimit, cursor };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeTopicPartitionsRequest(
  reader: Reader,
  version: number,
): DescribeTopicPartitionsRequest {
  checkVersion('DescribeTopicPartitionsRequest', version, 0, 0);
  const message: DescribeTopicPartitionsRequest = {
    topics: readTopicRequestArray(reader, version),
    responsePartitionLimit: reader.int32(),
    cursor: reader.int8() < 0 ? null : readCursor(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeTopicPartitionsRequest(
  writer: Writer,
  message: DescribeTopicPartitionsRequest,
  version: number,
): void {
  checkVersion('DescribeTopicPartitionsRequest', version, 0, 0);
  writeTopicRequestArray(writer, message.topics, version);
  writer.int32(message.responsePartitionLimit);
  writer.int8(message.cursor === null ? -1 : 1);
  if (message.cursor !== null) writeCursor(writer, message.cursor, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicRequest({
  name = '',
  unknownTaggedFields,
}: Partial<TopicRequest> = {}): TopicRequest {
  const message: TopicRequest = { name };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicRequest(reader: Reader, version: number): TopicRequest {
  const message: TopicRequest = {
    name: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicRequest(writer: Writer, message: TopicRequest, version: number): void {
  writer.string(message.name, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicRequestArray(reader: Reader, version: number): TopicRequest[] {
  const length = reader.arrayLength(true, 2);
  const elements: TopicRequest[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicRequest(reader, version));
  return elements;
}

function writeTopicRequestArray(
  writer: Writer,
  elements: readonly TopicRequest[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicRequest(writer, element, version);
}

export function createCursor({
  topicName = '',
  partitionIndex = 0,
  unknownTaggedFields,
}: Partial<Cursor> = {}): Cursor {
  const message: Cursor = { topicName, partitionIndex };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCursor(reader: Reader, version: number): Cursor {
  const message: Cursor = {
    topicName: reader.string(true),
    partitionIndex: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCursor(writer: Writer, message: Cursor, version: number): void {
  writer.string(message.topicName, true);
  writer.int32(message.partitionIndex);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

