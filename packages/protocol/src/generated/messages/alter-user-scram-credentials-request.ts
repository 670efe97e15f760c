// AlterUserScramCredentialsRequest: request of API 51; version 0, flexible from 0.
// Generated from schema/messages/alter-user-scram-credentials-request.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterUserScramCredentialsRequest {
  deletions: readonly ScramCredentialDeletion[];
  upsertions: readonly ScramCredentialUpsertion[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ScramCredentialDeletion {
  name: string;
  mechanism: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ScramCredentialUpsertion {
  name: string;
  mechanism: number;
  iterations: number;
  salt: Uint8Array;
  saltedPassword: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterUserScramCredentialsRequest: MessageCodec<AlterUserScramCredentialsRequest> = {
  name: 'AlterUserScramCredentialsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAlterUserScramCredentialsRequest,
  write: writeAlterUserScramCredentialsRequest,
  create: createAlterUserScramCredentialsRequest,
};

function createAlterUserScramCredentialsRequest({
  deletions = [],
  upsertions = [],
  unknownTaggedFields,
}: Partial<AlterUserScramCredentialsRequest> = {}): AlterUserScramCredentialsRequest {
  const message: AlterUserScramCredentialsRequest = { deletions, upsertions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterUserScramCredentialsRequest(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsRequest {
  checkVersion('AlterUserScramCredentialsRequest', version, 0, 0);
  const message: AlterUserScramCredentialsRequest = {
    deletions: readScramCredentialDeletionArray(reader, version),
    upsertions: readScramCredentialUpsertionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterUserScramCredentialsRequest(
  writer: Writer,
  message: AlterUserScramCredentialsRequest,
  version: number,
): void {
  checkVersion('AlterUserScramCredentialsRequest', version, 0, 0);
  writeScramCredentialDeletionArray(writer, message.deletions, version);
  writeScramCredentialUpsertionArray(writer, message.upsertions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createScramCredentialDeletion({
  name = '',
  mechanism = 0,
  unknownTaggedFields,
}: Partial<ScramCredentialDeletion> = {}): ScramCredentialDeletion {
  const message: ScramCredentialDeletion = { name, mechanism };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readScramCredentialDeletion(reader: Reader, version: number): ScramCredentialDeletion {
  const message: ScramCredentialDeletion = {
    name: reader.string(true),
    mechanism: reader.int8(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeScramCredentialDeletion(
  writer: Writer,
  message: ScramCredentialDeletion,
  version: number,
): void {
  writer.string(message.name, true);
  writer.int8(message.mechanism);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readScramCredentialDeletionArray(
  reader: Reader,
  version: number,
): ScramCredentialDeletion[] {
  const length = reader.arrayLength(true, 3);
  const elements: ScramCredentialDeletion[] = [];
  for (let i = 0; i < length; i++) elements.push(readScramCredentialDeletion(reader, version));
  return elements;
}

function writeScramCredentialDeletionArray(
  writer: Writer,
  elements: readonly ScramCredentialDeletion[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeScramCredentialDeletion(writer, element, version);
}

export function createScramCredentialUpsertion({
  name = '',
  mechanism = 0,
  iterations = 0,
  salt = EMPTY_BYTES,
  saltedPassword = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<ScramCredentialUpsertion> = {}): ScramCredentialUpsertion {
  const message: ScramCredentialUpsertion = { name, mechanism, iterations, salt, saltedPassword };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readScramCredentialUpsertion(reader: Reader, version: number): ScramCredentialUpsertion {
  const message: ScramCredentialUpsertion = {
    name: reader.string(true),
    mechanism: reader.int8(),
    iterations: reader.int32(),
    salt: reader.bytes(true),
    saltedPassword: reader.bytes(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeScramCredentialUpsertion(
  writer: Writer,
  message: ScramCredentialUpsertion,
  version: number,
): void {
  writer.string(message.name, true);
  writer.int8(message.mechanism);
  writer.int32(message.iterations);
  writer.bytes(message.salt, true);
  writer.bytes(message.saltedPassword, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readScramCredentialUpsertionArray(
  reader: Reader,
  version: number,
): ScramCredentialUpsertion[] {
  const length = reader.arrayLength(true, 9);
  const elements: ScramCredentialUpsertion[] = [];
  for (let i = 0; i < length; i++) elements.push(readScramCredentialUpsertion(reader, version));
  return elements;
}

function writeScramCredentialUpsertionArray(
  writer: Writer,
  elements: readonly ScramCredentialUpsertion[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeScramCredentialUpsertion(writer, element, version);
}

