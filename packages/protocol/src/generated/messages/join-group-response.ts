// JoinGroupResponse: response of API 11; version 0 to 9, flexible from 6.
// Generated from schema/messages/join-group-response.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  present,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface JoinGroupResponse {
  /** version 2+ */
  throttleTimeMs: number;
  errorCode: number;
  /** default -1 */
  generationId: number;
  /** version 7+, default null */
  protocolType: string | null;
  /** null in 7+ */
  protocolName: string | null;
  leader: string;
  /** version 9, default false */
  skipAssignment: boolean;
  memberId: string;
  members: readonly JoinGroupResponseMember[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface JoinGroupResponseMember {
  memberId: string;
  /** version 5+, default null */
  groupInstanceId: string | null;
  metadata: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const JoinGroupResponse: MessageCodec<JoinGroupResponse> = {
  name: 'JoinGroupResponse',
  versions: [0, 9],
  flexibleFrom: 6,
  read: readJoinGroupResponse,
  write: writeJoinGroupResponse,
  create: createJoinGroupResponse,
};

function createJoinGroupResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  generationId = -1,
  protocolType = null,
  protocolName = '',
  leader = '',
  skipAssignment = false,
  memberId = '',
  members = [],
  unknownTaggedFields,
}: Partial<JoinGroupResponse> = {}): JoinGroupResponse {
  const message: JoinGroupResponse = {
    throttleTimeMs,
    errorCode,
    generationId,
    protocolType,
    protocolName,
    leader,
    skipAssignment,
    memberId,
    members,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readJoinGroupResponse(reader: Reader, version: number): JoinGroupResponse {
  checkVersion('JoinGroupResponse', version, 0, 9);
  const flexible = version >= 6;
  const message: JoinGroupResponse = {
    throttleTimeMs: version >= 2 ? reader.int32() : 0,
    errorCode: reader.int16(),
    generationId: reader.int32(),
    protocolType: version >= 7 ? reader.nullableString(flexible) : null,
    protocolName: version >= 7 ? reader.nullableString(flexible) : reader.string(flexible),
    leader: reader.string(flexible),
    skipAssignment: version >= 9 ? reader.boolean() : false,
    memberId: reader.string(flexible),
    members: readJoinGroupResponseMemberArray(reader, version),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeJoinGroupResponse(writer: Writer, message: JoinGroupResponse, version: number): void {
  checkVersion('JoinGroupResponse', version, 0, 9);
  const flexible = version >= 6;
  if (version >= 2) {
    writer.int32(message.throttleTimeMs);
  }
  writer.int16(message.errorCode);
  writer.int32(message.generationId);
  if (version >= 7) {
    writer.nullableString(message.protocolType, flexible);
  }
  if (version >= 7) {
    writer.nullableString(message.protocolName, flexible);
  } else {
    writer.string(present(message.protocolName, 'JoinGroupResponse.protocolName', version), flexible);
  }
  writer.string(message.leader, flexible);
  if (version >= 9) {
    writer.boolean(message.skipAssignment);
  }
  if (version < 9 && message.skipAssignment) {
    throw unsupportedField('JoinGroupResponse.skipAssignment', version);
  }
  writer.string(message.memberId, flexible);
  writeJoinGroupResponseMemberArray(writer, message.members, version);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createJoinGroupResponseMember({
  memberId = '',
  groupInstanceId = null,
  metadata = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<JoinGroupResponseMember> = {}): JoinGroupResponseMember {
  const message: JoinGroupResponseMember = { memberId, groupInstanceId, metadata };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readJoinGroupResponseMember(reader: Reader, version: number): JoinGroupResponseMember {
  const flexible = version >= 6;
  const message: JoinGroupResponseMember = {
    memberId: reader.string(flexible),
    groupInstanceId: version >= 5 ? reader.nullableString(flexible) : null,
    metadata: reader.bytes(flexible),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeJoinGroupResponseMember(
  writer: Writer,
  message: JoinGroupResponseMember,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(message.memberId, flexible);
  if (version >= 5) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  writer.bytes(message.metadata, flexible);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readJoinGroupResponseMemberArray(
  reader: Reader,
  version: number,
): JoinGroupResponseMember[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 4);
  const elements: JoinGroupResponseMember[] = [];
  for (let i = 0; i < length; i++) elements.push(readJoinGroupResponseMember(reader, version));
  return elements;
}

function writeJoinGroupResponseMemberArray(
  writer: Writer,
  elements: readonly JoinGroupResponseMember[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeJoinGroupResponseMember(writer, element, version);
}

