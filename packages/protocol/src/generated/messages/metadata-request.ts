// MetadataRequest: request of API 3; version 0 to 13, flexible from 9.
// Generated from schema/messages/metadata-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  present,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface MetadataRequest {
  /** null in 1+ */
  topics: readonly MetadataRequestTopic[] | null;
  /** version 4+, default true */
  allowAutoTopicCreation: boolean;
  /** version 8-10 */
  includeClusterAuthorizedOperations: boolean;
  /** version 8+ */
  includeTopicAuthorizedOperations: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MetadataRequestTopic {
  /** version 10+ */
  topicId: string;
  /** null in 10+ */
  name: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const MetadataRequest: MessageCodec<MetadataRequest> = {
  name: 'MetadataRequest',
  versions: [0, 13],
  flexibleFrom: 9,
  read: readMetadataRequest,
  write: writeMetadataRequest,
  create: createMetadataRequest,
};

function createMetadataRequest({
  topics = [],
  allowAutoTopicCreation = true,
  includeClusterAuthorizedOperations = false,
  includeTopicAuthorizedOperations = false,
  unknownTaggedFields,
}: Partial<MetadataRequest> = {}): MetadataRequest {
  const message: MetadataRequest = {
    topics,
    allowAutoTopicCreation,
    includeClusterAuthorizedOperations,
    includeTopicAuthorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMetadataRequest(reader: Reader, version: number): MetadataRequest {
  checkVersion('MetadataRequest', version, 0, 13);
  const message: MetadataRequest = {
    topics: version >= 1 ? readNullableMetadataRequestTopicArray(reader, version) : readMetadataRequestTopicArray(reader, version),
    allowAutoTopicCreation: version >= 4 ? reader.boolean() : true,
    includeClusterAuthorizedOperations: version >= 8 && version <= 10 ? reader.boolean() : false,
    includeTopicAuthorizedOperations: version >= 8 ? reader.boolean() : false,
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMetadataRequest(writer: Writer, message: MetadataRequest, version: number): void {
  checkVersion('MetadataRequest', version, 0, 13);
  if (version >= 1) {
    writeNullableMetadataRequestTopicArray(writer, message.topics, version);
  } else {
    writeMetadataRequestTopicArray(writer, present(message.topics, 'MetadataRequest.topics', version), version);
  }
  if (version >= 4) {
    writer.boolean(message.allowAutoTopicCreation);
  }
  if (version < 4 && !message.allowAutoTopicCreation) {
    throw unsupportedField('MetadataRequest.allowAutoTopicCreation', version);
  }
  if (version >= 8 && version <= 10) {
    writer.boolean(message.includeClusterAuthorizedOperations);
  }
  if ((version < 8 || version > 10) && message.includeClusterAuthorizedOperations) {
    throw unsupportedField('MetadataRequest.includeClusterAuthorizedOperations', version);
  }
  if (version >= 8) {
    writer.boolean(message.includeTopicAuthorizedOperations);
  }
  if (version < 8 && message.includeTopicAuthorizedOperations) {
    throw unsupportedField('MetadataRequest.includeTopicAuthorizedOperations', version);
  }
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createMetadataRequestTopic({
  topicId = ZERO_UUID,
  name = '',
  unknownTaggedFields,
}: Partial<MetadataRequestTopic> = {}): MetadataRequestTopic {
  const message: MetadataRequestTopic = { topicId, name };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMetadataRequestTopic(reader: Reader, version: number): MetadataRequestTopic {
  const flexible = version >= 9;
  const message: MetadataRequestTopic = {
    topicId: version >= 10 ? reader.uuid() : ZERO_UUID,
    name: version >= 10 ? reader.nullableString(flexible) : reader.string(flexible),
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMetadataRequestTopic(
  writer: Writer,
  message: MetadataRequestTopic,
  version: number,
): void {
  const flexible = version >= 9;
  if (version >= 10) {
    writer.uuid(message.topicId);
  }
  if (version >= 10) {
    writer.nullableString(message.name, flexible);
  } else {
    writer.string(present(message.name, 'MetadataRequestTopic.name', version), flexible);
  }
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMetadataRequestTopicArray(reader: Reader, version: number): MetadataRequestTopic[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 2);
  const elements: MetadataRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readMetadataRequestTopic(reader, version));
  return elements;
}

function writeMetadataRequestTopicArray(
  writer: Writer,
  elements: readonly MetadataRequestTopic[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMetadataRequestTopic(writer, element, version);
}

function readNullableMetadataRequestTopicArray(
  reader: Reader,
  version: number,
): MetadataRequestTopic[] | null {
  const flexible = version >= 9;
  const length = reader.nullableArrayLength(flexible, 2);
  if (length < 0) return null;
  const elements: MetadataRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readMetadataRequestTopic(reader, version));
  return elements;
}

function writeNullableMetadataRequestTopicArray(
  writer: Writer,
  elements: readonly MetadataRequestTopic[] | null,
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeMetadataRequestTopic(writer, element, version);
}

