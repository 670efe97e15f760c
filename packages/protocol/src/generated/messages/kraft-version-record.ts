// KRaftVersionRecord: data; version 0, flexible from 0.
// Generated from schema/messages/kraft-version-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface KRaftVersionRecord {
  version: number;
  kRaftVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const KRaftVersionRecord: MessageCodec<KRaftVersionRecord> = {
  name: 'KRaftVersionRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readKRaftVersionRecord,
  write: writeKRaftVersionRecord,
  create: createKRaftVersionRecord,
};

function createKRaftVersionRecord({
  version = 0,
  kRaftVersion = 0,
  unknownTaggedFields,
}: Partial<KRaftVersionRecord> = {}): KRaftVersionRecord {
  const message: KRaftVersionRecord = { version, kRaftVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readKRaftVersionRecord(reader: Reader, version: number): KRaftVersionRecord {
  checkVersion('KRaftVersionRecord', version, 0, 0);
  const message: KRaftVersionRecord = {
    version: reader.int16(),
    kRaftVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeKRaftVersionRecord(
  writer: Writer,
  message: KRaftVersionRecord,
  version: number,
): void {
  checkVersion('KRaftVersionRecord', version, 0, 0);
  writer.int16(message.version);
  writer.int16(message.kRaftVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

