// ConsumerProtocolAssignment: data; version 0 to 3, never flexible.
// Generated from schema/messages/consumer-protocol-assignment.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerProtocolAssignment {
  assignedPartitions: readonly TopicPartition[];
  /** default null */
  userData: Uint8Array | null;
}

export interface TopicPartition {
  topic: string;
  partitions: readonly number[];
}

export const ConsumerProtocolAssignment: MessageCodec<ConsumerProtocolAssignment> = {
  name: 'ConsumerProtocolAssignment',
  versions: [0, 3],
  flexibleFrom: Infinity,
  read: readConsumerProtocolAssignment,
  write: writeConsumerProtocolAssignment,
  create: createConsumerProtocolAssignment,
};

function createConsumerProtocolAssignment({
  assignedPartitions = [],
  userData = null,
}: Partial<ConsumerProtocolAssignment> = {}): ConsumerProtocolAssignment {
  const message: ConsumerProtocolAssignment = { assignedPartitions, userData };
  return message;
}

function readConsumerProtocolAssignment(
  reader: Reader,
  version: number,
): ConsumerProtocolAssignment {
  checkVersion('ConsumerProtocolAssignment', version, 0, 3);
  const message: ConsumerProtocolAssignment = {
    assignedPartitions: readTopicPartitionArray(reader, version),
    userData: reader.nullableBytes(false),
  };
  return message;
}

function writeConsumerProtocolAssignment(
  writer: Writer,
  message: ConsumerProtocolAssignment,
  version: number,
): void {
  checkVersion('ConsumerProtocolAssignment', version, 0, 3);
  writeTopicPartitionArray(writer, message.assignedPartitions, version);
  writer.nullableBytes(message.userData, false);
}

export function createTopicPartition({
  topic = '',
  partitions = [],
}: Partial<TopicPartition> = {}): TopicPartition {
  const message: TopicPartition = { topic, partitions };
  return message;
}

function readTopicPartition(reader: Reader, version: number): TopicPartition {
  const message: TopicPartition = {
    topic: reader.string(false),
    partitions: reader.int32Array(false),
  };
  return message;
}

function writeTopicPartition(writer: Writer, message: TopicPartition, version: number): void {
  writer.string(message.topic, false);
  writer.int32Array(message.partitions, false);
}

function readTopicPartitionArray(reader: Reader, version: number): TopicPartition[] {
  const length = reader.arrayLength(false, 6);
  const elements: TopicPartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartition(reader, version));
  return elements;
}

function writeTopicPartitionArray(
  writer: Writer,
  elements: readonly TopicPartition[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeTopicPartition(writer, element, version);
}

