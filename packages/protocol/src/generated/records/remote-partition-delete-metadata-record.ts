// RemotePartitionDeleteMetadataRecord: record in __remote_log_metadata, type 2; version 0, flexible from 0.
// Generated from schema/records/remote-partition-delete-metadata-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemotePartitionDeleteMetadataRecord {
  topicIdPartition: TopicIdPartitionEntry;
  brokerId: number;
  eventTimestampMs: number;
  remotePartitionDeleteState: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicIdPartitionEntry {
  name: string;
  id: string;
  partition: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemotePartitionDeleteMetadataRecord: MessageCodec<RemotePartitionDeleteMetadataRecord> = {
  name: 'RemotePartitionDeleteMetadataRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemotePartitionDeleteMetadataRecord,
  write: writeRemotePartitionDeleteMetadataRecord,
  create: createRemotePartitionDeleteMetadataRecord,
};

function createRemotePartitionDeleteMetadataRecord({
  topicIdPartition = createTopicIdPartitionEntry(),
  brokerId = 0,
  eventTimestampMs = 0,
  remotePartitionDeleteState = 0,
  unknownTaggedFields,
}: Partial<RemotePartitionDeleteMetadataRecord> = {}): RemotePartitionDeleteMetadataRecord {
  const message: RemotePartitionDeleteMetadataRecord = {
    topicIdPartition,
    brokerId,
    eventTimestampMs,
    remotePartitionDeleteState,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemotePartitionDeleteMetadataRecord(
  reader: Reader,
  version: number,
): RemotePartitionDeleteMetadataRecord {
  checkVersion('RemotePartitionDeleteMetadataRecord', version, 0, 0);
  const message: RemotePartitionDeleteMetadataRecord = {
    topicIdPartition: readTopicIdPartitionEntry(reader, version),
    brokerId: reader.int32(),
    eventTimestampMs: reader.int64(),
    remotePartitionDeleteState: reader.int8(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemotePartitionDeleteMetadataRecord(
  writer: Writer,
  message: RemotePartitionDeleteMetadataRecord,
  version: number,
): void {
  checkVersion('RemotePartitionDeleteMetadataRecord', version, 0, 0);
  writeTopicIdPartitionEntry(writer, message.topicIdPartition, version);
  writer.int32(message.brokerId);
  writer.int64(message.eventTimestampMs);
  writer.int8(message.remotePartitionDeleteState);
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

