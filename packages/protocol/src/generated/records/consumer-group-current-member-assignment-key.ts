// ConsumerGroupCurrentMemberAssignmentKey: coordinator-key in __consumer_offsets, type 8; version 0, never flexible.
// Generated from schema/records/consumer-group-current-member-assignment-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

export const ConsumerGroupCurrentMemberAssignmentKey: MessageCodec<ConsumerGroupCurrentMemberAssignmentKey> = {
  name: 'ConsumerGroupCurrentMemberAssignmentKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupCurrentMemberAssignmentKey,
  write: writeConsumerGroupCurrentMemberAssignmentKey,
  create: createConsumerGroupCurrentMemberAssignmentKey,
};

function createConsumerGroupCurrentMemberAssignmentKey({
  groupId = '',
  memberId = '',
}: Partial<ConsumerGroupCurrentMemberAssignmentKey> = {}): ConsumerGroupCurrentMemberAssignmentKey {
  const message: ConsumerGroupCurrentMemberAssignmentKey = { groupId, memberId };
  return message;
}

function readConsumerGroupCurrentMemberAssignmentKey(
  reader: Reader,
  version: number,
): ConsumerGroupCurrentMemberAssignmentKey {
  checkVersion('ConsumerGroupCurrentMemberAssignmentKey', version, 0, 0);
  const message: ConsumerGroupCurrentMemberAssignmentKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeConsumerGroupCurrentMemberAssignmentKey(
  writer: Writer,
  message: ConsumerGroupCurrentMemberAssignmentKey,
  version: number,
): void {
  checkVersion('ConsumerGroupCurrentMemberAssignmentKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

