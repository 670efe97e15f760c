// AlterReplicaLogDirsRequest: request of API 34; version 1 to 2, flexible from 2.
// Generated from schema/messages/alter-replica-log-dirs-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterReplicaLogDirsRequest {
  dirs: readonly AlterReplicaLogDir[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterReplicaLogDir {
  path: string;
  topics: readonly AlterReplicaLogDirTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterReplicaLogDirTopic {
  name: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterReplicaLogDirsRequest: MessageCodec<AlterReplicaLogDirsRequest> = {
  name: 'AlterReplicaLogDirsRequest',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readAlterReplicaLogDirsRequest,
  write: writeAlterReplicaLogDirsRequest,
  create: createAlterReplicaLogDirsRequest,
};

function createAlterReplicaLogDirsRequest({
  dirs = [],
  unknownTaggedFields,
}: Partial<AlterReplicaLogDirsRequest> = {}): AlterReplicaLogDirsRequest {
  const message: AlterReplicaLogDirsRequest = { dirs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterReplicaLogDirsRequest(
  reader: Reader,
  version: number,
): AlterReplicaLogDirsRequest {
  checkVersion('AlterReplicaLogDirsRequest', version, 1, 2);
  const message: AlterReplicaLogDirsRequest = {
    dirs: readAlterReplicaLogDirArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterReplicaLogDirsRequest(
  writer: Writer,
  message: AlterReplicaLogDirsRequest,
  version: number,
): void {
  checkVersion('AlterReplicaLogDirsRequest', version, 1, 2);
  writeAlterReplicaLogDirArray(writer, message.dirs, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAlterReplicaLogDir({
  path = '',
  topics = [],
  unknownTaggedFields,
}: Partial<AlterReplicaLogDir> = {}): AlterReplicaLogDir {
  const message: AlterReplicaLogDir = { path, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterReplicaLogDir(reader: Reader, version: number): AlterReplicaLogDir {
  const flexible = version >= 2;
  const message: AlterReplicaLogDir = {
    path: reader.string(flexible),
    topics: readAlterReplicaLogDirTopicArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterReplicaLogDir(
  writer: Writer,
  message: AlterReplicaLogDir,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.path, flexible);
  writeAlterReplicaLogDirTopicArray(writer, message.topics, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterReplicaLogDirArray(reader: Reader, version: number): AlterReplicaLogDir[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: AlterReplicaLogDir[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterReplicaLogDir(reader, version));
  return elements;
}

function writeAlterReplicaLogDirArray(
  writer: Writer,
  elements: readonly AlterReplicaLogDir[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterReplicaLogDir(writer, element, version);
}

export function createAlterReplicaLogDirTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<AlterReplicaLogDirTopic> = {}): AlterReplicaLogDirTopic {
  const message: AlterReplicaLogDirTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterReplicaLogDirTopic(reader: Reader, version: number): AlterReplicaLogDirTopic {
  const flexible = version >= 2;
  const message: AlterReplicaLogDirTopic = {
    name: reader.string(flexible),
    partitions: reader.int32Array(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterReplicaLogDirTopic(
  writer: Writer,
  message: AlterReplicaLogDirTopic,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writer.int32Array(message.partitions, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterReplicaLogDirTopicArray(
  reader: Reader,
  version: number,
): AlterReplicaLogDirTopic[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: AlterReplicaLogDirTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterReplicaLogDirTopic(reader, version));
  return elements;
}

function writeAlterReplicaLogDirTopicArray(
  writer: Writer,
  elements: readonly AlterReplicaLogDirTopic[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterReplicaLogDirTopic(writer, element, version);
}

