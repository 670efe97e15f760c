// ListOffsetsResponse: response of API 2; version 1 to 11, flexible from 6.
// Generated from schema/messages/list-offsets-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListOffsetsResponse {
  /** version 2+ */
  throttleTimeMs: number;
  topics: readonly ListOffsetsTopicResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ListOffsetsTopicResponse {
  name: string;
  partitions: readonly ListOffsetsPartitionResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ListOffsetsPartitionResponse {
  partitionIndex: number;
  errorCode: number;
  /** default -1 */
  timestamp: number;
  /** default -1 */
  offset: number;
  /** version 4+, default -1 */
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListOffsetsResponse: MessageCodec<ListOffsetsResponse> = {
  name: 'ListOffsetsResponse',
  versions: [1, 11],
  flexibleFrom: 6,
  read: readListOffsetsResponse,
  write: writeListOffsetsResponse,
  create: createListOffsetsResponse,
};

function createListOffsetsResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<ListOffsetsResponse> = {}): ListOffsetsResponse {
  const message: ListOffsetsResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListOffsetsResponse(reader: Reader, version: number): ListOffsetsResponse {
  checkVersion('ListOffsetsResponse', version, 1, 11);
  const message: ListOffsetsResponse = {
    throttleTimeMs: version >= 2 ? reader.int32() : 0,
    topics: readListOffsetsTopicResponseArray(reader, version),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListOffsetsResponse(
  writer: Writer,
  message: ListOffsetsResponse,
  version: number,
): void {
  checkVersion('ListOffsetsResponse', version, 1, 11);
  if (version >= 2) {
    writer.int32(message.throttleTimeMs);
  }
  writeListOffsetsTopicResponseArray(writer, message.topics, version);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createListOffsetsTopicResponse({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<ListOffsetsTopicResponse> = {}): ListOffsetsTopicResponse {
  const message: ListOffsetsTopicResponse = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListOffsetsTopicResponse(reader: Reader, version: number): ListOffsetsTopicResponse {
  const flexible = version >= 6;
  const message: ListOffsetsTopicResponse = {
    name: reader.string(flexible),
    partitions: readListOffsetsPartitionResponseArray(reader, version),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListOffsetsTopicResponse(
  writer: Writer,
  message: ListOffsetsTopicResponse,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(message.name, flexible);
  writeListOffsetsPartitionResponseArray(writer, message.partitions, version);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readListOffsetsTopicResponseArray(
  reader: Reader,
  version: number,
): ListOffsetsTopicResponse[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 3);
  const elements: ListOffsetsTopicResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readListOffsetsTopicResponse(reader, version));
  return elements;
}

function writeListOffsetsTopicResponseArray(
  writer: Writer,
  elements: readonly ListOffsetsTopicResponse[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeListOffsetsTopicResponse(writer, element, version);
}

export function createListOffsetsPartitionResponse({
  partitionIndex = 0,
  errorCode = 0,
  timestamp = -1,
  offset = -1,
  leaderEpoch = -1,
  unknownTaggedFields,
}: Partial<ListOffsetsPartitionResponse> = {}): ListOffsetsPartitionResponse {
  const message: ListOffsetsPartitionResponse = {
    partitionIndex,
    errorCode,
    timestamp,
    offset,
    leaderEpoch,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListOffsetsPartitionResponse(
  reader: Reader,
  version: number,
): ListOffsetsPartitionResponse {
  const message: ListOffsetsPartitionResponse = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    timestamp: reader.int64(),
    offset: reader.int64(),
    leaderEpoch: version >= 4 ? reader.int32() : -1,
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListOffsetsPartitionResponse(
  writer: Writer,
  message: ListOffsetsPartitionResponse,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.int64(message.timestamp);
  writer.int64(message.offset);
  if (version >= 4) {
    writer.int32(message.leaderEpoch);
  }
  if (version < 4 && message.leaderEpoch !== -1) {
    throw unsupportedField('ListOffsetsPartitionResponse.leaderEpoch', version);
  }
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readListOffsetsPartitionResponseArray(
  reader: Reader,
  version: number,
): ListOffsetsPartitionResponse[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 22);
  const elements: ListOffsetsPartitionResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readListOffsetsPartitionResponse(reader, version));
  return elements;
}

function writeListOffsetsPartitionResponseArray(
  writer: Writer,
  elements: readonly ListOffsetsPartitionResponse[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeListOffsetsPartitionResponse(writer, element, version);
}

