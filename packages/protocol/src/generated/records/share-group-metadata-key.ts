// ShareGroupMetadataKey: coordinator-key in __consumer_offsets, type 11; version 0, never flexible.
// Generated from schema/records/share-group-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupMetadataKey {
  groupId: string;
}

export const ShareGroupMetadataKey: MessageCodec<ShareGroupMetadataKey> = {
  name: 'ShareGroupMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareGroupMetadataKey,
  write: writeShareGroupMetadataKey,
  create: createShareGroupMetadataKey,
};

function createShareGroupMetadataKey({
  groupId = '',
}: Partial<ShareGroupMetadataKey> = {}): ShareGroupMetadataKey {
  const message: ShareGroupMetadataKey = { groupId };
  return message;
}

function readShareGroupMetadataKey(reader: Reader, version: number): ShareGroupMetadataKey {
  checkVersion('ShareGroupMetadataKey', version, 0, 0);
  const message: ShareGroupMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeShareGroupMetadataKey(
  writer: Writer,
  message: ShareGroupMetadataKey,
  version: number,
): void {
  checkVersion('ShareGroupMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

