// ShareGroupTargetAssignmentMetadataValue: coordinator-value in __consumer_offsets, type 12; version 0, flexible from 0.
// Generated from schema/records/share-group-target-assignment-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number;
  /** tag 0, default 0 */
  assignmentTimestamp: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupTargetAssignmentMetadataValue: MessageCodec<ShareGroupTargetAssignmentMetadataValue> = {
  name: 'ShareGroupTargetAssignmentMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readShareGroupTargetAssignmentMetadataValue,
  write: writeShareGroupTargetAssignmentMetadataValue,
  create: createShareGroupTargetAssignmentMetadataValue,
};

function createShareGroupTargetAssignmentMetadataValue({
  assignmentEpoch = 0,
  assignmentTimestamp = 0,
  unknownTaggedFields,
}: Partial<ShareGroupTargetAssignmentMetadataValue> = {}): ShareGroupTargetAssignmentMetadataValue {
  const message: ShareGroupTargetAssignmentMetadataValue = { assignmentEpoch, assignmentTimestamp };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupTargetAssignmentMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupTargetAssignmentMetadataValue {
  checkVersion('ShareGroupTargetAssignmentMetadataValue', version, 0, 0);
  const message: ShareGroupTargetAssignmentMetadataValue = {
    assignmentEpoch: reader.int32(),
    assignmentTimestamp: 0,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.assignmentTimestamp = reader.int64();
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupTargetAssignmentMetadataValue(
  writer: Writer,
  message: ShareGroupTargetAssignmentMetadataValue,
  version: number,
): void {
  checkVersion('ShareGroupTargetAssignmentMetadataValue', version, 0, 0);
  writer.int32(message.assignmentEpoch);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasAssignmentTimestamp = message.assignmentTimestamp !== 0;
  if (hasAssignmentTimestamp) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasAssignmentTimestamp) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.int64(message.assignmentTimestamp);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

