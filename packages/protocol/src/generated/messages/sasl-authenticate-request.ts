// SaslAuthenticateRequest: request of API 36; version 0 to 2, flexible from 2.
// Generated from schema/messages/sasl-authenticate-request.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SaslAuthenticateRequest {
  authBytes: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const SaslAuthenticateRequest: MessageCodec<SaslAuthenticateRequest> = {
  name: 'SaslAuthenticateRequest',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readSaslAuthenticateRequest,
  write: writeSaslAuthenticateRequest,
  create: createSaslAuthenticateRequest,
};

function createSaslAuthenticateRequest({
  authBytes = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<SaslAuthenticateRequest> = {}): SaslAuthenticateRequest {
  const message: SaslAuthenticateRequest = { authBytes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSaslAuthenticateRequest(reader: Reader, version: number): SaslAuthenticateRequest {
  checkVersion('SaslAuthenticateRequest', version, 0, 2);
  const flexible = version >= 2;
  const message: SaslAuthenticateRequest = {
    authBytes: reader.bytes(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeSaslAuthenticateRequest(
  writer: Writer,
  message: SaslAuthenticateRequest,
  version: number,
): void {
  checkVersion('SaslAuthenticateRequest', version, 0, 2);
  const flexible = version >= 2;
  writer.bytes(message.authBytes, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

