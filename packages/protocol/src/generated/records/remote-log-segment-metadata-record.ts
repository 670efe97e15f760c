// RemoteLogSegmentMetadataRecord: record in __remote_log_metadata, type 0; version 0, flexible from 0.
// Generated from schema/records/remote-log-segment-metadata-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoteLogSegmentMetadataRecord {
  remoteLogSegmentId: RemoteLogSegmentIdEntry;
  startOffset: number;
  endOffset: number;
  brokerId: number;
  maxTimestampMs: number;
  eventTimestampMs: number;
  segmentLeaderEpochs: readonly SegmentLeaderEpochEntry[];
  segmentSizeInBytes: number;
  /** default null */
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
  /** tag 0 */
  txnIndexEmpty: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface RemoteLogSegmentIdEntry {
  topicIdPartition: TopicIdPartitionEntry;
  id: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicIdPartitionEntry {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface SegmentLeaderEpochEntry {
  leaderEpoch: number;
  offset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoteLogSegmentMetadataRecord: MessageCodec<RemoteLogSegmentMetadataRecord> = {
  name: 'RemoteLogSegmentMetadataRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoteLogSegmentMetadataRecord,
  write: writeRemoteLogSegmentMetadataRecord,
  create: createRemoteLogSegmentMetadataRecord,
};

function createRemoteLogSegmentMetadataRecord({
  remoteLogSegmentId = createRemoteLogSegmentIdEntry(),
  startOffset = 0,
  endOffset = 0,
  brokerId = 0,
  maxTimestampMs = 0,
  eventTimestampMs = 0,
  segmentLeaderEpochs = [],
  segmentSizeInBytes = 0,
  customMetadata = null,
  remoteLogSegmentState = 0,
  txnIndexEmpty = false,
  unknownTaggedFields,
}: Partial<RemoteLogSegmentMetadataRecord> = {}): RemoteLogSegmentMetadataRecord {
  const message: RemoteLogSegmentMetadataRecord = {
    remoteLogSegmentId,
    startOffset,
    endOffset,
    brokerId,
    maxTimestampMs,
    eventTimestampMs,
    segmentLeaderEpochs,
    segmentSizeInBytes,
    customMetadata,
    remoteLogSegmentState,
    txnIndexEmpty,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoteLogSegmentMetadataRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataRecord {
  checkVersion('RemoteLogSegmentMetadataRecord', version, 0, 0);
  const message: RemoteLogSegmentMetadataRecord = {
    remoteLogSegmentId: readRemoteLogSegmentIdEntry(reader, version),
    startOffset: reader.int64(),
    endOffset: reader.int64(),
    brokerId: reader.int32(),
    maxTimestampMs: reader.int64(),
    eventTimestampMs: reader.int64(),
    segmentLeaderEpochs: readSegmentLeaderEpochEntryArray(reader, version),
    segmentSizeInBytes: reader.int32(),
    customMetadata: reader.nullableBytes(true),
    remoteLogSegmentState: reader.int8(),
    txnIndexEmpty: false,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.txnIndexEmpty = reader.boolean();
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoteLogSegmentMetadataRecord(
  writer: Writer,
  message: RemoteLogSegmentMetadataRecord,
  version: number,
): void {
  checkVersion('RemoteLogSegmentMetadataRecord', version, 0, 0);
  writeRemoteLogSegmentIdEntry(writer, message.remoteLogSegmentId, version);
  writer.int64(message.startOffset);
  writer.int64(message.endOffset);
  writer.int32(message.brokerId);
  writer.int64(message.maxTimestampMs);
  writer.int64(message.eventTimestampMs);
  writeSegmentLeaderEpochEntryArray(writer, message.segmentLeaderEpochs, version);
  writer.int32(message.segmentSizeInBytes);
  writer.nullableBytes(message.customMetadata, true);
  writer.int8(message.remoteLogSegmentState);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasTxnIndexEmpty = message.txnIndexEmpty;
  if (hasTxnIndexEmpty) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasTxnIndexEmpty) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.boolean(message.txnIndexEmpty);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createRemoteLogSegmentIdEntry({
  topicIdPartition = createTopicIdPartitionEntry(),
  id = ZERO_UUID,
  unknownTaggedFields,
}: Partial<RemoteLogSegmentIdEntry> = {}): RemoteLogSegmentIdEntry {
  const message: RemoteLogSegmentIdEntry = { topicIdPartition, id };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoteLogSegmentIdEntry(reader: Reader, version: number): RemoteLogSegmentIdEntry {
  const message: RemoteLogSegmentIdEntry = {
    topicIdPartition: readTopicIdPartitionEntry(reader, version),
    id: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoteLogSegmentIdEntry(
  writer: Writer,
  message: RemoteLogSegmentIdEntry,
  version: number,
): void {
  writeTopicIdPartitionEntry(writer, message.topicIdPartition, version);
  writer.uuid(message.id);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicIdPartitionEntry({
  name = '',
  id = ZERO_UUID,
  partition = 0,
  unknownTaggedFields,
}: Partial<TopicIdPartitionEntry> = {}): TopicIdPartitionEntry {
  const message: TopicIdPartitionEntry = { name, id, partition };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicIdPartitionEntry(reader: Reader, version: number): TopicIdPartitionEntry {
  const message: TopicIdPartitionEntry = {
    name: reader.string(true),
    id: reader.uuid(),
    partition: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicIdPartitionEntry(
  writer: Writer,
  message: TopicIdPartitionEntry,
  version: number,
): void {
  writer.string(message.name, true);
  writer.uuid(message.id);
  writer.int32(message.partition);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createSegmentLeaderEpochEntry({
  leaderEpoch = 0,
  offset = 0,
  unknownTaggedFields,
}: Partial<SegmentLeaderEpochEntry> = {}): SegmentLeaderEpochEntry {
  const message: SegmentLeaderEpochEntry = { leaderEpoch, offset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSegmentLeaderEpochEntry(reader: Reader, version: number): SegmentLeaderEpochEntry {
  const message: SegmentLeaderEpochEntry = {
    leaderEpoch: reader.int32(),
    offset: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSegmentLeaderEpochEntry(
  writer: Writer,
  message: SegmentLeaderEpochEntry,
  version: number,
): void {
  writer.int32(message.leaderEpoch);
  writer.int64(message.offset);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readSegmentLeaderEpochEntryArray(
  reader: Reader,
  version: number,
): SegmentLeaderEpochEntry[] {
  const length = reader.arrayLength(true, 13);
  const elements: SegmentLeaderEpochEntry[] = [];
  for (let i = 0; i < length; i++) elements.push(readSegmentLeaderEpochEntry(reader, version));
  return elements;
}

function writeSegmentLeaderEpochEntryArray(
  writer: Writer,
  elements: readonly SegmentLeaderEpochEntry[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeSegmentLeaderEpochEntry(writer, element, version);
}

