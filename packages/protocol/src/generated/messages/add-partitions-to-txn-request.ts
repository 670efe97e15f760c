// AddPartitionsToTxnRequest: request of API 24; version 0 to 5, flexible from 3.
// Generated from schema/messages/add-partitions-to-txn-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AddPartitionsToTxnRequest {
  /** version 4+ */
  transactions: readonly AddPartitionsToTxnTransaction[];
  /** version 0-3 */
  v3AndBelowTransactionalId: string;
  /** version 0-3 */
  v3AndBelowProducerId: number;
  /** version 0-3 */
  v3AndBelowProducerEpoch: number;
  /** version 0-3 */
  v3AndBelowTopics: readonly AddPartitionsToTxnTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AddPartitionsToTxnTransaction {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  /** default false */
  verifyOnly: boolean;
  topics: readonly AddPartitionsToTxnTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AddPartitionsToTxnTopic {
  name: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AddPartitionsToTxnRequest: MessageCodec<AddPartitionsToTxnRequest> = {
  name: 'AddPartitionsToTxnRequest',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readAddPartitionsToTxnRequest,
  write: writeAddPartitionsToTxnRequest,
  create: createAddPartitionsToTxnRequest,
};

function createAddPartitionsToTxnRequest({
  transactions = [],
  v3AndBelowTransactionalId = '',
  v3AndBelowProducerId = 0,
  v3AndBelowProducerEpoch = 0,
  v3AndBelowTopics = [],
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnRequest> = {}): AddPartitionsToTxnRequest {
  const message: AddPartitionsToTxnRequest = {
    transactions,
    v3AndBelowTransactionalId,
    v3AndBelowProducerId,
    v3AndBelowProducerEpoch,
    v3AndBelowTopics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnRequest(reader: Reader, version: number): AddPartitionsToTxnRequest {
  checkVersion('AddPartitionsToTxnRequest', version, 0, 5);
  const flexible = version >= 3;
  const message: AddPartitionsToTxnRequest = {
    transactions: version >= 4 ? readAddPartitionsToTxnTransactionArray(reader, version) : [],
    v3AndBelowTransactionalId: version <= 3 ? reader.string(flexible) : '',
    v3AndBelowProducerId: version <= 3 ? reader.int64() : 0,
    v3AndBelowProducerEpoch: version <= 3 ? reader.int16() : 0,
    v3AndBelowTopics: version <= 3 ? readAddPartitionsToTxnTopicArray(reader, version) : [],
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddPartitionsToTxnRequest(
  writer: Writer,
  message: AddPartitionsToTxnRequest,
  version: number,
): void {
  checkVersion('AddPartitionsToTxnRequest', version, 0, 5);
  const flexible = version >= 3;
  if (version >= 4) {
    writeAddPartitionsToTxnTransactionArray(writer, message.transactions, version);
  }
  if (version < 4 && message.transactions.length !== 0) {
    throw unsupportedField('AddPartitionsToTxnRequest.transactions', version);
  }
  if (version <= 3) {
    writer.string(message.v3AndBelowTransactionalId, flexible);
  }
  if (version > 3 && message.v3AndBelowTransactionalId !== '') {
    throw unsupportedField('AddPartitionsToTxnRequest.v3AndBelowTransactionalId', version);
  }
  if (version <= 3) {
    writer.int64(message.v3AndBelowProducerId);
  }
  if (version > 3 && message.v3AndBelowProducerId !== 0) {
    throw unsupportedField('AddPartitionsToTxnRequest.v3AndBelowProducerId', version);
  }
  if (version <= 3) {
    writer.int16(message.v3AndBelowProducerEpoch);
  }
  if (version > 3 && message.v3AndBelowProducerEpoch !== 0) {
    throw unsupportedField('AddPartitionsToTxnRequest.v3AndBelowProducerEpoch', version);
  }
  if (version <= 3) {
    writeAddPartitionsToTxnTopicArray(writer, message.v3AndBelowTopics, version);
  }
  if (version > 3 && message.v3AndBelowTopics.length !== 0) {
    throw unsupportedField('AddPartitionsToTxnRequest.v3AndBelowTopics', version);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAddPartitionsToTxnTransaction({
  transactionalId = '',
  producerId = 0,
  producerEpoch = 0,
  verifyOnly = false,
  topics = [],
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnTransaction> = {}): AddPartitionsToTxnTransaction {
  const message: AddPartitionsToTxnTransaction = {
    transactionalId,
    producerId,
    producerEpoch,
    verifyOnly,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnTransaction(
  reader: Reader,
  version: number,
): AddPartitionsToTxnTransaction {
  const message: AddPartitionsToTxnTransaction = {
    transactionalId: reader.string(true),
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    verifyOnly: reader.boolean(),
    topics: readAddPartitionsToTxnTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAddPartitionsToTxnTransaction(
  writer: Writer,
  message: AddPartitionsToTxnTransaction,
  version: number,
): void {
  writer.string(message.transactionalId, true);
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  writer.boolean(message.verifyOnly);
  writeAddPartitionsToTxnTopicArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAddPartitionsToTxnTransactionArray(
  reader: Reader,
  version: number,
): AddPartitionsToTxnTransaction[] {
  const length = reader.arrayLength(true, 14);
  const elements: AddPartitionsToTxnTransaction[] = [];
  for (let i = 0; i < length; i++) elements.push(readAddPartitionsToTxnTransaction(reader, version));
  return elements;
}

function writeAddPartitionsToTxnTransactionArray(
  writer: Writer,
  elements: readonly AddPartitionsToTxnTransaction[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAddPartitionsToTxnTransaction(writer, element, version);
}

export function createAddPartitionsToTxnTopic({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnTopic> = {}): AddPartitionsToTxnTopic {
  const message: AddPartitionsToTxnTopic = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnTopic(reader: Reader, version: number): AddPartitionsToTxnTopic {
  const flexible = version >= 3;
  const message: AddPartitionsToTxnTopic = {
    name: reader.string(flexible),
    partitions: reader.int32Array(flexible),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddPartitionsToTxnTopic(
  writer: Writer,
  message: AddPartitionsToTxnTopic,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(message.name, flexible);
  writer.int32Array(message.partitions, flexible);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAddPartitionsToTxnTopicArray(
  reader: Reader,
  version: number,
): AddPartitionsToTxnTopic[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 3);
  const elements: AddPartitionsToTxnTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readAddPartitionsToTxnTopic(reader, version));
  return elements;
}

function writeAddPartitionsToTxnTopicArray(
  writer: Writer,
  elements: readonly AddPartitionsToTxnTopic[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAddPartitionsToTxnTopic(writer, element, version);
}

