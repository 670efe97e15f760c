// WriteTxnMarkersResponse: response of API 27; version 1 to 2, flexible from 1.
// Generated from schema/messages/write-txn-markers-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface WriteTxnMarkersResponse {
  markers: readonly WritableTxnMarkerResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WritableTxnMarkerResult {
  producerId: number;
  topics: readonly WritableTxnMarkerTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WritableTxnMarkerTopicResult {
  name: string;
  partitions: readonly WritableTxnMarkerPartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WritableTxnMarkerPartitionResult {
  partitionIndex: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const WriteTxnMarkersResponse: MessageCodec<WriteTxnMarkersResponse> = {
  name: 'WriteTxnMarkersResponse',
  versions: [1, 2],
  flexibleFrom: 1,
  read: readWriteTxnMarkersResponse,
  write: writeWriteTxnMarkersResponse,
  create: createWriteTxnMarkersResponse,
};

function createWriteTxnMarkersResponse({
  markers = [],
  unknownTaggedFields,
}: Partial<WriteTxnMarkersResponse> = {}): WriteTxnMarkersResponse {
  const message: WriteTxnMarkersResponse = { markers };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWriteTxnMarkersResponse(reader: Reader, version: number): WriteTxnMarkersResponse {
  checkVersion('WriteTxnMarkersResponse', version, 1, 2);
  const message: WriteTxnMarkersResponse = {
    markers: readWritableTxnMarkerResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWriteTxnMarkersResponse(
  writer: Writer,
  message: WriteTxnMarkersResponse,
  version: number,
): void {
  checkVersion('WriteTxnMarkersResponse', version, 1, 2);
  writeWritableTxnMarkerResultArray(writer, message.markers, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createWritableTxnMarkerResult({
  producerId = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<WritableTxnMarkerResult> = {}): WritableTxnMarkerResult {
  const message: WritableTxnMarkerResult = { producerId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWritableTxnMarkerResult(reader: Reader, version: number): WritableTxnMarkerResult {
  const message: WritableTxnMarkerResult = {
    producerId: reader.int64(),
    topics: readWritableTxnMarkerTopicResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWritableTxnMarkerResult(
  writer: Writer,
  message: WritableTxnMarkerResult,
  version: number,
): void {
  writer.int64(message.producerId);
  writeWritableTxnMarkerTopicResultArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWritableTxnMarkerResultArray(
  reader: Reader,
  version: number,
): WritableTxnMarkerResult[] {
  const length = reader.arrayLength(true, 10);
  const elements: WritableTxnMarkerResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readWritableTxnMarkerResult(reader, version));
  return elements;
}

function writeWritableTxnMarkerResultArray(
  writer: Writer,
  elements: readonly WritableTxnMarkerResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWritableTxnMarkerResult(writer, element, version);
}

export function createWritableTxnMarkerTopicResult({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<WritableTxnMarkerTopicResult> = {}): WritableTxnMarkerTopicResult {
  const message: WritableTxnMarkerTopicResult = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWritableTxnMarkerTopicResult(
  reader: Reader,
  version: number,
): WritableTxnMarkerTopicResult {
  const message: WritableTxnMarkerTopicResult = {
    name: reader.string(true),
    partitions: readWritableTxnMarkerPartitionResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWritableTxnMarkerTopicResult(
  writer: Writer,
  message: WritableTxnMarkerTopicResult,
  version: number,
): void {
  writer.string(message.name, true);
  writeWritableTxnMarkerPartitionResultArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWritableTxnMarkerTopicResultArray(
  reader: Reader,
  version: number,
): WritableTxnMarkerTopicResult[] {
  const length = reader.arrayLength(true, 3);
  const elements: WritableTxnMarkerTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readWritableTxnMarkerTopicResult(reader, version));
  return elements;
}

function writeWritableTxnMarkerTopicResultArray(
  writer: Writer,
  elements: readonly WritableTxnMarkerTopicResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWritableTxnMarkerTopicResult(writer, element, version);
}

export function createWritableTxnMarkerPartitionResult({
  partitionIndex = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<WritableTxnMarkerPartitionResult> = {}): WritableTxnMarkerPartitionResult {
  const message: WritableTxnMarkerPartitionResult = { partitionIndex, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWritableTxnMarkerPartitionResult(
  reader: Reader,
  version: number,
): WritableTxnMarkerPartitionResult {
  const message: WritableTxnMarkerPartitionResult = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWritableTxnMarkerPartitionResult(
  writer: Writer,
  message: WritableTxnMarkerPartitionResult,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWritableTxnMarkerPartitionResultArray(
  reader: Reader,
  version: number,
): WritableTxnMarkerPartitionResult[] {
  const length = reader.arrayLength(true, 7);
  const elements: WritableTxnMarkerPartitionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readWritableTxnMarkerPartitionResult(reader, version));
  return elements;
}

function writeWritableTxnMarkerPartitionResultArray(
  writer: Writer,
  elements: readonly WritableTxnMarkerPartitionResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWritableTxnMarkerPartitionResult(writer, element, version);
}

