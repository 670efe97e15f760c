// ShareAcknowledgeResponse: response of API 79; version 1 to 2, flexible from 0.
// Generated from schema/messages/share-acknowledge-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareAcknowledgeResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  /** version 2 */
  acquisitionLockTimeoutMs: number;
  responses: readonly ShareAcknowledgeTopicResponse[];
  nodeEndpoints: readonly NodeEndpoint[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ShareAcknowledgeTopicResponse {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  currentLeader: LeaderIdAndEpoch;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface NodeEndpoint {
  nodeId: number;
  host: string;
  port: number;
  /** default null */
  rack: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareAcknowledgeResponse: MessageCodec<ShareAcknowledgeResponse> = {
  name: 'ShareAcknowledgeResponse',
  versions: [1, 2],
  flexibleFrom: 0,
  read: readShareAcknowledgeResponse,
  write: writeShareAcknowledgeResponse,
  create: createShareAcknowledgeResponse,
};

function createShareAcknowledgeResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  acquisitionLockTimeoutMs = 0,
  responses = [],
  nodeEndpoints = [],
  unknownTaggedFields,
}: Partial<ShareAcknowledgeResponse> = {}): ShareAcknowledgeResponse {
  const message: ShareAcknowledgeResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    acquisitionLockTimeoutMs,
    responses,
    nodeEndpoints,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareAcknowledgeResponse(reader: Reader, version: number): ShareAcknowledgeResponse {
  checkVersion('ShareAcknowledgeResponse', version, 1, 2);
  const message: ShareAcknowledgeResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    acquisitionLockTimeoutMs: version >= 2 ? reader.int32() : 0,
    responses: readShareAcknowledgeTopicResponseArray(reader, version),
    nodeEndpoints: readNodeEndpointArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareAcknowledgeResponse(
  writer: Writer,
  message: ShareAcknowledgeResponse,
  version: number,
): void {
  checkVersion('ShareAcknowledgeResponse', version, 1, 2);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  if (version >= 2) {
    writer.int32(message.acquisitionLockTimeoutMs);
  }
  writeShareAcknowledgeTopicResponseArray(writer, message.responses, version);
  writeNodeEndpointArray(writer, message.nodeEndpoints, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createShareAcknowledgeTopicResponse({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ShareAcknowledgeTopicResponse> = {}): ShareAcknowledgeTopicResponse {
  const message: ShareAcknowledgeTopicResponse = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareAcknowledgeTopicResponse(
  reader: Reader,
  version: number,
): ShareAcknowledgeTopicResponse {
  const message: ShareAcknowledgeTopicResponse = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareAcknowledgeTopicResponse(
  writer: Writer,
  message: ShareAcknowledgeTopicResponse,
  version: number,
): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readShareAcknowledgeTopicResponseArray(
  reader: Reader,
  version: number,
): ShareAcknowledgeTopicResponse[] {
  const length = reader.arrayLength(true, 18);
  const elements: ShareAcknowledgeTopicResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readShareAcknowledgeTopicResponse(reader, version));
  return elements;
}

function writeShareAcknowledgeTopicResponseArray(
  writer: Writer,
  elements: readonly ShareAcknowledgeTopicResponse[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeShareAcknowledgeTopicResponse(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  errorCode = 0,
  errorMessage = null,
  currentLeader = createLeaderIdAndEpoch(),
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partitionIndex, errorCode, errorMessage, currentLeader };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    currentLeader: readLeaderIdAndEpoch(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeLeaderIdAndEpoch(writer, message.currentLeader, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 17);
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

export function createLeaderIdAndEpoch({
  leaderId = 0,
  leaderEpoch = 0,
  unknownTaggedFields,
}: Partial<LeaderIdAndEpoch> = {}): LeaderIdAndEpoch {
  const message: LeaderIdAndEpoch = { leaderId, leaderEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLeaderIdAndEpoch(reader: Reader, version: number): LeaderIdAndEpoch {
  const message: LeaderIdAndEpoch = {
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeLeaderIdAndEpoch(writer: Writer, message: LeaderIdAndEpoch, version: number): void {
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createNodeEndpoint({
  nodeId = 0,
  host = '',
  port = 0,
  rack = null,
  unknownTaggedFields,
}: Partial<NodeEndpoint> = {}): NodeEndpoint {
  const message: NodeEndpoint = { nodeId, host, port, rack };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readNodeEndpoint(reader: Reader, version: number): NodeEndpoint {
  const message: NodeEndpoint = {
    nodeId: reader.int32(),
    host: reader.string(true),
    port: reader.int32(),
    rack: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeNodeEndpoint(writer: Writer, message: NodeEndpoint, version: number): void {
  writer.int32(message.nodeId);
  writer.string(message.host, true);
  writer.int32(message.port);
  writer.nullableString(message.rack, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNodeEndpointArray(reader: Reader, version: number): NodeEndpoint[] {
  const length = reader.arrayLength(true, 11);
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

