// StreamsGroupMetadataKey: coordinator-key in __consumer_offsets, type 17; version 0, never flexible.
// Generated from schema/records/streams-group-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupMetadataKey {
  groupId: string;
}

export const StreamsGroupMetadataKey: MessageCodec<StreamsGroupMetadataKey> = {
  name: 'StreamsGroupMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readStreamsGroupMetadataKey,
  write: writeStreamsGroupMetadataKey,
  create: createStreamsGroupMetadataKey,
};

function createStreamsGroupMetadataKey({
  groupId = '',
}: Partial<StreamsGroupMetadataKey> = {}): StreamsGroupMetadataKey {
  const message: StreamsGroupMetadataKey = { groupId };
  return message;
}

function readStreamsGroupMetadataKey(reader: Reader, version: number): StreamsGroupMetadataKey {
  checkVersion('StreamsGroupMetadataKey', version, 0, 0);
  const message: StreamsGroupMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeStreamsGroupMetadataKey(
  writer: Writer,
  message: StreamsGroupMetadataKey,
  version: number,
): void {
  checkVersion('StreamsGroupMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

