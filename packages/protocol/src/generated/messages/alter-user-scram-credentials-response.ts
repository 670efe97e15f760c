// AlterUserScramCredentialsResponse: response of API 51; version 0, flexible from 0.
// Generated from schema/messages/alter-user-scram-credentials-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterUserScramCredentialsResponse {
  throttleTimeMs: number;
  results: readonly AlterUserScramCredentialsResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterUserScramCredentialsResult {
  user: string;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterUserScramCredentialsResponse: MessageCodec<AlterUserScramCredentialsResponse> = {
  name: 'AlterUserScramCredentialsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAlterUserScramCredentialsResponse,
  write: writeAlterUserScramCredentialsResponse,
  create: createAlterUserScramCredentialsResponse,
};

function createAlterUserScramCredentialsResponse({
  throttleTimeMs = 0,
  results = [],
  unknownTaggedFields,
}: Partial<AlterUserScramCredentialsResponse> = {}): AlterUserScramCredentialsResponse {
  const message: AlterUserScramCredentialsResponse = { throttleTimeMs, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterUserScramCredentialsResponse(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsResponse {
  checkVersion('AlterUserScramCredentialsResponse', version, 0, 0);
  const message: AlterUserScramCredentialsResponse = {
    throttleTimeMs: reader.int32(),
    results: readAlterUserScramCredentialsResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterUserScramCredentialsResponse(
  writer: Writer,
  message: AlterUserScramCredentialsResponse,
  version: number,
): void {
  checkVersion('AlterUserScramCredentialsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writeAlterUserScramCredentialsResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createAlterUserScramCredentialsResult({
  user = '',
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<AlterUserScramCredentialsResult> = {}): AlterUserScramCredentialsResult {
  const message: AlterUserScramCredentialsResult = { user, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterUserScramCredentialsResult(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsResult {
  const message: AlterUserScramCredentialsResult = {
    user: reader.string(true),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterUserScramCredentialsResult(
  writer: Writer,
  message: AlterUserScramCredentialsResult,
  version: number,
): void {
  writer.string(message.user, true);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAlterUserScramCredentialsResultArray(
  reader: Reader,
  version: number,
): AlterUserScramCredentialsResult[] {
  const length = reader.arrayLength(true, 5);
  const elements: AlterUserScramCredentialsResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterUserScramCredentialsResult(reader, version));
  return elements;
}

function writeAlterUserScramCredentialsResultArray(
  writer: Writer,
  elements: readonly AlterUserScramCredentialsResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAlterUserScramCredentialsResult(writer, element, version);
}

