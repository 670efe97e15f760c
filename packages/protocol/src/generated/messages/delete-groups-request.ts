// DeleteGroupsRequest: request of API 42; version 0 to 2, flexible from 2.
// Generated from schema/messages/delete-groups-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteGroupsRequest {
  groupsNames: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteGroupsRequest: MessageCodec<DeleteGroupsRequest> = {
  name: 'DeleteGroupsRequest',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readDeleteGroupsRequest,
  write: writeDeleteGroupsRequest,
  create: createDeleteGroupsRequest,
};

function createDeleteGroupsRequest({
  groupsNames = [],
  unknownTaggedFields,
}: Partial<DeleteGroupsRequest> = {}): DeleteGroupsRequest {
  const message: DeleteGroupsRequest = { groupsNames };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteGroupsRequest(reader: Reader, version: number): DeleteGroupsRequest {
  checkVersion('DeleteGroupsRequest', version, 0, 2);
  const flexible = version >= 2;
  const message: DeleteGroupsRequest = {
    groupsNames: reader.stringArray(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteGroupsRequest(
  writer: Writer,
  message: DeleteGroupsRequest,
  version: number,
): void {
  checkVersion('DeleteGroupsRequest', version, 0, 2);
  const flexible = version >= 2;
  writer.stringArray(message.groupsNames, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

