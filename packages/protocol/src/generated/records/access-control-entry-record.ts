// AccessControlEntryRecord: record in __cluster_metadata, type 18; version 0, flexible from 0.
// Generated from schema/records/access-control-entry-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AccessControlEntryRecord {
  id: string;
  resourceType: number;
  resourceName: string;
  patternType: number;
  principal: string;
  host: string;
  operation: number;
  permissionType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AccessControlEntryRecord: MessageCodec<AccessControlEntryRecord> = {
  name: 'AccessControlEntryRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAccessControlEntryRecord,
  write: writeAccessControlEntryRecord,
  create: createAccessControlEntryRecord,
};

function createAccessControlEntryRecord({
  id = ZERO_UUID,
  resourceType = 0,
  resourceName = '',
  patternType = 0,
  principal = '',
  host = '',
  operation = 0,
  permissionType = 0,
  unknownTaggedFields,
}: Partial<AccessControlEntryRecord> = {}): AccessControlEntryRecord {
  const message: AccessControlEntryRecord = {
    id,
    resourceType,
    resourceName,
    patternType,
    principal,
    host,
    operation,
    permissionType,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAccessControlEntryRecord(reader: Reader, version: number): AccessControlEntryRecord {
  checkVersion('AccessControlEntryRecord', version, 0, 0);
  const message: AccessControlEntryRecord = {
    id: reader.uuid(),
    resourceType: reader.int8(),
    resourceName: reader.string(true),
    patternType: reader.int8(),
    principal: reader.string(true),
    host: reader.string(true),
    operation: reader.int8(),
    permissionType: reader.int8(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAccessControlEntryRecord(
  writer: Writer,
  message: AccessControlEntryRecord,
  version: number,
): void {
  checkVersion('AccessControlEntryRecord', version, 0, 0);
  writer.uuid(message.id);
  writer.int8(message.resourceType);
  writer.string(message.resourceName, true);
  writer.int8(message.patternType);
  writer.string(message.principal, true);
  writer.string(message.host, true);
  writer.int8(message.operation);
  writer.int8(message.permissionType);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

