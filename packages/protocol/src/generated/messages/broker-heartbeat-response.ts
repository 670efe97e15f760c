// BrokerHeartbeatResponse: response of API 63; version 0 to 2, flexible from 0.
// Generated from schema/messages/broker-heartbeat-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BrokerHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default false */
  isCaughtUp: boolean;
  /** default true */
  isFenced: boolean;
  shouldShutDown: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const BrokerHeartbeatResponse: MessageCodec<BrokerHeartbeatResponse> = {
  name: 'BrokerHeartbeatResponse',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readBrokerHeartbeatResponse,
  write: writeBrokerHeartbeatResponse,
  create: createBrokerHeartbeatResponse,
};

function createBrokerHeartbeatResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  isCaughtUp = false,
  isFenced = true,
  shouldShutDown = false,
  unknownTaggedFields,
}: Partial<BrokerHeartbeatResponse> = {}): BrokerHeartbeatResponse {
  const message: BrokerHeartbeatResponse = {
    throttleTimeMs,
    errorCode,
    isCaughtUp,
    isFenced,
    shouldShutDown,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerHeartbeatResponse(reader: Reader, version: number): BrokerHeartbeatResponse {
  checkVersion('BrokerHeartbeatResponse', version, 0, 2);
  const message: BrokerHeartbeatResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    isCaughtUp: reader.boolean(),
    isFenced: reader.boolean(),
    shouldShutDown: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerHeartbeatResponse(
  writer: Writer,
  message: BrokerHeartbeatResponse,
  version: number,
): void {
  checkVersion('BrokerHeartbeatResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.boolean(message.isCaughtUp);
  writer.boolean(message.isFenced);
  writer.boolean(message.shouldShutDown);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

