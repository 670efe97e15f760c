// IncrementalAlterConfigsResponse: response of API 44; version 0 to 1, flexible from 1.
// Generated from schema/messages/incremental-alter-configs-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface IncrementalAlterConfigsResponse {
  throttleTimeMs: number;
  responses: readonly AlterConfigsResourceResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterConfigsResourceResponse {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const IncrementalAlterConfigsResponse: MessageCodec<IncrementalAlterConfigsResponse> = {
  name: 'IncrementalAlterConfigsResponse',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readIncrementalAlterConfigsResponse,
  write: writeIncrementalAlterConfigsResponse,
  create: createIncrementalAlterConfigsResponse,
};

function createIncrementalAlterConfigsResponse({
  throttleTimeMs = 0,
  responses = [],
  unknownTaggedFields,
}: Partial<IncrementalAlterConfigsResponse> = {}): IncrementalAlterConfigsResponse {
  const message: IncrementalAlterConfigsResponse = { throttleTimeMs, responses };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readIncrementalAlterConfigsResponse(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsResponse {
  checkVersion('IncrementalAlterConfigsResponse', version, 0, 1);
  const message: IncrementalAlterConfigsResponse = {
    throttleTimeMs: reader.int32(),
    responses: readAlterConfigsResourceResponseArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeIncrementalAlterConfigsResponse(
  writer: Writer,
  message: IncrementalAlterConfigsResponse,
  version: number,
): void {
  checkVersion('IncrementalAlterConfigsResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  writeAlterConfigsResourceResponseArray(writer, message.responses, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAlterConfigsResourceResponse({
  errorCode = 0,
  errorMessage = '',
  resourceType = 0,
  resourceName = '',
  unknownTaggedFields,
}: Partial<AlterConfigsResourceResponse> = {}): AlterConfigsResourceResponse {
  const message: AlterConfigsResourceResponse = {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterConfigsResourceResponse(
  reader: Reader,
  version: number,
): AlterConfigsResourceResponse {
  const flexible = version >= 1;
  const message: AlterConfigsResourceResponse = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterConfigsResourceResponse(
  writer: Writer,
  message: AlterConfigsResourceResponse,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterConfigsResourceResponseArray(
  reader: Reader,
  version: number,
): AlterConfigsResourceResponse[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 6);
  const elements: AlterConfigsResourceResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterConfigsResourceResponse(reader, version));
  return elements;
}

function writeAlterConfigsResourceResponseArray(
  writer: Writer,
  elements: readonly AlterConfigsResourceResponse[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterConfigsResourceResponse(writer, element, version);
}

