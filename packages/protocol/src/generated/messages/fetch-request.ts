// FetchRequest: request of API 1; version 4 to 18, flexible from 12.
// Generated from schema/messages/fetch-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface FetchRequest {
  /** version 12+, tag 0, default null */
  clusterId: string | null;
  /** version 4-14, default -1 */
  replicaId: number;
  /** version 15+, tag 1 */
  replicaState: ReplicaState;
  maxWaitMs: number;
  minBytes: number;
  /** default 2147483647 */
  maxBytes: number;
  /** default 0 */
  isolationLevel: number;
  /** version 7+, default 0 */
  sessionId: number;
  /** version 7+, default -1 */
  sessionEpoch: number;
  topics: readonly FetchTopic[];
  /** version 7+ */
  forgottenTopicsData: readonly ForgottenTopic[];
  /** version 11+ */
  rackId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReplicaState {
  /** default -1 */
  replicaId: number;
  /** default -1 */
  replicaEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FetchTopic {
  /** version 4-12 */
  topic: string;
  /** version 13+ */
  topicId: string;
  partitions: readonly FetchPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FetchPartition {
  partition: number;
  /** version 9+, default -1 */
  currentLeaderEpoch: number;
  fetchOffset: number;
  /** version 12+, default -1 */
  lastFetchedEpoch: number;
  /** version 5+, default -1 */
  logStartOffset: number;
  partitionMaxBytes: number;
  /** version 17+, tag 0 */
  replicaDirectoryId: string;
  /** version 18, tag 1, default 9223372036854775807 */
  highWatermark: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ForgottenTopic {
  /** version 7-12 */
  topic: string;
  /** version 13+ */
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FetchRequest: MessageCodec<FetchRequest> = {
  name: 'FetchRequest',
  versions: [4, 18],
  flexibleFrom: 12,
  read: readFetchRequest,
  write: writeFetchRequest,
  create: createFetchRequest,
};

function createFetchRequest({
  clusterId = null,
  replicaId = -1,
  replicaState = createReplicaState(),
  maxWaitMs = 0,
  minBytes = 0,
  maxBytes = 2147483647,
  isolationLevel = 0,
  sessionId = 0,
  sessionEpoch = -1,
  topics = [],
  forgottenTopicsData = [],
  rackId = '',
  unknownTaggedFields,
}: Partial<FetchRequest> = {}): FetchRequest {
  const message: FetchRequest = {
    clusterId,
    replicaId,
    replicaState,
    maxWaitMs,
    minBytes,
    maxBytes,
    isolationLevel,
    sessionId,
    sessionEpoch,
    topics,
    forgottenTopicsData,
    rackId,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchRequest(reader: Reader, version: number): FetchRequest {
  checkVersion('FetchRequest', version, 4, 18);
  const flexible = version >= 12;
  const message: FetchRequest = {
    clusterId: null,
    replicaId: version <= 14 ? reader.int32() : -1,
    replicaState: createReplicaState(),
    maxWaitMs: reader.int32(),
    minBytes: reader.int32(),
    maxBytes: reader.int32(),
    isolationLevel: reader.int8(),
    sessionId: version >= 7 ? reader.int32() : 0,
    sessionEpoch: version >= 7 ? reader.int32() : -1,
    topics: readFetchTopicArray(reader, version),
    forgottenTopicsData: version >= 7 ? readForgottenTopicArray(reader, version) : [],
    rackId: version >= 11 ? reader.string(flexible) : '',
  };
  if (version >= 12) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0) message.clusterId = reader.nullableString(flexible);
      else if (tag === 1 && version >= 15) message.replicaState = readReplicaState(reader, version);
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFetchRequest(writer: Writer, message: FetchRequest, version: number): void {
  checkVersion('FetchRequest', version, 4, 18);
  const flexible = version >= 12;
  if (version <= 14) {
    writer.int32(message.replicaId);
  }
  if (version > 14 && message.replicaId !== -1) {
    throw unsupportedField('FetchRequest.replicaId', version);
  }
  if (version < 15 && !isDefaultReplicaState(message.replicaState)) {
    throw unsupportedField('FetchRequest.replicaState', version);
  }
  writer.int32(message.maxWaitMs);
  writer.int32(message.minBytes);
  writer.int32(message.maxBytes);
  writer.int8(message.isolationLevel);
  if (version >= 7) {
    writer.int32(message.sessionId);
  }
  if (version >= 7) {
    writer.int32(message.sessionEpoch);
  }
  writeFetchTopicArray(writer, message.topics, version);
  if (version >= 7) {
    writeForgottenTopicArray(writer, message.forgottenTopicsData, version);
  }
  if (version < 7 && message.forgottenTopicsData.length !== 0) {
    throw unsupportedField('FetchRequest.forgottenTopicsData', version);
  }
  if (version >= 11) {
    writer.string(message.rackId, flexible);
  }
  if (version >= 12) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasClusterId = message.clusterId !== null;
    if (hasClusterId) tagCount++;
    const hasReplicaState = version >= 15 && !isDefaultReplicaState(message.replicaState);
    if (hasReplicaState) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasClusterId) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writer.nullableString(message.clusterId, flexible);
      writer.closeTaggedField(opened);
    }
    if (hasReplicaState) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
      const opened = writer.openTaggedField(1);
      writeReplicaState(writer, message.replicaState, version);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

export function createReplicaState({
  replicaId = -1,
  replicaEpoch = -1,
  unknownTaggedFields,
}: Partial<ReplicaState> = {}): ReplicaState {
  const message: ReplicaState = { replicaId, replicaEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReplicaState(reader: Reader, version: number): ReplicaState {
  const message: ReplicaState = {
    replicaId: reader.int32(),
    replicaEpoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeReplicaState(writer: Writer, message: ReplicaState, version: number): void {
  writer.int32(message.replicaId);
  writer.int64(message.replicaEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function isDefaultReplicaState(message: ReplicaState): boolean {
  return (
    message.replicaId === -1 &&
    message.replicaEpoch === -1 &&
    message.unknownTaggedFields === undefined
  );
}

export function createFetchTopic({
  topic = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<FetchTopic> = {}): FetchTopic {
  const message: FetchTopic = { topic, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchTopic(reader: Reader, version: number): FetchTopic {
  const flexible = version >= 12;
  const message: FetchTopic = {
    topic: version <= 12 ? reader.string(flexible) : '',
    topicId: version >= 13 ? reader.uuid() : ZERO_UUID,
    partitions: readFetchPartitionArray(reader, version),
  };
  if (version >= 12) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFetchTopic(writer: Writer, message: FetchTopic, version: number): void {
  const flexible = version >= 12;
  if (version <= 12) {
    writer.string(message.topic, flexible);
  }
  if (version >= 13) {
    writer.uuid(message.topicId);
  }
  writeFetchPartitionArray(writer, message.partitions, version);
  if (version >= 12) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readFetchTopicArray(reader: Reader, version: number): FetchTopic[] {
  const flexible = version >= 12;
  const length = reader.arrayLength(flexible, 3);
  const elements: FetchTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readFetchTopic(reader, version));
  return elements;
}

function writeFetchTopicArray(
  writer: Writer,
  elements: readonly FetchTopic[],
  version: number,
): void {
  const flexible = version >= 12;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeFetchTopic(writer, element, version);
}

export function createFetchPartition({
  partition = 0,
  currentLeaderEpoch = -1,
  fetchOffset = 0,
  lastFetchedEpoch = -1,
  logStartOffset = -1,
  partitionMaxBytes = 0,
  replicaDirectoryId = ZERO_UUID,
  highWatermark = 2 ** 63,
  unknownTaggedFields,
}: Partial<FetchPartition> = {}): FetchPartition {
  const message: FetchPartition = {
    partition,
    currentLeaderEpoch,
    fetchOffset,
    lastFetchedEpoch,
    logStartOffset,
    partitionMaxBytes,
    replicaDirectoryId,
    highWatermark,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchPartition(reader: Reader, version: number): FetchPartition {
  const message: FetchPartition = {
    partition: reader.int32(),
    currentLeaderEpoch: version >= 9 ? reader.int32() : -1,
    fetchOffset: reader.int64(),
    lastFetchedEpoch: version >= 12 ? reader.int32() : -1,
    logStartOffset: version >= 5 ? reader.int64() : -1,
    partitionMaxBytes: reader.int32(),
    replicaDirectoryId: ZERO_UUID,
    highWatermark: 2 ** 63,
  };
  if (version >= 12) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0 && version >= 17) message.replicaDirectoryId = reader.uuid();
      else if (tag === 1 && version >= 18) message.highWatermark = reader.int64();
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFetchPartition(writer: Writer, message: FetchPartition, version: number): void {
  writer.int32(message.partition);
  if (version >= 9) {
    writer.int32(message.currentLeaderEpoch);
  }
  writer.int64(message.fetchOffset);
  if (version >= 12) {
    writer.int32(message.lastFetchedEpoch);
  }
  if (version < 12 && message.lastFetchedEpoch !== -1) {
    throw unsupportedField('FetchPartition.lastFetchedEpoch', version);
  }
  if (version >= 5) {
    writer.int64(message.logStartOffset);
  }
  writer.int32(message.partitionMaxBytes);
  if (version >= 12) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasReplicaDirectoryId = version >= 17 && message.replicaDirectoryId !== ZERO_UUID;
    if (hasReplicaDirectoryId) tagCount++;
    const hasHighWatermark = version >= 18 && message.highWatermark !== 2 ** 63;
    if (hasHighWatermark) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasReplicaDirectoryId) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writer.uuid(message.replicaDirectoryId);
      writer.closeTaggedField(opened);
    }
    if (hasHighWatermark) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
      const opened = writer.openTaggedField(1);
      writer.int64(message.highWatermark);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

function readFetchPartitionArray(reader: Reader, version: number): FetchPartition[] {
  const flexible = version >= 12;
  const length = reader.arrayLength(flexible, 16);
  const elements: FetchPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readFetchPartition(reader, version));
  return elements;
}

function writeFetchPartitionArray(
  writer: Writer,
  elements: readonly FetchPartition[],
  version: number,
): void {
  const flexible = version >= 12;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeFetchPartition(writer, element, version);
}

export function createForgottenTopic({
  topic = '',
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ForgottenTopic> = {}): ForgottenTopic {
  const message: ForgottenTopic = { topic, topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readForgottenTopic(reader: Reader, version: number): ForgottenTopic {
  const flexible = version >= 12;
  const message: ForgottenTopic = {
    topic: version <= 12 ? reader.string(flexible) : '',
    topicId: version >= 13 ? reader.uuid() : ZERO_UUID,
    partitions: reader.int32Array(flexible),
  };
  if (version >= 12) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeForgottenTopic(writer: Writer, message: ForgottenTopic, version: number): void {
  const flexible = version >= 12;
  if (version <= 12) {
    writer.string(message.topic, flexible);
  }
  if (version >= 13) {
    writer.uuid(message.topicId);
  }
  writer.int32Array(message.partitions, flexible);
  if (version >= 12) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readForgottenTopicArray(reader: Reader, version: number): ForgottenTopic[] {
  const flexible = version >= 12;
  const length = reader.arrayLength(flexible, 3);
  const elements: ForgottenTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readForgottenTopic(reader, version));
  return elements;
}

function writeForgottenTopicArray(
  writer: Writer,
  elements: readonly ForgottenTopic[],
  version: number,
): void {
  const flexible = version >= 12;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeForgottenTopic(writer, element, version);
}

