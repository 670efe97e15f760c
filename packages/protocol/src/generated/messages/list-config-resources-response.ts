// ListConfigResourcesResponse: response of API 74; version 0 to 1, flexible from 0.
// Generated from schema/messages/list-config-resources-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListConfigResourcesResponse {
  throttleTimeMs: number;
  errorCode: number;
  configResources: readonly ConfigResource[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ConfigResource {
  resourceName: string;
  /** version 1, default 16 */
  resourceType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListConfigResourcesResponse: MessageCodec<ListConfigResourcesResponse> = {
  name: 'ListConfigResourcesResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readListConfigResourcesResponse,
  write: writeListConfigResourcesResponse,
  create: createListConfigResourcesResponse,
};

function createListConfigResourcesResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  configResources = [],
  unknownTaggedFields,
}: Partial<ListConfigResourcesResponse> = {}): ListConfigResourcesResponse {
  const message: ListConfigResourcesResponse = { throttleTimeMs, errorCode, configResources };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListConfigResourcesResponse(
  reader: Reader,
  version: number,
): ListConfigResourcesResponse {
  checkVersion('ListConfigResourcesResponse', version, 0, 1);
  const message: ListConfigResourcesResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    configResources: readConfigResourceArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListConfigResourcesResponse(
  writer: Writer,
  message: ListConfigResourcesResponse,
  version: number,
): void {
  checkVersion('ListConfigResourcesResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writeConfigResourceArray(writer, message.configResources, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createConfigResource({
  resourceName = '',
  resourceType = 16,
  unknownTaggedFields,
}: Partial<ConfigResource> = {}): ConfigResource {
  const message: ConfigResource = { resourceName, resourceType };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConfigResource(reader: Reader, version: number): ConfigResource {
  const message: ConfigResource = {
    resourceName: reader.string(true),
    resourceType: version >= 1 ? reader.int8() : 16,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConfigResource(writer: Writer, message: ConfigResource, version: number): void {
  writer.string(message.resourceName, true);
  if (version >= 1) {
    writer.int8(message.resourceType);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readConfigResourceArray(reader: Reader, version: number): ConfigResource[] {
  const length = reader.arrayLength(true, 2);
  const elements: ConfigResource[] = [];
  for (let i = 0; i < length; i++) elements.push(readConfigResource(reader, version));
  return elements;
}

function writeConfigResourceArray(
  writer: Writer,
  elements: readonly ConfigResource[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeConfigResource(writer, element, version);
}

