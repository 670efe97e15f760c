// OffsetForLeaderEpochResponse: response of API 23; version 2 to 4, flexible from 4.
// Generated from schema/messages/offset-for-leader-epoch-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetForLeaderEpochResponse {
  throttleTimeMs: number;
  topics: readonly OffsetForLeaderTopicResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetForLeaderTopicResult {
  topic: string;
  partitions: readonly EpochEndOffset[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface EpochEndOffset {
  errorCode: number;
  partition: number;
  /** default -1 */
  leaderEpoch: number;
  /** default -1 */
  endOffset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetForLeaderEpochResponse: MessageCodec<OffsetForLeaderEpochResponse> = {
  name: 'OffsetForLeaderEpochResponse',
  versions: [2, 4],
  flexibleFrom: 4,
  read: readOffsetForLeaderEpochResponse,
  write: writeOffsetForLeaderEpochResponse,
  create: createOffsetForLeaderEpochResponse,
};

function createOffsetForLeaderEpochResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<OffsetForLeaderEpochResponse> = {}): OffsetForLeaderEpochResponse {
  const message: OffsetForLeaderEpochResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetForLeaderEpochResponse(
  reader: Reader,
  version: number,
): OffsetForLeaderEpochResponse {
  checkVersion('OffsetForLeaderEpochResponse', version, 2, 4);
  const message: OffsetForLeaderEpochResponse = {
    throttleTimeMs: reader.int32(),
    topics: readOffsetForLeaderTopicResultArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetForLeaderEpochResponse(
  writer: Writer,
  message: OffsetForLeaderEpochResponse,
  version: number,
): void {
  checkVersion('OffsetForLeaderEpochResponse', version, 2, 4);
  writer.int32(message.throttleTimeMs);
  writeOffsetForLeaderTopicResultArray(writer, message.topics, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createOffsetForLeaderTopicResult({
  topic = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<OffsetForLeaderTopicResult> = {}): OffsetForLeaderTopicResult {
  const message: OffsetForLeaderTopicResult = { topic, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetForLeaderTopicResult(
  reader: Reader,
  version: number,
): OffsetForLeaderTopicResult {
  const flexible = version >= 4;
  const message: OffsetForLeaderTopicResult = {
    topic: reader.string(flexible),
    partitions: readEpochEndOffsetArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetForLeaderTopicResult(
  writer: Writer,
  message: OffsetForLeaderTopicResult,
  version: number,
): void {
  const flexible = version >= 4;
  writer.string(message.topic, flexible);
  writeEpochEndOffsetArray(writer, message.partitions, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetForLeaderTopicResultArray(
  reader: Reader,
  version: number,
): OffsetForLeaderTopicResult[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 3);
  const elements: OffsetForLeaderTopicResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetForLeaderTopicResult(reader, version));
  return elements;
}

function writeOffsetForLeaderTopicResultArray(
  writer: Writer,
  elements: readonly OffsetForLeaderTopicResult[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetForLeaderTopicResult(writer, element, version);
}

export function createEpochEndOffset({
  errorCode = 0,
  partition = 0,
  leaderEpoch = -1,
  endOffset = -1,
  unknownTaggedFields,
}: Partial<EpochEndOffset> = {}): EpochEndOffset {
  const message: EpochEndOffset = { errorCode, partition, leaderEpoch, endOffset };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEpochEndOffset(reader: Reader, version: number): EpochEndOffset {
  const message: EpochEndOffset = {
    errorCode: reader.int16(),
    partition: reader.int32(),
    leaderEpoch: reader.int32(),
    endOffset: reader.int64(),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEpochEndOffset(writer: Writer, message: EpochEndOffset, version: number): void {
  writer.int16(message.errorCode);
  writer.int32(message.partition);
  writer.int32(message.leaderEpoch);
  writer.int64(message.endOffset);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readEpochEndOffsetArray(reader: Reader, version: number): EpochEndOffset[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 18);
  const elements: EpochEndOffset[] = [];
  for (let i = 0; i < length; i++) elements.push(readEpochEndOffset(reader, version));
  return elements;
}

function writeEpochEndOffsetArray(
  writer: Writer,
  elements: readonly EpochEndOffset[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeEpochEndOffset(writer, element, version);
}

