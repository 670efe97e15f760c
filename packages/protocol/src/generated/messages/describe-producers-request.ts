// DescribeProducersRequest: request of API 61; version 0, flexible from 0.
// Generated from schema/messages/describe-producers-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeProducersRequest {
  topics: readonly TopicRequest[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicRequest {
  name: string;
  partitionIndexes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeProducersRequest: MessageCodec<DescribeProducersRequest> = {
  name: 'DescribeProducersRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeProducersRequest,
  write: writeDescribeProducersRequest,
  create: createDescribeProducersRequest,
};

function createDescribeProducersRequest({
  topics = [],
  unknownTaggedFields,
}: Partial<DescribeProducersRequest> = {}): DescribeProducersRequest {
  const message: DescribeProducersRequest = { topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeProducersRequest(reader: Reader, version: number): DescribeProducersRequest {
  checkVersion('DescribeProducersRequest', version, 0, 0);
  const message: DescribeProducersRequest = {
    topics: readTopicRequestArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeProducersRequest(
  writer: Writer,
  message: DescribeProducersRequest,
  version: number,
): void {
  checkVersion('DescribeProducersRequest', version, 0, 0);
  writeTopicRequestArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicRequest({
  name = '',
  partitionIndexes = [],
  unknownTaggedFields,
}: Partial<TopicRequest> = {}): TopicRequest {
  const message: TopicRequest = { name, partitionIndexes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicRequest(reader: Reader, version: number): TopicRequest {
  const message: TopicRequest = {
    name: reader.string(true),
    partitionIndexes: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicRequest(writer: Writer, message: TopicRequest, version: number): void {
  writer.string(message.name, true);
  writer.int32Array(message.partitionIndexes, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicRequestArray(reader: Reader, version: number): TopicRequest[] {
  const length = reader.arrayLength(true, 3);
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

