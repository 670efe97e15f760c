// StreamsGroupDescribeResponse: response of API 89; version 0, flexible from 0.
// Generated from schema/messages/streams-group-describe-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupDescribeResponse {
  throttleTimeMs: number;
  groups: readonly DescribedGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribedGroup {
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  /** default null */
  topology: Topology | null;
  members: readonly Member[];
  /** default -2147483648 */
  authorizedOperations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Topology {
  epoch: number;
  /** default null */
  subtopologies: readonly Subtopology[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Subtopology {
  subtopologyId: string;
  sourceTopics: readonly string[];
  repartitionSinkTopics: readonly string[];
  stateChangelogTopics: readonly TopicInfo[];
  repartitionSourceTopics: readonly TopicInfo[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Member {
  memberId: string;
  memberEpoch: number;
  /** default null */
  instanceId: string | null;
  /** default null */
  rackId: string | null;
  clientId: string;
  clientHost: string;
  topologyEpoch: number;
  processId: string;
  /** default null */
  userEndpoint: Endpoint | null;
  clientTags: readonly KeyValue[];
  taskOffsets: readonly TaskOffset[];
  taskEndOffsets: readonly TaskOffset[];
  assignment: Assignment;
  targetAssignment: Assignment;
  isClassic: boolean;
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

export interface Assignment {
  activeTasks: readonly TaskIds[];
  standbyTasks: readonly TaskIds[];
  warmupTasks: readonly TaskIds[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TaskIds {
  subtopologyId: string;
  partitions: readonly number[];
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

export const StreamsGroupDescribeResponse: MessageCodec<StreamsGroupDescribeResponse> = {
  name: 'StreamsGroupDescribeResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupDescribeResponse,
  write: writeStreamsGroupDescribeResponse,
  create: createStreamsGroupDescribeResponse,
};

function createStreamsGroupDescribeResponse({
  throttleTimeMs = 0,
  groups = [],
  unknownTaggedFields,
}: Partial<StreamsGroupDescribeResponse> = {}): StreamsGroupDescribeResponse {
  const message: StreamsGroupDescribeResponse = { throttleTimeMs, groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupDescribeResponse(
  reader: Reader,
  version: number,
): StreamsGroupDescribeResponse {
  checkVersion('StreamsGroupDescribeResponse', version, 0, 0);
  const message: StreamsGroupDescribeResponse = {
    throttleTimeMs: reader.int32(),
    groups: readDescribedGroupArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupDescribeResponse(
  writer: Writer,
  message: StreamsGroupDescribeResponse,
  version: number,
): void {
  checkVersion('StreamsGroupDescribeResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writeDescribedGroupArray(writer, message.groups, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribedGroup({
  errorCode = 0,
  errorMessage = null,
  groupId = '',
  groupState = '',
  groupEpoch = 0,
  assignmentEpoch = 0,
  topology = null,
  members = [],
  authorizedOperations = -2147483648,
  unknownTaggedFields,
}: Partial<DescribedGroup> = {}): DescribedGroup {
  const message: DescribedGroup = {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    topology,
    members,
    authorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribedGroup(reader: Reader, version: number): DescribedGroup {
  const message: DescribedGroup = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    groupId: reader.string(true),
    groupState: reader.string(true),
    groupEpoch: reader.int32(),
    assignmentEpoch: reader.int32(),
    topology: reader.int8() < 0 ? null : readTopology(reader, version),
    members: readMemberArray(reader, version),
    authorizedOperations: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribedGroup(writer: Writer, message: DescribedGroup, version: number): void {
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.string(message.groupId, true);
  writer.string(message.groupState, true);
  writer.int32(message.groupEpoch);
  writer.int32(message.assignmentEpoch);
  writer.int8(message.topology === null ? -1 : 1);
  if (message.topology !== null) writeTopology(writer, message.topology, version);
  writeMemberArray(writer, message.members, version);
  writer.int32(message.authorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribedGroupArray(reader: Reader, version: number): DescribedGroup[] {
  const length = reader.arrayLength(true, 20);
  const elements: DescribedGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribedGroup(reader, version));
  return elements;
}

function writeDescribedGroupArray(
  writer: Writer,
  elements: readonly DescribedGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribedGroup(writer, element, version);
}

export function createTopology({
  epoch = 0,
  subtopologies = null,
  unknownTaggedFields,
}: Partial<Topology> = {}): Topology {
  const message: Topology = { epoch, subtopologies };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopology(reader: Reader, version: number): Topology {
  const message: Topology = {
    epoch: reader.int32(),
    subtopologies: readNullableSubtopologyArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopology(writer: Writer, message: Topology, version: number): void {
  writer.int32(message.epoch);
  writeNullableSubtopologyArray(writer, message.subtopologies, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createSubtopology({
  subtopologyId = '',
  sourceTopics = [],
  repartitionSinkTopics = [],
  stateChangelogTopics = [],
  repartitionSourceTopics = [],
  unknownTaggedFields,
}: Partial<Subtopology> = {}): Subtopology {
  const message: Subtopology = {
    subtopologyId,
    sourceTopics,
    repartitionSinkTopics,
    stateChangelogTopics,
    repartitionSourceTopics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSubtopology(reader: Reader, version: number): Subtopology {
  const message: Subtopology = {
    subtopologyId: reader.string(true),
    sourceTopics: reader.stringArray(true),
    repartitionSinkTopics: reader.stringArray(true),
    stateChangelogTopics: readTopicInfoArray(reader, version),
    repartitionSourceTopics: readTopicInfoArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSubtopology(writer: Writer, message: Subtopology, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.stringArray(message.sourceTopics, true);
  writer.stringArray(message.repartitionSinkTopics, true);
  writeTopicInfoArray(writer, message.stateChangelogTopics, version);
  writeTopicInfoArray(writer, message.repartitionSourceTopics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableSubtopologyArray(reader: Reader, version: number): Subtopology[] | null {
  const length = reader.nullableArrayLength(true, 6);
  if (length < 0) return null;
  const elements: Subtopology[] = [];
  for (let i = 0; i < length; i++) elements.push(readSubtopology(reader, version));
  return elements;
}

function writeNullableSubtopologyArray(
  writer: Writer,
  elements: readonly Subtopology[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeSubtopology(writer, element, version);
}

export function createMember({
  memberId = '',
  memberEpoch = 0,
  instanceId = null,
  rackId = null,
  clientId = '',
  clientHost = '',
  topologyEpoch = 0,
  processId = '',
  userEndpoint = null,
  clientTags = [],
  taskOffsets = [],
  taskEndOffsets = [],
  assignment = createAssignment(),
  targetAssignment = createAssignment(),
  isClassic = false,
  unknownTaggedFields,
}: Partial<Member> = {}): Member {
  const message: Member = {
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    clientId,
    clientHost,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
    taskOffsets,
    taskEndOffsets,
    assignment,
    targetAssignment,
    isClassic,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMember(reader: Reader, version: number): Member {
  const message: Member = {
    memberId: reader.string(true),
    memberEpoch: reader.int32(),
    instanceId: reader.nullableString(true),
    rackId: reader.nullableString(true),
    clientId: reader.string(true),
    clientHost: reader.string(true),
    topologyEpoch: reader.int32(),
    processId: reader.string(true),
    userEndpoint: reader.int8() < 0 ? null : readEndpoint(reader, version),
    clientTags: readKeyValueArray(reader, version),
    taskOffsets: readTaskOffsetArray(reader, version),
    taskEndOffsets: readTaskOffsetArray(reader, version),
    assignment: readAssignment(reader, version),
    targetAssignment: readAssignment(reader, version),
    isClassic: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeMember(writer: Writer, message: Member, version: number): void {
  writer.string(message.memberId, true);
  writer.int32(message.memberEpoch);
  writer.nullableString(message.instanceId, true);
  writer.nullableString(message.rackId, true);
  writer.string(message.clientId, true);
  writer.string(message.clientHost, true);
  writer.int32(message.topologyEpoch);
  writer.string(message.processId, true);
  writer.int8(message.userEndpoint === null ? -1 : 1);
  if (message.userEndpoint !== null) writeEndpoint(writer, message.userEndpoint, version);
  writeKeyValueArray(writer, message.clientTags, version);
  writeTaskOffsetArray(writer, message.taskOffsets, version);
  writeTaskOffsetArray(writer, message.taskEndOffsets, version);
  writeAssignment(writer, message.assignment, version);
  writeAssignment(writer, message.targetAssignment, version);
  writer.boolean(message.isClassic);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readMemberArray(reader: Reader, version: number): Member[] {
  const length = reader.arrayLength(true, 28);
  const elements: Member[] = [];
  for (let i = 0; i < length; i++) elements.push(readMember(reader, version));
  return elements;
}

function writeMemberArray(writer: Writer, elements: readonly Member[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeMember(writer, element, version);
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

function readTaskOffsetArray(reader: Reader, version: number): TaskOffset[] {
  const length = reader.arrayLength(true, 14);
  const elements: TaskOffset[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskOffset(reader, version));
  return elements;
}

function writeTaskOffsetArray(
  writer: Writer,
  elements: readonly TaskOffset[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTaskOffset(writer, element, version);
}

export function createAssignment({
  activeTasks = [],
  standbyTasks = [],
  warmupTasks = [],
  unknownTaggedFields,
}: Partial<Assignment> = {}): Assignment {
  const message: Assignment = { activeTasks, standbyTasks, warmupTasks };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAssignment(reader: Reader, version: number): Assignment {
  const message: Assignment = {
    activeTasks: readTaskIdsArray(reader, version),
    standbyTasks: readTaskIdsArray(reader, version),
    warmupTasks: readTaskIdsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAssignment(writer: Writer, message: Assignment, version: number): void {
  writeTaskIdsArray(writer, message.activeTasks, version);
  writeTaskIdsArray(writer, message.standbyTasks, version);
  writeTaskIdsArray(writer, message.warmupTasks, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
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

function readTaskIdsArray(reader: Reader, version: number): TaskIds[] {
  const length = reader.arrayLength(true, 3);
  const elements: TaskIds[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskIds(reader, version));
  return elements;
}

function writeTaskIdsArray(writer: Writer, elements: readonly TaskIds[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTaskIds(writer, element, version);
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

