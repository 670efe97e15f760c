// AbortTransactionRecord: record in __cluster_metadata, type 25; version 0, flexible from 0.
// Generated from schema/records/abort-transaction-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AbortTransactionRecord {
  /** tag 0, default null */
  reason: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AbortTransactionRecord: MessageCodec<AbortTransactionRecord> = {
  name: 'AbortTransactionRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAbortTransactionRecord,
  write: writeAbortTransactionRecord,
  create: createAbortTransactionRecord,
};

function createAbortTransactionRecord({
  reason = null,
  unknownTaggedFields,
}: Partial<AbortTransactionRecord> = {}): AbortTransactionRecord {
  const message: AbortTransactionRecord = { reason };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAbortTransactionRecord(reader: Reader, version: number): AbortTransactionRecord {
  checkVersion('AbortTransactionRecord', version, 0, 0);
  const message: AbortTransactionRecord = {
    reason: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.reason = reader.nullableString(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAbortTransactionRecord(
  writer: Writer,
  message: AbortTransactionRecord,
  version: number,
): void {
  checkVersion('AbortTransactionRecord', version, 0, 0);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasReason = message.reason !== null;
  if (hasReason) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasReason) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.nullableString(message.reason, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

