// ShareSnapshotValue: coordinator-value in __share_group_state, type 0; version 0, flexible from 0.
// Generated from schema/records/share-snapshot-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareSnapshotValue {
  snapshotEpoch: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  /** tag 0, default -1 */
  deliveryCompleteCount: number;
  createTimestamp: number;
  writeTimestamp: number;
  stateBatches: readonly StateBatch[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface StateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareSnapshotValue: MessageCodec<ShareSnapshotValue> = {
  name: 'ShareSnapshotValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readShareSnapshotValue,
  write: writeShareSnapshotValue,
  create: createShareSnapshotValue,
};

function createShareSnapshotValue({
  snapshotEpoch = 0,
  stateEpoch = 0,
  leaderEpoch = 0,
  startOffset = 0,
  deliveryCompleteCount = -1,
  createTimestamp = 0,
  writeTimestamp = 0,
  stateBatches = [],
  unknownTaggedFields,
}: Partial<ShareSnapshotValue> = {}): ShareSnapshotValue {
  const message: ShareSnapshotValue = {
    snapshotEpoch,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    createTimestamp,
    writeTimestamp,
    stateBatches,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareSnapshotValue(reader: Reader, version: number): ShareSnapshotValue {
  checkVersion('ShareSnapshotValue', version, 0, 0);
  const message: ShareSnapshotValue = {
    snapshotEpoch: reader.int32(),
    stateEpoch: reader.int32(),
    leaderEpoch: reader.int32(),
    startOffset: reader.int64(),
    deliveryCompleteCount: -1,
    createTimestamp: reader.int64(),
    writeTimestamp: reader.int64(),
    stateBatches: readStateBatchArray(reader, version),
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.deliveryCompleteCount = reader.int32();
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareSnapshotValue(
  writer: Writer,
  message: ShareSnapshotValue,
  version: number,
): void {
  checkVersion('ShareSnapshotValue', version, 0, 0);
  writer.int32(message.snapshotEpoch);
  writer.int32(message.stateEpoch);
  writer.int32(message.leaderEpoch);
  writer.int64(message.startOffset);
  writer.int64(message.createTimestamp);
  writer.int64(message.writeTimestamp);
  writeStateBatchArray(writer, message.stateBatches, version);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasDeliveryCompleteCount = message.deliveryCompleteCount !== -1;
  if (hasDeliveryCompleteCount) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasDeliveryCompleteCount) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.int32(message.deliveryCompleteCount);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createStateBatch({
  firstOffset = 0,
  lastOffset = 0,
  deliveryState = 0,
  deliveryCount = 0,
  unknownTaggedFields,
}: Partial<StateBatch> = {}): StateBatch {
  const message: StateBatch = { firstOffset, lastOffset, deliveryState, deliveryCount };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStateBatch(reader: Reader, version: number): StateBatch {
  const message: StateBatch = {
    firstOffset: reader.int64(),
    lastOffset: reader.int64(),
    deliveryState: reader.int8(),
    deliveryCount: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStateBatch(writer: Writer, message: StateBatch, version: number): void {
  writer.int64(message.firstOffset);
  writer.int64(message.lastOffset);
  writer.int8(message.deliveryState);
  writer.int16(message.deliveryCount);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readStateBatchArray(reader: Reader, version: number): StateBatch[] {
  const length = reader.arrayLength(true, 20);
  const elements: StateBatch[] = [];
  for (let i = 0; i < length; i++) elements.push(readStateBatch(reader, version));
  return elements;
}

function writeStateBatchArray(
  writer: Writer,
  elements: readonly StateBatch[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeStateBatch(writer, element, version);
}

