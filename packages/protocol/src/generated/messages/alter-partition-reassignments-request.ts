// AlterPartitionReassignmentsRequest: request of API 45; version 0 to 1, flexible from 0.
// Generated from schema/messages/alter-partition-reassignments-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterPartitionReassignmentsRequest {
  /** default 60000 */
  timeoutMs: number;
  /** version 1, default true */
  allowReplicationFactorChange: boolean;
  topics: readonly ReassignableTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReassignableTopic {
  name: string;
  partitions: readonly ReassignablePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReassignablePartition {
  partitionIndex: number;
  /** default null */
  replicas: readonly number[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterPartitionReassignmentsRequest: MessageCodec<AlterPartitionReassignmentsRequest> = {
  name: 'AlterPartitionReassignmentsRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readAlterPartitionReassignmentsRequest,
  write: writeAlterPartitionReassignmentsRequest,
  create: createAlterPartitionReassignmentsRequest,
};

function createAlterPartitionReassignmentsRequest({
  timeoutMs = 60000,
  allowReplicationFactorChange = true,
  topics = [],
  unknownTaggedFields,
}: Partial<AlterPartitionReassignmentsRequest> = {}): AlterPartitionReassignmentsRequest {
  const message: AlterPartitionReassignmentsRequest = {
    timeoutMs,
    allowReplicationFactorChange,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterPartitionReassignmentsRequest(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsRequest {
  checkVersion('AlterPartitionReassignmentsRequest', version, 0, 1);
  const message: AlterPartitionReassignmentsRequest = {
    timeoutMs: reader.int32(),
    allowReplicationFactorChange: version >= 1 ? reader.boolean() : true,
    topics: readReassignableTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterPartitionReassignmentsRequest(
  writer: Writer,
  message: AlterPartitionReassignmentsRequest,
  version: number,
): void {
  checkVersion('AlterPartitionReassignmentsRequest', version, 0, 1);
  writer.int32(message.timeoutMs);
  if (version >= 1) {
    writer.boolean(message.allowReplicationFactorChange);
  }
  if (version < 1 && !message.allowReplicationFactorChange) {
    throw unsupportedField('AlterPartitionReassignmentsRequest.allowReplicationFactorChange', version);
  }
  writeReassignableTopicArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createReassignableTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<ReassignableTopic> = {}): ReassignableTopic {
  const message: ReassignableTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReassignableTopic(reader: Reader, version: number): ReassignableTopic {
  const message: ReassignableTopic = {
    name: reader.string(true),
    partitions: readReassignablePartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReassignableTopic(writer: Writer, message: ReassignableTopic, version: number): void {
  writer.string(message.name, true);
  writeReassignablePartitionArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReassignableTopicArray(reader: Reader, version: number): ReassignableTopic[] {
  const length = reader.arrayLength(true, 3);
  const elements: ReassignableTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readReassignableTopic(reader, version));
  return elements;
}

function writeReassignableTopicArray(
  writer: Writer,
  elements: readonly ReassignableTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReassignableTopic(writer, element, version);
}

export function createReassignablePartition({
  partitionIndex = 0,
  replicas = null,
  unknownTaggedFields,
}: Partial<ReassignablePartition> = {}): ReassignablePartition {
  const message: ReassignablePartition = { partitionIndex, replicas };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReassignablePartition(reader: Reader, version: number): ReassignablePartition {
  const message: ReassignablePartition = {
    partitionIndex: reader.int32(),
    replicas: reader.nullableInt32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReassignablePartition(
  writer: Writer,
  message: ReassignablePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.nullableInt32Array(message.replicas, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReassignablePartitionArray(reader: Reader, version: number): ReassignablePartition[] {
  const length = reader.arrayLength(true, 6);
  const elements: ReassignablePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readReassignablePartition(reader, version));
  return elements;
}

function writeReassignablePartitionArray(
  writer: Writer,
  elements: readonly ReassignablePartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReassignablePartition(writer, element, version);
}

