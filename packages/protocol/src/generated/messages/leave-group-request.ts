// LeaveGroupRequest: request of API 13; version 0 to 5, flexible from 4.
// Generated from schema/messages/leave-group-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface LeaveGroupRequest {
  groupId: string;
  /** version 0-2 */
  memberId: string;
  /** version 3+ */
  members: readonly MemberIdentity[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MemberIdentity {
  memberId: string;
  /** default null */
  groupInstanceId: string | null;
  /** version 5, default null */
  reason: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const LeaveGroupRequest: MessageCodec<LeaveGroupRequest> = {
  name: 'LeaveGroupRequest',
  versions: [0, 5],
  flexibleFrom: 4,
  read: readLeaveGroupRequest,
  write: writeLeaveGroupRequest,
  create: createLeaveGroupRequest,
};

function createLeaveGroupRequest({
  groupId = '',
  memberId = '',
  members = [],
  unknownTaggedFields,
}: Partial<LeaveGroupRequest> = {}): LeaveGroupRequest {
  const message: LeaveGroupRequest = { groupId, memberId, members };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLeaveGroupRequest(reader: Reader, version: number): LeaveGroupRequest {
  checkVersion('LeaveGroupRequest', version, 0, 5);
  const flexible = version >= 4;
  const message: LeaveGroupRequest = {
    groupId: reader.string(flexible),
    memberId: version <= 2 ? reader.string(flexible) : '',
    members: version >= 3 ? readMemberIdentityArray(reader, version) : [],
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeLeaveGroupRequest(writer: Writer, message: LeaveGroupRequest, version: number): void {
  checkVersion('LeaveGroupRequest', version, 0, 5);
  const flexible = version >= 4;
  writer.string(message.groupId, flexible);
  if (version <= 2) {
    writer.string(message.memberId, flexible);
  }
  if (version > 2 && message.memberId !== '') {
    throw unsupportedField('LeaveGroupRequest.memberId', version);
  }
  if (version >= 3) {
    writeMemberIdentityArray(writer, message.members, version);
  }
  if (version < 3 && message.members.length !== 0) {
    throw unsupportedField('LeaveGroupRequest.members', version);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createMemberIdentity({
  memberId = '',
  groupInstanceId = null,
  reason = null,
  unknownTaggedFields,
}: Partial<MemberIdentity> = {}): MemberIdentity {
  const message: MemberIdentity = { memberId, groupInstanceId, reason };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMemberIdentity(reader: Reader, version: number): MemberIdentity {
  const flexible = version >= 4;
  const message: MemberIdentity = {
    memberId: reader.string(flexible),
    groupInstanceId: reader.nullableString(flexible),
    reason: version >= 5 ? reader.nullableString(flexible) : null,
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMemberIdentity(writer: Writer, message: MemberIdentity, version: number): void {
  const flexible = version >= 4;
  writer.string(message.memberId, flexible);
  writer.nullableString(message.groupInstanceId, flexible);
  if (version >= 5) {
    writer.nullableString(message.reason, flexible);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMemberIdentityArray(reader: Reader, version: number): MemberIdentity[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 3);
  const elements: MemberIdentity[] = [];
  for (let i = 0; i < length; i++) elements.push(readMemberIdentity(reader, version));
  return elements;
}

function writeMemberIdentityArray(
  writer: Writer,
  elements: readonly MemberIdentity[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMemberIdentity(writer, element, version);
}

