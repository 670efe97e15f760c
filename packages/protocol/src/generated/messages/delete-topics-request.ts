// DeleteTopicsRequest: request of API 20; version 1 to 6, flexible from 4.
// Generated from schema/messages/delete-topics-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteTopicsRequest {
  /** version 6 */
  topics: readonly DeleteTopicState[];
  /** version 1-5 */
  topicNames: readonly string[];
  timeoutMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteTopicState {
  /** default null */
  name: string | null;
  topicId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteTopicsRequest: MessageCodec<DeleteTopicsRequest> = {
  name: 'DeleteTopicsRequest',
  versions: [1, 6],
  flexibleFrom: 4,
  read: readDeleteTopicsRequest,
  write: writeDeleteTopicsRequest,
  create: createDeleteTopicsRequest,
};

function createDeleteTopicsRequest({
  topics = [],
  topicNames = [],
  timeoutMs = 0,
  unknownTaggedFields,
}: Partial<DeleteTopicsRequest> = {}): DeleteTopicsRequest {
  const message: DeleteTopicsRequest = { topics, topicNames, timeoutMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteTopicsRequest(reader: Reader, version: number): DeleteTopicsRequest {
  checkVersion('DeleteTopicsRequest', version, 1, 6);
  const flexible = version >= 4;
  const message: DeleteTopicsRequest = {
    topics: version >= 6 ? readDeleteTopicStateArray(reader, version) : [],
    topicNames: version <= 5 ? reader.stringArray(flexible) : [],
    timeoutMs: reader.int32(),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteTopicsRequest(
  writer: Writer,
  message: DeleteTopicsRequest,
  version: number,
): void {
  checkVersion('DeleteTopicsRequest', version, 1, 6);
  const flexible = version >= 4;
  if (version >= 6) {
    writeDeleteTopicStateArray(writer, message.topics, version);
  }
  if (version < 6 && message.topics.length !== 0) {
    throw unsupportedField('DeleteTopicsRequest.topics', version);
  }
  if (version <= 5) {
    writer.stringArray(message.topicNames, flexible);
  }
  writer.int32(message.timeoutMs);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeleteTopicState({
  name = null,
  topicId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<DeleteTopicState> = {}): DeleteTopicState {
  const message: DeleteTopicState = { name, topicId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteTopicState(reader: Reader, version: number): DeleteTopicState {
  const message: DeleteTopicState = {
    name: reader.nullableString(true),
    topicId: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteTopicState(writer: Writer, message: DeleteTopicState, version: number): void {
  writer.nullableString(message.name, true);
  writer.uuid(message.topicId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDeleteTopicStateArray(reader: Reader, version: number): DeleteTopicState[] {
  const length = reader.arrayLength(true, 18);
  const elements: DeleteTopicState[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteTopicState(reader, version));
  return elements;
}

function writeDeleteTopicStateArray(
  writer: Writer,
  elements: readonly DeleteTopicState[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDeleteTopicState(writer, element, version);
}

