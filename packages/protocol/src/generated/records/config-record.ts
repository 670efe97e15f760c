// ConfigRecord: record in __cluster_metadata, type 4; version 0, flexible from 0.
// Generated from schema/records/config-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConfigRecord {
  resourceType: number;
  resourceName: string;
  name: string;
  value: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConfigRecord: MessageCodec<ConfigRecord> = {
  name: 'ConfigRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConfigRecord,
  write: writeConfigRecord,
  create: createConfigRecord,
};

function createConfigRecord({
  resourceType = 0,
  resourceName = '',
  name = '',
  value = '',
  unknownTaggedFields,
}: Partial<ConfigRecord> = {}): ConfigRecord {
  const message: ConfigRecord = { resourceType, resourceName, name, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConfigRecord(reader: Reader, version: number): ConfigRecord {
  checkVersion('ConfigRecord', version, 0, 0);
  const message: ConfigRecord = {
    resourceType: reader.int8(),
    resourceName: reader.string(true),
    name: reader.string(true),
    value: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConfigRecord(writer: Writer, message: ConfigRecord, version: number): void {
  checkVersion('ConfigRecord', version, 0, 0);
  writer.int8(message.resourceType);
  writer.string(message.resourceName, true);
  writer.string(message.name, true);
  writer.nullableString(message.value, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

