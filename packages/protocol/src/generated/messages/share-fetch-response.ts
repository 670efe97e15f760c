// ShareFetchResponse: response of API 78; version 1 to 2, flexible from 0.
// Generated from schema/messages/share-fetch-response.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type RecordBytes } from '../../record-bytes.ts';
import { type Writer } from '../../writer.ts';

export interface ShareFetchResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  acquisitionLockTimeoutMs: number;
  responses: readonly ShareFetchableTopicResponse[];
  nodeEndpoints: readonly NodeEndpoint[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ShareFetchableTopicResponse {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  acknowledgeErrorCode: number;
  /** default null */
  acknowledgeErrorMessage: string | null;
  currentLeader: LeaderIdAndEpoch;
  records: RecordBytes;
  acquiredRecords: readonly AcquiredRecords[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderIdAndEpoch {
  leaderId: number;
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AcquiredRecords {
  firstOffset: number;
  lastOffset: number;
  deliveryCount: number;
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

export const ShareFetchResponse: MessageCodec<ShareFetchResponse> = {
  name: 'ShareFetchResponse',
  versions: [1, 2],
  flexibleFrom: 0,
  read: readShareFetchResponse,
  write: writeShareFetchResponse,
  create: createShareFetchResponse,
};

function createShareFetchResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  acquisitionLockTimeoutMs = 0,
  responses = [],
  nodeEndpoints = [],
  unknownTaggedFields,
}: Partial<ShareFetchResponse> = {}): ShareFetchResponse {
  const message: ShareFetchResponse = {
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

function readShareFetchResponse(reader: Reader, version: number): ShareFetchResponse {
  checkVersion('ShareFetchResponse', version, 1, 2);
  const message: ShareFetchResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    acquisitionLockTimeoutMs: reader.int32(),
    responses: readShareFetchableTopicResponseArray(reader, version),
    nodeEndpoints: readNodeEndpointArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareFetchResponse(
  writer: Writer,
  message: ShareFetchResponse,
  version: number,
): void {
  checkVersion('ShareFetchResponse', version, 1, 2);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.int32(message.acquisitionLockTimeoutMs);
  writeShareFetchableTopicResponseArray(writer, message.responses, version);
  writeNodeEndpointArray(writer, message.nodeEndpoints, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createShareFetchableTopicResponse({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ShareFetchableTopicResponse> = {}): ShareFetchableTopicResponse {
  const message: ShareFetchableTopicResponse = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareFetchableTopicResponse(
  reader: Reader,
  version: number,
): ShareFetchableTopicResponse {
  const message: ShareFetchableTopicResponse = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareFetchableTopicResponse(
  writer: Writer,
  message: ShareFetchableTopicResponse,
  version: number,
): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readShareFetchableTopicResponseArray(
  reader: Reader,
  version: number,
): ShareFetchableTopicResponse[] {
  const length = reader.arrayLength(true, 18);
  const elements: ShareFetchableTopicResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readShareFetchableTopicResponse(reader, version));
  return elements;
}

function writeShareFetchableTopicResponseArray(
  writer: Writer,
  elements: readonly ShareFetchableTopicResponse[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeShareFetchableTopicResponse(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  errorCode = 0,
  errorMessage = null,
  acknowledgeErrorCode = 0,
  acknowledgeErrorMessage = null,
  currentLeader = createLeaderIdAndEpoch(),
  records = EMPTY_BYTES,
  acquiredRecords = [],
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    errorCode,
    errorMessage,
    acknowledgeErrorCode,
    acknowledgeErrorMessage,
    currentLeader,
    records,
    acquiredRecords,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    acknowledgeErrorCode: reader.int16(),
    acknowledgeErrorMessage: reader.nullableString(true),
    currentLeader: readLeaderIdAndEpoch(reader, version),
    records: reader.bytes(true),
    acquiredRecords: readAcquiredRecordsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.int16(message.acknowledgeErrorCode);
  writer.nullableString(message.acknowledgeErrorMessage, true);
  writeLeaderIdAndEpoch(writer, message.currentLeader, version);
  writer.records(message.records, true);
  writeAcquiredRecordsArray(writer, message.acquiredRecords, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 22);
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

export function createAcquiredRecords({
  firstOffset = 0,
  lastOffset = 0,
  deliveryCount = 0,
  unknownTaggedFields,
}: Partial<AcquiredRecords> = {}): AcquiredRecords {
  const message: AcquiredRecords = { firstOffset, lastOffset, deliveryCount };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAcquiredRecords(reader: Reader, version: number): AcquiredRecords {
  const message: AcquiredRecords = {
    firstOffset: reader.int64(),
    lastOffset: reader.int64(),
    deliveryCount: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAcquiredRecords(writer: Writer, message: AcquiredRecords, version: number): void {
  writer.int64(message.firstOffset);
  writer.int64(message.lastOffset);
  writer.int16(message.deliveryCount);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAcquiredRecordsArray(reader: Reader, version: number): AcquiredRecords[] {
  const length = reader.arrayLength(true, 19);
  const elements: AcquiredRecords[] = [];
  for (let i = 0; i < length; i++) elements.push(readAcquiredRecords(reader, version));
  return elements;
}

function writeAcquiredRecordsArray(
  writer: Writer,
  elements: readonly AcquiredRecords[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAcquiredRecords(writer, element, version);
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

