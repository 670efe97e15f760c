// VoteResponse: response of API 52; version 0 to 2, flexible from 0.
// Generated from schema/messages/vote-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface VoteResponse {
  errorCode: number;
  topics: readonly TopicData[];
  /** version 1+, tag 0 */
  nodeEndpoints: readonly NodeEndpoint[];
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
  leaderId: number;
  leaderEpoch: number;
  voteGranted: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface NodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const VoteResponse: MessageCodec<VoteResponse> = {
  name: 'VoteResponse',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readVoteResponse,
  write: writeVoteResponse,
  create: createVoteResponse,
};

function createVoteResponse({
  errorCode = 0,
  topics = [],
  nodeEndpoints = [],
  unknownTaggedFields,
}: Partial<VoteResponse> = {}): VoteResponse {
  const message: VoteResponse = { errorCode, topics, nodeEndpoints };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readVoteResponse(reader: Reader, version: number): VoteResponse {
  checkVersion('VoteResponse', version, 0, 2);
  const message: VoteResponse = {
    errorCode: reader.int16(),
    topics: readTopicDataArray(reader, version),
    nodeEndpoints: [],
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0 && version >= 1) message.nodeEndpoints = readNodeEndpointArray(reader, version);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeVoteResponse(writer: Writer, message: VoteResponse, version: number): void {
  checkVersion('VoteResponse', version, 0, 2);
  writer.int16(message.errorCode);
  writeTopicDataArray(writer, message.topics, version);
  if (version < 1 && message.nodeEndpoints.length !== 0) {
    throw unsupportedField('VoteResponse.nodeEndpoints', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasNodeEndpoints = version >= 1 && message.nodeEndpoints.length !== 0;
  if (hasNodeEndpoints) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasNodeEndpoints) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writeNodeEndpointArray(writer, message.nodeEndpoints, version);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
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
  leaderId = 0,
  leaderEpoch = 0,
  voteGranted = false,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partitionIndex, errorCode, leaderId, leaderEpoch, voteGranted };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    voteGranted: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.boolean(message.voteGranted);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 16);
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

export function createNodeEndpoint({
  nodeId = 0,
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<NodeEndpoint> = {}): NodeEndpoint {
  const message: NodeEndpoint = { nodeId, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readNodeEndpoint(reader: Reader, version: number): NodeEndpoint {
  const message: NodeEndpoint = {
    nodeId: reader.int32(),
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeNodeEndpoint(writer: Writer, message: NodeEndpoint, version: number): void {
  writer.int32(message.nodeId);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNodeEndpointArray(reader: Reader, version: number): NodeEndpoint[] {
  const length = reader.arrayLength(true, 8);
  const elements: NodeEndpoint[] = [];
  for (let i = 0; i < length; i++) elements.push(readNodeEndpoint(reader, version));
  return elements;
}

function writeNodeEndpointArray(
  writer: Writer,
  elements: readonly NodeEndpoint[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeNodeEndpoint(writer, element, version);
}

