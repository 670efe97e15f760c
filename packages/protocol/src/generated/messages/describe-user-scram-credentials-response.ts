// DescribeUserScramCredentialsResponse: response of API 50; version 0, flexible from 0.
// Generated from schema/messages/describe-user-scram-credentials-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeUserScramCredentialsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  results: readonly DescribeUserScramCredentialsResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeUserScramCredentialsResult {
  user: string;
  errorCode: number;
  errorMessage: string | null;
  credentialInfos: readonly CredentialInfo[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CredentialInfo {
  mechanism: number;
  iterations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeUserScramCredentialsResponse: MessageCodec<DescribeUserScramCredentialsResponse> = {
  name: 'DescribeUserScramCredentialsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeUserScramCredentialsResponse,
  write: writeDescribeUserScramCredentialsResponse,
  create: createDescribeUserScramCredentialsResponse,
};

function createDescribeUserScramCredentialsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  results = [],
  unknownTaggedFields,
}: Partial<DescribeUserScramCredentialsResponse> = {}): DescribeUserScramCredentialsResponse {
  const message: DescribeUserScramCredentialsResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    results,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeUserScramCredentialsResponse(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResponse {
  checkVersion('DescribeUserScramCredentialsResponse', version, 0, 0);
  const message: DescribeUserScramCredentialsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    results: readDescribeUserScramCredentialsResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeUserScramCredentialsResponse(
  writer: Writer,
  message: DescribeUserScramCredentialsResponse,
  version: number,
): void {
  checkVersion('DescribeUserScramCredentialsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeDescribeUserScramCredentialsResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribeUserScramCredentialsResult({
  user = '',
  errorCode = 0,
  errorMessage = '',
  credentialInfos = [],
  unknownTaggedFields,
}: Partial<DescribeUserScramCredentialsResult> = {}): DescribeUserScramCredentialsResult {
  const message: DescribeUserScramCredentialsResult = {
    user,
    errorCode,
    errorMessage,
    credentialInfos,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeUserScramCredentialsResult(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResult {
  const message: DescribeUserScramCredentialsResult = {
    user: reader.string(true),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    credentialInfos: readCredentialInfoArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeUserScramCredentialsResult(
  writer: Writer,
  message: DescribeUserScramCredentialsResult,
  version: number,
): void {
  writer.string(message.user, true);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeCredentialInfoArray(writer, message.credentialInfos, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeUserScramCredentialsResultArray(
  reader: Reader,
  version: number,
): DescribeUserScramCredentialsResult[] {
  const length = reader.arrayLength(true, 6);
  const elements: DescribeUserScramCredentialsResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeUserScramCredentialsResult(reader, version));
  return elements;
}

function writeDescribeUserScramCredentialsResultArray(
  writer: Writer,
  elements: readonly DescribeUserScramCredentialsResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeUserScramCredentialsResult(writer, element, version);
}

export function createCredentialInfo({
  mechanism = 0,
  iterations = 0,
  unknownTaggedFields,
}: Partial<CredentialInfo> = {}): CredentialInfo {
  const message: CredentialInfo = { mechanism, iterations };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCredentialInfo(reader: Reader, version: number): CredentialInfo {
  const message: CredentialInfo = {
    mechanism: reader.int8(),
    iterations: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCredentialInfo(writer: Writer, message: CredentialInfo, version: number): void {
  writer.int8(message.mechanism);
  writer.int32(message.iterations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readCredentialInfoArray(reader: Reader, version: number): CredentialInfo[] {
  const length = reader.arrayLength(true, 6);
  const elements: CredentialInfo[] = [];
  for (let i = 0; i < length; i++) elements.push(readCredentialInfo(reader, version));
  return elements;
}

function writeCredentialInfoArray(
  writer: Writer,
  elements: readonly CredentialInfo[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeCredentialInfo(writer, element, version);
}

