// CreateDelegationTokenRequest: request of API 38; version 1 to 3, flexible from 2.
// Generated from schema/messages/create-delegation-token-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreateDelegationTokenRequest {
  /** version 3 */
  ownerPrincipalType: string | null;
  /** version 3 */
  ownerPrincipalName: string | null;
  renewers: readonly CreatableRenewers[];
  maxLifetimeMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatableRenewers {
  principalType: string;
  principalName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreateDelegationTokenRequest: MessageCodec<CreateDelegationTokenRequest> = {
  name: 'CreateDelegationTokenRequest',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readCreateDelegationTokenRequest,
  write: writeCreateDelegationTokenRequest,
  create: createCreateDelegationTokenRequest,
};

function createCreateDelegationTokenRequest({
  ownerPrincipalType = '',
  ownerPrincipalName = '',
  renewers = [],
  maxLifetimeMs = 0,
  unknownTaggedFields,
}: Partial<CreateDelegationTokenRequest> = {}): CreateDelegationTokenRequest {
  const message: CreateDelegationTokenRequest = {
    ownerPrincipalType,
    ownerPrincipalName,
    renewers,
    maxLifetimeMs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreateDelegationTokenRequest(
  reader: Reader,
  version: number,
): CreateDelegationTokenRequest {
  checkVersion('CreateDelegationTokenRequest', version, 1, 3);
  const flexible = version >= 2;
  const message: CreateDelegationTokenRequest = {
    ownerPrincipalType: version >= 3 ? reader.nullableString(flexible) : '',
    ownerPrincipalName: version >= 3 ? reader.nullableString(flexible) : '',
    renewers: readCreatableRenewersArray(reader, version),
    maxLifetimeMs: reader.int64(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreateDelegationTokenRequest(
  writer: Writer,
  message: CreateDelegationTokenRequest,
  version: number,
): void {
  checkVersion('CreateDelegationTokenRequest', version, 1, 3);
  const flexible = version >= 2;
  if (version >= 3) {
    writer.nullableString(message.ownerPrincipalType, flexible);
  }
  if (version < 3 && message.ownerPrincipalType !== '') {
    throw unsupportedField('CreateDelegationTokenRequest.ownerPrincipalType', version);
  }
  if (version >= 3) {
    writer.nullableString(message.ownerPrincipalName, flexible);
  }
  if (version < 3 && message.ownerPrincipalName !== '') {
    throw unsupportedField('CreateDelegationTokenRequest.ownerPrincipalName', version);
  }
  writeCreatableRenewersArray(writer, message.renewers, version);
  writer.int64(message.maxLifetimeMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createCreatableRenewers({
  principalType = '',
  principalName = '',
  unknownTaggedFields,
}: Partial<CreatableRenewers> = {}): CreatableRenewers {
  const message: CreatableRenewers = { principalType, principalName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatableRenewers(reader: Reader, version: number): CreatableRenewers {
  const flexible = version >= 2;
  const message: CreatableRenewers = {
    principalType: reader.string(flexible),
    principalName: reader.string(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatableRenewers(writer: Writer, message: CreatableRenewers, version: number): void {
  const flexible = version >= 2;
  writer.string(message.principalType, flexible);
  writer.string(message.principalName, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readCreatableRenewersArray(reader: Reader, version: number): CreatableRenewers[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: CreatableRenewers[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatableRenewers(reader, version));
  return elements;
}

function writeCreatableRenewersArray(
  writer: Writer,
  elements: readonly CreatableRenewers[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatableRenewers(writer, element, version);
}

