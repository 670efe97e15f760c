// LegacyOffsetCommitKey: coordinator-key in __consumer_offsets, type 0; version 0, never flexible.
// Generated from schema/records/legacy-offset-commit-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface LegacyOffsetCommitKey {
  group: string;
  topic: string;
  partition: number;
}

export const LegacyOffsetCommitKey: MessageCodec<LegacyOffsetCommitKey> = {
  name: 'LegacyOffsetCommitKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readLegacyOffsetCommitKey,
  write: writeLegacyOffsetCommitKey,
  create: createLegacyOffsetCommitKey,
};

function createLegacyOffsetCommitKey({
  group = '',
  topic = '',
  partition = 0,
}: Partial<LegacyOffsetCommitKey> = {}): LegacyOffsetCommitKey {
  const message: LegacyOffsetCommitKey = { group, topic, partition };
  return message;
}

function readLegacyOffsetCommitKey(reader: Reader, version: number): LegacyOffsetCommitKey {
  checkVersion('LegacyOffsetCommitKey', version, 0, 0);
  const message: LegacyOffsetCommitKey = {
    group: reader.string(false),
    topic: reader.string(false),
    partition: reader.int32(),
  };
  return message;
}

function writeLegacyOffsetCommitKey(
  writer: Writer,
  message: LegacyOffsetCommitKey,
  version: number,
): void {
  checkVersion('LegacyOffsetCommitKey', version, 0, 0);
  writer.string(message.group, false);
  writer.string(message.topic, false);
  writer.int32(message.partition);
}

