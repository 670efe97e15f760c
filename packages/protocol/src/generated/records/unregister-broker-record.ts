// UnregisterBrokerRecord: record in __cluster_metadata, type 1; version 0, flexible from 0.
// Generated from schema/records/unregister-broker-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UnregisterBrokerRecord {
  brokerId: number;
  brokerEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UnregisterBrokerRecord: MessageCodec<UnregisterBrokerRecord> = {
  name: 'UnregisterBrokerRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUnregisterBrokerRecord,
  write: writeUnregisterBrokerRecord,
  create: createUnregisterBrokerRecord,
};

function createUnregisterBrokerRecord({
  brokerId = 0,
  brokerEpoch = 0,
  unknownTaggedFields,
}: Partial<UnregisterBrokerRecord> = {}): UnregisterBrokerRecord {
  const message: UnregisterBrokerRecord = { brokerId, brokerEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUnregisterBrokerRecord(reader: Reader, version: number): UnregisterBrokerRecord {
  checkVersion('UnregisterBrokerRecord', version, 0, 0);
  const message: UnregisterBrokerRecord = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUnregisterBrokerRecord(
  writer: Writer,
  message: UnregisterBrokerRecord,
  version: number,
): void {
  checkVersion('UnregisterBrokerRecord', version, 0, 0);
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

