// DescribeAclsRequest: request of API 29; version 1 to 3, flexible from 2.
// Generated from schema/messages/describe-acls-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeAclsRequest {
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

export const DescribeAclsRequest: MessageCodec<DescribeAclsRequest> = {
  name: 'DescribeAclsRequest',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readDescribeAclsRequest,
  write: writeDescribeAclsRequest,
  create: createDescribeAclsRequest,
};

function createDescribeAclsRequest({
  resourceTypeFilter = 0,
  resourceNameFilter = '',
  patternTypeFilter = 3,
  principalFilter = '',
  hostFilter = '',
  operation = 0,
  permissionType = 0,
  unknownTaggedFields,
}: Partial<DescribeAclsRequest> = {}): DescribeAclsRequest {
  const message: DescribeAclsRequest = {
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

function readDescribeAclsRequest(reader: Reader, version: number): DescribeAclsRequest {
  checkVersion('DescribeAclsRequest', version, 1, 3);
  const flexible = version >= 2;
  const message: DescribeAclsRequest = {
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

function writeDescribeAclsRequest(
  writer: Writer,
  message: DescribeAclsRequest,
  version: number,
): void {
  checkVersion('DescribeAclsRequest', version, 1, 3);
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

