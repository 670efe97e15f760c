// SnapshotHeaderRecord: data; version 0, flexible from 0.
// Generated from schema/messages/snapshot-header-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SnapshotHeaderRecord {
  version: number;
  lastContainedLogTimestamp: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const SnapshotHeaderRecord: MessageCodec<SnapshotHeaderRecord> = {
  name: 'SnapshotHeaderRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readSnapshotHeaderRecord,
  write: writeSnapshotHeaderRecord,
  create: createSnapshotHeaderRecord,
};

function createSnapshotHeaderRecord({
  version = 0,
  lastContainedLogTimestamp = 0,
  unknownTaggedFields,
}: Partial<SnapshotHeaderRecord> = {}): SnapshotHeaderRecord {
  const message: SnapshotHeaderRecord = { version, lastContainedLogTimestamp };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSnapshotHeaderRecord(reader: Reader, version: number): SnapshotHeaderRecord {
  checkVersion('SnapshotHeaderRecord', version, 0, 0);
  const message: SnapshotHeaderRecord = {
    version: reader.int16(),
    lastContainedLogTimestamp: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSnapshotHeaderRecord(
  writer: Writer,
  message: SnapshotHeaderRecord,
  version: number,
): void {
  checkVersion('SnapshotHeaderRecord', version, 0, 0);
  writer.int16(message.version);
  writer.int64(message.lastContainedLogTimestamp);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

