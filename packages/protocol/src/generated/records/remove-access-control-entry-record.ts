// RemoveAccessControlEntryRecord: record in __cluster_metadata, type 19; version 0, flexible from 0.
// Generated from schema/records/remove-access-control-entry-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoveAccessControlEntryRecord {
  id: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoveAccessControlEntryRecord: MessageCodec<RemoveAccessControlEntryRecord> = {
  name: 'RemoveAccessControlEntryRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoveAccessControlEntryRecord,
  write: writeRemoveAccessControlEntryRecord,
  create: createRemoveAccessControlEntryRecord,
};

function createRemoveAccessControlEntryRecord({
  id = ZERO_UUID,
  unknownTaggedFields,
}: Partial<RemoveAccessControlEntryRecord> = {}): RemoveAccessControlEntryRecord {
  const message: RemoveAccessControlEntryRecord = { id };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoveAccessControlEntryRecord(
  reader: Reader,
  version: number,
): RemoveAccessControlEntryRecord {
  checkVersion('RemoveAccessControlEntryRecord', version, 0, 0);
  const message: RemoveAccessControlEntryRecord = {
    id: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoveAccessControlEntryRecord(
  writer: Writer,
  message: RemoveAccessControlEntryRecord,
  version: number,
): void {
  checkVersion('RemoveAccessControlEntryRecord', version, 0, 0);
  writer.uuid(message.id);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

