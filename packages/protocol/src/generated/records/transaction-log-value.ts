// TransactionLogValue: coordinator-value in __transaction_state, type 0; version 0 to 1, flexible from 1.
// Generated from schema/records/transaction-log-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface TransactionLogValue {
  producerId: number;
  /** version 1, tag 0, default -1 */
  previousProducerId: number;
  /** version 1, tag 1, default -1 */
  nextProducerId: number;
  producerEpoch: number;
  /** version 1, tag 3, default -1 */
  nextProducerEpoch: number;
  transactionTimeoutMs: number;
  transactionStatus: number;
  transactionPartitions: readonly PartitionsSchema[] | null;
  transactionLastUpdateTimestampMs: number;
  transactionStartTimestampMs: number;
  /** version 1, tag 2, default 0 */
  clientTransactionVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionsSchema {
  topic: string;
  partitionIds: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const TransactionLogValue: MessageCodec<TransactionLogValue> = {
  name: 'TransactionLogValue',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readTransactionLogValue,
  write: writeTransactionLogValue,
  create: createTransactionLogValue,
};

function createTransactionLogValue({
  producerId = 0,
  previousProducerId = -1,
  nextProducerId = -1,
  producerEpoch = 0,
  nextProducerEpoch = -1,
  transactionTimeoutMs = 0,
  transactionStatus = 0,
  transactionPartitions = [],
  transactionLastUpdateTimestampMs = 0,
  transactionStartTimestampMs = 0,
  clientTransactionVersion = 0,
  unknownTaggedFields,
}: Partial<TransactionLogValue> = {}): TransactionLogValue {
  const message: TransactionLogValue = {
    producerId,
    previousProducerId,
    nextProducerId,
    producerEpoch,
    nextProducerEpoch,
    transactionTimeoutMs,
    transactionStatus,
    transactionPartitions,
    transactionLastUpdateTimestampMs,
    transactionStartTimestampMs,
    clientTransactionVersion,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTransactionLogValue(reader: Reader, version: number): TransactionLogValue {
  checkVersion('TransactionLogValue', version, 0, 1);
  const message: TransactionLogValue = {
    producerId: reader.int64(),
    previousProducerId: -1,
    nextProducerId: -1,
    producerEpoch: reader.int16(),
    nextProducerEpoch: -1,
    transactionTimeoutMs: reader.int32(),
    transactionStatus: reader.int8(),
    transactionPartitions: readNullablePartitionsSchemaArray(reader, version),
    transactionLastUpdateTimestampMs: reader.int64(),
    transactionStartTimestampMs: reader.int64(),
    clientTransactionVersion: 0,
  };
  if (version >= 1) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0) message.previousProducerId = reader.int64();
      else if (tag === 1) message.nextProducerId = reader.int64();
      else if (tag === 2) message.clientTransactionVersion = reader.int16();
      else if (tag === 3) message.nextProducerEpoch = reader.int16();
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTransactionLogValue(
  writer: Writer,
  message: TransactionLogValue,
  version: number,
): void {
  checkVersion('TransactionLogValue', version, 0, 1);
  writer.int64(message.producerId);
  if (version < 1 && message.previousProducerId !== -1) {
    throw unsupportedField('TransactionLogValue.previousProducerId', version);
  }
  if (version < 1 && message.nextProducerId !== -1) {
    throw unsupportedField('TransactionLogValue.nextProducerId', version);
  }
  writer.int16(message.producerEpoch);
  if (version < 1 && message.nextProducerEpoch !== -1) {
    throw unsupportedField('TransactionLogValue.nextProducerEpoch', version);
  }
  writer.int32(message.transactionTimeoutMs);
  writer.int8(message.transactionStatus);
  writeNullablePartitionsSchemaArray(writer, message.transactionPartitions, version);
  writer.int64(message.transactionLastUpdateTimestampMs);
  writer.int64(message.transactionStartTimestampMs);
  if (version < 1 && message.clientTransactionVersion !== 0) {
    throw unsupportedField('TransactionLogValue.clientTransactionVersion', version);
  }
  if (version >= 1) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasPreviousProducerId = message.previousProducerId !== -1;
    if (hasPreviousProducerId) tagCount++;
    const hasNextProducerId = message.nextProducerId !== -1;
    if (hasNextProducerId) tagCount++;
    const hasClientTransactionVersion = message.clientTransactionVersion !== 0;
    if (hasClientTransactionVersion) tagCount++;
    const hasNextProducerEpoch = message.nextProducerEpoch !== -1;
    if (hasNextProducerEpoch) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasPreviousProducerId) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writer.int64(message.previousProducerId);
      writer.closeTaggedField(opened);
    }
    if (hasNextProducerId) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
      const opened = writer.openTaggedField(1);
      writer.int64(message.nextProducerId);
      writer.closeTaggedField(opened);
    }
    if (hasClientTransactionVersion) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 2);
      const opened = writer.openTaggedField(2);
      writer.int16(message.clientTransactionVersion);
      writer.closeTaggedField(opened);
    }
    if (hasNextProducerEpoch) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 3);
      const opened = writer.openTaggedField(3);
      writer.int16(message.nextProducerEpoch);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

export function createPartitionsSchema({
  topic = '',
  partitionIds = [],
  unknownTaggedFields,
}: Partial<PartitionsSchema> = {}): PartitionsSchema {
  const message: PartitionsSchema = { topic, partitionIds };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionsSchema(reader: Reader, version: number): PartitionsSchema {
  const flexible = version >= 1;
  const message: PartitionsSchema = {
    topic: reader.string(flexible),
    partitionIds: reader.int32Array(flexible),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionsSchema(writer: Writer, message: PartitionsSchema, version: number): void {
  const flexible = version >= 1;
  writer.string(message.topic, flexible);
  writer.int32Array(message.partitionIds, flexible);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullablePartitionsSchemaArray(
  reader: Reader,
  version: number,
): PartitionsSchema[] | null {
  const flexible = version >= 1;
  const length = reader.nullableArrayLength(flexible, 3);
  if (length < 0) return null;
  const elements: PartitionsSchema[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionsSchema(reader, version));
  return elements;
}

function writeNullablePartitionsSchemaArray(
  writer: Writer,
  elements: readonly PartitionsSchema[] | null,
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writePartitionsSchema(writer, element, version);
}

