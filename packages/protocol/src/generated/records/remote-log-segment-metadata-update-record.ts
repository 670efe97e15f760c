// RemoteLogSegmentMetadataUpdateRecord: record in __remote_log_metadata, type 1; version 0, flexible from 0.
// Generated from schema/records/remote-log-segment-metadata-update-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoteLogSegmentMetadataUpdateRecord {
  remoteLogSegmentId: RemoteLogSegmentIdEntry;
  brokerId: number;
  eventTimestampMs: number;
  /** default null */
  customMetadata: Uint8Array | null;
  remoteLogSegmentState: number;
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

export const RemoteLogSegmentMetadataUpdateRecord: MessageCodec<RemoteLogSegmentMetadataUpdateRecord> = {
  name: 'RemoteLogSegmentMetadataUpdateRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoteLogSegmentMetadataUpdateRecord,
  write: writeRemoteLogSegmentMetadataUpdateRecord,
  create: createRemoteLogSegmentMetadataUpdateRecord,
};

function createRemoteLogSegmentMetadataUpdateRecord({
  remoteLogSegmentId = createRemoteLogSegmentIdEntry(),
  brokerId = 0,
  eventTimestampMs = 0,
  customMetadata = null,
  remoteLogSegmentState = 0,
  unknownTaggedFields,
}: Partial<RemoteLogSegmentMetadataUpdateRecord> = {}): RemoteLogSegmentMetadataUpdateRecord {
  const message: RemoteLogSegmentMetadataUpdateRecord = {
    remoteLogSegmentId,
    brokerId,
    eventTimestampMs,
    customMetadata,
    remoteLogSegmentState,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoteLogSegmentMetadataUpdateRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataUpdateRecord {
  checkVersion('RemoteLogSegmentMetadataUpdateRecord', version, 0, 0);
  const message: RemoteLogSegmentMetadataUpdateRecord = {
    remoteLogSegmentId: readRemoteLogSegmentIdEntry(reader, version),
    brokerId: reader.int32(),
    eventTimestampMs: reader.int64(),
    customMetadata: reader.nullableBytes(true),
    remoteLogSegmentState: reader.int8(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoteLogSegmentMetadataUpdateRecord(
  writer: Writer,
  message: RemoteLogSegmentMetadataUpdateRecord,
  version: number,
): void {
  checkVersion('RemoteLogSegmentMetadataUpdateRecord', version, 0, 0);
  writeRemoteLogSegmentIdEntry(writer, message.remoteLogSegmentId, version);
  writer.int32(message.brokerId);
  writer.int64(message.eventTimestampMs);
  writer.nullableBytes(message.customMetadata, true);
  writer.int8(message.remoteLogSegmentState);
  writer.unknownTaggedFields(message.unknownTaggedFields);
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

