// DescribeConfigsResponse: response of API 32; version 1 to 4, flexible from 4.
// Generated from schema/messages/describe-configs-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeConfigsResponse {
  throttleTimeMs: number;
  results: readonly DescribeConfigsResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeConfigsResult {
  errorCode: number;
  errorMessage: string | null;
  resourceType: number;
  resourceName: string;
  configs: readonly DescribeConfigsResourceResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeConfigsResourceResult {
  name: string;
  value: string | null;
  readOnly: boolean;
  /** default -1 */
  configSource: number;
  isSensitive: boolean;
  synonyms: readonly DescribeConfigsSynonym[];
  /** version 3+, default 0 */
  configType: number;
  /** version 3+ */
  documentation: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeConfigsSynonym {
  name: string;
  value: string | null;
  source: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeConfigsResponse: MessageCodec<DescribeConfigsResponse> = {
  name: 'DescribeConfigsResponse',
  versions: [1, 4],
  flexibleFrom: 4,
  read: readDescribeConfigsResponse,
  write: writeDescribeConfigsResponse,
  create: createDescribeConfigsResponse,
};

function createDescribeConfigsResponse({
  throttleTimeMs = 0,
  results = [],
  unknownTaggedFields,
}: Partial<DescribeConfigsResponse> = {}): DescribeConfigsResponse {
  const message: DescribeConfigsResponse = { throttleTimeMs, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeConfigsResponse(reader: Reader, version: number): DescribeConfigsResponse {
  checkVersion('DescribeConfigsResponse', version, 1, 4);
  const message: DescribeConfigsResponse = {
    throttleTimeMs: reader.int32(),
    results: readDescribeConfigsResultArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeConfigsResponse(
  writer: Writer,
  message: DescribeConfigsResponse,
  version: number,
): void {
  checkVersion('DescribeConfigsResponse', version, 1, 4);
  writer.int32(message.throttleTimeMs);
  writeDescribeConfigsResultArray(writer, message.results, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribeConfigsResult({
  errorCode = 0,
  errorMessage = '',
  resourceType = 0,
  resourceName = '',
  configs = [],
  unknownTaggedFields,
}: Partial<DescribeConfigsResult> = {}): DescribeConfigsResult {
  const message: DescribeConfigsResult = {
    errorCode,
    errorMessage,
    resourceType,
    resourceName,
    configs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeConfigsResult(reader: Reader, version: number): DescribeConfigsResult {
  const flexible = version >= 4;
  const message: DescribeConfigsResult = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    configs: readDescribeConfigsResourceResultArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeConfigsResult(
  writer: Writer,
  message: DescribeConfigsResult,
  version: number,
): void {
  const flexible = version >= 4;
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writeDescribeConfigsResourceResultArray(writer, message.configs, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeConfigsResultArray(reader: Reader, version: number): DescribeConfigsResult[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 7);
  const elements: DescribeConfigsResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeConfigsResult(reader, version));
  return elements;
}

function writeDescribeConfigsResultArray(
  writer: Writer,
  elements: readonly DescribeConfigsResult[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeConfigsResult(writer, element, version);
}

export function createDescribeConfigsResourceResult({
  name = '',
  value = '',
  readOnly = false,
  configSource = -1,
  isSensitive = false,
  synonyms = [],
  configType = 0,
  documentation = '',
  unknownTaggedFields,
}: Partial<DescribeConfigsResourceResult> = {}): DescribeConfigsResourceResult {
  const message: DescribeConfigsResourceResult = {
    name,
    value,
    readOnly,
    configSource,
    isSensitive,
    synonyms,
    configType,
    documentation,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeConfigsResourceResult(
  reader: Reader,
  version: number,
): DescribeConfigsResourceResult {
  const flexible = version >= 4;
  const message: DescribeConfigsResourceResult = {
    name: reader.string(flexible),
    value: reader.nullableString(flexible),
    readOnly: reader.boolean(),
    configSource: reader.int8(),
    isSensitive: reader.boolean(),
    synonyms: readDescribeConfigsSynonymArray(reader, version),
    configType: version >= 3 ? reader.int8() : 0,
    documentation: version >= 3 ? reader.nullableString(flexible) : '',
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeConfigsResourceResult(
  writer: Writer,
  message: DescribeConfigsResourceResult,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(message.name, flexible);
  writer.nullableString(message.value, flexible);
  writer.boolean(message.readOnly);
  writer.int8(message.configSource);
  writer.boolean(message.isSensitive);
  writeDescribeConfigsSynonymArray(writer, message.synonyms, version);
  if (version >= 3) {
    writer.int8(message.configType);
  }
  if (version >= 3) {
    writer.nullableString(message.documentation, flexible);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeConfigsResourceResultArray(
  reader: Reader,
  version: number,
): DescribeConfigsResourceResult[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 9);
  const elements: DescribeConfigsResourceResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeConfigsResourceResult(reader, version));
  return elements;
}

function writeDescribeConfigsResourceResultArray(
  writer: Writer,
  elements: readonly DescribeConfigsResourceResult[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeConfigsResourceResult(writer, element, version);
}

export function createDescribeConfigsSynonym({
  name = '',
  value = '',
  source = 0,
  unknownTaggedFields,
}: Partial<DescribeConfigsSynonym> = {}): DescribeConfigsSynonym {
  const message: DescribeConfigsSynonym = { name, value, source };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeConfigsSynonym(reader: Reader, version: number): DescribeConfigsSynonym {
  const flexible = version >= 4;
  const message: DescribeConfigsSynonym = {
    name: reader.string(flexible),
    value: reader.nullableString(flexible),
    source: reader.int8(),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeConfigsSynonym(
  writer: Writer,
  message: DescribeConfigsSynonym,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(message.name, flexible);
  writer.nullableString(message.value, flexible);
  writer.int8(message.source);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeConfigsSynonymArray(
  reader: Reader,
  version: number,
): DescribeConfigsSynonym[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 4);
  const elements: DescribeConfigsSynonym[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeConfigsSynonym(reader, version));
  return elements;
}

function writeDescribeConfigsSynonymArray(
  writer: Writer,
  elements: readonly DescribeConfigsSynonym[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeConfigsSynonym(writer, element, version);
}

