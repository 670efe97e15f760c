// EnvelopeResponse: response of API 58; version 0, flexible from 0.
// Generated from schema/messages/envelope-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EnvelopeResponse {
  /** default null */
  responseData: Uint8Array | null;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const EnvelopeResponse: MessageCodec<EnvelopeResponse> = {
  name: 'EnvelopeResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readEnvelopeResponse,
  write: writeEnvelopeResponse,
  create: createEnvelopeResponse,
};

function createEnvelopeResponse({
  responseData = null,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<EnvelopeResponse> = {}): EnvelopeResponse {
  const message: EnvelopeResponse = { responseData, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEnvelopeResponse(reader: Reader, version: number): EnvelopeResponse {
  checkVersion('EnvelopeResponse', version, 0, 0);
  const message: EnvelopeResponse = {
    responseData: reader.nullableBytes(true),
    errorCode: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEnvelopeResponse(writer: Writer, message: EnvelopeResponse, version: number): void {
  checkVersion('EnvelopeResponse', version, 0, 0);
  writer.nullableBytes(message.responseData, true);
  writer.int16(message.errorCode);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

