// DeleteShareGroupStateResponse: response of API 86; version 0, flexible from 0.
// Generated from schema/messages/delete-share-group-state-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteShareGroupStateResponse {
  results: readonly DeleteStateResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteStateResult {
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

export const DeleteShareGroupStateResponse: MessageCodec<DeleteShareGroupStateResponse> = {
  name: 'DeleteShareGroupStateResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDeleteShareGroupStateResponse,
  write: writeDeleteShareGroupStateResponse,
  create: createDeleteShareGroupStateResponse,
};

function createDeleteShareGroupStateResponse({
  results = [],
  unknownTaggedFields,
}: Partial<DeleteShareGroupStateResponse> = {}): DeleteShareGroupStateResponse {
  const message: DeleteShareGroupStateResponse = { results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteShareGroupStateResponse(
  reader: Reader,
  version: number,
): DeleteShareGroupStateResponse {
  checkVersion('DeleteShareGroupStateResponse', version, 0, 0);
  const message: DeleteShareGroupStateResponse = {
    results: readDeleteStateResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteShareGroupStateResponse(
  writer: Writer,
  message: DeleteShareGroupStateResponse,
  version: number,
): void {
  checkVersion('DeleteShareGroupStateResponse', version, 0, 0);
  writeDeleteStateResultArray(writer, message.results, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDeleteStateResult({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<DeleteStateResult> = {}): DeleteStateResult {
  const message: DeleteStateResult = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteStateResult(reader: Reader, version: number): DeleteStateResult {
  const message: DeleteStateResult = {
    topicId: reader.uuid(),
    partitions: readPartitionResultArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteStateResult(writer: Writer, message: DeleteStateResult, version: number): void {
  writer.uuid(message.topicId);
  writePartitionResultArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDeleteStateResultArray(reader: Reader, version: number): DeleteStateResult[] {
  const length = reader.arrayLength(true, 18);
  const elements: DeleteStateResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteStateResult(reader, version));
  return elements;
}

function writeDeleteStateResultArray(
  writer: Writer,
  elements: readonly DeleteStateResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDeleteStateResult(writer, element, version);
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

