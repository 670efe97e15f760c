// StreamsGroupHeartbeatResponse: response of API 88; version 0, flexible from 0.
// Generated from schema/messages/streams-group-heartbeat-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupHeartbeatResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  memberId: string;
  memberEpoch: number;
  heartbeatIntervalMs: number;
  acceptableRecoveryLag: number;
  taskOffsetIntervalMs: number;
  status: readonly Status[] | null;
  /** default null */
  activeTasks: readonly TaskIds[] | null;
  /** default null */
  standbyTasks: readonly TaskIds[] | null;
  /** default null */
  warmupTasks: readonly TaskIds[] | null;
  endpointInformationEpoch: number;
  /** default null */
  partitionsByUserEndpoint: readonly EndpointToPartitions[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EndpointToPartitions {
  userEndpoint: Endpoint;
  activePartitions: readonly TopicPartition[];
  standbyPartitions: readonly TopicPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Status {
  statusCode: number;
  statusDetail: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartition {
  topic: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TaskIds {
  subtopologyId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Endpoint {
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupHeartbeatResponse: MessageCodec<StreamsGroupHeartbeatResponse> = {
  name: 'StreamsGroupHeartbeatResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupHeartbeatResponse,
  write: writeStreamsGroupHeartbeatResponse,
  create: createStreamsGroupHeartbeatResponse,
};

function createStreamsGroupHeartbeatResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  memberId = '',
  memberEpoch = 0,
  heartbeatIntervalMs = 0,
  acceptableRecoveryLag = 0,
  taskOffsetIntervalMs = 0,
  status = [],
  activeTasks = null,
  standbyTasks = null,
  warmupTasks = null,
  endpointInformationEpoch = 0,
  partitionsByUserEndpoint = null,
  unknownTaggedFields,
}: Partial<StreamsGroupHeartbeatResponse> = {}): StreamsGroupHeartbeatResponse {
  const message: StreamsGroupHeartbeatResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    memberId,
    memberEpoch,
    heartbeatIntervalMs,
    acceptableRecoveryLag,
    taskOffsetIntervalMs,
    status,
    activeTasks,
    standbyTasks,
    warmupTasks,
    endpointInformationEpoch,
    partitionsByUserEndpoint,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupHeartbeatResponse(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatResponse {
  checkVersion('StreamsGroupHeartbeatResponse', version, 0, 0);
  const message: StreamsGroupHeartbeatResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    memberId: reader.string(true),
    memberEpoch: reader.int32(),
    heartbeatIntervalMs: reader.int32(),
    acceptableRecoveryLag: reader.int32(),
    taskOffsetIntervalMs: reader.int32(),
    status: readNullableStatusArray(reader, version),
    activeTasks: readNullableTaskIdsArray(reader, version),
    standbyTasks: readNullableTaskIdsArray(reader, version),
    warmupTasks: readNullableTaskIdsArray(reader, version),
    endpointInformationEpoch: reader.int32(),
    partitionsByUserEndpoint: readNullableEndpointToPartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupHeartbeatResponse(
  writer: Writer,
  message: StreamsGroupHeartbeatResponse,
  version: number,
): void {
  checkVersion('StreamsGroupHeartbeatResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.string(message.memberId, true);
  writer.int32(message.memberEpoch);
  writer.int32(message.heartbeatIntervalMs);
  writer.int32(message.acceptableRecoveryLag);
  writer.int32(message.taskOffsetIntervalMs);
  writeNullableStatusArray(writer, message.status, version);
  writeNullableTaskIdsArray(writer, message.activeTasks, version);
  writeNullableTaskIdsArray(writer, message.standbyTasks, version);
  writeNullableTaskIdsArray(writer, message.warmupTasks, version);
  writer.int32(message.endpointInformationEpoch);
  writeNullableEndpointToPartitionsArray(writer, message.partitionsByUserEndpoint, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createEndpointToPartitions({
  userEndpoint = createEndpoint(),
  activePartitions = [],
  standbyPartitions = [],
  unknownTaggedFields,
}: Partial<EndpointToPartitions> = {}): EndpointToPartitions {
  const message: EndpointToPartitions = { userEndpoint, activePartitions, standbyPartitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndpointToPartitions(reader: Reader, version: number): EndpointToPartitions {
  const message: EndpointToPartitions = {
    userEndpoint: readEndpoint(reader, version),
    activePartitions: readTopicPartitionArray(reader, version),
    standbyPartitions: readTopicPartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEndpointToPartitions(
  writer: Writer,
  message: EndpointToPartitions,
  version: number,
): void {
  writeEndpoint(writer, message.userEndpoint, version);
  writeTopicPartitionArray(writer, message.activePartitions, version);
  writeTopicPartitionArray(writer, message.standbyPartitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableEndpointToPartitionsArray(
  reader: Reader,
  version: number,
): EndpointToPartitions[] | null {
  const length = reader.nullableArrayLength(true, 7);
  if (length < 0) return null;
  const elements: EndpointToPartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readEndpointToPartitions(reader, version));
  return elements;
}

function writeNullableEndpointToPartitionsArray(
  writer: Writer,
  elements: readonly EndpointToPartitions[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeEndpointToPartitions(writer, element, version);
}

export function createStatus({
  statusCode = 0,
  statusDetail = '',
  unknownTaggedFields,
}: Partial<Status> = {}): Status {
  const message: Status = { statusCode, statusDetail };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStatus(reader: Reader, version: number): Status {
  const message: Status = {
    statusCode: reader.int8(),
    statusDetail: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStatus(writer: Writer, message: Status, version: number): void {
  writer.int8(message.statusCode);
  writer.string(message.statusDetail, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableStatusArray(reader: Reader, version: number): Status[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: Status[] = [];
  for (let i = 0; i < length; i++) elements.push(readStatus(reader, version));
  return elements;
}

function writeNullableStatusArray(
  writer: Writer,
  elements: readonly Status[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeStatus(writer, element, version);
}

export function createTopicPartition({
  topic = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartition> = {}): TopicPartition {
  const message: TopicPartition = { topic, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartition(reader: Reader, version: number): TopicPartition {
  const message: TopicPartition = {
    topic: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartition(writer: Writer, message: TopicPartition, version: number): void {
  writer.string(message.topic, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicPartitionArray(reader: Reader, version: number): TopicPartition[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartition(reader, version));
  return elements;
}

function writeTopicPartitionArray(
  writer: Writer,
  elements: readonly TopicPartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicPartition(writer, element, version);
}

export function createTaskIds({
  subtopologyId = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TaskIds> = {}): TaskIds {
  const message: TaskIds = { subtopologyId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTaskIds(reader: Reader, version: number): TaskIds {
  const message: TaskIds = {
    subtopologyId: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTaskIds(writer: Writer, message: TaskIds, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableTaskIdsArray(reader: Reader, version: number): TaskIds[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: TaskIds[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskIds(reader, version));
  return elements;
}

function writeNullableTaskIdsArray(
  writer: Writer,
  elements: readonly TaskIds[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeTaskIds(writer, element, version);
}

export function createEndpoint({
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<Endpoint> = {}): Endpoint {
  const message: Endpoint = { host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndpoint(reader: Reader, version: number): Endpoint {
  const message: Endpoint = {
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEndpoint(writer: Writer, message: Endpoint, version: number): void {
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

