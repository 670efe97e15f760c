// FenceBrokerRecord: record in __cluster_metadata, type 7; version 0, flexible from 0.
// Generated from schema/records/fence-broker-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface FenceBrokerRecord {
  id: number;
  epoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FenceBrokerRecord: MessageCodec<FenceBrokerRecord> = {
  name: 'FenceBrokerRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readFenceBrokerRecord,
  write: writeFenceBrokerRecord,
  create: createFenceBrokerRecord,
};

function createFenceBrokerRecord({
  id = 0,
  epoch = 0,
  unknownTaggedFields,
}: Partial<FenceBrokerRecord> = {}): FenceBrokerRecord {
  const message: FenceBrokerRecord = { id, epoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFenceBrokerRecord(reader: Reader, version: number): FenceBrokerRecord {
  checkVersion('FenceBrokerRecord', version, 0, 0);
  const message: FenceBrokerRecord = {
    id: reader.int32(),
    epoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFenceBrokerRecord(writer: Writer, message: FenceBrokerRecord, version: number): void {
  checkVersion('FenceBrokerRecord', version, 0, 0);
  writer.int32(message.id);
  writer.int64(message.epoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

