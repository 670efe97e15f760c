// ShareGroupMetadataValue: coordinator-value in __consumer_offsets, type 11; version 0, flexible from 0.
// Generated from schema/records/share-group-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupMetadataValue {
  epoch: number;
  metadataHash: bigint;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupMetadataValue: MessageCodec<ShareGroupMetadataValue> = {
  name: 'ShareGroupMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readShareGroupMetadataValue,
  write: writeShareGroupMetadataValue,
  create: createShareGroupMetadataValue,
};

function createShareGroupMetadataValue({
  epoch = 0,
  metadataHash = 0n,
  unknownTaggedFields,
}: Partial<ShareGroupMetadataValue> = {}): ShareGroupMetadataValue {
  const message: ShareGroupMetadataValue = { epoch, metadataHash };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupMetadataValue(reader: Reader, version: number): ShareGroupMetadataValue {
  checkVersion('ShareGroupMetadataValue', version, 0, 0);
  const message: ShareGroupMetadataValue = {
    epoch: reader.int32(),
    metadataHash: reader.bigint64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupMetadataValue(
  writer: Writer,
  message: ShareGroupMetadataValue,
  version: number,
): void {
  checkVersion('ShareGroupMetadataValue', version, 0, 0);
  writer.int32(message.epoch);
  writer.bigint64(message.metadataHash);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

