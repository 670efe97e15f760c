// RemoteLogSegmentMetadataSnapshotRecord: record in __remote_log_metadata, type 3; version 0, flexible from 0.
// Generated from schema/records/remote-log-segment-metadata-snapshot-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoteLogSegmentMetadataSnapshotRecord {
  segmentId: string;
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

export interface SegmentLeaderEpochEntry {
  leaderEpoch: number;
  offset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoteLogSegmentMetadataSnapshotRecord: MessageCodec<RemoteLogSegmentMetadataSnapshotRecord> = {
  name: 'RemoteLogSegmentMetadataSnapshotRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoteLogSegmentMetadataSnapshotRecord,
  write: writeRemoteLogSegmentMetadataSnapshotRecord,
  create: createRemoteLogSegmentMetadataSnapshotRecord,
};

function createRemoteLogSegmentMetadataSnapshotRecord({
  segmentId = ZERO_UUID,
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
}: Partial<RemoteLogSegmentMetadataSnapshotRecord> = {}): RemoteLogSegmentMetadataSnapshotRecord {
  const message: RemoteLogSegmentMetadataSnapshotRecord = {
    segmentId,
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

function readRemoteLogSegmentMetadataSnapshotRecord(
  reader: Reader,
  version: number,
): RemoteLogSegmentMetadataSnapshotRecord {
  checkVersion('RemoteLogSegmentMetadataSnapshotRecord', version, 0, 0);
  const message: RemoteLogSegmentMetadataSnapshotRecord = {
    segmentId: reader.uuid(),
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

function writeRemoteLogSegmentMetadataSnapshotRecord(
  writer: Writer,
  message: RemoteLogSegmentMetadataSnapshotRecord,
  version: number,
): void {
  checkVersion('RemoteLogSegmentMetadataSnapshotRecord', version, 0, 0);
  writer.uuid(message.segmentId);
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

