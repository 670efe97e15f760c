// ShareGroupTargetAssignmentMetadataKey: coordinator-key in __consumer_offsets, type 12; version 0, never flexible.
// Generated from schema/records/share-group-target-assignment-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupTargetAssignmentMetadataKey {
  groupId: string;
}

export const ShareGroupTargetAssignmentMetadataKey: MessageCodec<ShareGroupTargetAssignmentMetadataKey> = {
  name: 'ShareGroupTargetAssignmentMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareGroupTargetAssignmentMetadataKey,
  write: writeShareGroupTargetAssignmentMetadataKey,
  create: createShareGroupTargetAssignmentMetadataKey,
};

function createShareGroupTargetAssignmentMetadataKey({
  groupId = '',
}: Partial<ShareGroupTargetAssignmentMetadataKey> = {}): ShareGroupTargetAssignmentMetadataKey {
  const message: ShareGroupTargetAssignmentMetadataKey = { groupId };
  return message;
}

function readShareGroupTargetAssignmentMetadataKey(
  reader: Reader,
  version: number,
): ShareGroupTargetAssignmentMetadataKey {
  checkVersion('ShareGroupTargetAssignmentMetadataKey', version, 0, 0);
  const message: ShareGroupTargetAssignmentMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeShareGroupTargetAssignmentMetadataKey(
  writer: Writer,
  message: ShareGroupTargetAssignmentMetadataKey,
  version: number,
): void {
  checkVersion('ShareGroupTargetAssignmentMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

