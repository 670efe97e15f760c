// DescribeDelegationTokenRequest: request of API 41; version 1 to 3, flexible from 2.
// Generated from schema/messages/describe-delegation-token-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeDelegationTokenRequest {
  owners: readonly DescribeDelegationTokenOwner[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeDelegationTokenOwner {
  principalType: string;
  principalName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeDelegationTokenRequest: MessageCodec<DescribeDelegationTokenRequest> = {
  name: 'DescribeDelegationTokenRequest',
  versions: [1, 3],
  flexibleFrom: 2,
  read: readDescribeDelegationTokenRequest,
  write: writeDescribeDelegationTokenRequest,
  create: createDescribeDelegationTokenRequest,
};

function createDescribeDelegationTokenRequest({
  owners = [],
  unknownTaggedFields,
}: Partial<DescribeDelegationTokenRequest> = {}): DescribeDelegationTokenRequest {
  const message: DescribeDelegationTokenRequest = { owners };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeDelegationTokenRequest(
  reader: Reader,
  version: number,
): DescribeDelegationTokenRequest {
  checkVersion('DescribeDelegationTokenRequest', version, 1, 3);
  const message: DescribeDelegationTokenRequest = {
    owners: readNullableDescribeDelegationTokenOwnerArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeDelegationTokenRequest(
  writer: Writer,
  message: DescribeDelegationTokenRequest,
  version: number,
): void {
  checkVersion('DescribeDelegationTokenRequest', version, 1, 3);
  writeNullableDescribeDelegationTokenOwnerArray(writer, message.owners, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribeDelegationTokenOwner({
  principalType = '',
  principalName = '',
  unknownTaggedFields,
}: Partial<DescribeDelegationTokenOwner> = {}): DescribeDelegationTokenOwner {
  const message: DescribeDelegationTokenOwner = { principalType, principalName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeDelegationTokenOwner(
  reader: Reader,
  version: number,
): DescribeDelegationTokenOwner {
  const flexible = version >= 2;
  const message: DescribeDelegationTokenOwner = {
    principalType: reader.string(flexible),
    principalName: reader.string(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeDelegationTokenOwner(
  writer: Writer,
  message: DescribeDelegationTokenOwner,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.principalType, flexible);
  writer.string(message.principalName, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullableDescribeDelegationTokenOwnerArray(
  reader: Reader,
  version: number,
): DescribeDelegationTokenOwner[] | null {
  const flexible = version >= 2;
  const length = reader.nullableArrayLength(flexible, 3);
  if (length < 0) return null;
  const elements: DescribeDelegationTokenOwner[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeDelegationTokenOwner(reader, version));
  return elements;
}

function writeNullableDescribeDelegationTokenOwnerArray(
  writer: Writer,
  elements: readonly DescribeDelegationTokenOwner[] | null,
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeDescribeDelegationTokenOwner(writer, element, version);
}

