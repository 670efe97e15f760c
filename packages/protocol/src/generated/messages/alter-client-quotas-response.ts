// AlterClientQuotasResponse: response of API 49; version 0 to 1, flexible from 1.
// Generated from schema/messages/alter-client-quotas-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterClientQuotasResponse {
  throttleTimeMs: number;
  entries: readonly EntryData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntryData {
  errorCode: number;
  errorMessage: string | null;
  entity: readonly EntityData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntityData {
  entityType: string;
  entityName: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterClientQuotasResponse: MessageCodec<AlterClientQuotasResponse> = {
  name: 'AlterClientQuotasResponse',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readAlterClientQuotasResponse,
  write: writeAlterClientQuotasResponse,
  create: createAlterClientQuotasResponse,
};

function createAlterClientQuotasResponse({
  throttleTimeMs = 0,
  entries = [],
  unknownTaggedFields,
}: Partial<AlterClientQuotasResponse> = {}): AlterClientQuotasResponse {
  const message: AlterClientQuotasResponse = { throttleTimeMs, entries };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterClientQuotasResponse(reader: Reader, version: number): AlterClientQuotasResponse {
  checkVersion('AlterClientQuotasResponse', version, 0, 1);
  const message: AlterClientQuotasResponse = {
    throttleTimeMs: reader.int32(),
    entries: readEntryDataArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterClientQuotasResponse(
  writer: Writer,
  message: AlterClientQuotasResponse,
  version: number,
): void {
  checkVersion('AlterClientQuotasResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  writeEntryDataArray(writer, message.entries, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createEntryData({
  errorCode = 0,
  errorMessage = '',
  entity = [],
  unknownTaggedFields,
}: Partial<EntryData> = {}): EntryData {
  const message: EntryData = { errorCode, errorMessage, entity };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEntryData(reader: Reader, version: number): EntryData {
  const flexible = version >= 1;
  const message: EntryData = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    entity: readEntityDataArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEntryData(writer: Writer, message: EntryData, version: number): void {
  const flexible = version >= 1;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writeEntityDataArray(writer, message.entity, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readEntryDataArray(reader: Reader, version: number): EntryData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 5);
  const elements: EntryData[] = [];
  for (let i = 0; i < length; i++) elements.push(readEntryData(reader, version));
  return elements;
}

function writeEntryDataArray(
  writer: Writer,
  elements: readonly EntryData[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
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

