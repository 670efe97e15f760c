// ListPartitionReassignmentsRequest: request of API 46; version 0, flexible from 0.
// Generated from schema/messages/list-partition-reassignments-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListPartitionReassignmentsRequest {
  /** default 60000 */
  timeoutMs: number;
  /** default null */
  topics: readonly ListPartitionReassignmentsTopics[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ListPartitionReassignmentsTopics {
  name: string;
  partitionIndexes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListPartitionReassignmentsRequest: MessageCodec<ListPartitionReassignmentsRequest> = {
  name: 'ListPartitionReassignmentsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readListPartitionReassignmentsRequest,
  write: writeListPartitionReassignmentsRequest,
  create: createListPartitionReassignmentsRequest,
};

function createListPartitionReassignmentsRequest({
  timeoutMs = 60000,
  topics = null,
  unknownTaggedFields,
}: Partial<ListPartitionReassignmentsRequest> = {}): ListPartitionReassignmentsRequest {
  const message: ListPartitionReassignmentsRequest = { timeoutMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListPartitionReassignmentsRequest(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsRequest {
  checkVersion('ListPartitionReassignmentsRequest', version, 0, 0);
  const message: ListPartitionReassignmentsRequest = {
    timeoutMs: reader.int32(),
    topics: readNullableListPartitionReassignmentsTopicsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListPartitionReassignmentsRequest(
  writer: Writer,
  message: ListPartitionReassignmentsRequest,
  version: number,
): void {
  checkVersion('ListPartitionReassignmentsRequest', version, 0, 0);
  writer.int32(message.timeoutMs);
  writeNullableListPartitionReassignmentsTopicsArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createListPartitionReassignmentsTopics({
  name = '',
  partitionIndexes = [],
  unknownTaggedFields,
}: Partial<ListPartitionReassignmentsTopics> = {}): ListPartitionReassignmentsTopics {
  const message: ListPartitionReassignmentsTopics = { name, partitionIndexes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListPartitionReassignmentsTopics(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsTopics {
  const message: ListPartitionReassignmentsTopics = {
    name: reader.string(true),
    partitionIndexes: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListPartitionReassignmentsTopics(
  writer: Writer,
  message: ListPartitionReassignmentsTopics,
  version: number,
): void {
  writer.string(message.name, true);
  writer.int32Array(message.partitionIndexes, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableListPartitionReassignmentsTopicsArray(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsTopics[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: ListPartitionReassignmentsTopics[] = [];
  for (let i = 0; i < length; i++) elements.push(readListPartitionReassignmentsTopics(reader, version));
  return elements;
}

function writeNullableListPartitionReassignmentsTopicsArray(
  writer: Writer,
  elements: readonly ListPartitionReassignmentsTopics[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeListPartitionReassignmentsTopics(writer, element, version);
}

