// SaslHandshakeResponse: response of API 17; version 0 to 1, never flexible.
// Generated from schema/messages/sasl-handshake-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SaslHandshakeResponse {
  errorCode: number;
  mechanisms: readonly string[];
}

export const SaslHandshakeResponse: MessageCodec<SaslHandshakeResponse> = {
  name: 'SaslHandshakeResponse',
  versions: [0, 1],
  flexibleFrom: Infinity,
  read: readSaslHandshakeResponse,
  write: writeSaslHandshakeResponse,
  create: createSaslHandshakeResponse,
};

function createSaslHandshakeResponse({
  errorCode = 0,
  mechanisms = [],
}: Partial<SaslHandshakeResponse> = {}): SaslHandshakeResponse {
  const message: SaslHandshakeResponse = { errorCode, mechanisms };
  return message;
}

function readSaslHandshakeResponse(reader: Reader, version: number): SaslHandshakeResponse {
  checkVersion('SaslHandshakeResponse', version, 0, 1);
  const message: SaslHandshakeResponse = {
    errorCode: reader.int16(),
    mechanisms: reader.stringArray(false),
  };
  return message;
}

function writeSaslHandshakeResponse(
  writer: Writer,
  message: SaslHandshakeResponse,
  version: number,
): void {
  checkVersion('SaslHandshakeResponse', version, 0, 1);
  writer.int16(message.errorCode);
  writer.stringArray(message.mechanisms, false);
}

