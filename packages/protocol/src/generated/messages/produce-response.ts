// ProduceResponse: response of API 0; version 3 to 13, flexible from 9.
// Generated from schema/messages/produce-response.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ProduceResponse {
  responses: readonly TopicProduceResponse[];
  /** default 0 */
  throttleTimeMs: number;
  /** version 10+, tag 0 */
  nodeEndpoints: readonly NodeEndpoint[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicProduceResponse {
  /** version 3-12 */
  name: string;
  /** version 13 */
  topicId: string;
  partitionResponses: readonly PartitionProduceResponse[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionProduceResponse {
  index: number;
  errorCode: number;
  baseOffset: number;
  /** default -1 */
  logAppendTimeMs: number;
  /** version 5+, default -1 */
  logStartOffset: number;
  /** version 8+ */
  recordErrors: readonly BatchIndexAndErrorMessage[];
  /** version 8+, default null */
  errorMessage: string | null;
  /** version 10+, tag 0 */
  currentLeader: LeaderIdAndEpoch;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface BatchIndexAndErrorMessage {
  batchIndex: number;
  /** default null */
  batchIndexErrorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LeaderIdAndEpoch {
  /** default -1 */
  leaderId: number;
  /** default -1 */
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

export const ProduceResponse: MessageCodec<ProduceResponse> = {
  name: 'ProduceResponse',
  versions: [3, 13],
  flexibleFrom: 9,
  read: readProduceResponse,
  write: writeProduceResponse,
  create: createProduceResponse,
};

function createProduceResponse({
  responses = [],
  throttleTimeMs = 0,
  nodeEndpoints = [],
  unknownTaggedFields,
}: Partial<ProduceResponse> = {}): ProduceResponse {
  const message: ProduceResponse = { responses, throttleTimeMs, nodeEndpoints };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readProduceResponse(reader: Reader, version: number): ProduceResponse {
  checkVersion('ProduceResponse', version, 3, 13);
  const message: ProduceResponse = {
    responses: readTopicProduceResponseArray(reader, version),
    throttleTimeMs: reader.int32(),
    nodeEndpoints: [],
  };
  if (version >= 9) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0 && version >= 10) message.nodeEndpoints = readNodeEndpointArray(reader, version);
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeProduceResponse(writer: Writer, message: ProduceResponse, version: number): void {
  checkVersion('ProduceResponse', version, 3, 13);
  writeTopicProduceResponseArray(writer, message.responses, version);
  writer.int32(message.throttleTimeMs);
  if (version < 10 && message.nodeEndpoints.length !== 0) {
    throw unsupportedField('ProduceResponse.nodeEndpoints', version);
  }
  if (version >= 9) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasNodeEndpoints = version >= 10 && message.nodeEndpoints.length !== 0;
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

export function createTopicProduceResponse({
  name = '',
  topicId = ZERO_UUID,
  partitionResponses = [],
  unknownTaggedFields,
}: Partial<TopicProduceResponse> = {}): TopicProduceResponse {
  const message: TopicProduceResponse = { name, topicId, partitionResponses };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicProduceResponse(reader: Reader, version: number): TopicProduceResponse {
  const flexible = version >= 9;
  const message: TopicProduceResponse = {
    name: version <= 12 ? reader.string(flexible) : '',
    topicId: version >= 13 ? reader.uuid() : ZERO_UUID,
    partitionResponses: readPartitionProduceResponseArray(reader, version),
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTopicProduceResponse(
  writer: Writer,
  message: TopicProduceResponse,
  version: number,
): void {
  const flexible = version >= 9;
  if (version <= 12) {
    writer.string(message.name, flexible);
  }
  if (version >= 13) {
    writer.uuid(message.topicId);
  }
  writePartitionProduceResponseArray(writer, message.partitionResponses, version);
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTopicProduceResponseArray(reader: Reader, version: number): TopicProduceResponse[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 3);
  const elements: TopicProduceResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicProduceResponse(reader, version));
  return elements;
}

function writeTopicProduceResponseArray(
  writer: Writer,
  elements: readonly TopicProduceResponse[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTopicProduceResponse(writer, element, version);
}

export function createPartitionProduceResponse({
  index = 0,
  errorCode = 0,
  baseOffset = 0,
  logAppendTimeMs = -1,
  logStartOffset = -1,
  recordErrors = [],
  errorMessage = null,
  currentLeader = createLeaderIdAndEpoch(),
  unknownTaggedFields,
}: Partial<PartitionProduceResponse> = {}): PartitionProduceResponse {
  const message: PartitionProduceResponse = {
    index,
    errorCode,
    baseOffset,
    logAppendTimeMs,
    logStartOffset,
    recordErrors,
    errorMessage,
    currentLeader,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionProduceResponse(reader: Reader, version: number): PartitionProduceResponse {
  const flexible = version >= 9;
  const message: PartitionProduceResponse = {
    index: reader.int32(),
    errorCode: reader.int16(),
    baseOffset: reader.int64(),
    logAppendTimeMs: reader.int64(),
    logStartOffset: version >= 5 ? reader.int64() : -1,
    recordErrors: version >= 8 ? readBatchIndexAndErrorMessageArray(reader, version) : [],
    errorMessage: version >= 8 ? reader.nullableString(flexible) : null,
    currentLeader: createLeaderIdAndEpoch(),
  };
  if (version >= 9) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0 && version >= 10) message.currentLeader = readLeaderIdAndEpoch(reader, version);
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionProduceResponse(
  writer: Writer,
  message: PartitionProduceResponse,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(message.index);
  writer.int16(message.errorCode);
  writer.int64(message.baseOffset);
  writer.int64(message.logAppendTimeMs);
  if (version >= 5) {
    writer.int64(message.logStartOffset);
  }
  if (version >= 8) {
    writeBatchIndexAndErrorMessageArray(writer, message.recordErrors, version);
  }
  if (version >= 8) {
    writer.nullableString(message.errorMessage, flexible);
  }
  if (version < 10 && !isDefaultLeaderIdAndEpoch(message.currentLeader)) {
    throw unsupportedField('PartitionProduceResponse.currentLeader', version);
  }
  if (version >= 9) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasCurrentLeader = version >= 10 && !isDefaultLeaderIdAndEpoch(message.currentLeader);
    if (hasCurrentLeader) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasCurrentLeader) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writeLeaderIdAndEpoch(writer, message.currentLeader, version);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

function readPartitionProduceResponseArray(
  reader: Reader,
  version: number,
): PartitionProduceResponse[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 22);
  const elements: PartitionProduceResponse[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionProduceResponse(reader, version));
  return elements;
}

function writePartitionProduceResponseArray(
  writer: Writer,
  elements: readonly PartitionProduceResponse[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writePartitionProduceResponse(writer, element, version);
}

export function createBatchIndexAndErrorMessage({
  batchIndex = 0,
  batchIndexErrorMessage = null,
  unknownTaggedFields,
}: Partial<BatchIndexAndErrorMessage> = {}): BatchIndexAndErrorMessage {
  const message: BatchIndexAndErrorMessage = { batchIndex, batchIndexErrorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBatchIndexAndErrorMessage(reader: Reader, version: number): BatchIndexAndErrorMessage {
  const flexible = version >= 9;
  const message: BatchIndexAndErrorMessage = {
    batchIndex: reader.int32(),
    batchIndexErrorMessage: reader.nullableString(flexible),
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeBatchIndexAndErrorMessage(
  writer: Writer,
  message: BatchIndexAndErrorMessage,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(message.batchIndex);
  writer.nullableString(message.batchIndexErrorMessage, flexible);
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readBatchIndexAndErrorMessageArray(
  reader: Reader,
  version: number,
): BatchIndexAndErrorMessage[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 6);
  const elements: BatchIndexAndErrorMessage[] = [];
  for (let i = 0; i < length; i++) elements.push(readBatchIndexAndErrorMessage(reader, version));
  return elements;
}

function writeBatchIndexAndErrorMessageArray(
  writer: Writer,
  elements: readonly BatchIndexAndErrorMessage[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeBatchIndexAndErrorMessage(writer, element, version);
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

