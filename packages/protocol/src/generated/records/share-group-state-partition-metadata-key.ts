// ShareGroupStatePartitionMetadataKey: coordinator-key in __consumer_offsets, type 15; version 0, never flexible.
// Generated from schema/records/share-group-state-partition-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupStatePartitionMetadataKey {
  groupId: string;
}

export const ShareGroupStatePartitionMetadataKey: MessageCodec<ShareGroupStatePartitionMetadataKey> = {
  name: 'ShareGroupStatePartitionMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareGroupStatePartitionMetadataKey,
  write: writeShareGroupStatePartitionMetadataKey,
  create: createShareGroupStatePartitionMetadataKey,
};

function createShareGroupStatePartitionMetadataKey({
  groupId = '',
}: Partial<ShareGroupStatePartitionMetadataKey> = {}): ShareGroupStatePartitionMetadataKey {
  const message: ShareGroupStatePartitionMetadataKey = { groupId };
  return message;
}

function readShareGroupStatePartitionMetadataKey(
  reader: Reader,
  version: number,
): ShareGroupStatePartitionMetadataKey {
  checkVersion('ShareGroupStatePartitionMetadataKey', version, 0, 0);
  const message: ShareGroupStatePartitionMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeShareGroupStatePartitionMetadataKey(
  writer: Writer,
  message: ShareGroupStatePartitionMetadataKey,
  version: number,
): void {
  checkVersion('ShareGroupStatePartitionMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

