// FetchResponse: response of API 1; version 4 to 18, flexible from 12.
// Generated from schema/messages/fetch-response.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type RecordBytes } from '../../record-bytes.ts';
import { type Writer } from '../../writer.ts';

export interface FetchResponse {
  throttleTimeMs: number;
  /** version 7+ */
  errorCode: number;
  /** version 7+, default 0 */
  sessionId: number;
  responses: readonly FetchableTopicResponse[];
  /** version 16+, tag 0 */
  nodeEndpoints: readonly NodeEndpoint[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FetchableTopicResponse {
  /** version 4-12 */
  topic: string;
  /** version 13+ */
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  errorCode: number;
  highWatermark: number;
  /** default -1 */
  lastStableOffset: number;
  /** version 5+, default -1 */
  logStartOffset: number;
  /** version 12+, tag 0 */
  divergingEpoch: EpochEndOffset;
  /** version 12+, tag 1 */
  currentLeader: LeaderIdAndEpoch;
  /** version 12+, tag 2 */
  snapshotId: SnapshotId;
  abortedTransactions: readonly AbortedTransaction[] | null;
  /** version 11+, default -1 */
  preferredReadReplica: number;
  records: RecordBytes | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EpochEndOffset {
  /** default -1 */
  epoch: number;
  /** default -1 */
  endOffset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderIdAndEpoch {
  /** default -1 */
  leaderId: number;
  /** default -1 */
  leaderEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface SnapshotId {
  /** default -1 */
  endOffset: number;
  /** default -1 */
  epoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AbortedTransaction {
  producerId: number;
  firstOffset: number;
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

export const FetchResponse: MessageCodec<FetchResponse> = {
  name: 'FetchResponse',
  versions: [4, 18],
  flexibleFrom: 12,
  read: readFetchResponse,
  write: writeFetchResponse,
  create: createFetchResponse,
};

function createFetchResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  sessionId = 0,
  responses = [],
  nodeEndpoints = [],
  unknownTaggedFields,
}: Partial<FetchResponse> = {}): FetchResponse {
  const message: FetchResponse = { throttleTimeMs, errorCode, sessionId, responses, nodeEndpoints };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchResponse(reader: Reader, version: number): FetchResponse {
  checkVersion('FetchResponse', version, 4, 18);
  const message: FetchResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: version >= 7 ? reader.int16() : 0,
    sessionId: version >= 7 ? reader.int32() : 0,
    responses: readFetchableTopicResponseArray(reader, version),
    nodeEndpoints: [],
  };
  if (version >= 12) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0 && version >= 16) message.nodeEndpoints = readNodeEndpointArray(reader, version);
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFetchResponse(writer: Writer, message: FetchResponse, version: number): void {
  checkVersion('FetchResponse', version, 4, 18);
  writer.int32(message.throttleTimeMs);
  if (version >= 7) {
    writer.int16(message.errorCode);
  }
  if (version >= 7) {
    writer.int32(message.sessionId);
  }
  if (version < 7 && message.sessionId !== 0) {
    throw unsupportedField('FetchResponse.sessionId', version);
  }
  writeFetchableTopicResponseArray(writer, message.responses, version);
  if (version < 16 && message.nodeEndpoints.length !== 0) {
    throw unsupportedField('FetchResponse.nodeEndpoints', version);
  }
  if (version >= 12) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasNodeEndpoints = version >= 16 && message.nodeEndpoints.length !== 0;
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
}

export function createFetchableTopicResponse({
  topic = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<FetchableTopicResponse> = {}): FetchableTopicResponse {
  const message: FetchableTopicResponse = { topic, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchableTopicResponse(reader: Reader, version: number): FetchableTopicResponse {
  const flexible = version >= 12;
  const message: FetchableTopicResponse = {
    topic: version <= 12 ? reader.string(flexible) : '',
    topicId: version >= 13 ? reader.uuid() : ZERO_UUID,
    partitions: readPartitionDataArray(reader, version),
  };
  if (version >= 12) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFetchableTopicResponse(
  writer: Writer,
  message: FetchableTopicResponse,
  version: number,
): void {
  const flexible = version >= 12;
  if (version <= 12) {
    writer.string(message.topic, flexible);
  }
  if (version >= 13) {
    writer.uuid(message.topicId);
  }
  writePartitionDataArray(writer, message.partitions, version);
  if (version >= 12) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readFetchableTopicResponseArray(
  reader: Reader,
  version: number,
): FetchableTopicResponse[] {
  const flexible = version >= 12;
  const length = reader.arrayLength(flexible, 3);
  const elements: FetchableTopicResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readFetchableTopicResponse(reader, version));
  return elements;
}

function writeFetchableTopicResponseArray(
  writer: Writer,
  elements: readonly FetchableTopicResponse[],
  version: number,
): void {
  const flexible = version >= 12;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeFetchableTopicResponse(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  errorCode = 0,
  highWatermark = 0,
  lastStableOffset = -1,
  logStartOffset = -1,
  divergingEpoch = createEpochEndOffset(),
  currentLeader = createLeaderIdAndEpoch(),
  snapshotId = createSnapshotId(),
  abortedTransactions = [],
  preferredReadReplica = -1,
  records = null,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    errorCode,
    highWatermark,
    lastStableOffset,
    logStartOffset,
    divergingEpoch,
    currentLeader,
    snapshotId,
    abortedTransactions,
    preferredReadReplica,
    records,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const flexible = version >= 12;
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    highWatermark: reader.int64(),
    lastStableOffset: reader.int64(),
    logStartOffset: version >= 5 ? reader.int64() : -1,
    divergingEpoch: createEpochEndOffset(),
    currentLeader: createLeaderIdAndEpoch(),
    snapshotId: createSnapshotId(),
    abortedTransactions: readNullableAbortedTransactionArray(reader, version),
    preferredReadReplica: version >= 11 ? reader.int32() : -1,
    records: reader.nullableBytes(flexible),
  };
  if (version >= 12) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0) message.divergingEpoch = readEpochEndOffset(reader, version);
      else if (tag === 1) message.currentLeader = readLeaderIdAndEpoch(reader, version);
      else if (tag === 2) message.snapshotId = readSnapshotId(reader, version);
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  const flexible = version >= 12;
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.int64(message.highWatermark);
  writer.int64(message.lastStableOffset);
  if (version >= 5) {
    writer.int64(message.logStartOffset);
  }
  if (version < 12 && !isDefaultEpochEndOffset(message.divergingEpoch)) {
    throw unsupportedField('PartitionData.divergingEpoch', version);
  }
  if (version < 12 && !isDefaultLeaderIdAndEpoch(message.currentLeader)) {
    throw unsupportedField('PartitionData.currentLeader', version);
  }
  if (version < 12 && !isDefaultSnapshotId(message.snapshotId)) {
    throw unsupportedField('PartitionData.snapshotId', version);
  }
  writeNullableAbortedTransactionArray(writer, message.abortedTransactions, version);
  if (version >= 11) {
    writer.int32(message.preferredReadReplica);
  }
  if (version < 11 && message.preferredReadReplica !== -1) {
    throw unsupportedField('PartitionData.preferredReadReplica', version);
  }
  writer.nullableRecords(message.records, flexible);
  if (version >= 12) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasDivergingEpoch = !isDefaultEpochEndOffset(message.divergingEpoch);
    if (hasDivergingEpoch) tagCount++;
    const hasCurrentLeader = !isDefaultLeaderIdAndEpoch(message.currentLeader);
    if (hasCurrentLeader) tagCount++;
    const hasSnapshotId = !isDefaultSnapshotId(message.snapshotId);
    if (hasSnapshotId) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasDivergingEpoch) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writeEpochEndOffset(writer, message.divergingEpoch, version);
      writer.closeTaggedField(opened);
    }
    if (hasCurrentLeader) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
      const opened = writer.openTaggedField(1);
      writeLeaderIdAndEpoch(writer, message.currentLeader, version);
      writer.closeTaggedField(opened);
    }
    if (hasSnapshotId) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 2);
      const opened = writer.openTaggedField(2);
      writeSnapshotId(writer, message.snapshotId, version);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const flexible = version >= 12;
  const length = reader.arrayLength(flexible, 30);
  const elements: PartitionData[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionData(reader, version));
  return elements;
}

function writePartitionDataArray(
  writer: Writer,
  elements: readonly PartitionData[],
  version: number,
): void {
  const flexible = version >= 12;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writePartitionData(writer, element, version);
}

export function createEpochEndOffset({
  epoch = -1,
  endOffset = -1,
  unknownTaggedFields,
}: Partial<EpochEndOffset> = {}): EpochEndOffset {
  const message: EpochEndOffset = { epoch, endOffset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEpochEndOffset(reader: Reader, version: number): EpochEndOffset {
  const message: EpochEndOffset = {
    epoch: reader.int32(),
    endOffset: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEpochEndOffset(writer: Writer, message: EpochEndOffset, version: number): void {
  writer.int32(message.epoch);
  writer.int64(message.endOffset);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function isDefaultEpochEndOffset(message: EpochEndOffset): boolean {
  return (
    message.epoch === -1 &&
    message.endOffset === -1 &&
    message.unknownTaggedFields === undefined
  );
}

export function createLeaderIdAndEpoch({
  leaderId = -1,
  leaderEpoch = -1,
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

function isDefaultLeaderIdAndEpoch(message: LeaderIdAndEpoch): boolean {
  return (
    message.leaderId === -1 &&
    message.leaderEpoch === -1 &&
    message.unknownTaggedFields === undefined
  );
}

export function createSnapshotId({
  endOffset = -1,
  epoch = -1,
  unknownTaggedFields,
}: Partial<SnapshotId> = {}): SnapshotId {
  const message: SnapshotId = { endOffset, epoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSnapshotId(reader: Reader, version: number): SnapshotId {
  const message: SnapshotId = {
    endOffset: reader.int64(),
    epoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSnapshotId(writer: Writer, message: SnapshotId, version: number): void {
  writer.int64(message.endOffset);
  writer.int32(message.epoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function isDefaultSnapshotId(message: SnapshotId): boolean {
  return (
    message.endOffset === -1 &&
    message.epoch === -1 &&
    message.unknownTaggedFields === undefined
  );
}

export function createAbortedTransaction({
  producerId = 0,
  firstOffset = 0,
  unknownTaggedFields,
}: Partial<AbortedTransaction> = {}): AbortedTransaction {
  const message: AbortedTransaction = { producerId, firstOffset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAbortedTransaction(reader: Reader, version: number): AbortedTransaction {
  const message: AbortedTransaction = {
    producerId: reader.int64(),
    firstOffset: reader.int64(),
  };
  if (version >= 12) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAbortedTransaction(
  writer: Writer,
  message: AbortedTransaction,
  version: number,
): void {
  writer.int64(message.producerId);
  writer.int64(message.firstOffset);
  if (version >= 12) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readNullableAbortedTransactionArray(
  reader: Reader,
  version: number,
): AbortedTransaction[] | null {
  const flexible = version >= 12;
  const length = reader.nullableArrayLength(flexible, 16);
  if (length < 0) return null;
  const elements: AbortedTransaction[] = [];
  for (let i = 0; i < length; i++) elements.push(readAbortedTransaction(reader, version));
  return elements;
}

function writeNullableAbortedTransactionArray(
  writer: Writer,
  elements: readonly AbortedTransaction[] | null,
  version: number,
): void {
  const flexible = version >= 12;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeAbortedTransaction(writer, element, version);
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

