// EnvelopeRequest: request of API 58; version 0, flexible from 0.
// Generated from schema/messages/envelope-request.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EnvelopeRequest {
  requestData: Uint8Array;
  requestPrincipal: Uint8Array | null;
  clientHostAddress: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const EnvelopeRequest: MessageCodec<EnvelopeRequest> = {
  name: 'EnvelopeRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readEnvelopeRequest,
  write: writeEnvelopeRequest,
  create: createEnvelopeRequest,
};

function createEnvelopeRequest({
  requestData = EMPTY_BYTES,
  requestPrincipal = EMPTY_BYTES,
  clientHostAddress = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<EnvelopeRequest> = {}): EnvelopeRequest {
  const message: EnvelopeRequest = { requestData, requestPrincipal, clientHostAddress };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEnvelopeRequest(reader: Reader, version: number): EnvelopeRequest {
  checkVersion('EnvelopeRequest', version, 0, 0);
  const message: EnvelopeRequest = {
    requestData: reader.bytes(true),
    requestPrincipal: reader.nullableBytes(true),
    clientHostAddress: reader.bytes(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEnvelopeRequest(writer: Writer, message: EnvelopeRequest, version: number): void {
  checkVersion('EnvelopeRequest', version, 0, 0);
  writer.bytes(message.requestData, true);
  writer.nullableBytes(message.requestPrincipal, true);
  writer.bytes(message.clientHostAddress, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

