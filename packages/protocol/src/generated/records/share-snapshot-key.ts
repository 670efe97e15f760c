// ShareSnapshotKey: coordinator-key in __share_group_state, type 0; version 0, never flexible.
// Generated from schema/records/share-snapshot-key.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareSnapshotKey {
  groupId: string;
  topicId: string;
  partition: number;
}

export const ShareSnapshotKey: MessageCodec<ShareSnapshotKey> = {
  name: 'ShareSnapshotKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareSnapshotKey,
  write: writeShareSnapshotKey,
  create: createShareSnapshotKey,
};

function createShareSnapshotKey({
  groupId = '',
  topicId = ZERO_UUID,
  partition = 0,
}: Partial<ShareSnapshotKey> = {}): ShareSnapshotKey {
  const message: ShareSnapshotKey = { groupId, topicId, partition };
  return message;
}

function readShareSnapshotKey(reader: Reader, version: number): ShareSnapshotKey {
  checkVersion('ShareSnapshotKey', version, 0, 0);
  const message: ShareSnapshotKey = {
    groupId: reader.string(false),
    topicId: reader.uuid(),
    partition: reader.int32(),
  };
  return message;
}

function writeShareSnapshotKey(writer: Writer, message: ShareSnapshotKey, version: number): void {
  checkVersion('ShareSnapshotKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.uuid(message.topicId);
  writer.int32(message.partition);
}

