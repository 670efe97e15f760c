// FetchSnapshotRequest: request of API 59; version 0 to 1, flexible from 0.
// Generated from schema/messages/fetch-snapshot-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface FetchSnapshotRequest {
  /** tag 0, default null */
  clusterId: string | null;
  /** default -1 */
  replicaId: number;
  /** default 2147483647 */
  maxBytes: number;
  topics: readonly TopicSnapshot[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicSnapshot {
  name: string;
  partitions: readonly PartitionSnapshot[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionSnapshot {
  partition: number;
  currentLeaderEpoch: number;
  snapshotId: SnapshotId;
  position: number;
  /** version 1, tag 0 */
  replicaDirectoryId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface SnapshotId {
  endOffset: number;
  epoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FetchSnapshotRequest: MessageCodec<FetchSnapshotRequest> = {
  name: 'FetchSnapshotRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readFetchSnapshotRequest,
  write: writeFetchSnapshotRequest,
  create: createFetchSnapshotRequest,
};

function createFetchSnapshotRequest({
  clusterId = null,
  replicaId = -1,
  maxBytes = 2147483647,
  topics = [],
  unknownTaggedFields,
}: Partial<FetchSnapshotRequest> = {}): FetchSnapshotRequest {
  const message: FetchSnapshotRequest = { clusterId, replicaId, maxBytes, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchSnapshotRequest(reader: Reader, version: number): FetchSnapshotRequest {
  checkVersion('FetchSnapshotRequest', version, 0, 1);
  const message: FetchSnapshotRequest = {
    clusterId: null,
    replicaId: reader.int32(),
    maxBytes: reader.int32(),
    topics: readTopicSnapshotArray(reader, version),
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.clusterId = reader.nullableString(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFetchSnapshotRequest(
  writer: Writer,
  message: FetchSnapshotRequest,
  version: number,
): void {
  checkVersion('FetchSnapshotRequest', version, 0, 1);
  writer.int32(message.replicaId);
  writer.int32(message.maxBytes);
  writeTopicSnapshotArray(writer, message.topics, version);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasClusterId = message.clusterId !== null;
  if (hasClusterId) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasClusterId) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.nullableString(message.clusterId, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createTopicSnapshot({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicSnapshot> = {}): TopicSnapshot {
  const message: TopicSnapshot = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicSnapshot(reader: Reader, version: number): TopicSnapshot {
  const message: TopicSnapshot = {
    name: reader.string(true),
    partitions: readPartitionSnapshotArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicSnapshot(writer: Writer, message: TopicSnapshot, version: number): void {
  writer.string(message.name, true);
  writePartitionSnapshotArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicSnapshotArray(reader: Reader, version: number): TopicSnapshot[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicSnapshot[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicSnapshot(reader, version));
  return elements;
}

function writeTopicSnapshotArray(
  writer: Writer,
  elements: readonly TopicSnapshot[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicSnapshot(writer, element, version);
}

export function createPartitionSnapshot({
  partition = 0,
  currentLeaderEpoch = 0,
  snapshotId = createSnapshotId(),
  position = 0,
  replicaDirectoryId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<PartitionSnapshot> = {}): PartitionSnapshot {
  const message: PartitionSnapshot = {
    partition,
    currentLeaderEpoch,
    snapshotId,
    position,
    replicaDirectoryId,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionSnapshot(reader: Reader, version: number): PartitionSnapshot {
  const message: PartitionSnapshot = {
    partition: reader.int32(),
    currentLeaderEpoch: reader.int32(),
    snapshotId: readSnapshotId(reader, version),
    position: reader.int64(),
    replicaDirectoryId: ZERO_UUID,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0 && version >= 1) message.replicaDirectoryId = reader.uuid();
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionSnapshot(writer: Writer, message: PartitionSnapshot, version: number): void {
  writer.int32(message.partition);
  writer.int32(message.currentLeaderEpoch);
  writeSnapshotId(writer, message.snapshotId, version);
  writer.int64(message.position);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasReplicaDirectoryId = version >= 1 && message.replicaDirectoryId !== ZERO_UUID;
  if (hasReplicaDirectoryId) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasReplicaDirectoryId) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.uuid(message.replicaDirectoryId);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

function readPartitionSnapshotArray(reader: Reader, version: number): PartitionSnapshot[] {
  const length = reader.arrayLength(true, 30);
  const elements: PartitionSnapshot[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionSnapshot(reader, version));
  return elements;
}

function writePartitionSnapshotArray(
  writer: Writer,
  elements: readonly PartitionSnapshot[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionSnapshot(writer, element, version);
}

export function createSnapshotId({
  endOffset = 0,
  epoch = 0,
  unknownTaggedFields,
}: Partial<SnapshotId> = {}): SnapshotId {
  const message: SnapshotId = { endOffset, epoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSnapshotId(reader: Reader, version: number): SnapshotId {
  const message: SnapshotId = {
    endOffset: reader.int64(),
    epoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSnapshotId(writer: Writer, message: SnapshotId, version: number): void {
  writer.int64(message.endOffset);
  writer.int32(message.epoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

