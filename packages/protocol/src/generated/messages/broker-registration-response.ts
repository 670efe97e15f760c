// BrokerRegistrationResponse: response of API 62; version 0 to 4, flexible from 0.
// Generated from schema/messages/broker-registration-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BrokerRegistrationResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default -1 */
  brokerEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const BrokerRegistrationResponse: MessageCodec<BrokerRegistrationResponse> = {
  name: 'BrokerRegistrationResponse',
  versions: [0, 4],
  flexibleFrom: 0,
  read: readBrokerRegistrationResponse,
  write: writeBrokerRegistrationResponse,
  create: createBrokerRegistrationResponse,
};

function createBrokerRegistrationResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  brokerEpoch = -1,
  unknownTaggedFields,
}: Partial<BrokerRegistrationResponse> = {}): BrokerRegistrationResponse {
  const message: BrokerRegistrationResponse = { throttleTimeMs, errorCode, brokerEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerRegistrationResponse(
  reader: Reader,
  version: number,
): BrokerRegistrationResponse {
  checkVersion('BrokerRegistrationResponse', version, 0, 4);
  const message: BrokerRegistrationResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    brokerEpoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerRegistrationResponse(
  writer: Writer,
  message: BrokerRegistrationResponse,
  version: number,
): void {
  checkVersion('BrokerRegistrationResponse', version, 0, 4);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.int64(message.brokerEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

