// AddPartitionsToTxnResponse: response of API 24; version 0 to 5, flexible from 3.
// Generated from schema/messages/add-partitions-to-txn-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AddPartitionsToTxnResponse {
  throttleTimeMs: number;
  /** version 4+ */
  errorCode: number;
  /** version 4+ */
  resultsByTransaction: readonly AddPartitionsToTxnResult[];
  /** version 0-3 */
  resultsByTopicV3AndBelow: readonly AddPartitionsToTxnTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AddPartitionsToTxnResult {
  transactionalId: string;
  topicResults: readonly AddPartitionsToTxnTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AddPartitionsToTxnTopicResult {
  name: string;
  resultsByPartition: readonly AddPartitionsToTxnPartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AddPartitionsToTxnPartitionResult {
  partitionIndex: number;
  partitionErrorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AddPartitionsToTxnResponse: MessageCodec<AddPartitionsToTxnResponse> = {
  name: 'AddPartitionsToTxnResponse',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readAddPartitionsToTxnResponse,
  write: writeAddPartitionsToTxnResponse,
  create: createAddPartitionsToTxnResponse,
};

function createAddPartitionsToTxnResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  resultsByTransaction = [],
  resultsByTopicV3AndBelow = [],
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnResponse> = {}): AddPartitionsToTxnResponse {
  const message: AddPartitionsToTxnResponse = {
    throttleTimeMs,
    errorCode,
    resultsByTransaction,
    resultsByTopicV3AndBelow,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnResponse(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResponse {
  checkVersion('AddPartitionsToTxnResponse', version, 0, 5);
  const message: AddPartitionsToTxnResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: version >= 4 ? reader.int16() : 0,
    resultsByTransaction: version >= 4 ? readAddPartitionsToTxnResultArray(reader, version) : [],
    resultsByTopicV3AndBelow: version <= 3 ? readAddPartitionsToTxnTopicResultArray(reader, version) : [],
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddPartitionsToTxnResponse(
  writer: Writer,
  message: AddPartitionsToTxnResponse,
  version: number,
): void {
  checkVersion('AddPartitionsToTxnResponse', version, 0, 5);
  writer.int32(message.throttleTimeMs);
  if (version >= 4) {
    writer.int16(message.errorCode);
  }
  if (version >= 4) {
    writeAddPartitionsToTxnResultArray(writer, message.resultsByTransaction, version);
  }
  if (version < 4 && message.resultsByTransaction.length !== 0) {
    throw unsupportedField('AddPartitionsToTxnResponse.resultsByTransaction', version);
  }
  if (version <= 3) {
    writeAddPartitionsToTxnTopicResultArray(writer, message.resultsByTopicV3AndBelow, version);
  }
  if (version > 3 && message.resultsByTopicV3AndBelow.length !== 0) {
    throw unsupportedField('AddPartitionsToTxnResponse.resultsByTopicV3AndBelow', version);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAddPartitionsToTxnResult({
  transactionalId = '',
  topicResults = [],
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnResult> = {}): AddPartitionsToTxnResult {
  const message: AddPartitionsToTxnResult = { transactionalId, topicResults };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnResult(reader: Reader, version: number): AddPartitionsToTxnResult {
  const message: AddPartitionsToTxnResult = {
    transactionalId: reader.string(true),
    topicResults: readAddPartitionsToTxnTopicResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAddPartitionsToTxnResult(
  writer: Writer,
  message: AddPartitionsToTxnResult,
  version: number,
): void {
  writer.string(message.transactionalId, true);
  writeAddPartitionsToTxnTopicResultArray(writer, message.topicResults, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAddPartitionsToTxnResultArray(
  reader: Reader,
  version: number,
): AddPartitionsToTxnResult[] {
  const length = reader.arrayLength(true, 3);
  const elements: AddPartitionsToTxnResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAddPartitionsToTxnResult(reader, version));
  return elements;
}

function writeAddPartitionsToTxnResultArray(
  writer: Writer,
  elements: readonly AddPartitionsToTxnResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAddPartitionsToTxnResult(writer, element, version);
}

export function createAddPartitionsToTxnTopicResult({
  name = '',
  resultsByPartition = [],
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnTopicResult> = {}): AddPartitionsToTxnTopicResult {
  const message: AddPartitionsToTxnTopicResult = { name, resultsByPartition };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnTopicResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnTopicResult {
  const flexible = version >= 3;
  const message: AddPartitionsToTxnTopicResult = {
    name: reader.string(flexible),
    resultsByPartition: readAddPartitionsToTxnPartitionResultArray(reader, version),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddPartitionsToTxnTopicResult(
  writer: Writer,
  message: AddPartitionsToTxnTopicResult,
  version: number,
): void {
  const flexible = version >= 3;
  writer.string(message.name, flexible);
  writeAddPartitionsToTxnPartitionResultArray(writer, message.resultsByPartition, version);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAddPartitionsToTxnTopicResultArray(
  reader: Reader,
  version: number,
): AddPartitionsToTxnTopicResult[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 3);
  const elements: AddPartitionsToTxnTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAddPartitionsToTxnTopicResult(reader, version));
  return elements;
}

function writeAddPartitionsToTxnTopicResultArray(
  writer: Writer,
  elements: readonly AddPartitionsToTxnTopicResult[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAddPartitionsToTxnTopicResult(writer, element, version);
}

export function createAddPartitionsToTxnPartitionResult({
  partitionIndex = 0,
  partitionErrorCode = 0,
  unknownTaggedFields,
}: Partial<AddPartitionsToTxnPartitionResult> = {}): AddPartitionsToTxnPartitionResult {
  const message: AddPartitionsToTxnPartitionResult = { partitionIndex, partitionErrorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddPartitionsToTxnPartitionResult(
  reader: Reader,
  version: number,
): AddPartitionsToTxnPartitionResult {
  const message: AddPartitionsToTxnPartitionResult = {
    partitionIndex: reader.int32(),
    partitionErrorCode: reader.int16(),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddPartitionsToTxnPartitionResult(
  writer: Writer,
  message: AddPartitionsToTxnPartitionResult,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.partitionErrorCode);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAddPartitionsToTxnPartitionResultArray(
  reader: Reader,
  version: number,
): AddPartitionsToTxnPartitionResult[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 6);
  const elements: AddPartitionsToTxnPartitionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readAddPartitionsToTxnPartitionResult(reader, version));
  return elements;
}

function writeAddPartitionsToTxnPartitionResultArray(
  writer: Writer,
  elements: readonly AddPartitionsToTxnPartitionResult[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAddPartitionsToTxnPartitionResult(writer, element, version);
}

