// ShareUpdateKey: coordinator-key in __share_group_state, type 1; version 0, never flexible.
// Generated from schema/records/share-update-key.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareUpdateKey {
  groupId: string;
  topicId: string;
  partition: number;
}

export const ShareUpdateKey: MessageCodec<ShareUpdateKey> = {
  name: 'ShareUpdateKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readShareUpdateKey,
  write: writeShareUpdateKey,
  create: createShareUpdateKey,
};

function createShareUpdateKey({
  groupId = '',
  topicId = ZERO_UUID,
  partition = 0,
}: Partial<ShareUpdateKey> = {}): ShareUpdateKey {
  const message: ShareUpdateKey = { groupId, topicId, partition };
  return message;
}

function readShareUpdateKey(reader: Reader, version: number): ShareUpdateKey {
  checkVersion('ShareUpdateKey', version, 0, 0);
  const message: ShareUpdateKey = {
    groupId: reader.string(false),
    topicId: reader.uuid(),
    partition: reader.int32(),
  };
  return message;
}

function writeShareUpdateKey(writer: Writer, message: ShareUpdateKey, version: number): void {
  checkVersion('ShareUpdateKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.uuid(message.topicId);
  writer.int32(message.partition);
}

