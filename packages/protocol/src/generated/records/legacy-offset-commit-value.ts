// LegacyOffsetCommitValue: coordinator-value in __consumer_offsets, type 0; version 0, never flexible.
// Generated from schema/records/legacy-offset-commit-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface LegacyOffsetCommitValue {
  offset: number;
  metadata: string;
  commitTimestamp: number;
}

export const LegacyOffsetCommitValue: MessageCodec<LegacyOffsetCommitValue> = {
  name: 'LegacyOffsetCommitValue',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readLegacyOffsetCommitValue,
  write: writeLegacyOffsetCommitValue,
  create: createLegacyOffsetCommitValue,
};

function createLegacyOffsetCommitValue({
  offset = 0,
  metadata = '',
  commitTimestamp = 0,
}: Partial<LegacyOffsetCommitValue> = {}): LegacyOffsetCommitValue {
  const message: LegacyOffsetCommitValue = { offset, metadata, commitTimestamp };
  return message;
}

function readLegacyOffsetCommitValue(reader: Reader, version: number): LegacyOffsetCommitValue {
  checkVersion('LegacyOffsetCommitValue', version, 0, 0);
  const message: LegacyOffsetCommitValue = {
    offset: reader.int64(),
    metadata: reader.string(false),
    commitTimestamp: reader.int64(),
  };
  return message;
}

function writeLegacyOffsetCommitValue(
  writer: Writer,
  message: LegacyOffsetCommitValue,
  version: number,
): void {
  checkVersion('LegacyOffsetCommitValue', version, 0, 0);
  writer.int64(message.offset);
  writer.string(message.metadata, false);
  writer.int64(message.commitTimestamp);
}

