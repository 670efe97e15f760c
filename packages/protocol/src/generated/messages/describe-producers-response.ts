// DescribeProducersResponse: response of API 61; version 0, flexible from 0.
// Generated from schema/messages/describe-producers-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeProducersResponse {
  throttleTimeMs: number;
  topics: readonly TopicResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicResponse {
  name: string;
  partitions: readonly PartitionResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionResponse {
  partitionIndex: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  activeProducers: readonly ProducerState[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ProducerState {
  producerId: number;
  producerEpoch: number;
  /** default -1 */
  lastSequence: number;
  /** default -1 */
  lastTimestamp: number;
  coordinatorEpoch: number;
  /** default -1 */
  currentTxnStartOffset: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeProducersResponse: MessageCodec<DescribeProducersResponse> = {
  name: 'DescribeProducersResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeProducersResponse,
  write: writeDescribeProducersResponse,
  create: createDescribeProducersResponse,
};

function createDescribeProducersResponse({
  throttleTimeMs = 0,
  topics = [],
  unknownTaggedFields,
}: Partial<DescribeProducersResponse> = {}): DescribeProducersResponse {
  const message: DescribeProducersResponse = { throttleTimeMs, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeProducersResponse(reader: Reader, version: number): DescribeProducersResponse {
  checkVersion('DescribeProducersResponse', version, 0, 0);
  const message: DescribeProducersResponse = {
    throttleTimeMs: reader.int32(),
    topics: readTopicResponseArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeProducersResponse(
  writer: Writer,
  message: DescribeProducersResponse,
  version: number,
): void {
  checkVersion('DescribeProducersResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writeTopicResponseArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicResponse({
  name = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicResponse> = {}): TopicResponse {
  const message: TopicResponse = { name, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicResponse(reader: Reader, version: number): TopicResponse {
  const message: TopicResponse = {
    name: reader.string(true),
    partitions: readPartitionResponseArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicResponse(writer: Writer, message: TopicResponse, version: number): void {
  writer.string(message.name, true);
  writePartitionResponseArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicResponseArray(reader: Reader, version: number): TopicResponse[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicResponse(reader, version));
  return elements;
}

function writeTopicResponseArray(
  writer: Writer,
  elements: readonly TopicResponse[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicResponse(writer, element, version);
}

export function createPartitionResponse({
  partitionIndex = 0,
  errorCode = 0,
  errorMessage = null,
  activeProducers = [],
  unknownTaggedFields,
}: Partial<PartitionResponse> = {}): PartitionResponse {
  const message: PartitionResponse = { partitionIndex, errorCode, errorMessage, activeProducers };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionResponse(reader: Reader, version: number): PartitionResponse {
  const message: PartitionResponse = {
    partitionIndex: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    activeProducers: readProducerStateArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionResponse(writer: Writer, message: PartitionResponse, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writeProducerStateArray(writer, message.activeProducers, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionResponseArray(reader: Reader, version: number): PartitionResponse[] {
  const length = reader.arrayLength(true, 9);
  const elements: PartitionResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionResponse(reader, version));
  return elements;
}

function writePartitionResponseArray(
  writer: Writer,
  elements: readonly PartitionResponse[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionResponse(writer, element, version);
}

export function createProducerState({
  producerId = 0,
  producerEpoch = 0,
  lastSequence = -1,
  lastTimestamp = -1,
  coordinatorEpoch = 0,
  currentTxnStartOffset = -1,
  unknownTaggedFields,
}: Partial<ProducerState> = {}): ProducerState {
  const message: ProducerState = {
    producerId,
    producerEpoch,
    lastSequence,
    lastTimestamp,
    coordinatorEpoch,
    currentTxnStartOffset,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readProducerState(reader: Reader, version: number): ProducerState {
  const message: ProducerState = {
    producerId: reader.int64(),
    producerEpoch: reader.int32(),
    lastSequence: reader.int32(),
    lastTimestamp: reader.int64(),
    coordinatorEpoch: reader.int32(),
    currentTxnStartOffset: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeProducerState(writer: Writer, message: ProducerState, version: number): void {
  writer.int64(message.producerId);
  writer.int32(message.producerEpoch);
  writer.int32(message.lastSequence);
  writer.int64(message.lastTimestamp);
  writer.int32(message.coordinatorEpoch);
  writer.int64(message.currentTxnStartOffset);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readProducerStateArray(reader: Reader, version: number): ProducerState[] {
  const length = reader.arrayLength(true, 37);
  const elements: ProducerState[] = [];
  for (let i = 0; i < length; i++) elements.push(readProducerState(reader, version));
  return elements;
}

function writeProducerStateArray(
  writer: Writer,
  elements: readonly ProducerState[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeProducerState(writer, element, version);
}

