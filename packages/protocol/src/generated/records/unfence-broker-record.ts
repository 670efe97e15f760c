// UnfenceBrokerRecord: record in __cluster_metadata, type 8; version 0, flexible from 0.
// Generated from schema/records/unfence-broker-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UnfenceBrokerRecord {
  id: number;
  epoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UnfenceBrokerRecord: MessageCodec<UnfenceBrokerRecord> = {
  name: 'UnfenceBrokerRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUnfenceBrokerRecord,
  write: writeUnfenceBrokerRecord,
  create: createUnfenceBrokerRecord,
};

function createUnfenceBrokerRecord({
  id = 0,
  epoch = 0,
  unknownTaggedFields,
}: Partial<UnfenceBrokerRecord> = {}): UnfenceBrokerRecord {
  const message: UnfenceBrokerRecord = { id, epoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUnfenceBrokerRecord(reader: Reader, version: number): UnfenceBrokerRecord {
  checkVersion('UnfenceBrokerRecord', version, 0, 0);
  const message: UnfenceBrokerRecord = {
    id: reader.int32(),
    epoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUnfenceBrokerRecord(
  writer: Writer,
  message: UnfenceBrokerRecord,
  version: number,
): void {
  checkVersion('UnfenceBrokerRecord', version, 0, 0);
  writer.int32(message.id);
  writer.int64(message.epoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

