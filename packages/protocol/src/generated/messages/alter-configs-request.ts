// AlterConfigsRequest: request of API 33; version 0 to 2, flexible from 2.
// Generated from schema/messages/alter-configs-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterConfigsRequest {
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
  value: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterConfigsRequest: MessageCodec<AlterConfigsRequest> = {
  name: 'AlterConfigsRequest',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readAlterConfigsRequest,
  write: writeAlterConfigsRequest,
  create: createAlterConfigsRequest,
};

function createAlterConfigsRequest({
  resources = [],
  validateOnly = false,
  unknownTaggedFields,
}: Partial<AlterConfigsRequest> = {}): AlterConfigsRequest {
  const message: AlterConfigsRequest = { resources, validateOnly };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterConfigsRequest(reader: Reader, version: number): AlterConfigsRequest {
  checkVersion('AlterConfigsRequest', version, 0, 2);
  const message: AlterConfigsRequest = {
    resources: readAlterConfigsResourceArray(reader, version),
    validateOnly: reader.boolean(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterConfigsRequest(
  writer: Writer,
  message: AlterConfigsRequest,
  version: number,
): void {
  checkVersion('AlterConfigsRequest', version, 0, 2);
  writeAlterConfigsResourceArray(writer, message.resources, version);
  writer.boolean(message.validateOnly);
  if (version >= 2) {
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
  const flexible = version >= 2;
  const message: AlterConfigsResource = {
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    configs: readAlterableConfigArray(reader, version),
  };
  if (version >= 2) {
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
  const flexible = version >= 2;
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writeAlterableConfigArray(writer, message.configs, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterConfigsResourceArray(reader: Reader, version: number): AlterConfigsResource[] {
  const flexible = version >= 2;
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
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterConfigsResource(writer, element, version);
}

export function createAlterableConfig({
  name = '',
  value = '',
  unknownTaggedFields,
}: Partial<AlterableConfig> = {}): AlterableConfig {
  const message: AlterableConfig = { name, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterableConfig(reader: Reader, version: number): AlterableConfig {
  const flexible = version >= 2;
  const message: AlterableConfig = {
    name: reader.string(flexible),
    value: reader.nullableString(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAlterableConfig(writer: Writer, message: AlterableConfig, version: number): void {
  const flexible = version >= 2;
  writer.string(message.name, flexible);
  writer.nullableString(message.value, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readAlterableConfigArray(reader: Reader, version: number): AlterableConfig[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: AlterableConfig[] = [];
  for (let i = 0; i < length; i++) elements.push(readAlterableConfig(reader, version));
  return elements;
}

function writeAlterableConfigArray(
  writer: Writer,
  elements: readonly AlterableConfig[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeAlterableConfig(writer, element, version);
}

