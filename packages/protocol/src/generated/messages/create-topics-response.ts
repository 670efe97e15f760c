// CreateTopicsResponse: response of API 19; version 2 to 7, flexible from 5.
// Generated from schema/messages/create-topics-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface CreateTopicsResponse {
  throttleTimeMs: number;
  topics: readonly CreatableTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatableTopicResult {
  name: string;
  /** version 7 */
  topicId: string;
  errorCode: number;
  errorMessage: string | null;
  /** version 5+, tag 0 */
  topicConfigErrorCode: number;
  /** version 5+, default -1 */
  numPartitions: number;
  /** version 5+, default -1 */
  replicationFactor: number;
  /** version 5+ */
  configs: readonly CreatableTopicConfigs[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CreatableTopicConfigs {
  name: string;
  value: string | null;
  readOnly: boolean;
  /** default -1 */
  configSource: number;
  isSensitive: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const CreateTopicsResponse: MessageCodec<CreateTopicsResponse> = {
  name: 'CreateTopicsResponse',
  versions: [2, 7],
  flexibleFrom: 5,
  read: readCreateTopicsResponse,
  write: writeCreateTopicsResponse,
  create: createCreateTopicsResponse,
};

function createCreateTopicsResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<CreateTopicsResponse> = {}): CreateTopicsResponse {
  const message: CreateTopicsResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreateTopicsResponse(reader: Reader, version: number): CreateTopicsResponse {
  checkVersion('CreateTopicsResponse', version, 2, 7);
  const message: CreateTopicsResponse = {
    throttleTimeMs: reader.int32(),
    topics: readCreatableTopicResultArray(reader, version),
  };
  if (version >= 5) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreateTopicsResponse(
  writer: Writer,
  message: CreateTopicsResponse,
  version: number,
): void {
  checkVersion('CreateTopicsResponse', version, 2, 7);
  writer.int32(message.throttleTimeMs);
  writeCreatableTopicResultArray(writer, message.topics, version);
  if (version >= 5) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createCreatableTopicResult({
  name = '',
  topicId = ZERO_UUID,
  errorCode = 0,
  errorMessage = '',
  topicConfigErrorCode = 0,
  numPartitions = -1,
  replicationFactor = -1,
  configs = [],
  unknownTaggedFields,
}: Partial<CreatableTopicResult> = {}): CreatableTopicResult {
  const message: CreatableTopicResult = {
    name,
    topicId,
    errorCode,
    errorMessage,
    topicConfigErrorCode,
    numPartitions,
    replicationFactor,
    configs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatableTopicResult(reader: Reader, version: number): CreatableTopicResult {
  const flexible = version >= 5;
  const message: CreatableTopicResult = {
    name: reader.string(flexible),
    topicId: version >= 7 ? reader.uuid() : ZERO_UUID,
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
    topicConfigErrorCode: 0,
    numPartitions: version >= 5 ? reader.int32() : -1,
    replicationFactor: version >= 5 ? reader.int16() : -1,
    configs: version >= 5 ? readNullableCreatableTopicConfigsArray(reader, version) : [],
  };
  if (version >= 5) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0) message.topicConfigErrorCode = reader.int16();
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeCreatableTopicResult(
  writer: Writer,
  message: CreatableTopicResult,
  version: number,
): void {
  const flexible = version >= 5;
  writer.string(message.name, flexible);
  if (version >= 7) {
    writer.uuid(message.topicId);
  }
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  if (version >= 5) {
    writer.int32(message.numPartitions);
  }
  if (version >= 5) {
    writer.int16(message.replicationFactor);
  }
  if (version >= 5) {
    writeNullableCreatableTopicConfigsArray(writer, message.configs, version);
  }
  if (version >= 5) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasTopicConfigErrorCode = message.topicConfigErrorCode !== 0;
    if (hasTopicConfigErrorCode) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasTopicConfigErrorCode) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writer.int16(message.topicConfigErrorCode);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

function readCreatableTopicResultArray(reader: Reader, version: number): CreatableTopicResult[] {
  const flexible = version >= 5;
  const length = reader.arrayLength(flexible, 6);
  const elements: CreatableTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatableTopicResult(reader, version));
  return elements;
}

function writeCreatableTopicResultArray(
  writer: Writer,
  elements: readonly CreatableTopicResult[],
  version: number,
): void {
  const flexible = version >= 5;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeCreatableTopicResult(writer, element, version);
}

export function createCreatableTopicConfigs({
  name = '',
  value = '',
  readOnly = false,
  configSource = -1,
  isSensitive = false,
  unknownTaggedFields,
}: Partial<CreatableTopicConfigs> = {}): CreatableTopicConfigs {
  const message: CreatableTopicConfigs = { name, value, readOnly, configSource, isSensitive };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCreatableTopicConfigs(reader: Reader, version: number): CreatableTopicConfigs {
  const message: CreatableTopicConfigs = {
    name: reader.string(true),
    value: reader.nullableString(true),
    readOnly: reader.boolean(),
    configSource: reader.int8(),
    isSensitive: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCreatableTopicConfigs(
  writer: Writer,
  message: CreatableTopicConfigs,
  version: number,
): void {
  writer.string(message.name, true);
  writer.nullableString(message.value, true);
  writer.boolean(message.readOnly);
  writer.int8(message.configSource);
  writer.boolean(message.isSensitive);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableCreatableTopicConfigsArray(
  reader: Reader,
  version: number,
): CreatableTopicConfigs[] | null {
  const length = reader.nullableArrayLength(true, 6);
  if (length < 0) return null;
  const elements: CreatableTopicConfigs[] = [];
  for (let i = 0; i < length; i++) elements.push(readCreatableTopicConfigs(reader, version));
  return elements;
}

function writeNullableCreatableTopicConfigsArray(
  writer: Writer,
  elements: readonly CreatableTopicConfigs[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeCreatableTopicConfigs(writer, element, version);
}

