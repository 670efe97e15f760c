// RenewDelegationTokenResponse: response of API 39; version 1 to 2, flexible from 2.
// Generated from schema/messages/renew-delegation-token-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RenewDelegationTokenResponse {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RenewDelegationTokenResponse: MessageCodec<RenewDelegationTokenResponse> = {
  name: 'RenewDelegationTokenResponse',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readRenewDelegationTokenResponse,
  write: writeRenewDelegationTokenResponse,
  create: createRenewDelegationTokenResponse,
};

function createRenewDelegationTokenResponse({
  errorCode = 0,
  expiryTimestampMs = 0,
  throttleTimeMs = 0,
  unknownTaggedFields,
}: Partial<RenewDelegationTokenResponse> = {}): RenewDelegationTokenResponse {
  const message: RenewDelegationTokenResponse = { errorCode, expiryTimestampMs, throttleTimeMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRenewDelegationTokenResponse(
  reader: Reader,
  version: number,
): RenewDelegationTokenResponse {
  checkVersion('RenewDelegationTokenResponse', version, 1, 2);
  const message: RenewDelegationTokenResponse = {
    errorCode: reader.int16(),
    expiryTimestampMs: reader.int64(),
    throttleTimeMs: reader.int32(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeRenewDelegationTokenResponse(
  writer: Writer,
  message: RenewDelegationTokenResponse,
  version: number,
): void {
  checkVersion('RenewDelegationTokenResponse', version, 1, 2);
  writer.int16(message.errorCode);
  writer.int64(message.expiryTimestampMs);
  writer.int32(message.throttleTimeMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

