// SaslHandshakeRequest: request of API 17; version 0 to 1, never flexible.
// Generated from schema/messages/sasl-handshake-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SaslHandshakeRequest {
  mechanism: string;
}

export const SaslHandshakeRequest: MessageCodec<SaslHandshakeRequest> = {
  name: 'SaslHandshakeRequest',
  versions: [0, 1],
  flexibleFrom: Infinity,
  read: readSaslHandshakeRequest,
  write: writeSaslHandshakeRequest,
  create: createSaslHandshakeRequest,
};

function createSaslHandshakeRequest({
  mechanism = '',
}: Partial<SaslHandshakeRequest> = {}): SaslHandshakeRequest {
  const message: SaslHandshakeRequest = { mechanism };
  return message;
}

function readSaslHandshakeRequest(reader: Reader, version: number): SaslHandshakeRequest {
  checkVersion('SaslHandshakeRequest', version, 0, 1);
  const message: SaslHandshakeRequest = {
    mechanism: reader.string(false),
  };
  return message;
}

function writeSaslHandshakeRequest(
  writer: Writer,
  message: SaslHandshakeRequest,
  version: number,
): void {
  checkVersion('SaslHandshakeRequest', version, 0, 1);
  writer.string(message.mechanism, false);
}

