// DescribeClientQuotasResponse: response of API 48; version 0 to 1, flexible from 1.
// Generated from schema/messages/describe-client-quotas-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeClientQuotasResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  entries: readonly EntryData[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntryData {
  entity: readonly EntityData[];
  values: readonly ValueData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntityData {
  entityType: string;
  entityName: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ValueData {
  key: string;
  value: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeClientQuotasResponse: MessageCodec<DescribeClientQuotasResponse> = {
  name: 'DescribeClientQuotasResponse',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readDescribeClientQuotasResponse,
  write: writeDescribeClientQuotasResponse,
  create: createDescribeClientQuotasResponse,
};

function createDescribeClientQuotasResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  entries = [],
  unknownTaggedFields,
}: Partial<DescribeClientQuotasResponse> = {}): DescribeClientQuotasResponse {
  const message: DescribeClientQuotasResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    entries,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeClientQuotasResponse(
  reader: Reader,
  version: number,
): DescribeClientQuotasResponse {
  checkVersion('DescribeClientQuotasResponse', version, 0, 1);
  const flexible = version >= 1;
  const message: DescribeClientQuotasResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    entries: readNullableEntryDataArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeClientQuotasResponse(
  writer: Writer,
  message: DescribeClientQuotasResponse,
  version: number,
): void {
  checkVersion('DescribeClientQuotasResponse', version, 0, 1);
  const flexible = version >= 1;
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writeNullableEntryDataArray(writer, message.entries, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createEntryData({
  entity = [],
  values = [],
  unknownTaggedFields,
}: Partial<EntryData> = {}): EntryData {
  const message: EntryData = { entity, values };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEntryData(reader: Reader, version: number): EntryData {
  const message: EntryData = {
    entity: readEntityDataArray(reader, version),
    values: readValueDataArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEntryData(writer: Writer, message: EntryData, version: number): void {
  writeEntityDataArray(writer, message.entity, version);
  writeValueDataArray(writer, message.values, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullableEntryDataArray(reader: Reader, version: number): EntryData[] | null {
  const flexible = version >= 1;
  const length = reader.nullableArrayLength(flexible, 3);
  if (length < 0) return null;
  const elements: EntryData[] = [];
  for (let i = 0; i < length; i++) elements.push(readEntryData(reader, version));
  return elements;
}

function writeNullableEntryDataArray(
  writer: Writer,
  elements: readonly EntryData[] | null,
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeEntryData(writer, element, version);
}

export function createEntityData({
  entityType = '',
  entityName = '',
  unknownTaggedFields,
}: Partial<EntityData> = {}): EntityData {
  const message: EntityData = { entityType, entityName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEntityData(reader: Reader, version: number): EntityData {
  const flexible = version >= 1;
  const message: EntityData = {
    entityType: reader.string(flexible),
    entityName: reader.nullableString(flexible),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEntityData(writer: Writer, message: EntityData, version: number): void {
  const flexible = version >= 1;
  writer.string(message.entityType, flexible);
  writer.nullableString(message.entityName, flexible);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readEntityDataArray(reader: Reader, version: number): EntityData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 3);
  const elements: EntityData[] = [];
  for (let i = 0; i < length; i++) elements.push(readEntityData(reader, version));
  return elements;
}

function writeEntityDataArray(
  writer: Writer,
  elements: readonly EntityData[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeEntityData(writer, element, version);
}

export function createValueData({
  key = '',
  value = 0,
  unknownTaggedFields,
}: Partial<ValueData> = {}): ValueData {
  const message: ValueData = { key, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readValueData(reader: Reader, version: number): ValueData {
  const flexible = version >= 1;
  const message: ValueData = {
    key: reader.string(flexible),
    value: reader.float64(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeValueData(writer: Writer, message: ValueData, version: number): void {
  const flexible = version >= 1;
  writer.string(message.key, flexible);
  writer.float64(message.value);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readValueDataArray(reader: Reader, version: number): ValueData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 10);
  const elements: ValueData[] = [];
  for (let i = 0; i < length; i++) elements.push(readValueData(reader, version));
  return elements;
}

function writeValueDataArray(
  writer: Writer,
  elements: readonly ValueData[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeValueData(writer, element, version);
}

