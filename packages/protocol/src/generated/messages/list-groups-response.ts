// ListGroupsResponse: response of API 16; version 0 to 5, flexible from 3.
// Generated from schema/messages/list-groups-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListGroupsResponse {
  /** version 1+ */
  throttleTimeMs: number;
  errorCode: number;
  groups: readonly ListedGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ListedGroup {
  groupId: string;
  protocolType: string;
  /** version 4+ */
  groupState: string;
  /** version 5 */
  groupType: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListGroupsResponse: MessageCodec<ListGroupsResponse> = {
  name: 'ListGroupsResponse',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readListGroupsResponse,
  write: writeListGroupsResponse,
  create: createListGroupsResponse,
};

function createListGroupsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  groups = [],
  unknownTaggedFields,
}: Partial<ListGroupsResponse> = {}): ListGroupsResponse {
  const message: ListGroupsResponse = { throttleTimeMs, errorCode, groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListGroupsResponse(reader: Reader, version: number): ListGroupsResponse {
  checkVersion('ListGroupsResponse', version, 0, 5);
  const message: ListGroupsResponse = {
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    errorCode: reader.int16(),
    groups: readListedGroupArray(reader, version),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListGroupsResponse(
  writer: Writer,
  message: ListGroupsResponse,
  version: number,
): void {
  checkVersion('ListGroupsResponse', version, 0, 5);
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  writer.int16(message.errorCode);
  writeListedGroupArray(writer, message.groups, version);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createListedGroup({
  groupId = '',
  protocolType = '',
  groupState = '',
  groupType = '',
  unknownTaggedFields,
}: Partial<ListedGroup> = {}): ListedGroup {
  const message: ListedGroup = { groupId, protocolType, groupState, groupType };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListedGroup(reader: Reader, version: number): ListedGroup {
  const flexible = version >= 3;
  const message: ListedGroup = {
    groupId: reader.string(flexible),
    protocolType: reader.string(flexible),
    groupState: version >= 4 ? reader.string(flexible) : '',
    groupType: version >= 5 ? reader.string(flexible) : '',
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeListedGroup(writer: Writer, message: ListedGroup, version: number): void {
  const flexible = version >= 3;
  writer.string(message.groupId, flexible);
  writer.string(message.protocolType, flexible);
  if (version >= 4) {
    writer.string(message.groupState, flexible);
  }
  if (version >= 5) {
    writer.string(message.groupType, flexible);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readListedGroupArray(reader: Reader, version: number): ListedGroup[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 3);
  const elements: ListedGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readListedGroup(reader, version));
  return elements;
}

function writeListedGroupArray(
  writer: Writer,
  elements: readonly ListedGroup[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeListedGroup(writer, element, version);
}

