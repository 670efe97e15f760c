// DeleteShareGroupOffsetsResponse: response of API 92; version 0, flexible from 0.
// Generated from schema/messages/delete-share-group-offsets-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteShareGroupOffsetsResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  responses: readonly DeleteShareGroupOffsetsResponseTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteShareGroupOffsetsResponseTopic {
  topicName: string;
  topicId: string;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteShareGroupOffsetsResponse: MessageCodec<DeleteShareGroupOffsetsResponse> = {
  name: 'DeleteShareGroupOffsetsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDeleteShareGroupOffsetsResponse,
  write: writeDeleteShareGroupOffsetsResponse,
  create: createDeleteShareGroupOffsetsResponse,
};

function createDeleteShareGroupOffsetsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  responses = [],
  unknownTaggedFields,
}: Partial<DeleteShareGroupOffsetsResponse> = {}): DeleteShareGroupOffsetsResponse {
  const message: DeleteShareGroupOffsetsResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    responses,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteShareGroupOffsetsResponse(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsResponse {
  checkVersion('DeleteShareGroupOffsetsResponse', version, 0, 0);
  const message: DeleteShareGroupOffsetsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    responses: readDeleteShareGroupOffsetsResponseTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteShareGroupOffsetsResponse(
  writer: Writer,
  message: DeleteShareGroupOffsetsResponse,
  version: number,
): void {
  checkVersion('DeleteShareGroupOffsetsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeDeleteShareGroupOffsetsResponseTopicArray(writer, message.responses, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDeleteShareGroupOffsetsResponseTopic({
  topicName = '',
  topicId = ZERO_UUID,
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<DeleteShareGroupOffsetsResponseTopic> = {}): DeleteShareGroupOffsetsResponseTopic {
  const message: DeleteShareGroupOffsetsResponseTopic = {
    topicName,
    topicId,
    errorCode,
    errorMessage,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteShareGroupOffsetsResponseTopic(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsResponseTopic {
  const message: DeleteShareGroupOffsetsResponseTopic = {
    topicName: reader.string(true),
    topicId: reader.uuid(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteShareGroupOffsetsResponseTopic(
  writer: Writer,
  message: DeleteShareGroupOffsetsResponseTopic,
  version: number,
): void {
  writer.string(message.topicName, true);
  writer.uuid(message.topicId);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDeleteShareGroupOffsetsResponseTopicArray(
  reader: Reader,
  version: number,
): DeleteShareGroupOffsetsResponseTopic[] {
  const length = reader.arrayLength(true, 21);
  const elements: DeleteShareGroupOffsetsResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteShareGroupOffsetsResponseTopic(reader, version));
  return elements;
}

function writeDeleteShareGroupOffsetsResponseTopicArray(
  writer: Writer,
  elements: readonly DeleteShareGroupOffsetsResponseTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDeleteShareGroupOffsetsResponseTopic(writer, element, version);
}

