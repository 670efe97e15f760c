// SyncGroupRequest: request of API 14; version 0 to 5, flexible from 4.
// Generated from schema/messages/sync-group-request.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SyncGroupRequest {
  groupId: string;
  generationId: number;
  memberId: string;
  /** version 3+, default null */
  groupInstanceId: string | null;
  /** version 5, default null */
  protocolType: string | null;
  /** version 5, default null */
  protocolName: string | null;
  assignments: readonly SyncGroupRequestAssignment[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface SyncGroupRequestAssignment {
  memberId: string;
  assignment: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const SyncGroupRequest: MessageCodec<SyncGroupRequest> = {
  name: 'SyncGroupRequest',
  versions: [0, 5],
  flexibleFrom: 4,
  read: readSyncGroupRequest,
  write: writeSyncGroupRequest,
  create: createSyncGroupRequest,
};

function createSyncGroupRequest({
  groupId = '',
  generationId = 0,
  memberId = '',
  groupInstanceId = null,
  protocolType = null,
  protocolName = null,
  assignments = [],
  unknownTaggedFields,
}: Partial<SyncGroupRequest> = {}): SyncGroupRequest {
  const message: SyncGroupRequest = {
    groupId,
    generationId,
    memberId,
    groupInstanceId,
    protocolType,
    protocolName,
    assignments,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSyncGroupRequest(reader: Reader, version: number): SyncGroupRequest {
  checkVersion('SyncGroupRequest', version, 0, 5);
  const flexible = version >= 4;
  const message: SyncGroupRequest = {
    groupId: reader.string(flexible),
    generationId: reader.int32(),
    memberId: reader.string(flexible),
    groupInstanceId: version >= 3 ? reader.nullableString(flexible) : null,
    protocolType: version >= 5 ? reader.nullableString(flexible) : null,
    protocolName: version >= 5 ? reader.nullableString(flexible) : null,
    assignments: readSyncGroupRequestAssignmentArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeSyncGroupRequest(writer: Writer, message: SyncGroupRequest, version: number): void {
  checkVersion('SyncGroupRequest', version, 0, 5);
  const flexible = version >= 4;
  writer.string(message.groupId, flexible);
  writer.int32(message.generationId);
  writer.string(message.memberId, flexible);
  if (version >= 3) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  if (version < 3 && message.groupInstanceId !== null) {
    throw unsupportedField('SyncGroupRequest.groupInstanceId', version);
  }
  if (version >= 5) {
    writer.nullableString(message.protocolType, flexible);
  }
  if (version >= 5) {
    writer.nullableString(message.protocolName, flexible);
  }
  writeSyncGroupRequestAssignmentArray(writer, message.assignments, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createSyncGroupRequestAssignment({
  memberId = '',
  assignment = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<SyncGroupRequestAssignment> = {}): SyncGroupRequestAssignment {
  const message: SyncGroupRequestAssignment = { memberId, assignment };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSyncGroupRequestAssignment(
  reader: Reader,
  version: number,
): SyncGroupRequestAssignment {
  const flexible = version >= 4;
  const message: SyncGroupRequestAssignment = {
    memberId: reader.string(flexible),
    assignment: reader.bytes(flexible),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeSyncGroupRequestAssignment(
  writer: Writer,
  message: SyncGroupRequestAssignment,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(message.memberId, flexible);
  writer.bytes(message.assignment, flexible);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readSyncGroupRequestAssignmentArray(
  reader: Reader,
  version: number,
): SyncGroupRequestAssignment[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 3);
  const elements: SyncGroupRequestAssignment[] = [];
  for (let i = 0; i < length; i++) elements.push(readSyncGroupRequestAssignment(reader, version));
  return elements;
}

function writeSyncGroupRequestAssignmentArray(
  writer: Writer,
  elements: readonly SyncGroupRequestAssignment[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeSyncGroupRequestAssignment(writer, element, version);
}

