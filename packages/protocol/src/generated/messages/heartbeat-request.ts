// HeartbeatRequest: request of API 12; version 0 to 4, flexible from 4.
// Generated from schema/messages/heartbeat-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface HeartbeatRequest {
  groupId: string;
  generationId: number;
  memberId: string;
  /** version 3+, default null */
  groupInstanceId: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const HeartbeatRequest: MessageCodec<HeartbeatRequest> = {
  name: 'HeartbeatRequest',
  versions: [0, 4],
  flexibleFrom: 4,
  read: readHeartbeatRequest,
  write: writeHeartbeatRequest,
  create: createHeartbeatRequest,
};

function createHeartbeatRequest({
  groupId = '',
  generationId = 0,
  memberId = '',
  groupInstanceId = null,
  unknownTaggedFields,
}: Partial<HeartbeatRequest> = {}): HeartbeatRequest {
  const message: HeartbeatRequest = { groupId, generationId, memberId, groupInstanceId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readHeartbeatRequest(reader: Reader, version: number): HeartbeatRequest {
  checkVersion('HeartbeatRequest', version, 0, 4);
  const flexible = version >= 4;
  const message: HeartbeatRequest = {
    groupId: reader.string(flexible),
    generationId: reader.int32(),
    memberId: reader.string(flexible),
    groupInstanceId: version >= 3 ? reader.nullableString(flexible) : null,
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeHeartbeatRequest(writer: Writer, message: HeartbeatRequest, version: number): void {
  checkVersion('HeartbeatRequest', version, 0, 4);
  const flexible = version >= 4;
  writer.string(message.groupId, flexible);
  writer.int32(message.generationId);
  writer.string(message.memberId, flexible);
  if (version >= 3) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  if (version < 3 && message.groupInstanceId !== null) {
    throw unsupportedField('HeartbeatRequest.groupInstanceId', version);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

