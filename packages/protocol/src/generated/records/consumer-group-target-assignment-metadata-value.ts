// ConsumerGroupTargetAssignmentMetadataValue: coordinator-value in __consumer_offsets, type 6; version 0, flexible from 0.
// Generated from schema/records/consumer-group-target-assignment-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupTargetAssignmentMetadataValue {
  assignmentEpoch: number;
  /** tag 0, default 0 */
  assignmentTimestamp: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupTargetAssignmentMetadataValue: MessageCodec<ConsumerGroupTargetAssignmentMetadataValue> = {
  name: 'ConsumerGroupTargetAssignmentMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupTargetAssignmentMetadataValue,
  write: writeConsumerGroupTargetAssignmentMetadataValue,
  create: createConsumerGroupTargetAssignmentMetadataValue,
};

function createConsumerGroupTargetAssignmentMetadataValue({
  assignmentEpoch = 0,
  assignmentTimestamp = 0,
  unknownTaggedFields,
}: Partial<ConsumerGroupTargetAssignmentMetadataValue> = {}): ConsumerGroupTargetAssignmentMetadataValue {
  const message: ConsumerGroupTargetAssignmentMetadataValue = {
    assignmentEpoch,
    assignmentTimestamp,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupTargetAssignmentMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMetadataValue {
  checkVersion('ConsumerGroupTargetAssignmentMetadataValue', version, 0, 0);
  const message: ConsumerGroupTargetAssignmentMetadataValue = {
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

function writeConsumerGroupTargetAssignmentMetadataValue(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMetadataValue,
  version: number,
): void {
  checkVersion('ConsumerGroupTargetAssignmentMetadataValue', version, 0, 0);
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

