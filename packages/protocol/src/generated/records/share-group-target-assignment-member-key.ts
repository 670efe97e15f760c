// ShareGroupTargetAssignmentMemberKey: coordinator-key in __consumer_offsets, type 13; version 0, never flexible.
// Generated from schema/records/share-group-target-assignment-member-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupTargetAssignmentMemberKey {
  groupId: string;
  memberId: string;
}

export const ShareGroupTargetAssignmentMemberKey: MessageCodec<ShareGroupTargetAssignmentMemberKey> = {
  name: 'ShareGroupTargetAssignmentMemberKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareGroupTargetAssignmentMemberKey,
  write: writeShareGroupTargetAssignmentMemberKey,
  create: createShareGroupTargetAssignmentMemberKey,
};

function createShareGroupTargetAssignmentMemberKey({
  groupId = '',
  memberId = '',
}: Partial<ShareGroupTargetAssignmentMemberKey> = {}): ShareGroupTargetAssignmentMemberKey {
  const message: ShareGroupTargetAssignmentMemberKey = { groupId, memberId };
  return message;
}

function readShareGroupTargetAssignmentMemberKey(
  reader: Reader,
  version: number,
): ShareGroupTargetAssignmentMemberKey {
  checkVersion('ShareGroupTargetAssignmentMemberKey', version, 0, 0);
  const message: ShareGroupTargetAssignmentMemberKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeShareGroupTargetAssignmentMemberKey(
  writer: Writer,
  message: ShareGroupTargetAssignmentMemberKey,
  version: number,
): void {
  checkVersion('ShareGroupTargetAssignmentMemberKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

