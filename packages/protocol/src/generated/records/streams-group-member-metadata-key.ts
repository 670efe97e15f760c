// StreamsGroupMemberMetadataKey: coordinator-key in __consumer_offsets, type 19; version 0, never flexible.
// Generated from schema/records/streams-group-member-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupMemberMetadataKey {
  groupId: string;
  memberId: string;
}

export const StreamsGroupMemberMetadataKey: MessageCodec<StreamsGroupMemberMetadataKey> = {
  name: 'StreamsGroupMemberMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readStreamsGroupMemberMetadataKey,
  write: writeStreamsGroupMemberMetadataKey,
  create: createStreamsGroupMemberMetadataKey,
};

function createStreamsGroupMemberMetadataKey({
  groupId = '',
  memberId = '',
}: Partial<StreamsGroupMemberMetadataKey> = {}): StreamsGroupMemberMetadataKey {
  const message: StreamsGroupMemberMetadataKey = { groupId, memberId };
  return message;
}

function readStreamsGroupMemberMetadataKey(
  reader: Reader,
  version: number,
): StreamsGroupMemberMetadataKey {
  checkVersion('StreamsGroupMemberMetadataKey', version, 0, 0);
  const message: StreamsGroupMemberMetadataKey = {
    groupId: reader.string(false),
    memberId: reader.string(false),
  };
  return message;
}

function writeStreamsGroupMemberMetadataKey(
  writer: Writer,
  message: StreamsGroupMemberMetadataKey,
  version: number,
): void {
  checkVersion('StreamsGroupMemberMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.memberId, false);
}

