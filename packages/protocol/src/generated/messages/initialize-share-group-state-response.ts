// InitializeShareGroupStateResponse: response of API 83; version 0, flexible from 0.
// Generated from schema/messages/initialize-share-group-state-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface InitializeShareGroupStateResponse {
  results: readonly InitializeStateResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface InitializeStateResult {
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

export const InitializeShareGroupStateResponse: MessageCodec<InitializeShareGroupStateResponse> = {
  name: 'InitializeShareGroupStateResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readInitializeShareGroupStateResponse,
  write: writeInitializeShareGroupStateResponse,
  create: createInitializeShareGroupStateResponse,
};

function createInitializeShareGroupStateResponse({
  results = [],
  unknownTaggedFields,
}: Partial<InitializeShareGroupStateResponse> = {}): InitializeShareGroupStateResponse {
  const message: InitializeShareGroupStateResponse = { results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readInitializeShareGroupStateResponse(
  reader: Reader,
  version: number,
): InitializeShareGroupStateResponse {
  checkVersion('InitializeShareGroupStateResponse', version, 0, 0);
  const message: InitializeShareGroupStateResponse = {
    results: readInitializeStateResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeInitializeShareGroupStateResponse(
  writer: Writer,
  message: InitializeShareGroupStateResponse,
  version: number,
): void {
  checkVersion('InitializeShareGroupStateResponse', version, 0, 0);
  writeInitializeStateResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createInitializeStateResult({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<InitializeStateResult> = {}): InitializeStateResult {
  const message: InitializeStateResult = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readInitializeStateResult(reader: Reader, version: number): InitializeStateResult {
  const message: InitializeStateResult = {
    topicId: reader.uuid(),
    partitions: readPartitionResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeInitializeStateResult(
  writer: Writer,
  message: InitializeStateResult,
  version: number,
): void {
  writer.uuid(message.topicId);
  writePartitionResultArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readInitializeStateResultArray(reader: Reader, version: number): InitializeStateResult[] {
  const length = reader.arrayLength(true, 18);
  const elements: InitializeStateResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readInitializeStateResult(reader, version));
  return elements;
}

function writeInitializeStateResultArray(
  writer: Writer,
  elements: readonly InitializeStateResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeInitializeStateResult(writer, element, version);
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

