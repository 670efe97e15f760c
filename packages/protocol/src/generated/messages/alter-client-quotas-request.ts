// AlterClientQuotasRequest: request of API 49; version 0 to 1, flexible from 1.
// Generated from schema/messages/alter-client-quotas-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterClientQuotasRequest {
  entries: readonly EntryData[];
  validateOnly: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntryData {
  entity: readonly EntityData[];
  ops: readonly OpData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntityData {
  entityType: string;
  entityName: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OpData {
  key: string;
  value: number;
  remove: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterClientQuotasRequest: MessageCodec<AlterClientQuotasRequest> = {
  name: 'AlterClientQuotasRequest',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readAlterClientQuotasRequest,
  write: writeAlterClientQuotasRequest,
  create: createAlterClientQuotasRequest,
};

function createAlterClientQuotasRequest({
  entries = [],
  validateOnly = false,
  unknownTaggedFields,
}: Partial<AlterClientQuotasRequest> = {}): AlterClientQuotasRequest {
  const message: AlterClientQuotasRequest = { entries, validateOnly };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterClientQuotasRequest(reader: Reader, version: number): AlterClientQuotasRequest {
  checkVersion('AlterClientQuotasRequest', version, 0, 1);
  const message: AlterClientQuotasRequest = {
    entries: readEntryDataArray(reader, version),
    validateOnly: reader.boolean(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterClientQuotasRequest(
  writer: Writer,
  message: AlterClientQuotasRequest,
  version: number,
): void {
  checkVersion('AlterClientQuotasRequest', version, 0, 1);
  writeEntryDataArray(writer, message.entries, version);
  writer.boolean(message.validateOnly);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createEntryData({
  entity = [],
  ops = [],
  unknownTaggedFields,
}: Partial<EntryData> = {}): EntryData {
  const message: EntryData = { entity, ops };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEntryData(reader: Reader, version: number): EntryData {
  const message: EntryData = {
    entity: readEntityDataArray(reader, version),
    ops: readOpDataArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEntryData(writer: Writer, message: EntryData, version: number): void {
  writeEntityDataArray(writer, message.entity, version);
  writeOpDataArray(writer, message.ops, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readEntryDataArray(reader: Reader, version: number): EntryData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 3);
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

export function createOpData({
  key = '',
  value = 0,
  remove = false,
  unknownTaggedFields,
}: Partial<OpData> = {}): OpData {
  const message: OpData = { key, value, remove };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOpData(reader: Reader, version: number): OpData {
  const flexible = version >= 1;
  const message: OpData = {
    key: reader.string(flexible),
    value: reader.float64(),
    remove: reader.boolean(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOpData(writer: Writer, message: OpData, version: number): void {
  const flexible = version >= 1;
  writer.string(message.key, flexible);
  writer.float64(message.value);
  writer.boolean(message.remove);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOpDataArray(reader: Reader, version: number): OpData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 11);
  const elements: OpData[] = [];
  for (let i = 0; i < length; i++) elements.push(readOpData(reader, version));
  return elements;
}

function writeOpDataArray(writer: Writer, elements: readonly OpData[], version: number): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOpData(writer, element, version);
}

