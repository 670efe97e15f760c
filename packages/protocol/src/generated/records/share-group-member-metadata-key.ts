// ShareGroupMemberMetadataKey: coordinator-key in __consumer_offsets, type 10; version 0, never flexible.
// Generated from schema/records/share-group-member-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

export const ShareGroupMemberMetadataKey: MessageCodec<ShareGroupMemberMetadataKey> = {
  name: 'ShareGroupMemberMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareGroupMemberMetadataKey,
  write: writeShareGroupMemberMetadataKey,
  create: createShareGroupMemberMetadataKey,
};

function createShareGroupMemberMetadataKey({
  groupId = '',
  memberId = '',
}: Partial<ShareGroupMemberMetadataKey> = {}): ShareGroupMemberMetadataKey {
  const message: ShareGroupMemberMetadataKey = { groupId, memberId };
  return message;
}

function readShareGroupMemberMetadataKey(
  reader: Reader,
  version: number,
): ShareGroupMemberMetadataKey {
  checkVersion('ShareGroupMemberMetadataKey', version, 0, 0);
  const message: ShareGroupMemberMetadataKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeShareGroupMemberMetadataKey(
  writer: Writer,
  message: ShareGroupMemberMetadataKey,
  version: number,
): void {
  checkVersion('ShareGroupMemberMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

