// GroupMetadataKey: coordinator-key in __consumer_offsets, type 2; version 0, never flexible.
// Generated from schema/records/group-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface GroupMetadataKey {
  group: string;
}

export const GroupMetadataKey: MessageCodec<GroupMetadataKey> = {
  name: 'GroupMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readGroupMetadataKey,
  write: writeGroupMetadataKey,
  create: createGroupMetadataKey,
};

function createGroupMetadataKey({
  group = '',
}: Partial<GroupMetadataKey> = {}): GroupMetadataKey {
  const message: GroupMetadataKey = { group };
  return message;
}

function readGroupMetadataKey(reader: Reader, version: number): GroupMetadataKey {
  checkVersion('GroupMetadataKey', version, 0, 0);
  const message: GroupMetadataKey = {
    group: reader.string(false),
  };
  return message;
}

function writeGroupMetadataKey(writer: Writer, message: GroupMetadataKey, version: number): void {
  checkVersion('GroupMetadataKey', version, 0, 0);
  writer.string(message.group, false);
}

