// ReadShareGroupStateSummaryResponse: response of API 87; version 0 to 1, flexible from 0.
// Generated from schema/messages/read-share-group-state-summary-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ReadShareGroupStateSummaryResponse {
  results: readonly ReadStateSummaryResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReadStateSummaryResult {
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
  leaderEpoch: number;
  startOffset: number;
  /** version 1, default -1 */
  deliveryCompleteCount: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ReadShareGroupStateSummaryResponse: MessageCodec<ReadShareGroupStateSummaryResponse> = {
  name: 'ReadShareGroupStateSummaryResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readReadShareGroupStateSummaryResponse,
  write: writeReadShareGroupStateSummaryResponse,
  create: createReadShareGroupStateSummaryResponse,
};

function createReadShareGroupStateSummaryResponse({
  results = [],
  unknownTaggedFields,
}: Partial<ReadShareGroupStateSummaryResponse> = {}): ReadShareGroupStateSummaryResponse {
  const message: ReadShareGroupStateSummaryResponse = { results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadShareGroupStateSummaryResponse(
  reader: Reader,
  version: number,
): ReadShareGroupStateSummaryResponse {
  checkVersion('ReadShareGroupStateSummaryResponse', version, 0, 1);
  const message: ReadShareGroupStateSummaryResponse = {
    results: readReadStateSummaryResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadShareGroupStateSummaryResponse(
  writer: Writer,
  message: ReadShareGroupStateSummaryResponse,
  version: number,
): void {
  checkVersion('ReadShareGroupStateSummaryResponse', version, 0, 1);
  writeReadStateSummaryResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createReadStateSummaryResult({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ReadStateSummaryResult> = {}): ReadStateSummaryResult {
  const message: ReadStateSummaryResult = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReadStateSummaryResult(reader: Reader, version: number): ReadStateSummaryResult {
  const message: ReadStateSummaryResult = {
    topicId: reader.uuid(),
    partitions: readPartitionResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReadStateSummaryResult(
  writer: Writer,
  message: ReadStateSummaryResult,
  version: number,
): void {
  writer.uuid(message.topicId);
  writePartitionResultArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReadStateSummaryResultArray(
  reader: Reader,
  version: number,
): ReadStateSummaryResult[] {
  const length = reader.arrayLength(true, 18);
  const elements: ReadStateSummaryResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readReadStateSummaryResult(reader, version));
  return elements;
}

function writeReadStateSummaryResultArray(
  writer: Writer,
  elements: readonly ReadStateSummaryResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReadStateSummaryResult(writer, element, version);
}

export function createPartitionResult({
  partition = 0,
  errorCode = 0,
  errorMessage = null,
  stateEpoch = 0,
  leaderEpoch = 0,
  startOffset = 0,
  deliveryCompleteCount = -1,
  unknownTaggedFields,
}: Partial<PartitionResult> = {}): PartitionResult {
  const message: PartitionResult = {
    partition,
    errorCode,
    errorMessage,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
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
    leaderEpoch: reader.int32(),
    startOffset: reader.int64(),
    deliveryCompleteCount: version >= 1 ? reader.int32() : -1,
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
  writer.int32(message.leaderEpoch);
  writer.int64(message.startOffset);
  if (version >= 1) {
    writer.int32(message.deliveryCompleteCount);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionResultArray(reader: Reader, version: number): PartitionResult[] {
  const length = reader.arrayLength(true, 24);
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

