// ElectLeadersRequest: request of API 43; version 0 to 2, flexible from 2.
// Generated from schema/messages/elect-leaders-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ElectLeadersRequest {
  /** version 1+ */
  electionType: number;
  topicPartitions: readonly TopicPartitions[] | null;
  /** default 60000 */
  timeoutMs: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitions {
  topic: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ElectLeadersRequest: MessageCodec<ElectLeadersRequest> = {
  name: 'ElectLeadersRequest',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readElectLeadersRequest,
  write: writeElectLeadersRequest,
  create: createElectLeadersRequest,
};

function createElectLeadersRequest({
  electionType = 0,
  topicPartitions = [],
  timeoutMs = 60000,
  unknownTaggedFields,
}: Partial<ElectLeadersRequest> = {}): ElectLeadersRequest {
  const message: ElectLeadersRequest = { electionType, topicPartitions, timeoutMs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readElectLeadersRequest(reader: Reader, version: number): ElectLeadersRequest {
  checkVersion('ElectLeadersRequest', version, 0, 2);
  const message: ElectLeadersRequest = {
    electionType: version >= 1 ? reader.int8() : 0,
    topicPartitions: readNullableTopicPartitionsArray(reader, version),
    timeoutMs: reader.int32(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeElectLeadersRequest(
  writer: Writer,
  message: ElectLeadersRequest,
  version: number,
): void {
  checkVersion('ElectLeadersRequest', version, 0, 2);
  if (version >= 1) {
    writer.int8(message.electionType);
  }
  if (version < 1 && message.electionType !== 0) {
    throw unsupportedField('ElectLeadersRequest.electionType', version);
  }
  writeNullableTopicPartitionsArray(writer, message.topicPartitions, version);
  writer.int32(message.timeoutMs);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createTopicPartitions({
  topic = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartitions> = {}): TopicPartitions {
  const message: TopicPartitions = { topic, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const flexible = version >= 2;
  const message: TopicPartitions = {
    topic: reader.string(flexible),
    partitions: reader.int32Array(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTopicPartitions(writer: Writer, message: TopicPartitions, version: number): void {
  const flexible = version >= 2;
  writer.string(message.topic, flexible);
  writer.int32Array(message.partitions, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullableTopicPartitionsArray(
  reader: Reader,
  version: number,
): TopicPartitions[] | null {
  const flexible = version >= 2;
  const length = reader.nullableArrayLength(flexible, 3);
  if (length < 0) return null;
  const elements: TopicPartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartitions(reader, version));
  return elements;
}

function writeNullableTopicPartitionsArray(
  writer: Writer,
  elements: readonly TopicPartitions[] | null,
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeTopicPartitions(writer, element, version);
}

