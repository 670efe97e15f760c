// DescribeClientQuotasRequest: request of API 48; version 0 to 1, flexible from 1.
// Generated from schema/messages/describe-client-quotas-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeClientQuotasRequest {
  components: readonly ComponentData[];
  strict: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ComponentData {
  entityType: string;
  matchType: number;
  match: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeClientQuotasRequest: MessageCodec<DescribeClientQuotasRequest> = {
  name: 'DescribeClientQuotasRequest',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readDescribeClientQuotasRequest,
  write: writeDescribeClientQuotasRequest,
  create: createDescribeClientQuotasRequest,
};

function createDescribeClientQuotasRequest({
  components = [],
  strict = false,
  unknownTaggedFields,
}: Partial<DescribeClientQuotasRequest> = {}): DescribeClientQuotasRequest {
  const message: DescribeClientQuotasRequest = { components, strict };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeClientQuotasRequest(
  reader: Reader,
  version: number,
): DescribeClientQuotasRequest {
  checkVersion('DescribeClientQuotasRequest', version, 0, 1);
  const message: DescribeClientQuotasRequest = {
    components: readComponentDataArray(reader, version),
    strict: reader.boolean(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeClientQuotasRequest(
  writer: Writer,
  message: DescribeClientQuotasRequest,
  version: number,
): void {
  checkVersion('DescribeClientQuotasRequest', version, 0, 1);
  writeComponentDataArray(writer, message.components, version);
  writer.boolean(message.strict);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createComponentData({
  entityType = '',
  matchType = 0,
  match = '',
  unknownTaggedFields,
}: Partial<ComponentData> = {}): ComponentData {
  const message: ComponentData = { entityType, matchType, match };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readComponentData(reader: Reader, version: number): ComponentData {
  const flexible = version >= 1;
  const message: ComponentData = {
    entityType: reader.string(flexible),
    matchType: reader.int8(),
    match: reader.nullableString(flexible),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeComponentData(writer: Writer, message: ComponentData, version: number): void {
  const flexible = version >= 1;
  writer.string(message.entityType, flexible);
  writer.int8(message.matchType);
  writer.nullableString(message.match, flexible);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readComponentDataArray(reader: Reader, version: number): ComponentData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 4);
  const elements: ComponentData[] = [];
  for (let i = 0; i < length; i++) elements.push(readComponentData(reader, version));
  return elements;
}

function writeComponentDataArray(
  writer: Writer,
  elements: readonly ComponentData[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeComponentData(writer, element, version);
}

