// DescribeTransactionsResponse: response of API 65; version 0, flexible from 0.
// Generated from schema/messages/describe-transactions-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeTransactionsResponse {
  throttleTimeMs: number;
  transactionStates: readonly TransactionState[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TransactionState {
  errorCode: number;
  transactionalId: string;
  transactionState: string;
  transactionTimeoutMs: number;
  transactionStartTimeMs: number;
  producerId: number;
  producerEpoch: number;
  topics: readonly TopicData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicData {
  topic: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeTransactionsResponse: MessageCodec<DescribeTransactionsResponse> = {
  name: 'DescribeTransactionsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeTransactionsResponse,
  write: writeDescribeTransactionsResponse,
  create: createDescribeTransactionsResponse,
};

function createDescribeTransactionsResponse({
  throttleTimeMs = 0,
  transactionStates = [],
  unknownTaggedFields,
}: Partial<DescribeTransactionsResponse> = {}): DescribeTransactionsResponse {
  const message: DescribeTransactionsResponse = { throttleTimeMs, transactionStates };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeTransactionsResponse(
  reader: Reader,
  version: number,
): DescribeTransactionsResponse {
  checkVersion('DescribeTransactionsResponse', version, 0, 0);
  const message: DescribeTransactionsResponse = {
    throttleTimeMs: reader.int32(),
    transactionStates: readTransactionStateArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeTransactionsResponse(
  writer: Writer,
  message: DescribeTransactionsResponse,
  version: number,
): void {
  checkVersion('DescribeTransactionsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writeTransactionStateArray(writer, message.transactionStates, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTransactionState({
  errorCode = 0,
  transactionalId = '',
  transactionState = '',
  transactionTimeoutMs = 0,
  transactionStartTimeMs = 0,
  producerId = 0,
  producerEpoch = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<TransactionState> = {}): TransactionState {
  const message: TransactionState = {
    errorCode,
    transactionalId,
    transactionState,
    transactionTimeoutMs,
    transactionStartTimeMs,
    producerId,
    producerEpoch,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTransactionState(reader: Reader, version: number): TransactionState {
  const message: TransactionState = {
    errorCode: reader.int16(),
    transactionalId: reader.string(true),
    transactionState: reader.string(true),
    transactionTimeoutMs: reader.int32(),
    transactionStartTimeMs: reader.int64(),
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    topics: readTopicDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTransactionState(writer: Writer, message: TransactionState, version: number): void {
  writer.int16(message.errorCode);
  writer.string(message.transactionalId, true);
  writer.string(message.transactionState, true);
  writer.int32(message.transactionTimeoutMs);
  writer.int64(message.transactionStartTimeMs);
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  writeTopicDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTransactionStateArray(reader: Reader, version: number): TransactionState[] {
  const length = reader.arrayLength(true, 28);
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

export function createTopicData({
  topic = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicData> = {}): TopicData {
  const message: TopicData = { topic, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicData(reader: Reader, version: number): TopicData {
  const message: TopicData = {
    topic: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicData(writer: Writer, message: TopicData, version: number): void {
  writer.string(message.topic, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicDataArray(reader: Reader, version: number): TopicData[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicData[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicData(reader, version));
  return elements;
}

function writeTopicDataArray(
  writer: Writer,
  elements: readonly TopicData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicData(writer, element, version);
}

