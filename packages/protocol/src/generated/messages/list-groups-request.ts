// ListGroupsRequest: request of API 16; version 0 to 5, flexible from 3.
// Generated from schema/messages/list-groups-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListGroupsRequest {
  /** version 4+ */
  statesFilter: readonly string[];
  /** version 5 */
  typesFilter: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListGroupsRequest: MessageCodec<ListGroupsRequest> = {
  name: 'ListGroupsRequest',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readListGroupsRequest,
  write: writeListGroupsRequest,
  create: createListGroupsRequest,
};

function createListGroupsRequest({
  statesFilter = [],
  typesFilter = [],
  unknownTaggedFields,
}: Partial<ListGroupsRequest> = {}): ListGroupsRequest {
  const message: ListGroupsRequest = { statesFilter, typesFilter };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListGroupsRequest(reader: Reader, version: number): ListGroupsRequest {
  checkVersion('ListGroupsRequest', version, 0, 5);
  const flexible = version >= 3;
  const message: ListGroupsRequest = {
    statesFilter: version >= 4 ? reader.stringArray(flexible) : [],
    typesFilter: version >= 5 ? reader.stringArray(flexible) : [],
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListGroupsRequest(writer: Writer, message: ListGroupsRequest, version: number): void {
  checkVersion('ListGroupsRequest', version, 0, 5);
  const flexible = version >= 3;
  if (version >= 4) {
    writer.stringArray(message.statesFilter, flexible);
  }
  if (version < 4 && message.statesFilter.length !== 0) {
    throw unsupportedField('ListGroupsRequest.statesFilter', version);
  }
  if (version >= 5) {
    writer.stringArray(message.typesFilter, flexible);
  }
  if (version < 5 && message.typesFilter.length !== 0) {
    throw unsupportedField('ListGroupsRequest.typesFilter', version);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

