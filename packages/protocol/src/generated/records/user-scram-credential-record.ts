// UserScramCredentialRecord: record in __cluster_metadata, type 11; version 0, flexible from 0.
// Generated from schema/records/user-scram-credential-record.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UserScramCredentialRecord {
  name: string;
  mechanism: number;
  salt: Uint8Array;
  storedKey: Uint8Array;
  serverKey: Uint8Array;
  iterations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UserScramCredentialRecord: MessageCodec<UserScramCredentialRecord> = {
  name: 'UserScramCredentialRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUserScramCredentialRecord,
  write: writeUserScramCredentialRecord,
  create: createUserScramCredentialRecord,
};

function createUserScramCredentialRecord({
  name = '',
  mechanism = 0,
  salt = EMPTY_BYTES,
  storedKey = EMPTY_BYTES,
  serverKey = EMPTY_BYTES,
  iterations = 0,
  unknownTaggedFields,
}: Partial<UserScramCredentialRecord> = {}): UserScramCredentialRecord {
  const message: UserScramCredentialRecord = {
    name,
    mechanism,
    salt,
    storedKey,
    serverKey,
    iterations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUserScramCredentialRecord(reader: Reader, version: number): UserScramCredentialRecord {
  checkVersion('UserScramCredentialRecord', version, 0, 0);
  const message: UserScramCredentialRecord = {
    name: reader.string(true),
    mechanism: reader.int8(),
    salt: reader.bytes(true),
    storedKey: reader.bytes(true),
    serverKey: reader.bytes(true),
    iterations: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUserScramCredentialRecord(
  writer: Writer,
  message: UserScramCredentialRecord,
  version: number,
): void {
  checkVersion('UserScramCredentialRecord', version, 0, 0);
  writer.string(message.name, true);
  writer.int8(message.mechanism);
  writer.bytes(message.salt, true);
  writer.bytes(message.storedKey, true);
  writer.bytes(message.serverKey, true);
  writer.int32(message.iterations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

