// RenewDelegationTokenRequest: request of API 39; version 1 to 2, flexible from 2.
// Generated from schema/messages/renew-delegation-token-request.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RenewDelegationTokenRequest {
  hmac: Uint8Array;
  renewPeriodMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RenewDelegationTokenRequest: MessageCodec<RenewDelegationTokenRequest> = {
  name: 'RenewDelegationTokenRequest',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readRenewDelegationTokenRequest,
  write: writeRenewDelegationTokenRequest,
  create: createRenewDelegationTokenRequest,
};

function createRenewDelegationTokenRequest({
  hmac = EMPTY_BYTES,
  renewPeriodMs = 0,
  unknownTaggedFields,
}: Partial<RenewDelegationTokenRequest> = {}): RenewDelegationTokenRequest {
  const message: RenewDelegationTokenRequest = { hmac, renewPeriodMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRenewDelegationTokenRequest(
  reader: Reader,
  version: number,
): RenewDelegationTokenRequest {
  checkVersion('RenewDelegationTokenRequest', version, 1, 2);
  const flexible = version >= 2;
  const message: RenewDelegationTokenRequest = {
    hmac: reader.bytes(flexible),
    renewPeriodMs: reader.int64(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeRenewDelegationTokenRequest(
  writer: Writer,
  message: RenewDelegationTokenRequest,
  version: number,
): void {
  checkVersion('RenewDelegationTokenRequest', version, 1, 2);
  const flexible = version >= 2;
  writer.bytes(message.hmac, flexible);
  writer.int64(message.renewPeriodMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

