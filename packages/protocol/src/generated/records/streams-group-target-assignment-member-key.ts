// StreamsGroupTargetAssignmentMemberKey: coordinator-key in __consumer_offsets, type 21; version 0, never flexible.
// Generated from schema/records/streams-group-target-assignment-member-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

export const StreamsGroupTargetAssignmentMemberKey: MessageCodec<StreamsGroupTargetAssignmentMemberKey> = {
  name: 'StreamsGroupTargetAssignmentMemberKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readStreamsGroupTargetAssignmentMemberKey,
  write: writeStreamsGroupTargetAssignmentMemberKey,
  create: createStreamsGroupTargetAssignmentMemberKey,
};

function createStreamsGroupTargetAssignmentMemberKey({
  groupId = '',
  memberId = '',
}: Partial<StreamsGroupTargetAssignmentMemberKey> = {}): StreamsGroupTargetAssignmentMemberKey {
  const message: StreamsGroupTargetAssignmentMemberKey = { groupId, memberId };
  return message;
}

function readStreamsGroupTargetAssignmentMemberKey(
  reader: Reader,
  version: number,
): StreamsGroupTargetAssignmentMemberKey {
  checkVersion('StreamsGroupTargetAssignmentMemberKey', version, 0, 0);
  const message: StreamsGroupTargetAssignmentMemberKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeStreamsGroupTargetAssignmentMemberKey(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMemberKey,
  version: number,
): void {
  checkVersion('StreamsGroupTargetAssignmentMemberKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

