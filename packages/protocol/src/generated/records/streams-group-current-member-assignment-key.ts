// StreamsGroupCurrentMemberAssignmentKey: coordinator-key in __consumer_offsets, type 22; version 0, never flexible.
// Generated from schema/records/streams-group-current-member-assignment-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

export const StreamsGroupCurrentMemberAssignmentKey: MessageCodec<StreamsGroupCurrentMemberAssignmentKey> = {
  name: 'StreamsGroupCurrentMemberAssignmentKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readStreamsGroupCurrentMemberAssignmentKey,
  write: writeStreamsGroupCurrentMemberAssignmentKey,
  create: createStreamsGroupCurrentMemberAssignmentKey,
};

function createStreamsGroupCurrentMemberAssignmentKey({
  groupId = '',
  memberId = '',
}: Partial<StreamsGroupCurrentMemberAssignmentKey> = {}): StreamsGroupCurrentMemberAssignmentKey {
  const message: StreamsGroupCurrentMemberAssignmentKey = { groupId, memberId };
  return message;
}

function readStreamsGroupCurrentMemberAssignmentKey(
  reader: Reader,
  version: number,
): StreamsGroupCurrentMemberAssignmentKey {
  checkVersion('StreamsGroupCurrentMemberAssignmentKey', version, 0, 0);
  const message: StreamsGroupCurrentMemberAssignmentKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeStreamsGroupCurrentMemberAssignmentKey(
  writer: Writer,
  message: StreamsGroupCurrentMemberAssignmentKey,
  version: number,
): void {
  checkVersion('StreamsGroupCurrentMemberAssignmentKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

