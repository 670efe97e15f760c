// DeleteAclsResponse: response of API 31; version 1 to 3, flexible from 2.
// Generated from schema/messages/delete-acls-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteAclsResponse {
  throttleTimeMs: number;
  filterResults: readonly DeleteAclsFilterResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteAclsFilterResult {
  errorCode: number;
  errorMessage: string | null;
  matchingAcls: readonly DeleteAclsMatchingAcl[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteAclsMatchingAcl {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  /** default 3 */
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteAclsResponse: MessageCodec<DeleteAclsResponse> = {
  name: 'DeleteAclsResponse',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readDeleteAclsResponse,
  write: writeDeleteAclsResponse,
  create: createDeleteAclsResponse,
};

function createDeleteAclsResponse({
  throttleTimeMs = 0,
  filterResults = [],
  unknownTaggedFields,
}: Partial<DeleteAclsResponse> = {}): DeleteAclsResponse {
  const message: DeleteAclsResponse = { throttleTimeMs, filterResults };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteAclsResponse(reader: Reader, version: number): DeleteAclsResponse {
  checkVersion('DeleteAclsResponse', version, 1, 3);
  const message: DeleteAclsResponse = {
    throttleTimeMs: reader.int32(),
    filterResults: readDeleteAclsFilterResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteAclsResponse(
  writer: Writer,
  message: DeleteAclsResponse,
  version: number,
): void {
  checkVersion('DeleteAclsResponse', version, 1, 3);
  writer.int32(message.throttleTimeMs);
  writeDeleteAclsFilterResultArray(writer, message.filterResults, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeleteAclsFilterResult({
  errorCode = 0,
  errorMessage = '',
  matchingAcls = [],
  unknownTaggedFields,
}: Partial<DeleteAclsFilterResult> = {}): DeleteAclsFilterResult {
  const message: DeleteAclsFilterResult = { errorCode, errorMessage, matchingAcls };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteAclsFilterResult(reader: Reader, version: number): DeleteAclsFilterResult {
  const flexible = version >= 2;
  const message: DeleteAclsFilterResult = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    matchingAcls: readDeleteAclsMatchingAclArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteAclsFilterResult(
  writer: Writer,
  message: DeleteAclsFilterResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writeDeleteAclsMatchingAclArray(writer, message.matchingAcls, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteAclsFilterResultArray(
  reader: Reader,
  version: number,
): DeleteAclsFilterResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 5);
  const elements: DeleteAclsFilterResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteAclsFilterResult(reader, version));
  return elements;
}

function writeDeleteAclsFilterResultArray(
  writer: Writer,
  elements: readonly DeleteAclsFilterResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteAclsFilterResult(writer, element, version);
}

export function createDeleteAclsMatchingAcl({
  errorCode = 0,
  errorMessage = '',
  resourceType = 0,
  resourceName = '',
  patternType = 3,
  principal = '',
  host = '',
  operation = 0,
  permissionType = 0,
  unknownTaggedFields,
}: Partial<DeleteAclsMatchingAcl> = {}): DeleteAclsMatchingAcl {
  const message: DeleteAclsMatchingAcl = {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteAclsMatchingAcl(reader: Reader, version: number): DeleteAclsMatchingAcl {
  const flexible = version >= 2;
  const message: DeleteAclsMatchingAcl = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    patternType: reader.int8(),
    principal: reader.string(flexible),
    host: reader.string(flexible),
    operation: reader.int8(),
    permissionType: reader.int8(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteAclsMatchingAcl(
  writer: Writer,
  message: DeleteAclsMatchingAcl,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writer.int8(message.patternType);
  writer.string(message.principal, flexible);
  writer.string(message.host, flexible);
  writer.int8(message.operation);
  writer.int8(message.permissionType);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteAclsMatchingAclArray(reader: Reader, version: number): DeleteAclsMatchingAcl[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 11);
  const elements: DeleteAclsMatchingAcl[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteAclsMatchingAcl(reader, version));
  return elements;
}

function writeDeleteAclsMatchingAclArray(
  writer: Writer,
  elements: readonly DeleteAclsMatchingAcl[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteAclsMatchingAcl(writer, element, version);
}

