// NoOpRecord: record in __cluster_metadata, type 20; version 0, flexible from 0.
// Generated from schema/records/no-op-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface NoOpRecord {
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const NoOpRecord: MessageCodec<NoOpRecord> = {
  name: 'NoOpRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readNoOpRecord,
  write: writeNoOpRecord,
  create: createNoOpRecord,
};

function createNoOpRecord({
  unknownTaggedFields,
}: Partial<NoOpRecord> = {}): NoOpRecord {
  const message: NoOpRecord = {};
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readNoOpRecord(reader: Reader, version: number): NoOpRecord {
  checkVersion('NoOpRecord', version, 0, 0);
  const message: NoOpRecord = {};
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeNoOpRecord(writer: Writer, message: NoOpRecord, version: number): void {
  checkVersion('NoOpRecord', version, 0, 0);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

