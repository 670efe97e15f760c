// AlterPartitionReassignmentsResponse: response of API 45; version 0 to 1, flexible from 0.
// Generated from schema/messages/alter-partition-reassignments-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterPartitionReassignmentsResponse {
  throttleTimeMs: number;
  /** version 1, default true */
  allowReplicationFactorChange: boolean;
  errorCode: number;
  errorMessage: string | null;
  responses: readonly ReassignableTopicResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReassignableTopicResponse {
  name: string;
  partitions: readonly ReassignablePartitionResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReassignablePartitionResponse {
  partitionIndex: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterPartitionReassignmentsResponse: MessageCodec<AlterPartitionReassignmentsResponse> = {
  name: 'AlterPartitionReassignmentsResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readAlterPartitionReassignmentsResponse,
  write: writeAlterPartitionReassignmentsResponse,
  create: createAlterPartitionReassignmentsResponse,
};

function createAlterPartitionReassignmentsResponse({
  throttleTimeMs = 0,
  allowReplicationFactorChange = true,
  errorCode = 0,
  errorMessage = '',
  responses = [],
  unknownTaggedFields,
}: Partial<AlterPartitionReassignmentsResponse> = {}): AlterPartitionReassignmentsResponse {
  const message: AlterPartitionReassignmentsResponse = {
    throttleTimeMs,
    allowReplicationFactorChange,
    errorCode,
    errorMessage,
    responses,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterPartitionReassignmentsResponse(
  reader: Reader,
  version: number,
): AlterPartitionReassignmentsResponse {
  checkVersion('AlterPartitionReassignmentsResponse', version, 0, 1);
  const message: AlterPartitionReassignmentsResponse = {
    throttleTimeMs: reader.int32(),
    allowReplicationFactorChange: version >= 1 ? reader.boolean() : true,
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    responses: readReassignableTopicResponseArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterPartitionReassignmentsResponse(
  writer: Writer,
  message: AlterPartitionReassignmentsResponse,
  version: number,
): void {
  checkVersion('AlterPartitionReassignmentsResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  if (version >= 1) {
    writer.boolean(message.allowReplicationFactorChange);
  }
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeReassignableTopicResponseArray(writer, message.responses, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createReassignableTopicResponse({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<ReassignableTopicResponse> = {}): ReassignableTopicResponse {
  const message: ReassignableTopicResponse = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReassignableTopicResponse(reader: Reader, version: number): ReassignableTopicResponse {
  const message: ReassignableTopicResponse = {
    name: reader.string(true),
    partitions: readReassignablePartitionResponseArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReassignableTopicResponse(
  writer: Writer,
  message: ReassignableTopicResponse,
  version: number,
): void {
  writer.string(message.name, true);
  writeReassignablePartitionResponseArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReassignableTopicResponseArray(
  reader: Reader,
  version: number,
): ReassignableTopicResponse[] {
  const length = reader.arrayLength(true, 3);
  const elements: ReassignableTopicResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readReassignableTopicResponse(reader, version));
  return elements;
}

function writeReassignableTopicResponseArray(
  writer: Writer,
  elements: readonly ReassignableTopicResponse[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReassignableTopicResponse(writer, element, version);
}

export function createReassignablePartitionResponse({
  partitionIndex = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<ReassignablePartitionResponse> = {}): ReassignablePartitionResponse {
  const message: ReassignablePartitionResponse = { partitionIndex, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReassignablePartitionResponse(
  reader: Reader,
  version: number,
): ReassignablePartitionResponse {
  const message: ReassignablePartitionResponse = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReassignablePartitionResponse(
  writer: Writer,
  message: ReassignablePartitionResponse,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReassignablePartitionResponseArray(
  reader: Reader,
  version: number,
): ReassignablePartitionResponse[] {
  const length = reader.arrayLength(true, 8);
  const elements: ReassignablePartitionResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readReassignablePartitionResponse(reader, version));
  return elements;
}

function writeReassignablePartitionResponseArray(
  writer: Writer,
  elements: readonly ReassignablePartitionResponse[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReassignablePartitionResponse(writer, element, version);
}

