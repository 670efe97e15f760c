// CreateAclsResponse: response of API 30; version 1 to 3, flexible from 2.
// Generated from schema/messages/create-acls-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreateAclsResponse {
  throttleTimeMs: number;
  results: readonly AclCreationResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AclCreationResult {
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreateAclsResponse: MessageCodec<CreateAclsResponse> = {
  name: 'CreateAclsResponse',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readCreateAclsResponse,
  write: writeCreateAclsResponse,
  create: createCreateAclsResponse,
};

function createCreateAclsResponse({
  throttleTimeMs = 0,
  results = [],
  unknownTaggedFields,
}: Partial<CreateAclsResponse> = {}): CreateAclsResponse {
  const message: CreateAclsResponse = { throttleTimeMs, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreateAclsResponse(reader: Reader, version: number): CreateAclsResponse {
  checkVersion('CreateAclsResponse', version, 1, 3);
  const message: CreateAclsResponse = {
    throttleTimeMs: reader.int32(),
    results: readAclCreationResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreateAclsResponse(
  writer: Writer,
  message: CreateAclsResponse,
  version: number,
): void {
  checkVersion('CreateAclsResponse', version, 1, 3);
  writer.int32(message.throttleTimeMs);
  writeAclCreationResultArray(writer, message.results, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAclCreationResult({
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<AclCreationResult> = {}): AclCreationResult {
  const message: AclCreationResult = { errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAclCreationResult(reader: Reader, version: number): AclCreationResult {
  const flexible = version >= 2;
  const message: AclCreationResult = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAclCreationResult(writer: Writer, message: AclCreationResult, version: number): void {
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAclCreationResultArray(reader: Reader, version: number): AclCreationResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 4);
  const elements: AclCreationResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAclCreationResult(reader, version));
  return elements;
}

function writeAclCreationResultArray(
  writer: Writer,
  elements: readonly AclCreationResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAclCreationResult(writer, element, version);
}

