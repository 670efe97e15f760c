// ControllerRegistrationResponse: response of API 70; version 0, flexible from 0.
// Generated from schema/messages/controller-registration-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ControllerRegistrationResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ControllerRegistrationResponse: MessageCodec<ControllerRegistrationResponse> = {
  name: 'ControllerRegistrationResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readControllerRegistrationResponse,
  write: writeControllerRegistrationResponse,
  create: createControllerRegistrationResponse,
};

function createControllerRegistrationResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<ControllerRegistrationResponse> = {}): ControllerRegistrationResponse {
  const message: ControllerRegistrationResponse = { throttleTimeMs, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readControllerRegistrationResponse(
  reader: Reader,
  version: number,
): ControllerRegistrationResponse {
  checkVersion('ControllerRegistrationResponse', version, 0, 0);
  const message: ControllerRegistrationResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeControllerRegistrationResponse(
  writer: Writer,
  message: ControllerRegistrationResponse,
  version: number,
): void {
  checkVersion('ControllerRegistrationResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

