// DeleteShareGroupOffsetsRequest: request of API 92; version 0, flexible from 0.
// Generated from schema/messages/delete-share-group-offsets-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteShareGroupOffsetsRequest {
  groupId: string;
  topics: readonly DeleteShareGroupOffsetsRequestTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteShareGroupOffsetsRequestTopic {
  topicName: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteShareGroupOffsetsRequest: MessageCodec<DeleteShareGroupOffsetsRequest> = {
  name: 'DeleteShareGroupOffsetsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDeleteShareGroupOffsetsRequest,
  write: writeDeleteShareGroupOffsetsRequest,
  create: createDeleteShareGroupOffsetsRequest,
};

function createDeleteShareGroupOffsetsRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<DeleteShareGroupOffsetsRequest> = {}): DeleteShareGroupOffsetsRequest {
  const message: DeleteShareGroupOffsetsRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteShareGroupOffsetsRequest(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsRequest {
  checkVersion('DeleteShareGroupOffsetsRequest', version, 0, 0);
  const message: DeleteShareGroupOffsetsRequest = {
    groupId: reader.string(true),
    topics: readDeleteShareGroupOffsetsRequestTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteShareGroupOffsetsRequest(
  writer: Writer,
  message: DeleteShareGroupOffsetsRequest,
  version: number,
): void {
  checkVersion('DeleteShareGroupOffsetsRequest', version, 0, 0);
  writer.string(message.groupId, true);
  writeDeleteShareGroupOffsetsRequestTopicArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDeleteShareGroupOffsetsRequestTopic({
  topicName = '',
  unknownTaggedFields,
}: Partial<DeleteShareGroupOffsetsRequestTopic> = {}): DeleteShareGroupOffsetsRequestTopic {
  const message: DeleteShareGroupOffsetsRequestTopic = { topicName };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteShareGroupOffsetsRequestTopic(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsRequestTopic {
  const message: DeleteShareGroupOffsetsRequestTopic = {
    topicName: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteShareGroupOffsetsRequestTopic(
  writer: Writer,
  message: DeleteShareGroupOffsetsRequestTopic,
  version: number,
): void {
  writer.string(message.topicName, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDeleteShareGroupOffsetsRequestTopicArray(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsRequestTopic[] {
  const length = reader.arrayLength(true, 2);
  const elements: DeleteShareGroupOffsetsRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteShareGroupOffsetsRequestTopic(reader, version));
  return elements;
}

function writeDeleteShareGroupOffsetsRequestTopicArray(
  writer: Writer,
  elements: readonly DeleteShareGroupOffsetsRequestTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDeleteShareGroupOffsetsRequestTopic(writer, element, version);
}

