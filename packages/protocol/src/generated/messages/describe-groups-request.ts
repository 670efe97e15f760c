// DescribeGroupsRequest: request of API 15; version 0 to 6, flexible from 5.
// Generated from schema/messages/describe-groups-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeGroupsRequest {
  groups: readonly string[];
  /** version 3+ */
  includeAuthorizedOperations: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeGroupsRequest: MessageCodec<DescribeGroupsRequest> = {
  name: 'DescribeGroupsRequest',
  versions: [0, 6],
  flexibleFrom: 5,
  read: readDescribeGroupsRequest,
  write: writeDescribeGroupsRequest,
  create: createDescribeGroupsRequest,
};

function createDescribeGroupsRequest({
  groups = [],
  includeAuthorizedOperations = false,
  unknownTaggedFields,
}: Partial<DescribeGroupsRequest> = {}): DescribeGroupsRequest {
  const message: DescribeGroupsRequest = { groups, includeAuthorizedOperations };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeGroupsRequest(reader: Reader, version: number): DescribeGroupsRequest {
  checkVersion('DescribeGroupsRequest', version, 0, 6);
  const flexible = version >= 5;
  const message: DescribeGroupsRequest = {
    groups: reader.stringArray(flexible),
    includeAuthorizedOperations: version >= 3 ? reader.boolean() : false,
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeGroupsRequest(
  writer: Writer,
  message: DescribeGroupsRequest,
  version: number,
): void {
  checkVersion('DescribeGroupsRequest', version, 0, 6);
  const flexible = version >= 5;
  writer.stringArray(message.groups, flexible);
  if (version >= 3) {
    writer.boolean(message.includeAuthorizedOperations);
  }
  if (version < 3 && message.includeAuthorizedOperations) {
    throw unsupportedField('DescribeGroupsRequest.includeAuthorizedOperations', version);
  }
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

