// ListTransactionsResponse: response of API 66; version 0 to 2, flexible from 0.
// Generated from schema/messages/list-transactions-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListTransactionsResponse {
  throttleTimeMs: number;
  errorCode: number;
  unknownStateFilters: readonly string[];
  transactionStates: readonly TransactionState[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TransactionState {
  transactionalId: string;
  producerId: number;
  transactionState: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListTransactionsResponse: MessageCodec<ListTransactionsResponse> = {
  name: 'ListTransactionsResponse',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readListTransactionsResponse,
  write: writeListTransactionsResponse,
  create: createListTransactionsResponse,
};

function createListTransactionsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  unknownStateFilters = [],
  transactionStates = [],
  unknownTaggedFields,
}: Partial<ListTransactionsResponse> = {}): ListTransactionsResponse {
  const message: ListTransactionsResponse = {
    throttleTimeMs,
    errorCode,
    unknownStateFilters,
    transactionStates,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListTransactionsResponse(reader: Reader, version: number): ListTransactionsResponse {
  checkVersion('ListTransactionsResponse', version, 0, 2);
  const message: ListTransactionsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    unknownStateFilters: reader.stringArray(true),
    transactionStates: readTransactionStateArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListTransactionsResponse(
  writer: Writer,
  message: ListTransactionsResponse,
  version: number,
): void {
  checkVersion('ListTransactionsResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.stringArray(message.unknownStateFilters, true);
  writeTransactionStateArray(writer, message.transactionStates, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTransactionState({
  transactionalId = '',
  producerId = 0,
  transactionState = '',
  unknownTaggedFields,
}: Partial<TransactionState> = {}): TransactionState {
  const message: TransactionState = { transactionalId, producerId, transactionState };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTransactionState(reader: Reader, version: number): TransactionState {
  const message: TransactionState = {
    transactionalId: reader.string(true),
    producerId: reader.int64(),
    transactionState: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTransactionState(writer: Writer, message: TransactionState, version: number): void {
  writer.string(message.transactionalId, true);
  writer.int64(message.producerId);
  writer.string(message.transactionState, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTransactionStateArray(reader: Reader, version: number): TransactionState[] {
  const length = reader.arrayLength(true, 11);
  const elements: TransactionState[] = [];
  for (let i = 0; i < length; i++) elements.push(readTransactionState(reader, version));
  return elements;
}

function writeTransactionStateArray(
  writer: Writer,
  elements: readonly TransactionState[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTransactionState(writer, element, version);
}

