// SnapshotFooterRecord: data; version 0, flexible from 0.
// Generated from schema/messages/snapshot-footer-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SnapshotFooterRecord {
  version: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const SnapshotFooterRecord: MessageCodec<SnapshotFooterRecord> = {
  name: 'SnapshotFooterRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readSnapshotFooterRecord,
  write: writeSnapshotFooterRecord,
  create: createSnapshotFooterRecord,
};

function createSnapshotFooterRecord({
  version = 0,
  unknownTaggedFields,
}: Partial<SnapshotFooterRecord> = {}): SnapshotFooterRecord {
  const message: SnapshotFooterRecord = { version };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSnapshotFooterRecord(reader: Reader, version: number): SnapshotFooterRecord {
  checkVersion('SnapshotFooterRecord', version, 0, 0);
  const message: SnapshotFooterRecord = {
    version: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSnapshotFooterRecord(
  writer: Writer,
  message: SnapshotFooterRecord,
  version: number,
): void {
  checkVersion('SnapshotFooterRecord', version, 0, 0);
  writer.int16(message.version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

