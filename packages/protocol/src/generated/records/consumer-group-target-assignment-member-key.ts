// ConsumerGroupTargetAssignmentMemberKey: coordinator-key in __consumer_offsets, type 7; version 0, never flexible.
// Generated from schema/records/consumer-group-target-assignment-member-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

export const ConsumerGroupTargetAssignmentMemberKey: MessageCodec<ConsumerGroupTargetAssignmentMemberKey> = {
  name: 'ConsumerGroupTargetAssignmentMemberKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupTargetAssignmentMemberKey,
  write: writeConsumerGroupTargetAssignmentMemberKey,
  create: createConsumerGroupTargetAssignmentMemberKey,
};

function createConsumerGroupTargetAssignmentMemberKey({
  groupId = '',
  memberId = '',
}: Partial<ConsumerGroupTargetAssignmentMemberKey> = {}): ConsumerGroupTargetAssignmentMemberKey {
  const message: ConsumerGroupTargetAssignmentMemberKey = { groupId, memberId };
  return message;
}

function readConsumerGroupTargetAssignmentMemberKey(
  reader: Reader,
  version: number,
): ConsumerGroupTargetAssignmentMemberKey {
  checkVersion('ConsumerGroupTargetAssignmentMemberKey', version, 0, 0);
  const message: ConsumerGroupTargetAssignmentMemberKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeConsumerGroupTargetAssignmentMemberKey(
  writer: Writer,
  message: ConsumerGroupTargetAssignmentMemberKey,
  version: number,
): void {
  checkVersion('ConsumerGroupTargetAssignmentMemberKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

