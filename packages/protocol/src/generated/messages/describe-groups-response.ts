// DescribeGroupsResponse: response of API 15; version 0 to 6, flexible from 5.
// Generated from schema/messages/describe-groups-response.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeGroupsResponse {
  /** version 1+ */
  throttleTimeMs: number;
  groups: readonly DescribedGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribedGroup {
  errorCode: number;
  /** version 6, default null */
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  protocolType: string;
  protocolData: string;
  members: readonly DescribedGroupMember[];
  /** version 3+, default -2147483648 */
  authorizedOperations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribedGroupMember {
  memberId: string;
  /** version 4+, default null */
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  memberMetadata: Uint8Array;
  memberAssignment: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeGroupsResponse: MessageCodec<DescribeGroupsResponse> = {
  name: 'DescribeGroupsResponse',
  versions: [0, 6],
  flexibleFrom: 5,
  read: readDescribeGroupsResponse,
  write: writeDescribeGroupsResponse,
  create: createDescribeGroupsResponse,
};

function createDescribeGroupsResponse({
  throttleTimeMs = 0,
  groups = [],
  unknownTaggedFields,
}: Partial<DescribeGroupsResponse> = {}): DescribeGroupsResponse {
  const message: DescribeGroupsResponse = { throttleTimeMs, groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeGroupsResponse(reader: Reader, version: number): DescribeGroupsResponse {
  checkVersion('DescribeGroupsResponse', version, 0, 6);
  const message: DescribeGroupsResponse = {
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    groups: readDescribedGroupArray(reader, version),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeGroupsResponse(
  writer: Writer,
  message: DescribeGroupsResponse,
  version: number,
): void {
  checkVersion('DescribeGroupsResponse', version, 0, 6);
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  writeDescribedGroupArray(writer, message.groups, version);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribedGroup({
  errorCode = 0,
  errorMessage = null,
  groupId = '',
  groupState = '',
  protocolType = '',
  protocolData = '',
  members = [],
  authorizedOperations = -2147483648,
  unknownTaggedFields,
}: Partial<DescribedGroup> = {}): DescribedGroup {
  const message: DescribedGroup = {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    protocolType,
    protocolData,
    members,
    authorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribedGroup(reader: Reader, version: number): DescribedGroup {
  const flexible = version >= 5;
  const message: DescribedGroup = {
    errorCode: reader.int16(),
    errorMessage: version >= 6 ? reader.nullableString(flexible) : null,
    groupId: reader.string(flexible),
    groupState: reader.string(flexible),
    protocolType: reader.string(flexible),
    protocolData: reader.string(flexible),
    members: readDescribedGroupMemberArray(reader, version),
    authorizedOperations: version >= 3 ? reader.int32() : -2147483648,
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribedGroup(writer: Writer, message: DescribedGroup, version: number): void {
  const flexible = version >= 5;
  writer.int16(message.errorCode);
  if (version >= 6) {
    writer.nullableString(message.errorMessage, flexible);
  }
  if (version < 6 && message.errorMessage !== null) {
    throw unsupportedField('DescribedGroup.errorMessage', version);
  }
  writer.string(message.groupId, flexible);
  writer.string(message.groupState, flexible);
  writer.string(message.protocolType, flexible);
  writer.string(message.protocolData, flexible);
  writeDescribedGroupMemberArray(writer, message.members, version);
  if (version >= 3) {
    writer.int32(message.authorizedOperations);
  }
  if (version < 3 && message.authorizedOperations !== -2147483648) {
    throw unsupportedField('DescribedGroup.authorizedOperations', version);
  }
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribedGroupArray(reader: Reader, version: number): DescribedGroup[] {
  const flexible = version >= 5;
  const length = reader.arrayLength(flexible, 12);
  const elements: DescribedGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribedGroup(reader, version));
  return elements;
}

function writeDescribedGroupArray(
  writer: Writer,
  elements: readonly DescribedGroup[],
  version: number,
): void {
  const flexible = version >= 5;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribedGroup(writer, element, version);
}

export function createDescribedGroupMember({
  memberId = '',
  groupInstanceId = null,
  clientId = '',
  clientHost = '',
  memberMetadata = EMPTY_BYTES,
  memberAssignment = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<DescribedGroupMember> = {}): DescribedGroupMember {
  const message: DescribedGroupMember = {
    memberId,
    groupInstanceId,
    clientId,
    clientHost,
    memberMetadata,
    memberAssignment,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribedGroupMember(reader: Reader, version: number): DescribedGroupMember {
  const flexible = version >= 5;
  const message: DescribedGroupMember = {
    memberId: reader.string(flexible),
    groupInstanceId: version >= 4 ? reader.nullableString(flexible) : null,
    clientId: reader.string(flexible),
    clientHost: reader.string(flexible),
    memberMetadata: reader.bytes(flexible),
    memberAssignment: reader.bytes(flexible),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribedGroupMember(
  writer: Writer,
  message: DescribedGroupMember,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(message.memberId, flexible);
  if (version >= 4) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  writer.string(message.clientId, flexible);
  writer.string(message.clientHost, flexible);
  writer.bytes(message.memberMetadata, flexible);
  writer.bytes(message.memberAssignment, flexible);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribedGroupMemberArray(reader: Reader, version: number): DescribedGroupMember[] {
  const flexible = version >= 5;
  const length = reader.arrayLength(flexible, 7);
  const elements: DescribedGroupMember[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribedGroupMember(reader, version));
  return elements;
}

function writeDescribedGroupMemberArray(
  writer: Writer,
  elements: readonly DescribedGroupMember[],
  version: number,
): void {
  const flexible = version >= 5;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribedGroupMember(writer, element, version);
}

