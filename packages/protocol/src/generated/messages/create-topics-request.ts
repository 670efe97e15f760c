// CreateTopicsRequest: request of API 19; version 2 to 7, flexible from 5.
// Generated from schema/messages/create-topics-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreateTopicsRequest {
  topics: readonly CreatableTopic[];
  /** default 60000 */
  timeoutMs: number;
  /** default false */
  validateOnly: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatableTopic {
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: readonly CreatableReplicaAssignment[];
  configs: readonly CreatableTopicConfig[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatableReplicaAssignment {
  partitionIndex: number;
  brokerIds: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatableTopicConfig {
  name: string;
  value: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreateTopicsRequest: MessageCodec<CreateTopicsRequest> = {
  name: 'CreateTopicsRequest',
  versions: [2, 7],
  flexibleFrom: 5,
  read: readCreateTopicsRequest,
  write: writeCreateTopicsRequest,
  create: createCreateTopicsRequest,
};

function createCreateTopicsRequest({
  topics = [],
  timeoutMs = 60000,
  validateOnly = false,
  unknownTaggedFields,
}: Partial<CreateTopicsRequest> = {}): CreateTopicsRequest {
  const message: CreateTopicsRequest = { topics, timeoutMs, validateOnly };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreateTopicsRequest(reader: Reader, version: number): CreateTopicsRequest {
  checkVersion('CreateTopicsRequest', version, 2, 7);
  const message: CreateTopicsRequest = {
    topics: readCreatableTopicArray(reader, version),
    timeoutMs: reader.int32(),
    validateOnly: reader.boolean(),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreateTopicsRequest(
  writer: Writer,
  message: CreateTopicsRequest,
  version: number,
): void {
  checkVersion('CreateTopicsRequest', version, 2, 7);
  writeCreatableTopicArray(writer, message.topics, version);
  writer.int32(message.timeoutMs);
  writer.boolean(message.validateOnly);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createCreatableTopic({
  name = '',
  numPartitions = 0,
  replicationFactor = 0,
  assignments = [],
  configs = [],
  unknownTaggedFields,
}: Partial<CreatableTopic> = {}): CreatableTopic {
  const message: CreatableTopic = { name, numPartitions, replicationFactor, assignments, configs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatableTopic(reader: Reader, version: number): CreatableTopic {
  const flexible = version >= 5;
  const message: CreatableTopic = {
    name: reader.string(flexible),
    numPartitions: reader.int32(),
    replicationFactor: reader.int16(),
    assignments: readCreatableReplicaAssignmentArray(reader, version),
    configs: readCreatableTopicConfigArray(reader, version),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatableTopic(writer: Writer, message: CreatableTopic, version: number): void {
  const flexible = version >= 5;
  writer.string(message.name, flexible);
  writer.int32(message.numPartitions);
  writer.int16(message.replicationFactor);
  writeCreatableReplicaAssignmentArray(writer, message.assignments, version);
  writeCreatableTopicConfigArray(writer, message.configs, version);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readCreatableTopicArray(reader: Reader, version: number): CreatableTopic[] {
  const flexible = version >= 5;
  const length = reader.arrayLength(flexible, 10);
  const elements: CreatableTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatableTopic(reader, version));
  return elements;
}

function writeCreatableTopicArray(
  writer: Writer,
  elements: readonly CreatableTopic[],
  version: number,
): void {
  const flexible = version >= 5;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatableTopic(writer, element, version);
}

export function createCreatableReplicaAssignment({
  partitionIndex = 0,
  brokerIds = [],
  unknownTaggedFields,
}: Partial<CreatableReplicaAssignment> = {}): CreatableReplicaAssignment {
  const message: CreatableReplicaAssignment = { partitionIndex, brokerIds };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatableReplicaAssignment(
  reader: Reader,
  version: number,
): CreatableReplicaAssignment {
  const flexible = version >= 5;
  const message: CreatableReplicaAssignment = {
    partitionIndex: reader.int32(),
    brokerIds: reader.int32Array(flexible),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatableReplicaAssignment(
  writer: Writer,
  message: CreatableReplicaAssignment,
  version: number,
): void {
  const flexible = version >= 5;
  writer.int32(message.partitionIndex);
  writer.int32Array(message.brokerIds, flexible);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readCreatableReplicaAssignmentArray(
  reader: Reader,
  version: number,
): CreatableReplicaAssignment[] {
  const flexible = version >= 5;
  const length = reader.arrayLength(flexible, 6);
  const elements: CreatableReplicaAssignment[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatableReplicaAssignment(reader, version));
  return elements;
}

function writeCreatableReplicaAssignmentArray(
  writer: Writer,
  elements: readonly CreatableReplicaAssignment[],
  version: number,
): void {
  const flexible = version >= 5;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatableReplicaAssignment(writer, element, version);
}

export function createCreatableTopicConfig({
  name = '',
  value = '',
  unknownTaggedFields,
}: Partial<CreatableTopicConfig> = {}): CreatableTopicConfig {
  const message: CreatableTopicConfig = { name, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatableTopicConfig(reader: Reader, version: number): CreatableTopicConfig {
  const flexible = version >= 5;
  const message: CreatableTopicConfig = {
    name: reader.string(flexible),
    value: reader.nullableString(flexible),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatableTopicConfig(
  writer: Writer,
  message: CreatableTopicConfig,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(message.name, flexible);
  writer.nullableString(message.value, flexible);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readCreatableTopicConfigArray(reader: Reader, version: number): CreatableTopicConfig[] {
  const flexible = version >= 5;
  const length = reader.arrayLength(flexible, 3);
  const elements: CreatableTopicConfig[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatableTopicConfig(reader, version));
  return elements;
}

function writeCreatableTopicConfigArray(
  writer: Writer,
  elements: readonly CreatableTopicConfig[],
  version: number,
): void {
  const flexible = version >= 5;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatableTopicConfig(writer, element, version);
}

