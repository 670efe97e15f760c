// ShareFetchRequest: request of API 78; version 1 to 2, flexible from 0.
// Generated from schema/messages/share-fetch-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareFetchRequest {
  /** default null */
  groupId: string | null;
  memberId: string | null;
  shareSessionEpoch: number;
  maxWaitMs: number;
  minBytes: number;
  /** default 2147483647 */
  maxBytes: number;
  maxRecords: number;
  batchSize: number;
  /** version 2, default 0 */
  shareAcquireMode: number;
  /** version 2, default false */
  isRenewAck: boolean;
  topics: readonly FetchTopic[];
  forgottenTopicsData: readonly ForgottenTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FetchTopic {
  topicId: string;
  partitions: readonly FetchPartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FetchPartition {
  partitionIndex: number;
  acknowledgementBatches: readonly AcknowledgementBatch[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AcknowledgementBatch {
  firstOffset: number;
  lastOffset: number;
  acknowledgeTypes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ForgottenTopic {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareFetchRequest: MessageCodec<ShareFetchRequest> = {
  name: 'ShareFetchRequest',
  versions: [1, 2],
  flexibleFrom: 0,
  read: readShareFetchRequest,
  write: writeShareFetchRequest,
  create: createShareFetchRequest,
};

function createShareFetchRequest({
  groupId = null,
  memberId = '',
  shareSessionEpoch = 0,
  maxWaitMs = 0,
  minBytes = 0,
  maxBytes = 2147483647,
  maxRecords = 0,
  batchSize = 0,
  shareAcquireMode = 0,
  isRenewAck = false,
  topics = [],
  forgottenTopicsData = [],
  unknownTaggedFields,
}: Partial<ShareFetchRequest> = {}): ShareFetchRequest {
  const message: ShareFetchRequest = {
    groupId,
    memberId,
    shareSessionEpoch,
    maxWaitMs,
    minBytes,
    maxBytes,
    maxRecords,
    batchSize,
    shareAcquireMode,
    isRenewAck,
    topics,
    forgottenTopicsData,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareFetchRequest(reader: Reader, version: number): ShareFetchRequest {
  checkVersion('ShareFetchRequest', version, 1, 2);
  const message: ShareFetchRequest = {
    groupId: reader.nullableString(true),
    memberId: reader.nullableString(true),
    shareSessionEpoch: reader.int32(),
    maxWaitMs: reader.int32(),
    minBytes: reader.int32(),
    maxBytes: reader.int32(),
    maxRecords: reader.int32(),
    batchSize: reader.int32(),
    shareAcquireMode: version >= 2 ? reader.int8() : 0,
    isRenewAck: version >= 2 ? reader.boolean() : false,
    topics: readFetchTopicArray(reader, version),
    forgottenTopicsData: readForgottenTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareFetchRequest(writer: Writer, message: ShareFetchRequest, version: number): void {
  checkVersion('ShareFetchRequest', version, 1, 2);
  writer.nullableString(message.groupId, true);
  writer.nullableString(message.memberId, true);
  writer.int32(message.shareSessionEpoch);
  writer.int32(message.maxWaitMs);
  writer.int32(message.minBytes);
  writer.int32(message.maxBytes);
  writer.int32(message.maxRecords);
  writer.int32(message.batchSize);
  if (version >= 2) {
    writer.int8(message.shareAcquireMode);
  }
  if (version >= 2) {
    writer.boolean(message.isRenewAck);
  }
  if (version < 2 && message.isRenewAck) {
    throw unsupportedField('ShareFetchRequest.isRenewAck', version);
  }
  writeFetchTopicArray(writer, message.topics, version);
  writeForgottenTopicArray(writer, message.forgottenTopicsData, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createFetchTopic({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<FetchTopic> = {}): FetchTopic {
  const message: FetchTopic = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchTopic(reader: Reader, version: number): FetchTopic {
  const message: FetchTopic = {
    topicId: reader.uuid(),
    partitions: readFetchPartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFetchTopic(writer: Writer, message: FetchTopic, version: number): void {
  writer.uuid(message.topicId);
  writeFetchPartitionArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readFetchTopicArray(reader: Reader, version: number): FetchTopic[] {
  const length = reader.arrayLength(true, 18);
  const elements: FetchTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readFetchTopic(reader, version));
  return elements;
}

function writeFetchTopicArray(
  writer: Writer,
  elements: readonly FetchTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeFetchTopic(writer, element, version);
}

export function createFetchPartition({
  partitionIndex = 0,
  acknowledgementBatches = [],
  unknownTaggedFields,
}: Partial<FetchPartition> = {}): FetchPartition {
  const message: FetchPartition = { partitionIndex, acknowledgementBatches };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFetchPartition(reader: Reader, version: number): FetchPartition {
  const message: FetchPartition = {
    partitionIndex: reader.int32(),
    acknowledgementBatches: readAcknowledgementBatchArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFetchPartition(writer: Writer, message: FetchPartition, version: number): void {
  writer.int32(message.partitionIndex);
  writeAcknowledgementBatchArray(writer, message.acknowledgementBatches, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readFetchPartitionArray(reader: Reader, version: number): FetchPartition[] {
  const length = reader.arrayLength(true, 6);
  const elements: FetchPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readFetchPartition(reader, version));
  return elements;
}

function writeFetchPartitionArray(
  writer: Writer,
  elements: readonly FetchPartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeFetchPartition(writer, element, version);
}

export function createAcknowledgementBatch({
  firstOffset = 0,
  lastOffset = 0,
  acknowledgeTypes = [],
  unknownTaggedFields,
}: Partial<AcknowledgementBatch> = {}): AcknowledgementBatch {
  const message: AcknowledgementBatch = { firstOffset, lastOffset, acknowledgeTypes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAcknowledgementBatch(reader: Reader, version: number): AcknowledgementBatch {
  const message: AcknowledgementBatch = {
    firstOffset: reader.int64(),
    lastOffset: reader.int64(),
    acknowledgeTypes: reader.int8Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAcknowledgementBatch(
  writer: Writer,
  message: AcknowledgementBatch,
  version: number,
): void {
  writer.int64(message.firstOffset);
  writer.int64(message.lastOffset);
  writer.int8Array(message.acknowledgeTypes, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAcknowledgementBatchArray(reader: Reader, version: number): AcknowledgementBatch[] {
  const length = reader.arrayLength(true, 18);
  const elements: AcknowledgementBatch[] = [];
  for (let i = 0; i < length; i++) elements.push(readAcknowledgementBatch(reader, version));
  return elements;
}

function writeAcknowledgementBatchArray(
  writer: Writer,
  elements: readonly AcknowledgementBatch[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAcknowledgementBatch(writer, element, version);
}

export function createForgottenTopic({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<ForgottenTopic> = {}): ForgottenTopic {
  const message: ForgottenTopic = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readForgottenTopic(reader: Reader, version: number): ForgottenTopic {
  const message: ForgottenTopic = {
    topicId: reader.uuid(),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeForgottenTopic(writer: Writer, message: ForgottenTopic, version: number): void {
  writer.uuid(message.topicId);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readForgottenTopicArray(reader: Reader, version: number): ForgottenTopic[] {
  const length = reader.arrayLength(true, 18);
  const elements: ForgottenTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readForgottenTopic(reader, version));
  return elements;
}

function writeForgottenTopicArray(
  writer: Writer,
  elements: readonly ForgottenTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeForgottenTopic(writer, element, version);
}

