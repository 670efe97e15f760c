// ReadShareGroupStateResponse: response of API 84; version 0, flexible from 0.
// Generated from schema/messages/read-share-group-state-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ReadShareGroupStateResponse {
  results: readonly ReadStateResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReadStateResult {
  topicId: string;
  partitions: readonly PartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionResult {
  partition: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  stateEpoch: number;
  startOffset: number;
  stateBatches: readonly StateBatch[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface StateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ReadShareGroupStateResponse: MessageCodec<ReadShareGroupStateResponse> = {
  name: 'ReadShareGroupStateResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readReadShareGroupStateResponse,
  write: writeReadShareGroupStateResponse,
  create: createReadShareGroupStateResponse,
};

function createReadShareGroupStateResponse({
  results = [],
  unknownTaggedFields,
}: Partial<ReadShareGroupStateResponse> = {}): ReadShareGroupStateResponse {
  const message: ReadShareGroupStateResponse = { results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadShareGroupStateResponse(
  reader: Reader,
  version: number,
): ReadShareGroupStateResponse {
  checkVersion('ReadShareGroupStateResponse', version, 0, 0);
  const message: ReadShareGroupStateResponse = {
    results: readReadStateResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadShareGroupStateResponse(
  writer: Writer,
  message: ReadShareGroupStateResponse,
  version: number,
): void {
  checkVersion('ReadShareGroupStateResponse', version, 0, 0);
  writeReadStateResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createReadStateResult({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ReadStateResult> = {}): ReadStateResult {
  const message: ReadStateResult = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadStateResult(reader: Reader, version: number): ReadStateResult {
  const message: ReadStateResult = {
    topicId: reader.uuid(),
    partitions: readPartitionResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadStateResult(writer: Writer, message: ReadStateResult, version: number): void {
  writer.uuid(message.topicId);
  writePartitionResultArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReadStateResultArray(reader: Reader, version: number): ReadStateResult[] {
  const length = reader.arrayLength(true, 18);
  const elements: ReadStateResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readReadStateResult(reader, version));
  return elements;
}

function writeReadStateResultArray(
  writer: Writer,
  elements: readonly ReadStateResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReadStateResult(writer, element, version);
}

export function createPartitionResult({
  partition = 0,
  errorCode = 0,
  errorMessage = null,
  stateEpoch = 0,
  startOffset = 0,
  stateBatches = [],
  unknownTaggedFields,
}: Partial<PartitionResult> = {}): PartitionResult {
  const message: PartitionResult = {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    startOffset,
    stateBatches,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionResult(reader: Reader, version: number): PartitionResult {
  const message: PartitionResult = {
    partition: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    stateEpoch: reader.int32(),
    startOffset: reader.int64(),
    stateBatches: readStateBatchArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionResult(writer: Writer, message: PartitionResult, version: number): void {
  writer.int32(message.partition);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.int32(message.stateEpoch);
  writer.int64(message.startOffset);
  writeStateBatchArray(writer, message.stateBatches, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionResultArray(reader: Reader, version: number): PartitionResult[] {
  const length = reader.arrayLength(true, 21);
  const elements: PartitionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionResult(reader, version));
  return elements;
}

function writePartitionResultArray(
  writer: Writer,
  elements: readonly PartitionResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionResult(writer, element, version);
}

export function createStateBatch({
  firstOffset = 0,
  lastOffset = 0,
  deliveryState = 0,
  deliveryCount = 0,
  unknownTaggedFields,
}: Partial<StateBatch> = {}): StateBatch {
  const message: StateBatch = { firstOffset, lastOffset, deliveryState, deliveryCount };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStateBatch(reader: Reader, version: number): StateBatch {
  const message: StateBatch = {
    firstOffset: reader.int64(),
    lastOffset: reader.int64(),
    deliveryState: reader.int8(),
    deliveryCount: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStateBatch(writer: Writer, message: StateBatch, version: number): void {
  writer.int64(message.firstOffset);
  writer.int64(message.lastOffset);
  writer.int8(message.deliveryState);
  writer.int16(message.deliveryCount);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readStateBatchArray(reader: Reader, version: number): StateBatch[] {
  const length = reader.arrayLength(true, 20);
  const elements: StateBatch[] = [];
  for (let i = 0; i < length; i++) elements.push(readStateBatch(reader, version));
  return elements;
}

function writeStateBatchArray(
  writer: Writer,
  elements: readonly StateBatch[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeStateBatch(writer, element, version);
}

