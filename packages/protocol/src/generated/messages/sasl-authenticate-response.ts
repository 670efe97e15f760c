// SaslAuthenticateResponse: response of API 36; version 0 to 2, flexible from 2.
// Generated from schema/messages/sasl-authenticate-response.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SaslAuthenticateResponse {
  errorCode: number;
  errorMessage: string | null;
  authBytes: Uint8Array;
  /** version 1+, default 0 */
  sessionLifetimeMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const SaslAuthenticateResponse: MessageCodec<SaslAuthenticateResponse> = {
  name: 'SaslAuthenticateResponse',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readSaslAuthenticateResponse,
  write: writeSaslAuthenticateResponse,
  create: createSaslAuthenticateResponse,
};

function createSaslAuthenticateResponse({
  errorCode = 0,
  errorMessage = '',
  authBytes = EMPTY_BYTES,
  sessionLifetimeMs = 0,
  unknownTaggedFields,
}: Partial<SaslAuthenticateResponse> = {}): SaslAuthenticateResponse {
  const message: SaslAuthenticateResponse = {
    errorCode,
    errorMessage,
    authBytes,
    sessionLifetimeMs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSaslAuthenticateResponse(reader: Reader, version: number): SaslAuthenticateResponse {
  checkVersion('SaslAuthenticateResponse', version, 0, 2);
  const flexible = version >= 2;
  const message: SaslAuthenticateResponse = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    authBytes: reader.bytes(flexible),
    sessionLifetimeMs: version >= 1 ? reader.int64() : 0,
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeSaslAuthenticateResponse(
  writer: Writer,
  message: SaslAuthenticateResponse,
  version: number,
): void {
  checkVersion('SaslAuthenticateResponse', version, 0, 2);
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writer.bytes(message.authBytes, flexible);
  if (version >= 1) {
    writer.int64(message.sessionLifetimeMs);
  }
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

