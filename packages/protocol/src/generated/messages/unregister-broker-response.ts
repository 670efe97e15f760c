// UnregisterBrokerResponse: response of API 64; version 0, flexible from 0.
// Generated from schema/messages/unregister-broker-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UnregisterBrokerResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UnregisterBrokerResponse: MessageCodec<UnregisterBrokerResponse> = {
  name: 'UnregisterBrokerResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUnregisterBrokerResponse,
  write: writeUnregisterBrokerResponse,
  create: createUnregisterBrokerResponse,
};

function createUnregisterBrokerResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<UnregisterBrokerResponse> = {}): UnregisterBrokerResponse {
  const message: UnregisterBrokerResponse = { throttleTimeMs, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUnregisterBrokerResponse(reader: Reader, version: number): UnregisterBrokerResponse {
  checkVersion('UnregisterBrokerResponse', version, 0, 0);
  const message: UnregisterBrokerResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUnregisterBrokerResponse(
  writer: Writer,
  message: UnregisterBrokerResponse,
  version: number,
): void {
  checkVersion('UnregisterBrokerResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

