// BeginTransactionRecord: record in __cluster_metadata, type 23; version 0, flexible from 0.
// Generated from schema/records/begin-transaction-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BeginTransactionRecord {
  /** tag 0, default null */
  name: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const BeginTransactionRecord: MessageCodec<BeginTransactionRecord> = {
  name: 'BeginTransactionRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readBeginTransactionRecord,
  write: writeBeginTransactionRecord,
  create: createBeginTransactionRecord,
};

function createBeginTransactionRecord({
  name = null,
  unknownTaggedFields,
}: Partial<BeginTransactionRecord> = {}): BeginTransactionRecord {
  const message: BeginTransactionRecord = { name };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBeginTransactionRecord(reader: Reader, version: number): BeginTransactionRecord {
  checkVersion('BeginTransactionRecord', version, 0, 0);
  const message: BeginTransactionRecord = {
    name: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.name = reader.nullableString(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBeginTransactionRecord(
  writer: Writer,
  message: BeginTransactionRecord,
  version: number,
): void {
  checkVersion('BeginTransactionRecord', version, 0, 0);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasName = message.name !== null;
  if (hasName) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasName) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.nullableString(message.name, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

