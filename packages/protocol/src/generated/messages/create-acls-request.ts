// CreateAclsRequest: request of API 30; version 1 to 3, flexible from 2.
// Generated from schema/messages/create-acls-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreateAclsRequest {
  creations: readonly AclCreation[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AclCreation {
  resourceType: number;
  resourceName: string;
  /** default 3 */
  resourcePatternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreateAclsRequest: MessageCodec<CreateAclsRequest> = {
  name: 'CreateAclsRequest',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readCreateAclsRequest,
  write: writeCreateAclsRequest,
  create: createCreateAclsRequest,
};

function createCreateAclsRequest({
  creations = [],
  unknownTaggedFields,
}: Partial<CreateAclsRequest> = {}): CreateAclsRequest {
  const message: CreateAclsRequest = { creations };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreateAclsRequest(reader: Reader, version: number): CreateAclsRequest {
  checkVersion('CreateAclsRequest', version, 1, 3);
  const message: CreateAclsRequest = {
    creations: readAclCreationArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreateAclsRequest(writer: Writer, message: CreateAclsRequest, version: number): void {
  checkVersion('CreateAclsRequest', version, 1, 3);
  writeAclCreationArray(writer, message.creations, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAclCreation({
  resourceType = 0,
  resourceName = '',
  resourcePatternType = 3,
  principal = '',
  host = '',
  operation = 0,
  permissionType = 0,
  unknownTaggedFields,
}: Partial<AclCreation> = {}): AclCreation {
  const message: AclCreation = {
    resourceType,
    resourceName,
    resourcePatternType,
    principal,
    host,
    operation,
    permissionType,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAclCreation(reader: Reader, version: number): AclCreation {
  const flexible = version >= 2;
  const message: AclCreation = {
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    resourcePatternType: reader.int8(),
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

function writeAclCreation(writer: Writer, message: AclCreation, version: number): void {
  const flexible = version >= 2;
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writer.int8(message.resourcePatternType);
  writer.string(message.principal, flexible);
  writer.string(message.host, flexible);
  writer.int8(message.operation);
  writer.int8(message.permissionType);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAclCreationArray(reader: Reader, version: number): AclCreation[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 8);
  const elements: AclCreation[] = [];
  for (let i = 0; i < length; i++) elements.push(readAclCreation(reader, version));
  return elements;
}

function writeAclCreationArray(
  writer: Writer,
  elements: readonly AclCreation[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAclCreation(writer, element, version);
}

