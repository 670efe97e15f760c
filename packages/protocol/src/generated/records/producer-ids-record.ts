// ProducerIdsRecord: record in __cluster_metadata, type 15; version 0, flexible from 0.
// Generated from schema/records/producer-ids-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ProducerIdsRecord {
  brokerId: number;
  /** default -1 */
  brokerEpoch: number;
  nextProducerId: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ProducerIdsRecord: MessageCodec<ProducerIdsRecord> = {
  name: 'ProducerIdsRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readProducerIdsRecord,
  write: writeProducerIdsRecord,
  create: createProducerIdsRecord,
};

function createProducerIdsRecord({
  brokerId = 0,
  brokerEpoch = -1,
  nextProducerId = 0,
  unknownTaggedFields,
}: Partial<ProducerIdsRecord> = {}): ProducerIdsRecord {
  const message: ProducerIdsRecord = { brokerId, brokerEpoch, nextProducerId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readProducerIdsRecord(reader: Reader, version: number): ProducerIdsRecord {
  checkVersion('ProducerIdsRecord', version, 0, 0);
  const message: ProducerIdsRecord = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
    nextProducerId: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeProducerIdsRecord(writer: Writer, message: ProducerIdsRecord, version: number): void {
  checkVersion('ProducerIdsRecord', version, 0, 0);
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  writer.int64(message.nextProducerId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

