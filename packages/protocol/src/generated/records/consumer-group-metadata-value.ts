// ConsumerGroupMetadataValue: coordinator-value in __consumer_offsets, type 3; version 0, flexible from 0.
// Generated from schema/records/consumer-group-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupMetadataValue {
  epoch: number;
  /** tag 0, default 0 */
  metadataHash: bigint;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupMetadataValue: MessageCodec<ConsumerGroupMetadataValue> = {
  name: 'ConsumerGroupMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupMetadataValue,
  write: writeConsumerGroupMetadataValue,
  create: createConsumerGroupMetadataValue,
};

function createConsumerGroupMetadataValue({
  epoch = 0,
  metadataHash = 0n,
  unknownTaggedFields,
}: Partial<ConsumerGroupMetadataValue> = {}): ConsumerGroupMetadataValue {
  const message: ConsumerGroupMetadataValue = { epoch, metadataHash };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupMetadataValue {
  checkVersion('ConsumerGroupMetadataValue', version, 0, 0);
  const message: ConsumerGroupMetadataValue = {
    epoch: reader.int32(),
    metadataHash: 0n,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.metadataHash = reader.bigint64();
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupMetadataValue(
  writer: Writer,
  message: ConsumerGroupMetadataValue,
  version: number,
): void {
  checkVersion('ConsumerGroupMetadataValue', version, 0, 0);
  writer.int32(message.epoch);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasMetadataHash = message.metadataHash !== 0n;
  if (hasMetadataHash) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasMetadataHash) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.bigint64(message.metadataHash);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

