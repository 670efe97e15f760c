// JoinGroupRequest: request of API 11; version 0 to 9, flexible from 6.
// Generated from schema/messages/join-group-request.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface JoinGroupRequest {
  groupId: string;
  sessionTimeoutMs: number;
  /** version 1+, default -1 */
  rebalanceTimeoutMs: number;
  memberId: string;
  /** version 5+, default null */
  groupInstanceId: string | null;
  protocolType: string;
  protocols: readonly JoinGroupRequestProtocol[];
  /** version 8+, default null */
  reason: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface JoinGroupRequestProtocol {
  name: string;
  metadata: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const JoinGroupRequest: MessageCodec<JoinGroupRequest> = {
  name: 'JoinGroupRequest',
  versions: [0, 9],
  flexibleFrom: 6,
  read: readJoinGroupRequest,
  write: writeJoinGroupRequest,
  create: createJoinGroupRequest,
};

function createJoinGroupRequest({
  groupId = '',
  sessionTimeoutMs = 0,
  rebalanceTimeoutMs = -1,
  memberId = '',
  groupInstanceId = null,
  protocolType = '',
  protocols = [],
  reason = null,
  unknownTaggedFields,
}: Partial<JoinGroupRequest> = {}): JoinGroupRequest {
  const message: JoinGroupRequest = {
    groupId,
    sessionTimeoutMs,
    rebalanceTimeoutMs,
    memberId,
    groupInstanceId,
    protocolType,
    protocols,
    reason,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readJoinGroupRequest(reader: Reader, version: number): JoinGroupRequest {
  checkVersion('JoinGroupRequest', version, 0, 9);
  const flexible = version >= 6;
  const message: JoinGroupRequest = {
    groupId: reader.string(flexible),
    sessionTimeoutMs: reader.int32(),
    rebalanceTimeoutMs: version >= 1 ? reader.int32() : -1,
    memberId: reader.string(flexible),
    groupInstanceId: version >= 5 ? reader.nullableString(flexible) : null,
    protocolType: reader.string(flexible),
    protocols: readJoinGroupRequestProtocolArray(reader, version),
    reason: version >= 8 ? reader.nullableString(flexible) : null,
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeJoinGroupRequest(writer: Writer, message: JoinGroupRequest, version: number): void {
  checkVersion('JoinGroupRequest', version, 0, 9);
  const flexible = version >= 6;
  writer.string(message.groupId, flexible);
  writer.int32(message.sessionTimeoutMs);
  if (version >= 1) {
    writer.int32(message.rebalanceTimeoutMs);
  }
  writer.string(message.memberId, flexible);
  if (version >= 5) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  if (version < 5 && message.groupInstanceId !== null) {
    throw unsupportedField('JoinGroupRequest.groupInstanceId', version);
  }
  writer.string(message.protocolType, flexible);
  writeJoinGroupRequestProtocolArray(writer, message.protocols, version);
  if (version >= 8) {
    writer.nullableString(message.reason, flexible);
  }
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createJoinGroupRequestProtocol({
  name = '',
  metadata = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<JoinGroupRequestProtocol> = {}): JoinGroupRequestProtocol {
  const message: JoinGroupRequestProtocol = { name, metadata };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readJoinGroupRequestProtocol(reader: Reader, version: number): JoinGroupRequestProtocol {
  const flexible = version >= 6;
  const message: JoinGroupRequestProtocol = {
    name: reader.string(flexible),
    metadata: reader.bytes(flexible),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeJoinGroupRequestProtocol(
  writer: Writer,
  message: JoinGroupRequestProtocol,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(message.name, flexible);
  writer.bytes(message.metadata, flexible);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readJoinGroupRequestProtocolArray(
  reader: Reader,
  version: number,
): JoinGroupRequestProtocol[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 3);
  const elements: JoinGroupRequestProtocol[] = [];
  for (let i = 0; i < length; i++) elements.push(readJoinGroupRequestProtocol(reader, version));
  return elements;
}

function writeJoinGroupRequestProtocolArray(
  writer: Writer,
  elements: readonly JoinGroupRequestProtocol[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeJoinGroupRequestProtocol(writer, element, version);
}

