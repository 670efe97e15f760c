// EndTransactionRecord: record in __cluster_metadata, type 24; version 0, flexible from 0.
// Generated from schema/records/end-transaction-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EndTransactionRecord {
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const EndTransactionRecord: MessageCodec<EndTransactionRecord> = {
  name: 'EndTransactionRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readEndTransactionRecord,
  write: writeEndTransactionRecord,
  create: createEndTransactionRecord,
};

function createEndTransactionRecord({
  unknownTaggedFields,
}: Partial<EndTransactionRecord> = {}): EndTransactionRecord {
  const message: EndTransactionRecord = {};
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndTransactionRecord(reader: Reader, version: number): EndTransactionRecord {
  checkVersion('EndTransactionRecord', version, 0, 0);
  const message: EndTransactionRecord = {};
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEndTransactionRecord(
  writer: Writer,
  message: EndTransactionRecord,
  version: number,
): void {
  checkVersion('EndTransactionRecord', version, 0, 0);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

