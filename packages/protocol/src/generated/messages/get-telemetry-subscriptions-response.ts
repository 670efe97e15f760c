// GetTelemetrySubscriptionsResponse: response of API 71; version 0, flexible from 0.
// Generated from schema/messages/get-telemetry-subscriptions-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface GetTelemetrySubscriptionsResponse {
  throttleTimeMs: number;
  errorCode: number;
  clientInstanceId: string;
  subscriptionId: number;
  acceptedCompressionTypes: readonly number[];
  pushIntervalMs: number;
  telemetryMaxBytes: number;
  deltaTemporality: boolean;
  requestedMetrics: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const GetTelemetrySubscriptionsResponse: MessageCodec<GetTelemetrySubscriptionsResponse> = {
  name: 'GetTelemetrySubscriptionsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readGetTelemetrySubscriptionsResponse,
  write: writeGetTelemetrySubscriptionsResponse,
  create: createGetTelemetrySubscriptionsResponse,
};

function createGetTelemetrySubscriptionsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  clientInstanceId = ZERO_UUID,
  subscriptionId = 0,
  acceptedCompressionTypes = [],
  pushIntervalMs = 0,
  telemetryMaxBytes = 0,
  deltaTemporality = false,
  requestedMetrics = [],
  unknownTaggedFields,
}: Partial<GetTelemetrySubscriptionsResponse> = {}): GetTelemetrySubscriptionsResponse {
  const message: GetTelemetrySubscriptionsResponse = {
    throttleTimeMs,
    errorCode,
    clientInstanceId,
    subscriptionId,
    acceptedCompressionTypes,
    pushIntervalMs,
    telemetryMaxBytes,
    deltaTemporality,
    requestedMetrics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readGetTelemetrySubscriptionsResponse(
  reader: Reader,
  version: number,
): GetTelemetrySubscriptionsResponse {
  checkVersion('GetTelemetrySubscriptionsResponse', version, 0, 0);
  const message: GetTelemetrySubscriptionsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    clientInstanceId: reader.uuid(),
    subscriptionId: reader.int32(),
    acceptedCompressionTypes: reader.int8Array(true),
    pushIntervalMs: reader.int32(),
    telemetryMaxBytes: reader.int32(),
    deltaTemporality: reader.boolean(),
    requestedMetrics: reader.stringArray(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeGetTelemetrySubscriptionsResponse(
  writer: Writer,
  message: GetTelemetrySubscriptionsResponse,
  version: number,
): void {
  checkVersion('GetTelemetrySubscriptionsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.uuid(message.clientInstanceId);
  writer.int32(message.subscriptionId);
  writer.int8Array(message.acceptedCompressionTypes, true);
  writer.int32(message.pushIntervalMs);
  writer.int32(message.telemetryMaxBytes);
  writer.boolean(message.deltaTemporality);
  writer.stringArray(message.requestedMetrics, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

