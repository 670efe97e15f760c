// LeaveGroupResponse: response of API 13; version 0 to 5, flexible from 4.
// Generated from schema/messages/leave-group-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface LeaveGroupResponse {
  /** version 1+ */
  throttleTimeMs: number;
  errorCode: number;
  /** version 3+ */
  members: readonly MemberResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MemberResponse {
  memberId: string;
  groupInstanceId: string | null;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const LeaveGroupResponse: MessageCodec<LeaveGroupResponse> = {
  name: 'LeaveGroupResponse',
  versions: [0, 5],
  flexibleFrom: 4,
  read: readLeaveGroupResponse,
  write: writeLeaveGroupResponse,
  create: createLeaveGroupResponse,
};

function createLeaveGroupResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  members = [],
  unknownTaggedFields,
}: Partial<LeaveGroupResponse> = {}): LeaveGroupResponse {
  const message: LeaveGroupResponse = { throttleTimeMs, errorCode, members };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLeaveGroupResponse(reader: Reader, version: number): LeaveGroupResponse {
  checkVersion('LeaveGroupResponse', version, 0, 5);
  const message: LeaveGroupResponse = {
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    errorCode: reader.int16(),
    members: version >= 3 ? readMemberResponseArray(reader, version) : [],
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeLeaveGroupResponse(
  writer: Writer,
  message: LeaveGroupResponse,
  version: number,
): void {
  checkVersion('LeaveGroupResponse', version, 0, 5);
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  writer.int16(message.errorCode);
  if (version >= 3) {
    writeMemberResponseArray(writer, message.members, version);
  }
  if (version < 3 && message.members.length !== 0) {
    throw unsupportedField('LeaveGroupResponse.members', version);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createMemberResponse({
  memberId = '',
  groupInstanceId = '',
  errorCode = 0,
  unknownTaggedFields,
}: Partial<MemberResponse> = {}): MemberResponse {
  const message: MemberResponse = { memberId, groupInstanceId, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMemberResponse(reader: Reader, version: number): MemberResponse {
  const flexible = version >= 4;
  const message: MemberResponse = {
    memberId: reader.string(flexible),
    groupInstanceId: reader.nullableString(flexible),
    errorCode: reader.int16(),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMemberResponse(writer: Writer, message: MemberResponse, version: number): void {
  const flexible = version >= 4;
  writer.string(message.memberId, flexible);
  writer.nullableString(message.groupInstanceId, flexible);
  writer.int16(message.errorCode);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMemberResponseArray(reader: Reader, version: number): MemberResponse[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 5);
  const elements: MemberResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readMemberResponse(reader, version));
  return elements;
}

function writeMemberResponseArray(
  writer: Writer,
  elements: readonly MemberResponse[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMemberResponse(writer, element, version);
}

