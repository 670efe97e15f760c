// ShareGroupHeartbeatResponse: response of API 76; version 1, flexible from 0.
// Generated from schema/messages/share-group-heartbeat-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  /** default null */
  memberId: string | null;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  /** default null */
  assignment: Assignment | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Assignment {
  topicPartitions: readonly TopicPartitions[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitions {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupHeartbeatResponse: MessageCodec<ShareGroupHeartbeatResponse> = {
  name: 'ShareGroupHeartbeatResponse',
  versions: [1, 1],
  flexibleFrom: 0,
  read: readShareGroupHeartbeatResponse,
  write: writeShareGroupHeartbeatResponse,
  create: createShareGroupHeartbeatResponse,
};

function createShareGroupHeartbeatResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  memberId = null,
  memberEpoch = 0,
  heartbeatIntervalMs = 0,
  assignment = null,
  unknownTaggedFields,
}: Partial<ShareGroupHeartbeatResponse> = {}): ShareGroupHeartbeatResponse {
  const message: ShareGroupHeartbeatResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    assignment,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): ShareGroupHeartbeatResponse {
  checkVersion('ShareGroupHeartbeatResponse', version, 1, 1);
  const message: ShareGroupHeartbeatResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    memberId: reader.nullableString(true),
    memberEpoch: reader.int32(),
    heartbeatIntervalMs: reader.int32(),
    assignment: reader.int8() < 0 ? null : readAssignment(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupHeartbeatResponse(
  writer: Writer,
  message: ShareGroupHeartbeatResponse,
  version: number,
): void {
  checkVersion('ShareGroupHeartbeatResponse', version, 1, 1);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.nullableString(message.memberId, true);
  writer.int32(message.memberEpoch);
  writer.int32(message.heartbeatIntervalMs);
  writer.int8(message.assignment === null ? -1 : 1);
  if (message.assignment !== null) writeAssignment(writer, message.assignment, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createAssignment({
  topicPartitions = [],
  unknownTaggedFields,
}: Partial<Assignment> = {}): Assignment {
  const message: Assignment = { topicPartitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAssignment(reader: Reader, version: number): Assignment {
  const message: Assignment = {
    topicPartitions: readTopicPartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAssignment(writer: Writer, message: Assignment, version: number): void {
  writeTopicPartitionsArray(writer, message.topicPartitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicPartitions({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartitions> = {}): TopicPartitions {
  const message: TopicPartitions = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const message: TopicPartitions = {
    topicId: reader.uuid(),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartitions(writer: Writer, message: TopicPartitions, version: number): void {
  writer.uuid(message.topicId);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicPartitionsArray(reader: Reader, version: number): TopicPartitions[] {
  const length = reader.arrayLength(true, 18);
  const elements: TopicPartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartitions(reader, version));
  return elements;
}

function writeTopicPartitionsArray(
  writer: Writer,
  elements: readonly TopicPartitions[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicPartitions(writer, element, version);
}

