// WriteShareGroupStateResponse: response of API 85; version 0 to 1, flexible from 0.
// Generated from schema/messages/write-share-group-state-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface WriteShareGroupStateResponse {
  results: readonly WriteStateResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WriteStateResult {
  topicId: string;
  partitions: readonly PartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionResult {
  partition: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const WriteShareGroupStateResponse: MessageCodec<WriteShareGroupStateResponse> = {
  name: 'WriteShareGroupStateResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readWriteShareGroupStateResponse,
  write: writeWriteShareGroupStateResponse,
  create: createWriteShareGroupStateResponse,
};

function createWriteShareGroupStateResponse({
  results = [],
  unknownTaggedFields,
}: Partial<WriteShareGroupStateResponse> = {}): WriteShareGroupStateResponse {
  const message: WriteShareGroupStateResponse = { results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWriteShareGroupStateResponse(
  reader: Reader,
  version: number,
): WriteShareGroupStateResponse {
  checkVersion('WriteShareGroupStateResponse', version, 0, 1);
  const message: WriteShareGroupStateResponse = {
    results: readWriteStateResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWriteShareGroupStateResponse(
  writer: Writer,
  message: WriteShareGroupStateResponse,
  version: number,
): void {
  checkVersion('WriteShareGroupStateResponse', version, 0, 1);
  writeWriteStateResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createWriteStateResult({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<WriteStateResult> = {}): WriteStateResult {
  const message: WriteStateResult = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWriteStateResult(reader: Reader, version: number): WriteStateResult {
  const message: WriteStateResult = {
    topicId: reader.uuid(),
    partitions: readPartitionResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWriteStateResult(writer: Writer, message: WriteStateResult, version: number): void {
  writer.uuid(message.topicId);
  writePartitionResultArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWriteStateResultArray(reader: Reader, version: number): WriteStateResult[] {
  const length = reader.arrayLength(true, 18);
  const elements: WriteStateResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readWriteStateResult(reader, version));
  return elements;
}

function writeWriteStateResultArray(
  writer: Writer,
  elements: readonly WriteStateResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWriteStateResult(writer, element, version);
}

export function createPartitionResult({
  partition = 0,
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<PartitionResult> = {}): PartitionResult {
  const message: PartitionResult = { partition, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionResult(reader: Reader, version: number): PartitionResult {
  const message: PartitionResult = {
    partition: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionResult(writer: Writer, message: PartitionResult, version: number): void {
  writer.int32(message.partition);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionResultArray(reader: Reader, version: number): PartitionResult[] {
  const length = reader.arrayLength(true, 8);
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

