// WriteShareGroupStateRequest: request of API 85; version 0 to 1, flexible from 0.
// Generated from schema/messages/write-share-group-state-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface WriteShareGroupStateRequest {
  groupId: string;
  topics: readonly WriteStateData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WriteStateData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partition: number;
  stateEpoch: number;
  leaderEpoch: number;
  startOffset: number;
  /** version 1, default -1 */
  deliveryCompleteCount: number;
  stateBatches: readonly StateBatch[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface StateBatch {
  firstOffset: number;
  lastOffset: number;
  deliveryState: number;
  deliveryCount: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const WriteShareGroupStateRequest: MessageCodec<WriteShareGroupStateRequest> = {
  name: 'WriteShareGroupStateRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readWriteShareGroupStateRequest,
  write: writeWriteShareGroupStateRequest,
  create: createWriteShareGroupStateRequest,
};

function createWriteShareGroupStateRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<WriteShareGroupStateRequest> = {}): WriteShareGroupStateRequest {
  const message: WriteShareGroupStateRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWriteShareGroupStateRequest(
  reader: Reader,
  version: number,
): WriteShareGroupStateRequest {
  checkVersion('WriteShareGroupStateRequest', version, 0, 1);
  const message: WriteShareGroupStateRequest = {
    groupId: reader.string(true),
    topics: readWriteStateDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWriteShareGroupStateRequest(
  writer: Writer,
  message: WriteShareGroupStateRequest,
  version: number,
): void {
  checkVersion('WriteShareGroupStateRequest', version, 0, 1);
  writer.string(message.groupId, true);
  writeWriteStateDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createWriteStateData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<WriteStateData> = {}): WriteStateData {
  const message: WriteStateData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWriteStateData(reader: Reader, version: number): WriteStateData {
  const message: WriteStateData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWriteStateData(writer: Writer, message: WriteStateData, version: number): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWriteStateDataArray(reader: Reader, version: number): WriteStateData[] {
  const length = reader.arrayLength(true, 18);
  const elements: WriteStateData[] = [];
  for (let i = 0; i < length; i++) elements.push(readWriteStateData(reader, version));
  return elements;
}

function writeWriteStateDataArray(
  writer: Writer,
  elements: readonly WriteStateData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWriteStateData(writer, element, version);
}

export function createPartitionData({
  partition = 0,
  stateEpoch = 0,
  leaderEpoch = 0,
  startOffset = 0,
  deliveryCompleteCount = -1,
  stateBatches = [],
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partition,
    stateEpoch,
    leaderEpoch,
    startOffset,
    deliveryCompleteCount,
    stateBatches,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partition: reader.int32(),
    stateEpoch: reader.int32(),
    leaderEpoch: reader.int32(),
    startOffset: reader.int64(),
    deliveryCompleteCount: version >= 1 ? reader.int32() : -1,
    stateBatches: readStateBatchArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partition);
  writer.int32(message.stateEpoch);
  writer.int32(message.leaderEpoch);
  writer.int64(message.startOffset);
  if (version >= 1) {
    writer.int32(message.deliveryCompleteCount);
  }
  writeStateBatchArray(writer, message.stateBatches, version);
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

export function createStateBatch({
  firstOffset = 0,
  lastOffset = 0,
  deliveryState = 0,
  deliveryCount = 0,
  unknownTaggedFields,
}: Partial<StateBatch> = {}): StateBatch {
  const message: StateBatch = { firstOffset, lastOffset, deliveryState, deliveryCount };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStateBatch(reader: Reader, version: number): StateBatch {
  const message: StateBatch = {
    firstOffset: reader.int64(),
    lastOffset: reader.int64(),
    deliveryState: reader.int8(),
    deliveryCount: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStateBatch(writer: Writer, message: StateBatch, version: number): void {
  writer.int64(message.firstOffset);
  writer.int64(message.lastOffset);
  writer.int8(message.deliveryState);
  writer.int16(message.deliveryCount);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readStateBatchArray(reader: Reader, version: number): StateBatch[] {
  const length = reader.arrayLength(true, 20);
  const elements: StateBatch[] = [];
  for (let i = 0; i < length; i++) elements.push(readStateBatch(reader, version));
  return elements;
}

function writeStateBatchArray(
  writer: Writer,
  elements: readonly StateBatch[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeStateBatch(writer, element, version);
}

