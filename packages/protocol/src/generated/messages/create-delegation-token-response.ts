// CreateDelegationTokenResponse: response of API 38; version 1 to 3, flexible from 2.
// Generated from schema/messages/create-delegation-token-response.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreateDelegationTokenResponse {
  errorCode: number;
  principalType: string;
  principalName: string;
  /** version 3 */
  tokenRequesterPrincipalType: string;
  /** version 3 */
  tokenRequesterPrincipalName: string;
  issueTimestampMs: number;
  expiryTimestampMs: number;
  maxTimestampMs: number;
  tokenId: string;
  hmac: Uint8Array;
  throttleTimeMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreateDelegationTokenResponse: MessageCodec<CreateDelegationTokenResponse> = {
  name: 'CreateDelegationTokenResponse',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readCreateDelegationTokenResponse,
  write: writeCreateDelegationTokenResponse,
  create: createCreateDelegationTokenResponse,
};

function createCreateDelegationTokenResponse({
  errorCode = 0,
  principalType = '',
  principalName = '',
  tokenRequesterPrincipalType = '',
  tokenRequesterPrincipalName = '',
  issueTimestampMs = 0,
  expiryTimestampMs = 0,
  maxTimestampMs = 0,
  tokenId = '',
  hmac = EMPTY_BYTES,
  throttleTimeMs = 0,
  unknownTaggedFields,
}: Partial<CreateDelegationTokenResponse> = {}): CreateDelegationTokenResponse {
  const message: CreateDelegationTokenResponse = {
    errorCode,
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestampMs,
    expiryTimestampMs,
    maxTimestampMs,
    tokenId,
    hmac,
    throttleTimeMs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreateDelegationTokenResponse(
  reader: Reader,
  version: number,
): CreateDelegationTokenResponse {
  checkVersion('CreateDelegationTokenResponse', version, 1, 3);
  const flexible = version >= 2;
  const message: CreateDelegationTokenResponse = {
    errorCode: reader.int16(),
    principalType: reader.string(flexible),
    principalName: reader.string(flexible),
    tokenRequesterPrincipalType: version >= 3 ? reader.string(flexible) : '',
    tokenRequesterPrincipalName: version >= 3 ? reader.string(flexible) : '',
    issueTimestampMs: reader.int64(),
    expiryTimestampMs: reader.int64(),
    maxTimestampMs: reader.int64(),
    tokenId: reader.string(flexible),
    hmac: reader.bytes(flexible),
    throttleTimeMs: reader.int32(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreateDelegationTokenResponse(
  writer: Writer,
  message: CreateDelegationTokenResponse,
  version: number,
): void {
  checkVersion('CreateDelegationTokenResponse', version, 1, 3);
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.string(message.principalType, flexible);
  writer.string(message.principalName, flexible);
  if (version >= 3) {
    writer.string(message.tokenRequesterPrincipalType, flexible);
  }
  if (version < 3 && message.tokenRequesterPrincipalType !== '') {
    throw unsupportedField('CreateDelegationTokenResponse.tokenRequesterPrincipalType', version);
  }
  if (version >= 3) {
    writer.string(message.tokenRequesterPrincipalName, flexible);
  }
  if (version < 3 && message.tokenRequesterPrincipalName !== '') {
    throw unsupportedField('CreateDelegationTokenResponse.tokenRequesterPrincipalName', version);
  }
  writer.int64(message.issueTimestampMs);
  writer.int64(message.expiryTimestampMs);
  writer.int64(message.maxTimestampMs);
  writer.string(message.tokenId, flexible);
  writer.bytes(message.hmac, flexible);
  writer.int32(message.throttleTimeMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

