// DeleteAclsRequest: request of API 31; version 1 to 3, flexible from 2.
// Generated from schema/messages/delete-acls-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteAclsRequest {
  filters: readonly DeleteAclsFilter[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteAclsFilter {
  resourceTypeFilter: number;
  resourceNameFilter: string | null;
  /** default 3 */
  patternTypeFilter: number;
  principalFilter: string | null;
  hostFilter: string | null;
  operation: number;
  permissionType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteAclsRequest: MessageCodec<DeleteAclsRequest> = {
  name: 'DeleteAclsRequest',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readDeleteAclsRequest,
  write: writeDeleteAclsRequest,
  create: createDeleteAclsRequest,
};

function createDeleteAclsRequest({
  filters = [],
  unknownTaggedFields,
}: Partial<DeleteAclsRequest> = {}): DeleteAclsRequest {
  const message: DeleteAclsRequest = { filters };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteAclsRequest(reader: Reader, version: number): DeleteAclsRequest {
  checkVersion('DeleteAclsRequest', version, 1, 3);
  const message: DeleteAclsRequest = {
    filters: readDeleteAclsFilterArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteAclsRequest(writer: Writer, message: DeleteAclsRequest, version: number): void {
  checkVersion('DeleteAclsRequest', version, 1, 3);
  writeDeleteAclsFilterArray(writer, message.filters, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeleteAclsFilter({
  resourceTypeFilter = 0,
  resourceNameFilter = '',
  patternTypeFilter = 3,
  principalFilter = '',
  hostFilter = '',
  operation = 0,
  permissionType = 0,
  unknownTaggedFields,
}: Partial<DeleteAclsFilter> = {}): DeleteAclsFilter {
  const message: DeleteAclsFilter = {
    resourceTypeFilter,
    resourceNameFilter,
    patternTypeFilter,
    principalFilter,
    hostFilter,
    operation,
    permissionType,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteAclsFilter(reader: Reader, version: number): DeleteAclsFilter {
  const flexible = version >= 2;
  const message: DeleteAclsFilter = {
    resourceTypeFilter: reader.int8(),
    resourceNameFilter: reader.nullableString(flexible),
    patternTypeFilter: reader.int8(),
    principalFilter: reader.nullableString(flexible),
    hostFilter: reader.nullableString(flexible),
    operation: reader.int8(),
    permissionType: reader.int8(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteAclsFilter(writer: Writer, message: DeleteAclsFilter, version: number): void {
  const flexible = version >= 2;
  writer.int8(message.resourceTypeFilter);
  writer.nullableString(message.resourceNameFilter, flexible);
  writer.int8(message.patternTypeFilter);
  writer.nullableString(message.principalFilter, flexible);
  writer.nullableString(message.hostFilter, flexible);
  writer.int8(message.operation);
  writer.int8(message.permissionType);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeleteAclsFilterArray(reader: Reader, version: number): DeleteAclsFilter[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 8);
  const elements: DeleteAclsFilter[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteAclsFilter(reader, version));
  return elements;
}

function writeDeleteAclsFilterArray(
  writer: Writer,
  elements: readonly DeleteAclsFilter[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeleteAclsFilter(writer, element, version);
}

