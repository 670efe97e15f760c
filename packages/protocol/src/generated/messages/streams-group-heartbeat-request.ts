// StreamsGroupHeartbeatRequest: request of API 88; version 0, flexible from 0.
// Generated from schema/messages/streams-group-heartbeat-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  endpointInformationEpoch: number;
  /** default null */
  instanceId: string | null;
  /** default null */
  rackId: string | null;
  /** default -1 */
  rebalanceTimeoutMs: number;
  /** default null */
  topology: Topology | null;
  /** default null */
  activeTasks: readonly TaskIds[] | null;
  /** default null */
  standbyTasks: readonly TaskIds[] | null;
  /** default null */
  warmupTasks: readonly TaskIds[] | null;
  /** default null */
  processId: string | null;
  /** default null */
  userEndpoint: Endpoint | null;
  /** default null */
  clientTags: readonly KeyValue[] | null;
  /** default null */
  taskOffsets: readonly TaskOffset[] | null;
  /** default null */
  taskEndOffsets: readonly TaskOffset[] | null;
  /** default false */
  shutdownApplication: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Topology {
  epoch: number;
  subtopologies: readonly Subtopology[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Subtopology {
  subtopologyId: string;
  sourceTopics: readonly string[];
  sourceTopicRegex: readonly string[];
  stateChangelogTopics: readonly TopicInfo[];
  repartitionSinkTopics: readonly string[];
  repartitionSourceTopics: readonly TopicInfo[];
  copartitionGroups: readonly CopartitionGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CopartitionGroup {
  sourceTopics: readonly number[];
  sourceTopicRegex: readonly number[];
  repartitionSourceTopics: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface KeyValue {
  key: string;
  value: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly KeyValue[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Endpoint {
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TaskOffset {
  subtopologyId: string;
  partition: number;
  offset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TaskIds {
  subtopologyId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupHeartbeatRequest: MessageCodec<StreamsGroupHeartbeatRequest> = {
  name: 'StreamsGroupHeartbeatRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupHeartbeatRequest,
  write: writeStreamsGroupHeartbeatRequest,
  create: createStreamsGroupHeartbeatRequest,
};

function createStreamsGroupHeartbeatRequest({
  groupId = '',
  memberId = '',
  memberEpoch = 0,
  endpointInformationEpoch = 0,
  instanceId = null,
  rackId = null,
  rebalanceTimeoutMs = -1,
  topology = null,
  activeTasks = null,
  standbyTasks = null,
  warmupTasks = null,
  processId = null,
  userEndpoint = null,
  clientTags = null,
  taskOffsets = null,
  taskEndOffsets = null,
  shutdownApplication = false,
  unknownTaggedFields,
}: Partial<StreamsGroupHeartbeatRequest> = {}): StreamsGroupHeartbeatRequest {
  const message: StreamsGroupHeartbeatRequest = {
    groupId,
    memberId,
    memberEpoch,
    endpointInformationEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    topology,
    activeTasks,
    standbyTasks,
    warmupTasks,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    shutdownApplication,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): StreamsGroupHeartbeatRequest {
  checkVersion('StreamsGroupHeartbeatRequest', version, 0, 0);
  const message: StreamsGroupHeartbeatRequest = {
    groupId: reader.string(true),
    memberId: reader.string(true),
    memberEpoch: reader.int32(),
    endpointInformationEpoch: reader.int32(),
    instanceId: reader.nullableString(true),
    rackId: reader.nullableString(true),
    rebalanceTimeoutMs: reader.int32(),
    topology: reader.int8() < 0 ? null : readTopology(reader, version),
    activeTasks: readNullableTaskIdsArray(reader, version),
    standbyTasks: readNullableTaskIdsArray(reader, version),
    warmupTasks: readNullableTaskIdsArray(reader, version),
    processId: reader.nullableString(true),
    userEndpoint: reader.int8() < 0 ? null : readEndpoint(reader, version),
    clientTags: readNullableKeyValueArray(reader, version),
    taskOffsets: readNullableTaskOffsetArray(reader, version),
    taskEndOffsets: readNullableTaskOffsetArray(reader, version),
    shutdownApplication: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupHeartbeatRequest(
  writer: Writer,
  message: StreamsGroupHeartbeatRequest,
  version: number,
): void {
  checkVersion('StreamsGroupHeartbeatRequest', version, 0, 0);
  writer.string(message.groupId, true);
  writer.string(message.memberId, true);
  writer.int32(message.memberEpoch);
  writer.int32(message.endpointInformationEpoch);
  writer.nullableString(message.instanceId, true);
  writer.nullableString(message.rackId, true);
  writer.int32(message.rebalanceTimeoutMs);
  writer.int8(message.topology === null ? -1 : 1);
  if (message.topology !== null) writeTopology(writer, message.topology, version);
  writeNullableTaskIdsArray(writer, message.activeTasks, version);
  writeNullableTaskIdsArray(writer, message.standbyTasks, version);
  writeNullableTaskIdsArray(writer, message.warmupTasks, version);
  writer.nullableString(message.processId, true);
  writer.int8(message.userEndpoint === null ? -1 : 1);
  if (message.userEndpoint !== null) writeEndpoint(writer, message.userEndpoint, version);
  writeNullableKeyValueArray(writer, message.clientTags, version);
  writeNullableTaskOffsetArray(writer, message.taskOffsets, version);
  writeNullableTaskOffsetArray(writer, message.taskEndOffsets, version);
  writer.boolean(message.shutdownApplication);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopology({
  epoch = 0,
  subtopologies = [],
  unknownTaggedFields,
}: Partial<Topology> = {}): Topology {
  const message: Topology = { epoch, subtopologies };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopology(reader: Reader, version: number): Topology {
  const message: Topology = {
    epoch: reader.int32(),
    subtopologies: readSubtopologyArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopology(writer: Writer, message: Topology, version: number): void {
  writer.int32(message.epoch);
  writeSubtopologyArray(writer, message.subtopologies, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createSubtopology({
  subtopologyId = '',
  sourceTopics = [],
  sourceTopicRegex = [],
  stateChangelogTopics = [],
  repartitionSinkTopics = [],
  repartitionSourceTopics = [],
  copartitionGroups = [],
  unknownTaggedFields,
}: Partial<Subtopology> = {}): Subtopology {
  const message: Subtopology = {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSubtopology(reader: Reader, version: number): Subtopology {
  const message: Subtopology = {
    subtopologyId: reader.string(true),
    sourceTopics: reader.stringArray(true),
    sourceTopicRegex: reader.stringArray(true),
    stateChangelogTopics: readTopicInfoArray(reader, version),
    repartitionSinkTopics: reader.stringArray(true),
    repartitionSourceTopics: readTopicInfoArray(reader, version),
    copartitionGroups: readCopartitionGroupArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSubtopology(writer: Writer, message: Subtopology, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.stringArray(message.sourceTopics, true);
  writer.stringArray(message.sourceTopicRegex, true);
  writeTopicInfoArray(writer, message.stateChangelogTopics, version);
  writer.stringArray(message.repartitionSinkTopics, true);
  writeTopicInfoArray(writer, message.repartitionSourceTopics, version);
  writeCopartitionGroupArray(writer, message.copartitionGroups, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readSubtopologyArray(reader: Reader, version: number): Subtopology[] {
  const length = reader.arrayLength(true, 8);
  const elements: Subtopology[] = [];
  for (let i = 0; i < length; i++) elements.push(readSubtopology(reader, version));
  return elements;
}

function writeSubtopologyArray(
  writer: Writer,
  elements: readonly Subtopology[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeSubtopology(writer, element, version);
}

export function createCopartitionGroup({
  sourceTopics = [],
  sourceTopicRegex = [],
  repartitionSourceTopics = [],
  unknownTaggedFields,
}: Partial<CopartitionGroup> = {}): CopartitionGroup {
  const message: CopartitionGroup = { sourceTopics, sourceTopicRegex, repartitionSourceTopics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCopartitionGroup(reader: Reader, version: number): CopartitionGroup {
  const message: CopartitionGroup = {
    sourceTopics: reader.int16Array(true),
    sourceTopicRegex: reader.int16Array(true),
    repartitionSourceTopics: reader.int16Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCopartitionGroup(writer: Writer, message: CopartitionGroup, version: number): void {
  writer.int16Array(message.sourceTopics, true);
  writer.int16Array(message.sourceTopicRegex, true);
  writer.int16Array(message.repartitionSourceTopics, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readCopartitionGroupArray(reader: Reader, version: number): CopartitionGroup[] {
  const length = reader.arrayLength(true, 4);
  const elements: CopartitionGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readCopartitionGroup(reader, version));
  return elements;
}

function writeCopartitionGroupArray(
  writer: Writer,
  elements: readonly CopartitionGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeCopartitionGroup(writer, element, version);
}

export function createKeyValue({
  key = '',
  value = '',
  unknownTaggedFields,
}: Partial<KeyValue> = {}): KeyValue {
  const message: KeyValue = { key, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readKeyValue(reader: Reader, version: number): KeyValue {
  const message: KeyValue = {
    key: reader.string(true),
    value: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeKeyValue(writer: Writer, message: KeyValue, version: number): void {
  writer.string(message.key, true);
  writer.string(message.value, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readKeyValueArray(reader: Reader, version: number): KeyValue[] {
  const length = reader.arrayLength(true, 3);
  const elements: KeyValue[] = [];
  for (let i = 0; i < length; i++) elements.push(readKeyValue(reader, version));
  return elements;
}

function writeKeyValueArray(writer: Writer, elements: readonly KeyValue[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeKeyValue(writer, element, version);
}

function readNullableKeyValueArray(reader: Reader, version: number): KeyValue[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: KeyValue[] = [];
  for (let i = 0; i < length; i++) elements.push(readKeyValue(reader, version));
  return elements;
}

function writeNullableKeyValueArray(
  writer: Writer,
  elements: readonly KeyValue[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeKeyValue(writer, element, version);
}

export function createTopicInfo({
  name = '',
  partitions = 0,
  replicationFactor = 0,
  topicConfigs = [],
  unknownTaggedFields,
}: Partial<TopicInfo> = {}): TopicInfo {
  const message: TopicInfo = { name, partitions, replicationFactor, topicConfigs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicInfo(reader: Reader, version: number): TopicInfo {
  const message: TopicInfo = {
    name: reader.string(true),
    partitions: reader.int32(),
    replicationFactor: reader.int16(),
    topicConfigs: readKeyValueArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicInfo(writer: Writer, message: TopicInfo, version: number): void {
  writer.string(message.name, true);
  writer.int32(message.partitions);
  writer.int16(message.replicationFactor);
  writeKeyValueArray(writer, message.topicConfigs, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicInfoArray(reader: Reader, version: number): TopicInfo[] {
  const length = reader.arrayLength(true, 9);
  const elements: TopicInfo[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicInfo(reader, version));
  return elements;
}

function writeTopicInfoArray(
  writer: Writer,
  elements: readonly TopicInfo[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicInfo(writer, element, version);
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

export function createTaskOffset({
  subtopologyId = '',
  partition = 0,
  offset = 0,
  unknownTaggedFields,
}: Partial<TaskOffset> = {}): TaskOffset {
  const message: TaskOffset = { subtopologyId, partition, offset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTaskOffset(reader: Reader, version: number): TaskOffset {
  const message: TaskOffset = {
    subtopologyId: reader.string(true),
    partition: reader.int32(),
    offset: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTaskOffset(writer: Writer, message: TaskOffset, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.int32(message.partition);
  writer.int64(message.offset);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableTaskOffsetArray(reader: Reader, version: number): TaskOffset[] | null {
  const length = reader.nullableArrayLength(true, 14);
  if (length < 0) return null;
  const elements: TaskOffset[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskOffset(reader, version));
  return elements;
}

function writeNullableTaskOffsetArray(
  writer: Writer,
  elements: readonly TaskOffset[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeTaskOffset(writer, element, version);
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

