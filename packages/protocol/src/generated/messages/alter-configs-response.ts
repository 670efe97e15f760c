// AlterConfigsResponse: response of API 33; version 0 to 2, flexible from 2.
// Generated from schema/messages/alter-configs-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterConfigsResponse {
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

export const AlterConfigsResponse: MessageCodec<AlterConfigsResponse> = {
  name: 'AlterConfigsResponse',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readAlterConfigsResponse,
  write: writeAlterConfigsResponse,
  create: createAlterConfigsResponse,
};

function createAlterConfigsResponse({
  throttleTimeMs = 0,
  responses = [],
  unknownTaggedFields,
}: Partial<AlterConfigsResponse> = {}): AlterConfigsResponse {
  const message: AlterConfigsResponse = { throttleTimeMs, responses };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterConfigsResponse(reader: Reader, version: number): AlterConfigsResponse {
  checkVersion('AlterConfigsResponse', version, 0, 2);
  const message: AlterConfigsResponse = {
    throttleTimeMs: reader.int32(),
    responses: readAlterConfigsResourceResponseArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterConfigsResponse(
  writer: Writer,
  message: AlterConfigsResponse,
  version: number,
): void {
  checkVersion('AlterConfigsResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writeAlterConfigsResourceResponseArray(writer, message.responses, version);
  if (version >= 2) {
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
  const flexible = version >= 2;
  const message: AlterConfigsResourceResponse = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
  };
  if (version >= 2) {
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
  const flexible = version >= 2;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterConfigsResourceResponseArray(
  reader: Reader,
  version: number,
): AlterConfigsResourceResponse[] {
  const flexible = version >= 2;
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
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterConfigsResourceResponse(writer, element, version);
}

