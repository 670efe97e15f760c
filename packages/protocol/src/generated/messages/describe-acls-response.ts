// DescribeAclsResponse: response of API 29; version 1 to 3, flexible from 2.
// Generated from schema/messages/describe-acls-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeAclsResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  resources: readonly DescribeAclsResource[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeAclsResource {
  resourceType: number;
  resourceName: string;
  /** default 3 */
  patternType: number;
  acls: readonly AclDescription[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AclDescription {
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeAclsResponse: MessageCodec<DescribeAclsResponse> = {
  name: 'DescribeAclsResponse',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readDescribeAclsResponse,
  write: writeDescribeAclsResponse,
  create: createDescribeAclsResponse,
};

function createDescribeAclsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  resources = [],
  unknownTaggedFields,
}: Partial<DescribeAclsResponse> = {}): DescribeAclsResponse {
  const message: DescribeAclsResponse = { throttleTimeMs, errorCode, errorMessage, resources };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeAclsResponse(reader: Reader, version: number): DescribeAclsResponse {
  checkVersion('DescribeAclsResponse', version, 1, 3);
  const flexible = version >= 2;
  const message: DescribeAclsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    resources: readDescribeAclsResourceArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeAclsResponse(
  writer: Writer,
  message: DescribeAclsResponse,
  version: number,
): void {
  checkVersion('DescribeAclsResponse', version, 1, 3);
  const flexible = version >= 2;
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writeDescribeAclsResourceArray(writer, message.resources, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribeAclsResource({
  resourceType = 0,
  resourceName = '',
  patternType = 3,
  acls = [],
  unknownTaggedFields,
}: Partial<DescribeAclsResource> = {}): DescribeAclsResource {
  const message: DescribeAclsResource = { resourceType, resourceName, patternType, acls };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeAclsResource(reader: Reader, version: number): DescribeAclsResource {
  const flexible = version >= 2;
  const message: DescribeAclsResource = {
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    patternType: reader.int8(),
    acls: readAclDescriptionArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeAclsResource(
  writer: Writer,
  message: DescribeAclsResource,
  version: number,
): void {
  const flexible = version >= 2;
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writer.int8(message.patternType);
  writeAclDescriptionArray(writer, message.acls, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeAclsResourceArray(reader: Reader, version: number): DescribeAclsResource[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 5);
  const elements: DescribeAclsResource[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeAclsResource(reader, version));
  return elements;
}

function writeDescribeAclsResourceArray(
  writer: Writer,
  elements: readonly DescribeAclsResource[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeAclsResource(writer, element, version);
}

export function createAclDescription({
  principal = '',
  host = '',
  operation = 0,
  permissionType = 0,
  unknownTaggedFields,
}: Partial<AclDescription> = {}): AclDescription {
  const message: AclDescription = { principal, host, operation, permissionType };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAclDescription(reader: Reader, version: number): AclDescription {
  const flexible = version >= 2;
  const message: AclDescription = {
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

function writeAclDescription(writer: Writer, message: AclDescription, version: number): void {
  const flexible = version >= 2;
  writer.string(message.principal, flexible);
  writer.string(message.host, flexible);
  writer.int8(message.operation);
  writer.int8(message.permissionType);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAclDescriptionArray(reader: Reader, version: number): AclDescription[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 5);
  const elements: AclDescription[] = [];
  for (let i = 0; i < length; i++) elements.push(readAclDescription(reader, version));
  return elements;
}

function writeAclDescriptionArray(
  writer: Writer,
  elements: readonly AclDescription[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAclDescription(writer, element, version);
}

