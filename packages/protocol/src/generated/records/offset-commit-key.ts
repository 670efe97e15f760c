// OffsetCommitKey: coordinator-key in __consumer_offsets, type 1; version 0, never flexible.
// Generated from schema/records/offset-commit-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetCommitKey {
  group: string;
  topic: string;
  partition: number;
}

export const OffsetCommitKey: MessageCodec<OffsetCommitKey> = {
  name: 'OffsetCommitKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readOffsetCommitKey,
  write: writeOffsetCommitKey,
  create: createOffsetCommitKey,
};

function createOffsetCommitKey({
  group = '',
  topic = '',
  partition = 0,
}: Partial<OffsetCommitKey> = {}): OffsetCommitKey {
  const message: OffsetCommitKey = { group, topic, partition };
  return message;
}

function readOffsetCommitKey(reader: Reader, version: number): OffsetCommitKey {
  checkVersion('OffsetCommitKey', version, 0, 0);
  const message: OffsetCommitKey = {
    group: reader.string(false),
    topic: reader.string(false),
    partition: reader.int32(),
  };
  return message;
}

function writeOffsetCommitKey(writer: Writer, message: OffsetCommitKey, version: number): void {
  checkVersion('OffsetCommitKey', version, 0, 0);
  writer.string(message.group, false);
  writer.string(message.topic, false);
  writer.int32(message.partition);
}

