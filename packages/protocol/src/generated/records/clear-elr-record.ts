// ClearElrRecord: record in __cluster_metadata, type 28; version 0, flexible from 0.
// Generated from schema/records/clear-elr-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ClearElrRecord {
  topicName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ClearElrRecord: MessageCodec<ClearElrRecord> = {
  name: 'ClearElrRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readClearElrRecord,
  write: writeClearElrRecord,
  create: createClearElrRecord,
};

function createClearElrRecord({
  topicName = '',
  unknownTaggedFields,
}: Partial<ClearElrRecord> = {}): ClearElrRecord {
  const message: ClearElrRecord = { topicName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readClearElrRecord(reader: Reader, version: number): ClearElrRecord {
  checkVersion('ClearElrRecord', version, 0, 0);
  const message: ClearElrRecord = {
    topicName: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeClearElrRecord(writer: Writer, message: ClearElrRecord, version: number): void {
  checkVersion('ClearElrRecord', version, 0, 0);
  writer.string(message.topicName, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

