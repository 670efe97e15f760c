// ShareAcknowledgeRequest: request of API 79; version 1 to 2, flexible from 0.
// Generated from schema/messages/share-acknowledge-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareAcknowledgeRequest {
  /** default null */
  groupId: string | null;
  memberId: string | null;
  shareSessionEpoch: number;
  /** version 2, default false */
  isRenewAck: boolean;
  topics: readonly AcknowledgeTopic[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AcknowledgeTopic {
  topicId: string;
  partitions: readonly AcknowledgePartition[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface AcknowledgePartition {
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

export const ShareAcknowledgeRequest: MessageCodec<ShareAcknowledgeRequest> = {
  name: 'ShareAcknowledgeRequest',
  versions: [1, 2],
  flexibleFrom: 0,
  read: readShareAcknowledgeRequest,
  write: writeShareAcknowledgeRequest,
  create: createShareAcknowledgeRequest,
};

function createShareAcknowledgeRequest({
  groupId = null,
  memberId = '',
  shareSessionEpoch = 0,
  isRenewAck = false,
  topics = [],
  unknownTaggedFields,
}: Partial<ShareAcknowledgeRequest> = {}): ShareAcknowledgeRequest {
  const message: ShareAcknowledgeRequest = {
    groupId,
    memberId,
    shareSessionEpoch,
    isRenewAck,
    topics,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareAcknowledgeRequest(reader: Reader, version: number): ShareAcknowledgeRequest {
  checkVersion('ShareAcknowledgeRequest', version, 1, 2);
  const message: ShareAcknowledgeRequest = {
    groupId: reader.nullableString(true),
    memberId: reader.nullableString(true),
    shareSessionEpoch: reader.int32(),
    isRenewAck: version >= 2 ? reader.boolean() : false,
    topics: readAcknowledgeTopicArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareAcknowledgeRequest(
  writer: Writer,
  message: ShareAcknowledgeRequest,
  version: number,
): void {
  checkVersion('ShareAcknowledgeRequest', version, 1, 2);
  writer.nullableString(message.groupId, true);
  writer.nullableString(message.memberId, true);
  writer.int32(message.shareSessionEpoch);
  if (version >= 2) {
    writer.boolean(message.isRenewAck);
  }
  if (version < 2 && message.isRenewAck) {
    throw unsupportedField('ShareAcknowledgeRequest.isRenewAck', version);
  }
  writeAcknowledgeTopicArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createAcknowledgeTopic({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<AcknowledgeTopic> = {}): AcknowledgeTopic {
  const message: AcknowledgeTopic = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAcknowledgeTopic(reader: Reader, version: number): AcknowledgeTopic {
  const message: AcknowledgeTopic = {
    topicId: reader.uuid(),
    partitions: readAcknowledgePartitionArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAcknowledgeTopic(writer: Writer, message: AcknowledgeTopic, version: number): void {
  writer.uuid(message.topicId);
  writeAcknowledgePartitionArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAcknowledgeTopicArray(reader: Reader, version: number): AcknowledgeTopic[] {
  const length = reader.arrayLength(true, 18);
  const elements: AcknowledgeTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readAcknowledgeTopic(reader, version));
  return elements;
}

function writeAcknowledgeTopicArray(
  writer: Writer,
  elements: readonly AcknowledgeTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAcknowledgeTopic(writer, element, version);
}

export function createAcknowledgePartition({
  partitionIndex = 0,
  acknowledgementBatches = [],
  unknownTaggedFields,
}: Partial<AcknowledgePartition> = {}): AcknowledgePartition {
  const message: AcknowledgePartition = { partitionIndex, acknowledgementBatches };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAcknowledgePartition(reader: Reader, version: number): AcknowledgePartition {
  const message: AcknowledgePartition = {
    partitionIndex: reader.int32(),
    acknowledgementBatches: readAcknowledgementBatchArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAcknowledgePartition(
  writer: Writer,
  message: AcknowledgePartition,
  version: number,
): void {
  writer.int32(message.partitionIndex);
  writeAcknowledgementBatchArray(writer, message.acknowledgementBatches, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readAcknowledgePartitionArray(reader: Reader, version: number): AcknowledgePartition[] {
  const length = reader.arrayLength(true, 6);
  const elements: AcknowledgePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readAcknowledgePartition(reader, version));
  return elements;
}

function writeAcknowledgePartitionArray(
  writer: Writer,
  elements: readonly AcknowledgePartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeAcknowledgePartition(writer, element, version);
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

