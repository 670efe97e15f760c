// ExpireDelegationTokenResponse: response of API 40; version 1 to 2, flexible from 2.
// Generated from schema/messages/expire-delegation-token-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ExpireDelegationTokenResponse {
  errorCode: number;
  expiryTimestampMs: number;
  throttleTimeMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ExpireDelegationTokenResponse: MessageCodec<ExpireDelegationTokenResponse> = {
  name: 'ExpireDelegationTokenResponse',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readExpireDelegationTokenResponse,
  write: writeExpireDelegationTokenResponse,
  create: createExpireDelegationTokenResponse,
};

function createExpireDelegationTokenResponse({
  errorCode = 0,
  expiryTimestampMs = 0,
  throttleTimeMs = 0,
  unknownTaggedFields,
}: Partial<ExpireDelegationTokenResponse> = {}): ExpireDelegationTokenResponse {
  const message: ExpireDelegationTokenResponse = { errorCode, expiryTimestampMs, throttleTimeMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readExpireDelegationTokenResponse(
  reader: Reader,
  version: number,
): ExpireDelegationTokenResponse {
  checkVersion('ExpireDelegationTokenResponse', version, 1, 2);
  const message: ExpireDelegationTokenResponse = {
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

function writeExpireDelegationTokenResponse(
  writer: Writer,
  message: ExpireDelegationTokenResponse,
  version: number,
): void {
  checkVersion('ExpireDelegationTokenResponse', version, 1, 2);
  writer.int16(message.errorCode);
  writer.int64(message.expiryTimestampMs);
  writer.int32(message.throttleTimeMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

