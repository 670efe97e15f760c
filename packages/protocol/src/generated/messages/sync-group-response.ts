// SyncGroupResponse: response of API 14; version 0 to 5, flexible from 4.
// Generated from schema/messages/sync-group-response.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SyncGroupResponse {
  /** version 1+ */
  throttleTimeMs: number;
  errorCode: number;
  /** version 5, default null */
  protocolType: string | null;
  /** version 5, default null */
  protocolName: string | null;
  assignment: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const SyncGroupResponse: MessageCodec<SyncGroupResponse> = {
  name: 'SyncGroupResponse',
  versions: [0, 5],
  flexibleFrom: 4,
  read: readSyncGroupResponse,
  write: writeSyncGroupResponse,
  create: createSyncGroupResponse,
};

function createSyncGroupResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  protocolType = null,
  protocolName = null,
  assignment = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<SyncGroupResponse> = {}): SyncGroupResponse {
  const message: SyncGroupResponse = {
    throttleTimeMs,
    errorCode,
    protocolType,
    protocolName,
    assignment,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSyncGroupResponse(reader: Reader, version: number): SyncGroupResponse {
  checkVersion('SyncGroupResponse', version, 0, 5);
  const flexible = version >= 4;
  const message: SyncGroupResponse = {
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    errorCode: reader.int16(),
    protocolType: version >= 5 ? reader.nullableString(flexible) : null,
    protocolName: version >= 5 ? reader.nullableString(flexible) : null,
    assignment: reader.bytes(flexible),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeSyncGroupResponse(writer: Writer, message: SyncGroupResponse, version: number): void {
  checkVersion('SyncGroupResponse', version, 0, 5);
  const flexible = version >= 4;
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  writer.int16(message.errorCode);
  if (version >= 5) {
    writer.nullableString(message.protocolType, flexible);
  }
  if (version >= 5) {
    writer.nullableString(message.protocolName, flexible);
  }
  writer.bytes(message.assignment, flexible);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

