// ExpireDelegationTokenRequest: request of API 40; version 1 to 2, flexible from 2.
// Generated from schema/messages/expire-delegation-token-request.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ExpireDelegationTokenRequest {
  hmac: Uint8Array;
  expiryTimePeriodMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ExpireDelegationTokenRequest: MessageCodec<ExpireDelegationTokenRequest> = {
  name: 'ExpireDelegationTokenRequest',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readExpireDelegationTokenRequest,
  write: writeExpireDelegationTokenRequest,
  create: createExpireDelegationTokenRequest,
};

function createExpireDelegationTokenRequest({
  hmac = EMPTY_BYTES,
  expiryTimePeriodMs = 0,
  unknownTaggedFields,
}: Partial<ExpireDelegationTokenRequest> = {}): ExpireDelegationTokenRequest {
  const message: ExpireDelegationTokenRequest = { hmac, expiryTimePeriodMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readExpireDelegationTokenRequest(
  reader: Reader,
  version: number,
): ExpireDelegationTokenRequest {
  checkVersion('ExpireDelegationTokenRequest', version, 1, 2);
  const flexible = version >= 2;
  const message: ExpireDelegationTokenRequest = {
    hmac: reader.bytes(flexible),
    expiryTimePeriodMs: reader.int64(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeExpireDelegationTokenRequest(
  writer: Writer,
  message: ExpireDelegationTokenRequest,
  version: number,
): void {
  checkVersion('ExpireDelegationTokenRequest', version, 1, 2);
  const flexible = version >= 2;
  writer.bytes(message.hmac, flexible);
  writer.int64(message.expiryTimePeriodMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

