// RemoveUserScramCredentialRecord: record in __cluster_metadata, type 22; version 0, flexible from 0.
// Generated from schema/records/remove-user-scram-credential-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoveUserScramCredentialRecord {
  name: string;
  mechanism: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoveUserScramCredentialRecord: MessageCodec<RemoveUserScramCredentialRecord> = {
  name: 'RemoveUserScramCredentialRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoveUserScramCredentialRecord,
  write: writeRemoveUserScramCredentialRecord,
  create: createRemoveUserScramCredentialRecord,
};

function createRemoveUserScramCredentialRecord({
  name = '',
  mechanism = 0,
  unknownTaggedFields,
}: Partial<RemoveUserScramCredentialRecord> = {}): RemoveUserScramCredentialRecord {
  const message: RemoveUserScramCredentialRecord = { name, mechanism };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoveUserScramCredentialRecord(
  reader: Reader,
  version: number,
): RemoveUserScramCredentialRecord {
  checkVersion('RemoveUserScramCredentialRecord', version, 0, 0);
  const message: RemoveUserScramCredentialRecord = {
    name: reader.string(true),
    mechanism: reader.int8(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoveUserScramCredentialRecord(
  writer: Writer,
  message: RemoveUserScramCredentialRecord,
  version: number,
): void {
  checkVersion('RemoveUserScramCredentialRecord', version, 0, 0);
  writer.string(message.name, true);
  writer.int8(message.mechanism);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

