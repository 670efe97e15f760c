// ShareGroupCurrentMemberAssignmentKey: coordinator-key in __consumer_offsets, type 14; version 0, never flexible.
// Generated from schema/records/share-group-current-member-assignment-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupCurrentMemberAssignmentKey {
  groupId: string;
  memberId: string;
}

export const ShareGroupCurrentMemberAssignmentKey: MessageCodec<ShareGroupCurrentMemberAssignmentKey> = {
  name: 'ShareGroupCurrentMemberAssignmentKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareGroupCurrentMemberAssignmentKey,
  write: writeShareGroupCurrentMemberAssignmentKey,
  create: createShareGroupCurrentMemberAssignmentKey,
};

function createShareGroupCurrentMemberAssignmentKey({
  groupId = '',
  memberId = '',
}: Partial<ShareGroupCurrentMemberAssignmentKey> = {}): ShareGroupCurrentMemberAssignmentKey {
  const message: ShareGroupCurrentMemberAssignmentKey = { groupId, memberId };
  return message;
}

function readShareGroupCurrentMemberAssignmentKey(
  reader: Reader,
  version: number,
): ShareGroupCurrentMemberAssignmentKey {
  checkVersion('ShareGroupCurrentMemberAssignmentKey', version, 0, 0);
  const message: ShareGroupCurrentMemberAssignmentKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeShareGroupCurrentMemberAssignmentKey(
  writer: Writer,
  message: ShareGroupCurrentMemberAssignmentKey,
  version: number,
): void {
  checkVersion('ShareGroupCurrentMemberAssignmentKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

