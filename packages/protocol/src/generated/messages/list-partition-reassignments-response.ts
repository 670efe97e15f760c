// ListPartitionReassignmentsResponse: response of API 46; version 0, flexible from 0.
// Generated from schema/messages/list-partition-reassignments-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListPartitionReassignmentsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  topics: readonly OngoingTopicReassignment[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OngoingTopicReassignment {
  name: string;
  partitions: readonly OngoingPartitionReassignment[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OngoingPartitionReassignment {
  partitionIndex: number;
  replicas: readonly number[];
  addingReplicas: readonly number[];
  removingReplicas: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListPartitionReassignmentsResponse: MessageCodec<ListPartitionReassignmentsResponse> = {
  name: 'ListPartitionReassignmentsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readListPartitionReassignmentsResponse,
  write: writeListPartitionReassignmentsResponse,
  create: createListPartitionReassignmentsResponse,
};

function createListPartitionReassignmentsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  topics = [],
  unknownTaggedFields,
}: Partial<ListPartitionReassignmentsResponse> = {}): ListPartitionReassignmentsResponse {
  const message: ListPartitionReassignmentsResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListPartitionReassignmentsResponse(
  reader: Reader,
  version: number,
): ListPartitionReassignmentsResponse {
  checkVersion('ListPartitionReassignmentsResponse', version, 0, 0);
  const message: ListPartitionReassignmentsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    topics: readOngoingTopicReassignmentArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListPartitionReassignmentsResponse(
  writer: Writer,
  message: ListPartitionReassignmentsResponse,
  version: number,
): void {
  checkVersion('ListPartitionReassignmentsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeOngoingTopicReassignmentArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createOngoingTopicReassignment({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<OngoingTopicReassignment> = {}): OngoingTopicReassignment {
  const message: OngoingTopicReassignment = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOngoingTopicReassignment(reader: Reader, version: number): OngoingTopicReassignment {
  const message: OngoingTopicReassignment = {
    name: reader.string(true),
    partitions: readOngoingPartitionReassignmentArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOngoingTopicReassignment(
  writer: Writer,
  message: OngoingTopicReassignment,
  version: number,
): void {
  writer.string(message.name, true);
  writeOngoingPartitionReassignmentArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readOngoingTopicReassignmentArray(
  reader: Reader,
  version: number,
): OngoingTopicReassignment[] {
  const length = reader.arrayLength(true, 3);
  const elements: OngoingTopicReassignment[] = [];
  for (let i = 0; i < length; i++) elements.push(readOngoingTopicReassignment(reader, version));
  return elements;
}

function writeOngoingTopicReassignmentArray(
  writer: Writer,
  elements: readonly OngoingTopicReassignment[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeOngoingTopicReassignment(writer, element, version);
}

export function createOngoingPartitionReassignment({
  partitionIndex = 0,
  replicas = [],
  addingReplicas = [],
  removingReplicas = [],
  unknownTaggedFields,
}: Partial<OngoingPartitionReassignment> = {}): OngoingPartitionReassignment {
  const message: OngoingPartitionReassignment = {
    partitionIndex,
    replicas,
    addingReplicas,
    removingReplicas,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOngoingPartitionReassignment(
  reader: Reader,
  version: number,
): OngoingPartitionReassignment {
  const message: OngoingPartitionReassignment = {
    partitionIndex: reader.int32(),
    replicas: reader.int32Array(true),
    addingReplicas: reader.int32Array(true),
    removingReplicas: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOngoingPartitionReassignment(
  writer: Writer,
  message: OngoingPartitionReassignment,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int32Array(message.replicas, true);
  writer.int32Array(message.addingReplicas, true);
  writer.int32Array(message.removingReplicas, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readOngoingPartitionReassignmentArray(
  reader: Reader,
  version: number,
): OngoingPartitionReassignment[] {
  const length = reader.arrayLength(true, 8);
  const elements: OngoingPartitionReassignment[] = [];
  for (let i = 0; i < length; i++) elements.push(readOngoingPartitionReassignment(reader, version));
  return elements;
}

function writeOngoingPartitionReassignmentArray(
  writer: Writer,
  elements: readonly OngoingPartitionReassignment[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeOngoingPartitionReassignment(writer, element, version);
}

