// ConsumerGroupPartitionMetadataKey: coordinator-key in __consumer_offsets, type 4; version 0, never flexible.
// Generated from schema/records/consumer-group-partition-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupPartitionMetadataKey {
  groupId: string;
}

export const ConsumerGroupPartitionMetadataKey: MessageCodec<ConsumerGroupPartitionMetadataKey> = {
  name: 'ConsumerGroupPartitionMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupPartitionMetadataKey,
  write: writeConsumerGroupPartitionMetadataKey,
  create: createConsumerGroupPartitionMetadataKey,
};

function createConsumerGroupPartitionMetadataKey({
  groupId = '',
}: Partial<ConsumerGroupPartitionMetadataKey> = {}): ConsumerGroupPartitionMetadataKey {
  const message: ConsumerGroupPartitionMetadataKey = { groupId };
  return message;
}

function readConsumerGroupPartitionMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupPartitionMetadataKey {
  checkVersion('ConsumerGroupPartitionMetadataKey', version, 0, 0);
  const message: ConsumerGroupPartitionMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeConsumerGroupPartitionMetadataKey(
  writer: Writer,
  message: ConsumerGroupPartitionMetadataKey,
  version: number,
): void {
  checkVersion('ConsumerGroupPartitionMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

