// DescribeQuorumResponse: response of API 55; version 0 to 2, flexible from 0.
// Generated from schema/messages/describe-quorum-response.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeQuorumResponse {
  errorCode: number;
  /** version 2 */
  errorMessage: string | null;
  topics: readonly TopicData[];
  /** version 2 */
  nodes: readonly Node[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicData {
  topicName: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  errorCode: number;
  /** version 2 */
  errorMessage: string | null;
  leaderId: number;
  leaderEpoch: number;
  highWatermark: number;
  currentVoters: readonly ReplicaState[];
  observers: readonly ReplicaState[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Node {
  nodeId: number;
  listeners: readonly Listener[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Listener {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReplicaState {
  replicaId: number;
  /** version 2 */
  replicaDirectoryId: string;
  logEndOffset: number;
  /** version 1+, default -1 */
  lastFetchTimestamp: number;
  /** version 1+, default -1 */
  lastCaughtUpTimestamp: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeQuorumResponse: MessageCodec<DescribeQuorumResponse> = {
  name: 'DescribeQuorumResponse',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readDescribeQuorumResponse,
  write: writeDescribeQuorumResponse,
  create: createDescribeQuorumResponse,
};

function createDescribeQuorumResponse({
  errorCode = 0,
  errorMessage = '',
  topics = [],
  nodes = [],
  unknownTaggedFields,
}: Partial<DescribeQuorumResponse> = {}): DescribeQuorumResponse {
  const message: DescribeQuorumResponse = { errorCode, errorMessage, topics, nodes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeQuorumResponse(reader: Reader, version: number): DescribeQuorumResponse {
  checkVersion('DescribeQuorumResponse', version, 0, 2);
  const message: DescribeQuorumResponse = {
    errorCode: reader.int16(),
    errorMessage: version >= 2 ? reader.nullableString(true) : '',
    topics: readTopicDataArray(reader, version),
    nodes: version >= 2 ? readNodeArray(reader, version) : [],
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeQuorumResponse(
  writer: Writer,
  message: DescribeQuorumResponse,
  version: number,
): void {
  checkVersion('DescribeQuorumResponse', version, 0, 2);
  writer.int16(message.errorCode);
  if (version >= 2) {
    writer.nullableString(message.errorMessage, true);
  }
  writeTopicDataArray(writer, message.topics, version);
  if (version >= 2) {
    writeNodeArray(writer, message.nodes, version);
  }
  if (version < 2 && message.nodes.length !== 0) {
    throw unsupportedField('DescribeQuorumResponse.nodes', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicData({
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicData> = {}): TopicData {
  const message: TopicData = { topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicData(reader: Reader, version: number): TopicData {
  const message: TopicData = {
    topicName: reader.string(true),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicData(writer: Writer, message: TopicData, version: number): void {
  writer.string(message.topicName, true);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicDataArray(reader: Reader, version: number): TopicData[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicData[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicData(reader, version));
  return elements;
}

function writeTopicDataArray(
  writer: Writer,
  elements: readonly TopicData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicData(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  errorCode = 0,
  errorMessage = '',
  leaderId = 0,
  leaderEpoch = 0,
  highWatermark = 0,
  currentVoters = [],
  observers = [],
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    errorCode,
    errorMessage,
    leaderId,
    leaderEpoch,
    highWatermark,
    currentVoters,
    observers,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: version >= 2 ? reader.nullableString(true) : '',
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    highWatermark: reader.int64(),
    currentVoters: readReplicaStateArray(reader, version),
    observers: readReplicaStateArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  if (version >= 2) {
    writer.nullableString(message.errorMessage, true);
  }
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.int64(message.highWatermark);
  writeReplicaStateArray(writer, message.currentVoters, version);
  writeReplicaStateArray(writer, message.observers, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 25);
  const elements: PartitionData[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionData(reader, version));
  return elements;
}

function writePartitionDataArray(
  writer: Writer,
  elements: readonly PartitionData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionData(writer, element, version);
}

export function createNode({
  nodeId = 0,
  listeners = [],
  unknownTaggedFields,
}: Partial<Node> = {}): Node {
  const message: Node = { nodeId, listeners };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readNode(reader: Reader, version: number): Node {
  const message: Node = {
    nodeId: reader.int32(),
    listeners: readListenerArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeNode(writer: Writer, message: Node, version: number): void {
  writer.int32(message.nodeId);
  writeListenerArray(writer, message.listeners, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNodeArray(reader: Reader, version: number): Node[] {
  const length = reader.arrayLength(true, 6);
  const elements: Node[] = [];
  for (let i = 0; i < length; i++) elements.push(readNode(reader, version));
  return elements;
}

function writeNodeArray(writer: Writer, elements: readonly Node[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeNode(writer, element, version);
}

export function createListener({
  name = '',
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<Listener> = {}): Listener {
  const message: Listener = { name, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListener(reader: Reader, version: number): Listener {
  const message: Listener = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListener(writer: Writer, message: Listener, version: number): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readListenerArray(reader: Reader, version: number): Listener[] {
  const length = reader.arrayLength(true, 5);
  const elements: Listener[] = [];
  for (let i = 0; i < length; i++) elements.push(readListener(reader, version));
  return elements;
}

function writeListenerArray(writer: Writer, elements: readonly Listener[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeListener(writer, element, version);
}

export function createReplicaState({
  replicaId = 0,
  replicaDirectoryId = ZERO_UUID,
  logEndOffset = 0,
  lastFetchTimestamp = -1,
  lastCaughtUpTimestamp = -1,
  unknownTaggedFields,
}: Partial<ReplicaState> = {}): ReplicaState {
  const message: ReplicaState = {
    replicaId,
    replicaDirectoryId,
    logEndOffset,
    lastFetchTimestamp,
    lastCaughtUpTimestamp,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReplicaState(reader: Reader, version: number): ReplicaState {
  const message: ReplicaState = {
    replicaId: reader.int32(),
    replicaDirectoryId: version >= 2 ? reader.uuid() : ZERO_UUID,
    logEndOffset: reader.int64(),
    lastFetchTimestamp: version >= 1 ? reader.int64() : -1,
    lastCaughtUpTimestamp: version >= 1 ? reader.int64() : -1,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReplicaState(writer: Writer, message: ReplicaState, version: number): void {
  writer.int32(message.replicaId);
  if (version >= 2) {
    writer.uuid(message.replicaDirectoryId);
  }
  if (version < 2 && message.replicaDirectoryId !== ZERO_UUID) {
    throw unsupportedField('ReplicaState.replicaDirectoryId', version);
  }
  writer.int64(message.logEndOffset);
  if (version >= 1) {
    writer.int64(message.lastFetchTimestamp);
  }
  if (version >= 1) {
    writer.int64(message.lastCaughtUpTimestamp);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReplicaStateArray(reader: Reader, version: number): ReplicaState[] {
  const length = reader.arrayLength(true, 13);
  const elements: ReplicaState[] = [];
  for (let i = 0; i < length; i++) elements.push(readReplicaState(reader, version));
  return elements;
}

function writeReplicaStateArray(
  writer: Writer,
  elements: readonly ReplicaState[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReplicaState(writer, element, version);
}

