// PushTelemetryResponse: response of API 72; version 0, flexible from 0.
// Generated from schema/messages/push-telemetry-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface PushTelemetryResponse {
  throttleTimeMs: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const PushTelemetryResponse: MessageCodec<PushTelemetryResponse> = {
  name: 'PushTelemetryResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readPushTelemetryResponse,
  write: writePushTelemetryResponse,
  create: createPushTelemetryResponse,
};

function createPushTelemetryResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<PushTelemetryResponse> = {}): PushTelemetryResponse {
  const message: PushTelemetryResponse = { throttleTimeMs, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPushTelemetryResponse(reader: Reader, version: number): PushTelemetryResponse {
  checkVersion('PushTelemetryResponse', version, 0, 0);
  const message: PushTelemetryResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePushTelemetryResponse(
  writer: Writer,
  message: PushTelemetryResponse,
  version: number,
): void {
  checkVersion('PushTelemetryResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

