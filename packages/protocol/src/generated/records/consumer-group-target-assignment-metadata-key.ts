// ConsumerGroupTargetAssignmentMetadataKey: coordinator-key in __consumer_offsets, type 6; version 0, never flexible.
// Generated from schema/records/consumer-group-target-assignment-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupTargetAssignmentMetadataKey {
  groupId: string;
}

export const ConsumerGroupTargetAssignmentMetadataKey: MessageCodec<ConsumerGroupTargetAssignmentMetadataKey> = {
  name: 'ConsumerGroupTargetAssignmentMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupTargetAssignmentMetadataKey,
  write: writeConsumerGroupTargetAssignmentMetadataKey,
  create: createConsumerGroupTargetAssignmentMetadataKey,
};

function createConsumerGroupTargetAssignmentMetadataKey({
  groupId = '',
}: Partial<ConsumerGroupTargetAssignmentMetadataKey> = {}): ConsumerGroupTargetAssignmentMetadataKey {
  const message: ConsumerGroupTargetAssignmentMetadataKey = { groupId };
  return message;
}

function readConsumerGroupTargetAssignmentMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMetadataKey {
  checkVersion('ConsumerGroupTargetAssignmentMetadataKey', version, 0, 0);
  const message: ConsumerGroupTargetAssignmentMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeConsumerGroupTargetAssignmentMetadataKey(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMetadataKey,
  version: number,
): void {
  checkVersion('ConsumerGroupTargetAssignmentMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

