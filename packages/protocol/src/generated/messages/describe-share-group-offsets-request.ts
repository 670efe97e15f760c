// DescribeShareGroupOffsetsRequest: request of API 90; version 0 to 1, flexible from 0.
// Generated from schema/messages/describe-share-group-offsets-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeShareGroupOffsetsRequest {
  groups: readonly DescribeShareGroupOffsetsRequestGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeShareGroupOffsetsRequestGroup {
  groupId: string;
  topics: readonly DescribeShareGroupOffsetsRequestTopic[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeShareGroupOffsetsRequestTopic {
  topicName: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeShareGroupOffsetsRequest: MessageCodec<DescribeShareGroupOffsetsRequest> = {
  name: 'DescribeShareGroupOffsetsRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readDescribeShareGroupOffsetsRequest,
  write: writeDescribeShareGroupOffsetsRequest,
  create: createDescribeShareGroupOffsetsRequest,
};

function createDescribeShareGroupOffsetsRequest({
  groups = [],
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsRequest> = {}): DescribeShareGroupOffsetsRequest {
  const message: DescribeShareGroupOffsetsRequest = { groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequest {
  checkVersion('DescribeShareGroupOffsetsRequest', version, 0, 1);
  const message: DescribeShareGroupOffsetsRequest = {
    groups: readDescribeShareGroupOffsetsRequestGroupArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsRequest(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequest,
  version: number,
): void {
  checkVersion('DescribeShareGroupOffsetsRequest', version, 0, 1);
  writeDescribeShareGroupOffsetsRequestGroupArray(writer, message.groups, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribeShareGroupOffsetsRequestGroup({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsRequestGroup> = {}): DescribeShareGroupOffsetsRequestGroup {
  const message: DescribeShareGroupOffsetsRequestGroup = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsRequestGroup(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequestGroup {
  const message: DescribeShareGroupOffsetsRequestGroup = {
    groupId: reader.string(true),
    topics: readNullableDescribeShareGroupOffsetsRequestTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsRequestGroup(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestGroup,
  version: number,
): void {
  writer.string(message.groupId, true);
  writeNullableDescribeShareGroupOffsetsRequestTopicArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeShareGroupOffsetsRequestGroupArray(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequestGroup[] {
  const length = reader.arrayLength(true, 3);
  const elements: DescribeShareGroupOffsetsRequestGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeShareGroupOffsetsRequestGroup(reader, version));
  return elements;
}

function writeDescribeShareGroupOffsetsRequestGroupArray(
  writer: Writer,
  elements: readonly DescribeShareGroupOffsetsRequestGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeShareGroupOffsetsRequestGroup(writer, element, version);
}

export function createDescribeShareGroupOffsetsRequestTopic({
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<DescribeShareGroupOffsetsRequestTopic> = {}): DescribeShareGroupOffsetsRequestTopic {
  const message: DescribeShareGroupOffsetsRequestTopic = { topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeShareGroupOffsetsRequestTopic(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequestTopic {
  const message: DescribeShareGroupOffsetsRequestTopic = {
    topicName: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: DescribeShareGroupOffsetsRequestTopic,
  version: number,
): void {
  writer.string(message.topicName, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableDescribeShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
): DescribeShareGroupOffsetsRequestTopic[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: DescribeShareGroupOffsetsRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeShareGroupOffsetsRequestTopic(reader, version));
  return elements;
}

function writeNullableDescribeShareGroupOffsetsRequestTopicArray(
  writer: Writer,
  elements: readonly DescribeShareGroupOffsetsRequestTopic[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeDescribeShareGroupOffsetsRequestTopic(writer, element, version);
}

