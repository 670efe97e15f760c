// ConsumerProtocolSubscription: data; version 0 to 3, never flexible.
// Generated from schema/messages/consumer-protocol-subscription.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerProtocolSubscription {
  topics: readonly string[];
  /** default null */
  userData: Uint8Array | null;
  /** version 1+ */
  ownedPartitions: readonly TopicPartition[];
  /** version 2+, default -1 */
  generationId: number;
  /** version 3, default null */
  rackId: string | null;
}

export interface TopicPartition {
  topic: string;
  partitions: readonly number[];
}

export const ConsumerProtocolSubscription: MessageCodec<ConsumerProtocolSubscription> = {
  name: 'ConsumerProtocolSubscription',
  versions: [0, 3],
  flexibleFrom: Infinity,
  read: readConsumerProtocolSubscription,
  write: writeConsumerProtocolSubscription,
  create: createConsumerProtocolSubscription,
};

function createConsumerProtocolSubscription({
  topics = [],
  userData = null,
  ownedPartitions = [],
  generationId = -1,
  rackId = null,
}: Partial<ConsumerProtocolSubscription> = {}): ConsumerProtocolSubscription {
  const message: ConsumerProtocolSubscription = {
    topics,
    userData,
    ownedPartitions,
    generationId,
    rackId,
  };
  return message;
}

function readConsumerProtocolSubscription(
  reader: Reader,
  version: number,
): ConsumerProtocolSubscription {
  checkVersion('ConsumerProtocolSubscription', version, 0, 3);
  const message: ConsumerProtocolSubscription = {
    topics: reader.stringArray(false),
    userData: reader.nullableBytes(false),
    ownedPartitions: version >= 1 ? readTopicPartitionArray(reader, version) : [],
    generationId: version >= 2 ? reader.int32() : -1,
    rackId: version >= 3 ? reader.nullableString(false) : null,
  };
  return message;
}

function writeConsumerProtocolSubscription(
  writer: Writer,
  message: ConsumerProtocolSubscription,
  version: number,
): void {
  checkVersion('ConsumerProtocolSubscription', version, 0, 3);
  writer.stringArray(message.topics, false);
  writer.nullableBytes(message.userData, false);
  if (version >= 1) {
    writeTopicPartitionArray(writer, message.ownedPartitions, version);
  }
  if (version >= 2) {
    writer.int32(message.generationId);
  }
  if (version >= 3) {
    writer.nullableString(message.rackId, false);
  }
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

