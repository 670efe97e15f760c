// FeatureLevelRecord: record in __cluster_metadata, type 12; version 0, flexible from 0.
// Generated from schema/records/feature-level-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface FeatureLevelRecord {
  name: string;
  featureLevel: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FeatureLevelRecord: MessageCodec<FeatureLevelRecord> = {
  name: 'FeatureLevelRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readFeatureLevelRecord,
  write: writeFeatureLevelRecord,
  create: createFeatureLevelRecord,
};

function createFeatureLevelRecord({
  name = '',
  featureLevel = 0,
  unknownTaggedFields,
}: Partial<FeatureLevelRecord> = {}): FeatureLevelRecord {
  const message: FeatureLevelRecord = { name, featureLevel };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFeatureLevelRecord(reader: Reader, version: number): FeatureLevelRecord {
  checkVersion('FeatureLevelRecord', version, 0, 0);
  const message: FeatureLevelRecord = {
    name: reader.string(true),
    featureLevel: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFeatureLevelRecord(
  writer: Writer,
  message: FeatureLevelRecord,
  version: number,
): void {
  checkVersion('FeatureLevelRecord', version, 0, 0);
  writer.string(message.name, true);
  writer.int16(message.featureLevel);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

