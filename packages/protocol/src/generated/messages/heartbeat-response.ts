// HeartbeatResponse: response of API 12; version 0 to 4, flexible from 4.
// Generated from schema/messages/heartbeat-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface HeartbeatResponse {
  /** version 1+ */
  throttleTimeMs: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const HeartbeatResponse: MessageCodec<HeartbeatResponse> = {
  name: 'HeartbeatResponse',
  versions: [0, 4],
  flexibleFrom: 4,
  read: readHeartbeatResponse,
  write: writeHeartbeatResponse,
  create: createHeartbeatResponse,
};

function createHeartbeatResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<HeartbeatResponse> = {}): HeartbeatResponse {
  const message: HeartbeatResponse = { throttleTimeMs, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readHeartbeatResponse(reader: Reader, version: number): HeartbeatResponse {
  checkVersion('HeartbeatResponse', version, 0, 4);
  const message: HeartbeatResponse = {
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    errorCode: reader.int16(),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeHeartbeatResponse(writer: Writer, message: HeartbeatResponse, version: number): void {
  checkVersion('HeartbeatResponse', version, 0, 4);
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  writer.int16(message.errorCode);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

