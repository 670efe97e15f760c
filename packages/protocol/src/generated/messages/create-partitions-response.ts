// CreatePartitionsResponse: response of API 37; version 0 to 3, flexible from 2.
// Generated from schema/messages/create-partitions-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreatePartitionsResponse {
  throttleTimeMs: number;
  results: readonly CreatePartitionsTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatePartitionsTopicResult {
  name: string;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreatePartitionsResponse: MessageCodec<CreatePartitionsResponse> = {
  name: 'CreatePartitionsResponse',
  versions: [0, 3],
  flexibleFrom: 2,
  read: readCreatePartitionsResponse,
  write: writeCreatePartitionsResponse,
  create: createCreatePartitionsResponse,
};

function createCreatePartitionsResponse({
  throttleTimeMs = 0,
  results = [],
  unknownTaggedFields,
}: Partial<CreatePartitionsResponse> = {}): CreatePartitionsResponse {
  const message: CreatePartitionsResponse = { throttleTimeMs, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatePartitionsResponse(reader: Reader, version: number): CreatePartitionsResponse {
  checkVersion('CreatePartitionsResponse', version, 0, 3);
  const message: CreatePartitionsResponse = {
    throttleTimeMs: reader.int32(),
    results: readCreatePartitionsTopicResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatePartitionsResponse(
  writer: Writer,
  message: CreatePartitionsResponse,
  version: number,
): void {
  checkVersion('CreatePartitionsResponse', version, 0, 3);
  writer.int32(message.throttleTimeMs);
  writeCreatePartitionsTopicResultArray(writer, message.results, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createCreatePartitionsTopicResult({
  name = '',
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<CreatePartitionsTopicResult> = {}): CreatePartitionsTopicResult {
  const message: CreatePartitionsTopicResult = { name, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatePartitionsTopicResult(
  reader: Reader,
  version: number,
): CreatePartitionsTopicResult {
  const flexible = version >= 2;
  const message: CreatePartitionsTopicResult = {
    name: reader.string(flexible),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatePartitionsTopicResult(
  writer: Writer,
  message: CreatePartitionsTopicResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readCreatePartitionsTopicResultArray(
  reader: Reader,
  version: number,
): CreatePartitionsTopicResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 5);
  const elements: CreatePartitionsTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatePartitionsTopicResult(reader, version));
  return elements;
}

function writeCreatePartitionsTopicResultArray(
  writer: Writer,
  elements: readonly CreatePartitionsTopicResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatePartitionsTopicResult(writer, element, version);
}

