// EndQuorumEpochRequest: request of API 54; version 0 to 1, flexible from 1.
// Generated from schema/messages/end-quorum-epoch-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EndQuorumEpochRequest {
  /** default null */
  clusterId: string | null;
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
  leaderId: number;
  leaderEpoch: number;
  /** version 0 */
  preferredSuccessors: readonly number[];
  /** version 1 */
  preferredCandidates: readonly ReplicaInfo[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReplicaInfo {
  candidateId: number;
  candidateDirectoryId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderEndpoint {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const EndQuorumEpochRequest: MessageCodec<EndQuorumEpochRequest> = {
  name: 'EndQuorumEpochRequest',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readEndQuorumEpochRequest,
  write: writeEndQuorumEpochRequest,
  create: createEndQuorumEpochRequest,
};

function createEndQuorumEpochRequest({
  clusterId = null,
  topics = [],
  leaderEndpoints = [],
  unknownTaggedFields,
}: Partial<EndQuorumEpochRequest> = {}): EndQuorumEpochRequest {
  const message: EndQuorumEpochRequest = { clusterId, topics, leaderEndpoints };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndQuorumEpochRequest(reader: Reader, version: number): EndQuorumEpochRequest {
  checkVersion('EndQuorumEpochRequest', version, 0, 1);
  const flexible = version >= 1;
  const message: EndQuorumEpochRequest = {
    clusterId: reader.nullableString(flexible),
    topics: readTopicDataArray(reader, version),
    leaderEndpoints: version >= 1 ? readLeaderEndpointArray(reader, version) : [],
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEndQuorumEpochRequest(
  writer: Writer,
  message: EndQuorumEpochRequest,
  version: number,
): void {
  checkVersion('EndQuorumEpochRequest', version, 0, 1);
  const flexible = version >= 1;
  writer.nullableString(message.clusterId, flexible);
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
  leaderId = 0,
  leaderEpoch = 0,
  preferredSuccessors = [],
  preferredCandidates = [],
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    leaderId,
    leaderEpoch,
    preferredSuccessors,
    preferredCandidates,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const flexible = version >= 1;
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    preferredSuccessors: version <= 0 ? reader.int32Array(flexible) : [],
    preferredCandidates: version >= 1 ? readReplicaInfoArray(reader, version) : [],
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  const flexible = version >= 1;
  writer.int32(message.partitionIndex);
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  if (version <= 0) {
    writer.int32Array(message.preferredSuccessors, flexible);
  }
  if (version >= 1) {
    writeReplicaInfoArray(writer, message.preferredCandidates, version);
  }
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const flexible = version >= 1;
  const length = reader.arrayLength(flexible, 14);
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

export function createReplicaInfo({
  candidateId = 0,
  candidateDirectoryId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<ReplicaInfo> = {}): ReplicaInfo {
  const message: ReplicaInfo = { candidateId, candidateDirectoryId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReplicaInfo(reader: Reader, version: number): ReplicaInfo {
  const message: ReplicaInfo = {
    candidateId: reader.int32(),
    candidateDirectoryId: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReplicaInfo(writer: Writer, message: ReplicaInfo, version: number): void {
  writer.int32(message.candidateId);
  writer.uuid(message.candidateDirectoryId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readReplicaInfoArray(reader: Reader, version: number): ReplicaInfo[] {
  const length = reader.arrayLength(true, 21);
  const elements: ReplicaInfo[] = [];
  for (let i = 0; i < length; i++) elements.push(readReplicaInfo(reader, version));
  return elements;
}

function writeReplicaInfoArray(
  writer: Writer,
  elements: readonly ReplicaInfo[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeReplicaInfo(writer, element, version);
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

