// DescribeDelegationTokenResponse: response of API 41; version 1 to 3, flexible from 2.
// Generated from schema/messages/describe-delegation-token-response.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeDelegationTokenResponse {
  errorCode: number;
  tokens: readonly DescribedDelegationToken[];
  throttleTimeMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribedDelegationToken {
  principalType: string;
  principalName: string;
  /** version 3 */
  tokenRequesterPrincipalType: string;
  /** version 3 */
  tokenRequesterPrincipalName: string;
  issueTimestamp: number;
  expiryTimestamp: number;
  maxTimestamp: number;
  tokenId: string;
  hmac: Uint8Array;
  renewers: readonly DescribedDelegationTokenRenewer[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribedDelegationTokenRenewer {
  principalType: string;
  principalName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeDelegationTokenResponse: MessageCodec<DescribeDelegationTokenResponse> = {
  name: 'DescribeDelegationTokenResponse',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readDescribeDelegationTokenResponse,
  write: writeDescribeDelegationTokenResponse,
  create: createDescribeDelegationTokenResponse,
};

function createDescribeDelegationTokenResponse({
  errorCode = 0,
  tokens = [],
  throttleTimeMs = 0,
  unknownTaggedFields,
}: Partial<DescribeDelegationTokenResponse> = {}): DescribeDelegationTokenResponse {
  const message: DescribeDelegationTokenResponse = { errorCode, tokens, throttleTimeMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeDelegationTokenResponse(
  reader: Reader,
  version: number,
): DescribeDelegationTokenResponse {
  checkVersion('DescribeDelegationTokenResponse', version, 1, 3);
  const message: DescribeDelegationTokenResponse = {
    errorCode: reader.int16(),
    tokens: readDescribedDelegationTokenArray(reader, version),
    throttleTimeMs: reader.int32(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeDelegationTokenResponse(
  writer: Writer,
  message: DescribeDelegationTokenResponse,
  version: number,
): void {
  checkVersion('DescribeDelegationTokenResponse', version, 1, 3);
  writer.int16(message.errorCode);
  writeDescribedDelegationTokenArray(writer, message.tokens, version);
  writer.int32(message.throttleTimeMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribedDelegationToken({
  principalType = '',
  principalName = '',
  tokenRequesterPrincipalType = '',
  tokenRequesterPrincipalName = '',
  issueTimestamp = 0,
  expiryTimestamp = 0,
  maxTimestamp = 0,
  tokenId = '',
  hmac = EMPTY_BYTES,
  renewers = [],
  unknownTaggedFields,
}: Partial<DescribedDelegationToken> = {}): DescribedDelegationToken {
  const message: DescribedDelegationToken = {
    principalType,
    principalName,
    tokenRequesterPrincipalType,
    tokenRequesterPrincipalName,
    issueTimestamp,
    expiryTimestamp,
    maxTimestamp,
    tokenId,
    hmac,
    renewers,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribedDelegationToken(reader: Reader, version: number): DescribedDelegationToken {
  const flexible = version >= 2;
  const message: DescribedDelegationToken = {
    principalType: reader.string(flexible),
    principalName: reader.string(flexible),
    tokenRequesterPrincipalType: version >= 3 ? reader.string(flexible) : '',
    tokenRequesterPrincipalName: version >= 3 ? reader.string(flexible) : '',
    issueTimestamp: reader.int64(),
    expiryTimestamp: reader.int64(),
    maxTimestamp: reader.int64(),
    tokenId: reader.string(flexible),
    hmac: reader.bytes(flexible),
    renewers: readDescribedDelegationTokenRenewerArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribedDelegationToken(
  writer: Writer,
  message: DescribedDelegationToken,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.principalType, flexible);
  writer.string(message.principalName, flexible);
  if (version >= 3) {
    writer.string(message.tokenRequesterPrincipalType, flexible);
  }
  if (version < 3 && message.tokenRequesterPrincipalType !== '') {
    throw unsupportedField('DescribedDelegationToken.tokenRequesterPrincipalType', version);
  }
  if (version >= 3) {
    writer.string(message.tokenRequesterPrincipalName, flexible);
  }
  if (version < 3 && message.tokenRequesterPrincipalName !== '') {
    throw unsupportedField('DescribedDelegationToken.tokenRequesterPrincipalName', version);
  }
  writer.int64(message.issueTimestamp);
  writer.int64(message.expiryTimestamp);
  writer.int64(message.maxTimestamp);
  writer.string(message.tokenId, flexible);
  writer.bytes(message.hmac, flexible);
  writeDescribedDelegationTokenRenewerArray(writer, message.renewers, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribedDelegationTokenArray(
  reader: Reader,
  version: number,
): DescribedDelegationToken[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 30);
  const elements: DescribedDelegationToken[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribedDelegationToken(reader, version));
  return elements;
}

function writeDescribedDelegationTokenArray(
  writer: Writer,
  elements: readonly DescribedDelegationToken[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribedDelegationToken(writer, element, version);
}

export function createDescribedDelegationTokenRenewer({
  principalType = '',
  principalName = '',
  unknownTaggedFields,
}: Partial<DescribedDelegationTokenRenewer> = {}): DescribedDelegationTokenRenewer {
  const message: DescribedDelegationTokenRenewer = { principalType, principalName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribedDelegationTokenRenewer(
  reader: Reader,
  version: number,
): DescribedDelegationTokenRenewer {
  const flexible = version >= 2;
  const message: DescribedDelegationTokenRenewer = {
    principalType: reader.string(flexible),
    principalName: reader.string(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribedDelegationTokenRenewer(
  writer: Writer,
  message: DescribedDelegationTokenRenewer,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.principalType, flexible);
  writer.string(message.principalName, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribedDelegationTokenRenewerArray(
  reader: Reader,
  version: number,
): DescribedDelegationTokenRenewer[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: DescribedDelegationTokenRenewer[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribedDelegationTokenRenewer(reader, version));
  return elements;
}

function writeDescribedDelegationTokenRenewerArray(
  writer: Writer,
  elements: readonly DescribedDelegationTokenRenewer[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribedDelegationTokenRenewer(writer, element, version);
}

