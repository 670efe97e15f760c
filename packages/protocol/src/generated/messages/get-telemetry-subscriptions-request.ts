// GetTelemetrySubscriptionsRequest: request of API 71; version 0, flexible from 0.
// Generated from schema/messages/get-telemetry-subscriptions-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface GetTelemetrySubscriptionsRequest {
  clientInstanceId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const GetTelemetrySubscriptionsRequest: MessageCodec<GetTelemetrySubscriptionsRequest> = {
  name: 'GetTelemetrySubscriptionsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readGetTelemetrySubscriptionsRequest,
  write: writeGetTelemetrySubscriptionsRequest,
  create: createGetTelemetrySubscriptionsRequest,
};

function createGetTelemetrySubscriptionsRequest({
  clientInstanceId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<GetTelemetrySubscriptionsRequest> = {}): GetTelemetrySubscriptionsRequest {
  const message: GetTelemetrySubscriptionsRequest = { clientInstanceId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readGetTelemetrySubscriptionsRequest(
  reader: Reader,
  version: number,
): GetTelemetrySubscriptionsRequest {
  checkVersion('GetTelemetrySubscriptionsRequest', version, 0, 0);
  const message: GetTelemetrySubscriptionsRequest = {
    clientInstanceId: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeGetTelemetrySubscriptionsRequest(
  writer: Writer,
  message: GetTelemetrySubscriptionsRequest,
  version: number,
): void {
  checkVersion('GetTelemetrySubscriptionsRequest', version, 0, 0);
  writer.uuid(message.clientInstanceId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

