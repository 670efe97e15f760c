// DeleteTopicsResponse: response of API 20; version 1 to 6, flexible from 4.
// Generated from schema/messages/delete-topics-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, present, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteTopicsResponse {
  throttleTimeMs: number;
  responses: readonly DeletableTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeletableTopicResult {
  /** null in 6 */
  name: string | null;
  /** version 6 */
  topicId: string;
  errorCode: number;
  /** version 5+, default null */
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteTopicsResponse: MessageCodec<DeleteTopicsResponse> = {
  name: 'DeleteTopicsResponse',
  versions: [1, 6],
  flexibleFrom: 4,
  read: readDeleteTopicsResponse,
  write: writeDeleteTopicsResponse,
  create: createDeleteTopicsResponse,
};

function createDeleteTopicsResponse({
  throttleTimeMs = 0,
  responses = [],
  unknownTaggedFields,
}: Partial<DeleteTopicsResponse> = {}): DeleteTopicsResponse {
  const message: DeleteTopicsResponse = { throttleTimeMs, responses };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteTopicsResponse(reader: Reader, version: number): DeleteTopicsResponse {
  checkVersion('DeleteTopicsResponse', version, 1, 6);
  const message: DeleteTopicsResponse = {
    throttleTimeMs: reader.int32(),
    responses: readDeletableTopicResultArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteTopicsResponse(
  writer: Writer,
  message: DeleteTopicsResponse,
  version: number,
): void {
  checkVersion('DeleteTopicsResponse', version, 1, 6);
  writer.int32(message.throttleTimeMs);
  writeDeletableTopicResultArray(writer, message.responses, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeletableTopicResult({
  name = '',
  topicId = ZERO_UUID,
  errorCode = 0,
  errorMessage = null,
  unknownTaggedFields,
}: Partial<DeletableTopicResult> = {}): DeletableTopicResult {
  const message: DeletableTopicResult = { name, topicId, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeletableTopicResult(reader: Reader, version: number): DeletableTopicResult {
  const flexible = version >= 4;
  const message: DeletableTopicResult = {
    name: version >= 6 ? reader.nullableString(flexible) : reader.string(flexible),
    topicId: version >= 6 ? reader.uuid() : ZERO_UUID,
    errorCode: reader.int16(),
    errorMessage: version >= 5 ? reader.nullableString(flexible) : null,
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeletableTopicResult(
  writer: Writer,
  message: DeletableTopicResult,
  version: number,
): void {
  const flexible = version >= 4;
  if (version >= 6) {
    writer.nullableString(message.name, flexible);
  } else {
    writer.string(present(message.name, 'DeletableTopicResult.name', version), flexible);
  }
  if (version >= 6) {
    writer.uuid(message.topicId);
  }
  writer.int16(message.errorCode);
  if (version >= 5) {
    writer.nullableString(message.errorMessage, flexible);
  }
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeletableTopicResultArray(reader: Reader, version: number): DeletableTopicResult[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 4);
  const elements: DeletableTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeletableTopicResult(reader, version));
  return elements;
}

function writeDeletableTopicResultArray(
  writer: Writer,
  elements: readonly DeletableTopicResult[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeletableTopicResult(writer, element, version);
}

