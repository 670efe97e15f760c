// IncrementalAlterConfigsRequest: request of API 44; version 0 to 1, flexible from 1.
// Generated from schema/messages/incremental-alter-configs-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface IncrementalAlterConfigsRequest {
  resources: readonly AlterConfigsResource[];
  validateOnly: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterConfigsResource {
  resourceType: number;
  resourceName: string;
  configs: readonly AlterableConfig[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AlterableConfig {
  name: string;
  configOperation: number;
  value: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const IncrementalAlterConfigsRequest: MessageCodec<IncrementalAlterConfigsRequest> = {
  name: 'IncrementalAlterConfigsRequest',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readIncrementalAlterConfigsRequest,
  write: writeIncrementalAlterConfigsRequest,
  create: createIncrementalAlterConfigsRequest,
};

function createIncrementalAlterConfigsRequest({
  resources = [],
  validateOnly = false,
  unknownTaggedFields,
}: Partial<IncrementalAlterConfigsRequest> = {}): IncrementalAlterConfigsRequest {
  const message: IncrementalAlterConfigsRequest = { resources, validateOnly };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readIncrementalAlterConfigsRequest(
  reader: Reader,
  version: number,
): IncrementalAlterConfigsRequest {
  checkVersion('IncrementalAlterConfigsRequest', version, 0, 1);
  const message: IncrementalAlterConfigsRequest = {
    resources: readAlterConfigsResourceArray(reader, version),
    validateOnly: reader.boolean(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeIncrementalAlterConfigsRequest(
  writer: Writer,
  message: IncrementalAlterConfigsRequest,
  version: number,
): void {
  checkVersion('IncrementalAlterConfigsRequest', version, 0, 1);
  writeAlterConfigsResourceArray(writer, message.resources, version);
  writer.boolean(message.validateOnly);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createAlterConfigsResource({
  resourceType = 0,
  resourceName = '',
  configs = [],
  unknownTaggedFields,
}: Partial<AlterConfigsResource> = {}): AlterConfigsResource {
  const message: AlterConfigsResource = { resourceType, resourceName, configs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterConfigsResource(reader: Reader, version: number): AlterConfigsResource {
  const flexible = version >= 1;
  const message: AlterConfigsResource = {
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    configs: readAlterableConfigArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterConfigsResource(
  writer: Writer,
  message: AlterConfigsResource,
  version: number,
): void {
  const flexible = version >= 1;
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writeAlterableConfigArray(writer, message.configs, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterConfigsResourceArray(reader: Reader, version: number): AlterConfigsResource[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 4);
  const elements: AlterConfigsResource[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterConfigsResource(reader, version));
  return elements;
}

function writeAlterConfigsResourceArray(
  writer: Writer,
  elements: readonly AlterConfigsResource[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterConfigsResource(writer, element, version);
}

export function createAlterableConfig({
  name = '',
  configOperation = 0,
  value = '',
  unknownTaggedFields,
}: Partial<AlterableConfig> = {}): AlterableConfig {
  const message: AlterableConfig = { name, configOperation, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterableConfig(reader: Reader, version: number): AlterableConfig {
  const flexible = version >= 1;
  const message: AlterableConfig = {
    name: reader.string(flexible),
    configOperation: reader.int8(),
    value: reader.nullableString(flexible),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterableConfig(writer: Writer, message: AlterableConfig, version: number): void {
  const flexible = version >= 1;
  writer.string(message.name, flexible);
  writer.int8(message.configOperation);
  writer.nullableString(message.value, flexible);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterableConfigArray(reader: Reader, version: number): AlterableConfig[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 4);
  const elements: AlterableConfig[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterableConfig(reader, version));
  return elements;
}

function writeAlterableConfigArray(
  writer: Writer,
  elements: readonly AlterableConfig[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterableConfig(writer, element, version);
}

