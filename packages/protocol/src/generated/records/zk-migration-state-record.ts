// ZkMigrationStateRecord: record in __cluster_metadata, type 21; version 0, flexible from 0.
// Generated from schema/records/zk-migration-state-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ZkMigrationStateRecord {
  zkMigrationState: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ZkMigrationStateRecord: MessageCodec<ZkMigrationStateRecord> = {
  name: 'ZkMigrationStateRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readZkMigrationStateRecord,
  write: writeZkMigrationStateRecord,
  create: createZkMigrationStateRecord,
};

function createZkMigrationStateRecord({
  zkMigrationState = 0,
  unknownTaggedFields,
}: Partial<ZkMigrationStateRecord> = {}): ZkMigrationStateRecord {
  const message: ZkMigrationStateRecord = { zkMigrationState };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readZkMigrationStateRecord(reader: Reader, version: number): ZkMigrationStateRecord {
  checkVersion('ZkMigrationStateRecord', version, 0, 0);
  const message: ZkMigrationStateRecord = {
    zkMigrationState: reader.int8(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeZkMigrationStateRecord(
  writer: Writer,
  message: ZkMigrationStateRecord,
  version: number,
): void {
  checkVersion('ZkMigrationStateRecord', version, 0, 0);
  writer.int8(message.zkMigrationState);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

