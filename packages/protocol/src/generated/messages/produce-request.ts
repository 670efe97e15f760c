// ProduceRequest: request of API 0; version 3 to 13, flexible from 9.
// Generated from schema/messages/produce-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type RecordBytes } from '../../record-bytes.ts';
import { type Writer } from '../../writer.ts';

export interface ProduceRequest {
  /** default null */
  transactionalId: string | null;
  acks: number;
  timeoutMs: number;
  topicData: readonly TopicProduceData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicProduceData {
  /** version 3-12 */
  name: string;
  /** version 13 */
  topicId: string;
  partitionData: readonly PartitionProduceData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionProduceData {
  index: number;
  records: RecordBytes | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ProduceRequest: MessageCodec<ProduceRequest> = {
  name: 'ProduceRequest',
  versions: [3, 13],
  flexibleFrom: 9,
  read: readProduceRequest,
  write: writeProduceRequest,
  create: createProduceRequest,
};

function createProduceRequest({
  transactionalId = null,
  acks = 0,
  timeoutMs = 0,
  topicData = [],
  unknownTaggedFields,
}: Partial<ProduceRequest> = {}): ProduceRequest {
  const message: ProduceRequest = { transactionalId, acks, timeoutMs, topicData };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readProduceRequest(reader: Reader, version: number): ProduceRequest {
  checkVersion('ProduceRequest', version, 3, 13);
  const flexible = version >= 9;
  const message: ProduceRequest = {
    transactionalId: reader.nullableString(flexible),
    acks: reader.int16(),
    timeoutMs: reader.int32(),
    topicData: readTopicProduceDataArray(reader, version),
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeProduceRequest(writer: Writer, message: ProduceRequest, version: number): void {
  checkVersion('ProduceRequest', version, 3, 13);
  const flexible = version >= 9;
  writer.nullableString(message.transactionalId, flexible);
  writer.int16(message.acks);
  writer.int32(message.timeoutMs);
  writeTopicProduceDataArray(writer, message.topicData, version);
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createTopicProduceData({
  name = '',
  topicId = ZERO_UUID,
  partitionData = [],
  unknownTaggedFields,
}: Partial<TopicProduceData> = {}): TopicProduceData {
  const message: TopicProduceData = { name, topicId, partitionData };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicProduceData(reader: Reader, version: number): TopicProduceData {
  const flexible = version >= 9;
  const message: TopicProduceData = {
    name: version <= 12 ? reader.string(flexible) : '',
    topicId: version >= 13 ? reader.uuid() : ZERO_UUID,
    partitionData: readPartitionProduceDataArray(reader, version),
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeTopicProduceData(writer: Writer, message: TopicProduceData, version: number): void {
  const flexible = version >= 9;
  if (version <= 12) {
    writer.string(message.name, flexible);
  }
  if (version >= 13) {
    writer.uuid(message.topicId);
  }
  writePartitionProduceDataArray(writer, message.partitionData, version);
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readTopicProduceDataArray(reader: Reader, version: number): TopicProduceData[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 3);
  const elements: TopicProduceData[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicProduceData(reader, version));
  return elements;
}

function writeTopicProduceDataArray(
  writer: Writer,
  elements: readonly TopicProduceData[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeTopicProduceData(writer, element, version);
}

export function createPartitionProduceData({
  index = 0,
  records = null,
  unknownTaggedFields,
}: Partial<PartitionProduceData> = {}): PartitionProduceData {
  const message: PartitionProduceData = { index, records };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionProduceData(reader: Reader, version: number): PartitionProduceData {
  const flexible = version >= 9;
  const message: PartitionProduceData = {
    index: reader.int32(),
    records: reader.nullableBytes(flexible),
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionProduceData(
  writer: Writer,
  message: PartitionProduceData,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(message.index);
  writer.nullableRecords(message.records, flexible);
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readPartitionProduceDataArray(reader: Reader, version: number): PartitionProduceData[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 6);
  const elements: PartitionProduceData[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionProduceData(reader, version));
  return elements;
}

function writePartitionProduceDataArray(
  writer: Writer,
  elements: readonly PartitionProduceData[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writePartitionProduceData(writer, element, version);
}

