// PushTelemetryRequest: request of API 72; version 0, flexible from 0.
// Generated from schema/messages/push-telemetry-request.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface PushTelemetryRequest {
  clientInstanceId: string;
  subscriptionId: number;
  terminating: boolean;
  compressionType: number;
  metrics: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const PushTelemetryRequest: MessageCodec<PushTelemetryRequest> = {
  name: 'PushTelemetryRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readPushTelemetryRequest,
  write: writePushTelemetryRequest,
  create: createPushTelemetryRequest,
};

function createPushTelemetryRequest({
  clientInstanceId = ZERO_UUID,
  subscriptionId = 0,
  terminating = false,
  compressionType = 0,
  metrics = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<PushTelemetryRequest> = {}): PushTelemetryRequest {
  const message: PushTelemetryRequest = {
    clientInstanceId,
    subscriptionId,
    terminating,
    compressionType,
    metrics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPushTelemetryRequest(reader: Reader, version: number): PushTelemetryRequest {
  checkVersion('PushTelemetryRequest', version, 0, 0);
  const message: PushTelemetryRequest = {
    clientInstanceId: reader.uuid(),
    subscriptionId: reader.int32(),
    terminating: reader.boolean(),
    compressionType: reader.int8(),
    metrics: reader.bytes(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePushTelemetryRequest(
  writer: Writer,
  message: PushTelemetryRequest,
  version: number,
): void {
  checkVersion('PushTelemetryRequest', version, 0, 0);
  writer.uuid(message.clientInstanceId);
  writer.int32(message.subscriptionId);
  writer.boolean(message.terminating);
  writer.int8(message.compressionType);
  writer.bytes(message.metrics, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

