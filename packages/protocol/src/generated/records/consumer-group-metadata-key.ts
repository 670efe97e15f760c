// ConsumerGroupMetadataKey: coordinator-key in __consumer_offsets, type 3; version 0, never flexible.
// Generated from schema/records/consumer-group-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupMetadataKey {
  groupId: string;
}

export const ConsumerGroupMetadataKey: MessageCodec<ConsumerGroupMetadataKey> = {
  name: 'ConsumerGroupMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupMetadataKey,
  write: writeConsumerGroupMetadataKey,
  create: createConsumerGroupMetadataKey,
};

function createConsumerGroupMetadataKey({
  groupId = '',
}: Partial<ConsumerGroupMetadataKey> = {}): ConsumerGroupMetadataKey {
  const message: ConsumerGroupMetadataKey = { groupId };
  return message;
}

function readConsumerGroupMetadataKey(reader: Reader, version: number): ConsumerGroupMetadataKey {
  checkVersion('ConsumerGroupMetadataKey', version, 0, 0);
  const message: ConsumerGroupMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeConsumerGroupMetadataKey(
  writer: Writer,
  message: ConsumerGroupMetadataKey,
  version: number,
): void {
  checkVersion('ConsumerGroupMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

