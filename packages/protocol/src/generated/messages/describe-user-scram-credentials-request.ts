// DescribeUserScramCredentialsRequest: request of API 50; version 0, flexible from 0.
// Generated from schema/messages/describe-user-scram-credentials-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeUserScramCredentialsRequest {
  users: readonly UserName[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface UserName {
  name: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeUserScramCredentialsRequest: MessageCodec<DescribeUserScramCredentialsRequest> = {
  name: 'DescribeUserScramCredentialsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeUserScramCredentialsRequest,
  write: writeDescribeUserScramCredentialsRequest,
  create: createDescribeUserScramCredentialsRequest,
};

function createDescribeUserScramCredentialsRequest({
  users = [],
  unknownTaggedFields,
}: Partial<DescribeUserScramCredentialsRequest> = {}): DescribeUserScramCredentialsRequest {
  const message: DescribeUserScramCredentialsRequest = { users };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeUserScramCredentialsRequest(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsRequest {
  checkVersion('DescribeUserScramCredentialsRequest', version, 0, 0);
  const message: DescribeUserScramCredentialsRequest = {
    users: readNullableUserNameArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeUserScramCredentialsRequest(
  writer: Writer,
  message: DescribeUserScramCredentialsRequest,
  version: number,
): void {
  checkVersion('DescribeUserScramCredentialsRequest', version, 0, 0);
  writeNullableUserNameArray(writer, message.users, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createUserName({
  name = '',
  unknownTaggedFields,
}: Partial<UserName> = {}): UserName {
  const message: UserName = { name };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUserName(reader: Reader, version: number): UserName {
  const message: UserName = {
    name: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUserName(writer: Writer, message: UserName, version: number): void {
  writer.string(message.name, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableUserNameArray(reader: Reader, version: number): UserName[] | null {
  const length = reader.nullableArrayLength(true, 2);
  if (length < 0) return null;
  const elements: UserName[] = [];
  for (let i = 0; i < length; i++) elements.push(readUserName(reader, version));
  return elements;
}

function writeNullableUserNameArray(
  writer: Writer,
  elements: readonly UserName[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeUserName(writer, element, version);
}

