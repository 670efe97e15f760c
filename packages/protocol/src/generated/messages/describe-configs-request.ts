// DescribeConfigsRequest: request of API 32; version 1 to 4, flexible from 4.
// Generated from schema/messages/describe-configs-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeConfigsRequest {
  resources: readonly DescribeConfigsResource[];
  /** default false */
  includeSynonyms: boolean;
  /** version 3+, default false */
  includeDocumentation: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeConfigsResource {
  resourceType: number;
  resourceName: string;
  configurationKeys: readonly string[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeConfigsRequest: MessageCodec<DescribeConfigsRequest> = {
  name: 'DescribeConfigsRequest',
  versions: [1, 4],
  flexibleFrom: 4,
  read: readDescribeConfigsRequest,
  write: writeDescribeConfigsRequest,
  create: createDescribeConfigsRequest,
};

function createDescribeConfigsRequest({
  resources = [],
  includeSynonyms = false,
  includeDocumentation = false,
  unknownTaggedFields,
}: Partial<DescribeConfigsRequest> = {}): DescribeConfigsRequest {
  const message: DescribeConfigsRequest = { resources, includeSynonyms, includeDocumentation };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeConfigsRequest(reader: Reader, version: number): DescribeConfigsRequest {
  checkVersion('DescribeConfigsRequest', version, 1, 4);
  const message: DescribeConfigsRequest = {
    resources: readDescribeConfigsResourceArray(reader, version),
    includeSynonyms: reader.boolean(),
    includeDocumentation: version >= 3 ? reader.boolean() : false,
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeConfigsRequest(
  writer: Writer,
  message: DescribeConfigsRequest,
  version: number,
): void {
  checkVersion('DescribeConfigsRequest', version, 1, 4);
  writeDescribeConfigsResourceArray(writer, message.resources, version);
  writer.boolean(message.includeSynonyms);
  if (version >= 3) {
    writer.boolean(message.includeDocumentation);
  }
  if (version < 3 && message.includeDocumentation) {
    throw unsupportedField('DescribeConfigsRequest.includeDocumentation', version);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDescribeConfigsResource({
  resourceType = 0,
  resourceName = '',
  configurationKeys = [],
  unknownTaggedFields,
}: Partial<DescribeConfigsResource> = {}): DescribeConfigsResource {
  const message: DescribeConfigsResource = { resourceType, resourceName, configurationKeys };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeConfigsResource(reader: Reader, version: number): DescribeConfigsResource {
  const flexible = version >= 4;
  const message: DescribeConfigsResource = {
    resourceType: reader.int8(),
    resourceName: reader.string(flexible),
    configurationKeys: reader.nullableStringArray(flexible),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDescribeConfigsResource(
  writer: Writer,
  message: DescribeConfigsResource,
  version: number,
): void {
  const flexible = version >= 4;
  writer.int8(message.resourceType);
  writer.string(message.resourceName, flexible);
  writer.nullableStringArray(message.configurationKeys, flexible);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDescribeConfigsResourceArray(
  reader: Reader,
  version: number,
): DescribeConfigsResource[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 4);
  const elements: DescribeConfigsResource[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeConfigsResource(reader, version));
  return elements;
}

function writeDescribeConfigsResourceArray(
  writer: Writer,
  elements: readonly DescribeConfigsResource[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDescribeConfigsResource(writer, element, version);
}

