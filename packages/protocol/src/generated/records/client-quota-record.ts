// ClientQuotaRecord: record in __cluster_metadata, type 14; version 0, flexible from 0.
// Generated from schema/records/client-quota-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ClientQuotaRecord {
  entity: readonly EntityData[];
  key: string;
  value: number;
  remove: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EntityData {
  entityType: string;
  entityName: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ClientQuotaRecord: MessageCodec<ClientQuotaRecord> = {
  name: 'ClientQuotaRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readClientQuotaRecord,
  write: writeClientQuotaRecord,
  create: createClientQuotaRecord,
};

function createClientQuotaRecord({
  entity = [],
  key = '',
  value = 0,
  remove = false,
  unknownTaggedFields,
}: Partial<ClientQuotaRecord> = {}): ClientQuotaRecord {
  const message: ClientQuotaRecord = { entity, key, value, remove };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readClientQuotaRecord(reader: Reader, version: number): ClientQuotaRecord {
  checkVersion('ClientQuotaRecord', version, 0, 0);
  const message: ClientQuotaRecord = {
    entity: readEntityDataArray(reader, version),
    key: reader.string(true),
    value: reader.float64(),
    remove: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeClientQuotaRecord(writer: Writer, message: ClientQuotaRecord, version: number): void {
  checkVersion('ClientQuotaRecord', version, 0, 0);
  writeEntityDataArray(writer, message.entity, version);
  writer.string(message.key, true);
  writer.float64(message.value);
  writer.boolean(message.remove);
  writer.unknownTaggedFields(message.unknownTaggedFields);
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
  const message: EntityData = {
    entityType: reader.string(true),
    entityName: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEntityData(writer: Writer, message: EntityData, version: number): void {
  writer.string(message.entityType, true);
  writer.nullableString(message.entityName, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readEntityDataArray(reader: Reader, version: number): EntityData[] {
  const length = reader.arrayLength(true, 3);
  const elements: EntityData[] = [];
  for (let i = 0; i < length; i++) elements.push(readEntityData(reader, version));
  return elements;
}

function writeEntityDataArray(
  writer: Writer,
  elements: readonly EntityData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeEntityData(writer, element, version);
}

