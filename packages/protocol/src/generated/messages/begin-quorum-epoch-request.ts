// BeginQuorumEpochRequest: request of API 53; version 0 to 1, flexible from 1.
// Generated from schema/messages/begin-quorum-epoch-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BeginQuorumEpochRequest {
  /** default null */
  clusterId: string | null;
  /** version 1, default -1 */
  voterId: number;
  topics: readonly TopicData[];
  /** version 1 */
  leaderEndpoints: readonly LeaderEndpoint[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicData {
  topicName: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  /** version 1 */
  voterDirectoryId: string;
  leaderId: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderEndpoint {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const BeginQuorumEpochRequest: MessageCodec<BeginQuorumEpochRequest> = {
  name: 'BeginQuorumEpochRequest',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readBeginQuorumEpochRequest,
  write: writeBeginQuorumEpochRequest,
  create: createBeginQuorumEpochRequest,
};

function createBeginQuorumEpochRequest({
  clusterId = null,
  voterId = -1,
  topics = [],
  leaderEndpoints = [],
  unknownTaggedFields,
}: Partial<BeginQuorumEpochRequest> = {}): BeginQuorumEpochRequest {
  const message: BeginQuorumEpochRequest = { clusterId, voterId, topics, leaderEndpoints };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBeginQuorumEpochRequest(reader: Reader, version: number): BeginQuorumEpochRequest {
  checkVersion('BeginQuorumEpochRequest', version, 0, 1);
  const flexible = version >= 1;
  const message: BeginQuorumEpochRequest = {
    clusterId: reader.nullableString(flexible),
    voterId: version >= 1 ? reader.int32() : -1,
    topics: readTopicDataArray(reader, version),
    leaderEndpoints: version >= 1 ? readLeaderEndpointArray(reader, version) : [],
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeBeginQuorumEpochRequest(
  writer: Writer,
  message: BeginQuorumEpochRequest,
  version: number,
): void {
  checkVersion('BeginQuorumEpochRequest', version, 0, 1);
  const flexible = version >= 1;
  writer.nullableString(message.clusterId, flexible);
  if (version >= 1) {
    writer.int32(message.voterId);
  }
  writeTopicDataArray(writer, message.topics, version);
  if (version >= 1) {
    writeLeaderEndpointArray(writer, message.leaderEndpoints, version);
  }
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
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
  const flexible = version >= 1;
  const message: TopicData = {
    topicName: reader.string(flexible),
    partitions: readPartitionDataArray(reader, version),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTopicData(writer: Writer, message: TopicData, version: number): void {
  const flexible = version >= 1;
  writer.string(message.topicName, flexible);
  writePartitionDataArray(writer, message.partitions, version);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTopicDataArray(reader: Reader, version: number): TopicData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 3);
  const elements: TopicData[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicData(reader, version));
  return elements;
}

function writeTopicDataArray(
  writer: Writer,
  elements: readonly TopicData[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTopicData(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  voterDirectoryId = ZERO_UUID,
  leaderId = 0,
  leaderEpoch = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partitionIndex, voterDirectoryId, leaderId, leaderEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    voterDirectoryId: version >= 1 ? reader.uuid() : ZERO_UUID,
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  if (version >= 1) {
    writer.uuid(message.voterDirectoryId);
  }
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 12);
  const elements: PartitionData[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionData(reader, version));
  return elements;
}

function writePartitionDataArray(
  writer: Writer,
  elements: readonly PartitionData[],
  version: number,
): void {
  const flexible = version >= 1;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writePartitionData(writer, element, version);
}

export function createLeaderEndpoint({
  name = '',
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<LeaderEndpoint> = {}): LeaderEndpoint {
  const message: LeaderEndpoint = { name, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLeaderEndpoint(reader: Reader, version: number): LeaderEndpoint {
  const message: LeaderEndpoint = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeLeaderEndpoint(writer: Writer, message: LeaderEndpoint, version: number): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readLeaderEndpointArray(reader: Reader, version: number): LeaderEndpoint[] {
  const length = reader.arrayLength(true, 5);
  const elements: LeaderEndpoint[] = [];
  for (let i = 0; i < length; i++) elements.push(readLeaderEndpoint(reader, version));
  return elements;
}

function writeLeaderEndpointArray(
  writer: Writer,
  elements: readonly LeaderEndpoint[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeLeaderEndpoint(writer, element, version);
}

