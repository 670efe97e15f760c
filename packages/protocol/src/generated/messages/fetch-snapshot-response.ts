// FetchSnapshotResponse: response of API 59; version 0 to 1, flexible from 0.
// Generated from schema/messages/fetch-snapshot-response.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type RecordBytes } from '../../record-bytes.ts';
import { type Writer } from '../../writer.ts';

export interface FetchSnapshotResponse {
  throttleTimeMs: number;
  errorCode: number;
  topics: readonly TopicSnapshot[];
  /** version 1, tag 0 */
  nodeEndpoints: readonly NodeEndpoint[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicSnapshot {
  name: string;
  partitions: readonly PartitionSnapshot[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionSnapshot {
  index: number;
  errorCode: number;
  snapshotId: SnapshotId;
  /** tag 0 */
  currentLeader: LeaderIdAndEpoch;
  size: number;
  position: number;
  unalignedRecords: RecordBytes;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface SnapshotId {
  endOffset: number;
  epoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface NodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FetchSnapshotResponse: MessageCodec<FetchSnapshotResponse> = {
  name: 'FetchSnapshotResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readFetchSnapshotResponse,
  write: writeFetchSnapshotResponse,
  create: createFetchSnapshotResponse,
};

function createFetchSnapshotResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  topics = [],
  nodeEndpoints = [],
  unknownTaggedFields,
}: Partial<FetchSnapshotResponse> = {}): FetchSnapshotResponse {
  const message: FetchSnapshotResponse = { throttleTimeMs, errorCode, topics, nodeEndpoints };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchSnapshotResponse(reader: Reader, version: number): FetchSnapshotResponse {
  checkVersion('FetchSnapshotResponse', version, 0, 1);
  const message: FetchSnapshotResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    topics: readTopicSnapshotArray(reader, version),
    nodeEndpoints: [],
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0 && version >= 1) message.nodeEndpoints = readNodeEndpointArray(reader, version);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFetchSnapshotResponse(
  writer: Writer,
  message: FetchSnapshotResponse,
  version: number,
): void {
  checkVersion('FetchSnapshotResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writeTopicSnapshotArray(writer, message.topics, version);
  if (version < 1 && message.nodeEndpoints.length !== 0) {
    throw unsupportedField('FetchSnapshotResponse.nodeEndpoints', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasNodeEndpoints = version >= 1 && message.nodeEndpoints.length !== 0;
  if (hasNodeEndpoints) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasNodeEndpoints) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writeNodeEndpointArray(writer, message.nodeEndpoints, version);
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
  index = 0,
  errorCode = 0,
  snapshotId = createSnapshotId(),
  currentLeader = createLeaderIdAndEpoch(),
  size = 0,
  position = 0,
  unalignedRecords = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<PartitionSnapshot> = {}): PartitionSnapshot {
  const message: PartitionSnapshot = {
    index,
    errorCode,
    snapshotId,
    currentLeader,
    size,
    position,
    unalignedRecords,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionSnapshot(reader: Reader, version: number): PartitionSnapshot {
  const message: PartitionSnapshot = {
    index: reader.int32(),
    errorCode: reader.int16(),
    snapshotId: readSnapshotId(reader, version),
    currentLeader: createLeaderIdAndEpoch(),
    size: reader.int64(),
    position: reader.int64(),
    unalignedRecords: reader.bytes(true),
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.currentLeader = readLeaderIdAndEpoch(reader, version);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionSnapshot(writer: Writer, message: PartitionSnapshot, version: number): void {
  writer.int32(message.index);
  writer.int16(message.errorCode);
  writeSnapshotId(writer, message.snapshotId, version);
  writer.int64(message.size);
  writer.int64(message.position);
  writer.records(message.unalignedRecords, true);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(message.currentLeader);
  if (hasCurrentLeader) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasCurrentLeader) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writeLeaderIdAndEpoch(writer, message.currentLeader, version);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

function readPartitionSnapshotArray(reader: Reader, version: number): PartitionSnapshot[] {
  const length = reader.arrayLength(true, 37);
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

export function createLeaderIdAndEpoch({
  leaderId = 0,
  leaderEpoch = 0,
  unknownTaggedFields,
}: Partial<LeaderIdAndEpoch> = {}): LeaderIdAndEpoch {
  const message: LeaderIdAndEpoch = { leaderId, leaderEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLeaderIdAndEpoch(reader: Reader, version: number): LeaderIdAndEpoch {
  const message: LeaderIdAndEpoch = {
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeLeaderIdAndEpoch(writer: Writer, message: LeaderIdAndEpoch, version: number): void {
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function isDefaultLeaderIdAndEpoch(message: LeaderIdAndEpoch): boolean {
  return (
    message.leaderId === 0 &&
    message.leaderEpoch === 0 &&
    message.unknownTaggedFields === undefined
  );
}

export function createNodeEndpoint({
  nodeId = 0,
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<NodeEndpoint> = {}): NodeEndpoint {
  const message: NodeEndpoint = { nodeId, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readNodeEndpoint(reader: Reader, version: number): NodeEndpoint {
  const message: NodeEndpoint = {
    nodeId: reader.int32(),
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeNodeEndpoint(writer: Writer, message: NodeEndpoint, version: number): void {
  writer.int32(message.nodeId);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNodeEndpointArray(reader: Reader, version: number): NodeEndpoint[] {
  const length = reader.arrayLength(true, 8);
  const elements: NodeEndpoint[] = [];
  for (let i = 0; i < length; i++) elements.push(readNodeEndpoint(reader, version));
  return elements;
}

function writeNodeEndpointArray(
  writer: Writer,
  elements: readonly NodeEndpoint[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeNodeEndpoint(writer, element, version);
}

