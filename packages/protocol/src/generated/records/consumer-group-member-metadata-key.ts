// ConsumerGroupMemberMetadataKey: coordinator-key in __consumer_offsets, type 5; version 0, never flexible.
// Generated from schema/records/consumer-group-member-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

export const ConsumerGroupMemberMetadataKey: MessageCodec<ConsumerGroupMemberMetadataKey> = {
  name: 'ConsumerGroupMemberMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupMemberMetadataKey,
  write: writeConsumerGroupMemberMetadataKey,
  create: createConsumerGroupMemberMetadataKey,
};

function createConsumerGroupMemberMetadataKey({
  groupId = '',
  memberId = '',
}: Partial<ConsumerGroupMemberMetadataKey> = {}): ConsumerGroupMemberMetadataKey {
  const message: ConsumerGroupMemberMetadataKey = { groupId, memberId };
  return message;
}

function readConsumerGroupMemberMetadataKey(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataKey {
  checkVersion('ConsumerGroupMemberMetadataKey', version, 0, 0);
  const message: ConsumerGroupMemberMetadataKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeConsumerGroupMemberMetadataKey(
  writer: Writer,
  message: ConsumerGroupMemberMetadataKey,
  version: number,
): void {
  checkVersion('ConsumerGroupMemberMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

