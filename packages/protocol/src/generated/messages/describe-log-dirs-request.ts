// DescribeLogDirsRequest: request of API 35; version 1 to 5, flexible from 2.
// Generated from schema/messages/describe-log-dirs-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeLogDirsRequest {
  topics: readonly DescribableLogDirTopic[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribableLogDirTopic {
  topic: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeLogDirsRequest: MessageCodec<DescribeLogDirsRequest> = {
  name: 'DescribeLogDirsRequest',
  versions: [1, 5],
  flexibleFrom: 2,
  read: readDescribeLogDirsRequest,
  write: writeDescribeLogDirsRequest,
  create: createDescribeLogDirsRequest,
};

function createDescribeLogDirsRequest({
  topics = [],
  unknownTaggedFields,
}: Partial<DescribeLogDirsRequest> = {}): DescribeLogDirsRequest {
  const message: DescribeLogDirsRequest = { topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeLogDirsRequest(reader: Reader, version: number): DescribeLogDirsRequest {
  checkVersion('DescribeLogDirsRequest', version, 1, 5);
  const message: DescribeLogDirsRequest = {
    topics: readNullableDescribableLogDirTopicArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeLogDirsRequest(
  writer: Writer,
  message: DescribeLogDirsRequest,
  version: number,
): void {
  checkVersion('DescribeLogDirsRequest', version, 1, 5);
  writeNullableDescribableLogDirTopicArray(writer, message.topics, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribableLogDirTopic({
  topic = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<DescribableLogDirTopic> = {}): DescribableLogDirTopic {
  const message: DescribableLogDirTopic = { topic, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribableLogDirTopic(reader: Reader, version: number): DescribableLogDirTopic {
  const flexible = version >= 2;
  const message: DescribableLogDirTopic = {
    topic: reader.string(flexible),
    partitions: reader.int32Array(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribableLogDirTopic(
  writer: Writer,
  message: DescribableLogDirTopic,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.topic, flexible);
  writer.int32Array(message.partitions, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullableDescribableLogDirTopicArray(
  reader: Reader,
  version: number,
): DescribableLogDirTopic[] | null {
  const flexible = version >= 2;
  const length = reader.nullableArrayLength(flexible, 3);
  if (length < 0) return null;
  const elements: DescribableLogDirTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribableLogDirTopic(reader, version));
  return elements;
}

function writeNullableDescribableLogDirTopicArray(
  writer: Writer,
  elements: readonly DescribableLogDirTopic[] | null,
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeDescribableLogDirTopic(writer, element, version);
}

