// StreamsGroupTargetAssignmentMetadataKey: coordinator-key in __consumer_offsets, type 20; version 0, never flexible.
// Generated from schema/records/streams-group-target-assignment-metadata-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupTargetAssignmentMetadataKey {
  groupId: string;
}

export const StreamsGroupTargetAssignmentMetadataKey: MessageCodec<StreamsGroupTargetAssignmentMetadataKey> = {
  name: 'StreamsGroupTargetAssignmentMetadataKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readStreamsGroupTargetAssignmentMetadataKey,
  write: writeStreamsGroupTargetAssignmentMetadataKey,
  create: createStreamsGroupTargetAssignmentMetadataKey,
};

function createStreamsGroupTargetAssignmentMetadataKey({
  groupId = '',
}: Partial<StreamsGroupTargetAssignmentMetadataKey> = {}): StreamsGroupTargetAssignmentMetadataKey {
  const message: StreamsGroupTargetAssignmentMetadataKey = { groupId };
  return message;
}

function readStreamsGroupTargetAssignmentMetadataKey(
  reader: Reader,
  version: number,
): StreamsGroupTargetAssignmentMetadataKey {
  checkVersion('StreamsGroupTargetAssignmentMetadataKey', version, 0, 0);
  const message: StreamsGroupTargetAssignmentMetadataKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeStreamsGroupTargetAssignmentMetadataKey(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMetadataKey,
  version: number,
): void {
  checkVersion('StreamsGroupTargetAssignmentMetadataKey', version, 0, 0);
  writer.string(message.groupId, false);
}

