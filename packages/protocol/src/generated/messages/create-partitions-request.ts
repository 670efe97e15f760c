// CreatePartitionsRequest: request of API 37; version 0 to 3, flexible from 2.
// Generated from schema/messages/create-partitions-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreatePartitionsRequest {
  topics: readonly CreatePartitionsTopic[];
  timeoutMs: number;
  validateOnly: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatePartitionsTopic {
  name: string;
  count: number;
  assignments: readonly CreatePartitionsAssignment[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatePartitionsAssignment {
  brokerIds: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreatePartitionsRequest: MessageCodec<CreatePartitionsRequest> = {
  name: 'CreatePartitionsRequest',
  versions: [0, 3],
  flexibleFrom: 2,
  read: readCreatePartitionsRequest,
  write: writeCreatePartitionsRequest,
  create: createCreatePartitionsRequest,
};

function createCreatePartitionsRequest({
  topics = [],
  timeoutMs = 0,
  validateOnly = false,
  unknownTaggedFields,
}: Partial<CreatePartitionsRequest> = {}): CreatePartitionsRequest {
  const message: CreatePartitionsRequest = { topics, timeoutMs, validateOnly };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatePartitionsRequest(reader: Reader, version: number): CreatePartitionsRequest {
  checkVersion('CreatePartitionsRequest', version, 0, 3);
  const message: CreatePartitionsRequest = {
    topics: readCreatePartitionsTopicArray(reader, version),
    timeoutMs: reader.int32(),
    validateOnly: reader.boolean(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatePartitionsRequest(
  writer: Writer,
  message: CreatePartitionsRequest,
  version: number,
): void {
  checkVersion('CreatePartitionsRequest', version, 0, 3);
  writeCreatePartitionsTopicArray(writer, message.topics, version);
  writer.int32(message.timeoutMs);
  writer.boolean(message.validateOnly);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createCreatePartitionsTopic({
  name = '',
  count = 0,
  assignments = [],
  unknownTaggedFields,
}: Partial<CreatePartitionsTopic> = {}): CreatePartitionsTopic {
  const message: CreatePartitionsTopic = { name, count, assignments };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatePartitionsTopic(reader: Reader, version: number): CreatePartitionsTopic {
  const flexible = version >= 2;
  const message: CreatePartitionsTopic = {
    name: reader.string(flexible),
    count: reader.int32(),
    assignments: readNullableCreatePartitionsAssignmentArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatePartitionsTopic(
  writer: Writer,
  message: CreatePartitionsTopic,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writer.int32(message.count);
  writeNullableCreatePartitionsAssignmentArray(writer, message.assignments, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readCreatePartitionsTopicArray(reader: Reader, version: number): CreatePartitionsTopic[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 7);
  const elements: CreatePartitionsTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatePartitionsTopic(reader, version));
  return elements;
}

function writeCreatePartitionsTopicArray(
  writer: Writer,
  elements: readonly CreatePartitionsTopic[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatePartitionsTopic(writer, element, version);
}

export function createCreatePartitionsAssignment({
  brokerIds = [],
  unknownTaggedFields,
}: Partial<CreatePartitionsAssignment> = {}): CreatePartitionsAssignment {
  const message: CreatePartitionsAssignment = { brokerIds };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatePartitionsAssignment(
  reader: Reader,
  version: number,
): CreatePartitionsAssignment {
  const flexible = version >= 2;
  const message: CreatePartitionsAssignment = {
    brokerIds: reader.int32Array(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatePartitionsAssignment(
  writer: Writer,
  message: CreatePartitionsAssignment,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int32Array(message.brokerIds, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullableCreatePartitionsAssignmentArray(
  reader: Reader,
  version: number,
): CreatePartitionsAssignment[] | null {
  const flexible = version >= 2;
  const length = reader.nullableArrayLength(flexible, 2);
  if (length < 0) return null;
  const elements: CreatePartitionsAssignment[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatePartitionsAssignment(reader, version));
  return elements;
}

function writeNullableCreatePartitionsAssignmentArray(
  writer: Writer,
  elements: readonly CreatePartitionsAssignment[] | null,
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeCreatePartitionsAssignment(writer, element, version);
}

