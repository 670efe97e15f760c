// OffsetCommitValue: coordinator-value in __consumer_offsets, type 1; version 0 to 4, flexible from 4.
// Generated from schema/records/offset-commit-value.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetCommitValue {
  offset: number;
  /** version 3+, default -1 */
  leaderEpoch: number;
  metadata: string;
  commitTimestamp: number;
  /** version 1, default -1 */
  expireTimestamp: number;
  /** version 4, tag 0 */
  topicId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetCommitValue: MessageCodec<OffsetCommitValue> = {
  name: 'OffsetCommitValue',
  versions: [0, 4],
  flexibleFrom: 4,
  read: readOffsetCommitValue,
  write: writeOffsetCommitValue,
  create: createOffsetCommitValue,
};

function createOffsetCommitValue({
  offset = 0,
  leaderEpoch = -1,
  metadata = '',
  commitTimestamp = 0,
  expireTimestamp = -1,
  topicId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<OffsetCommitValue> = {}): OffsetCommitValue {
  const message: OffsetCommitValue = {
    offset,
    leaderEpoch,
    metadata,
    commitTimestamp,
    expireTimestamp,
    topicId,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetCommitValue(reader: Reader, version: number): OffsetCommitValue {
  checkVersion('OffsetCommitValue', version, 0, 4);
  const flexible = version >= 4;
  const message: OffsetCommitValue = {
    offset: reader.int64(),
    leaderEpoch: version >= 3 ? reader.int32() : -1,
    metadata: reader.string(flexible),
    commitTimestamp: reader.int64(),
    expireTimestamp: version === 1 ? reader.int64() : -1,
    topicId: ZERO_UUID,
  };
  if (version >= 4) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0) message.topicId = reader.uuid();
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetCommitValue(writer: Writer, message: OffsetCommitValue, version: number): void {
  checkVersion('OffsetCommitValue', version, 0, 4);
  const flexible = version >= 4;
  writer.int64(message.offset);
  if (version >= 3) {
    writer.int32(message.leaderEpoch);
  }
  writer.string(message.metadata, flexible);
  writer.int64(message.commitTimestamp);
  if (version === 1) {
    writer.int64(message.expireTimestamp);
  }
  if (version >= 4) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasTopicId = message.topicId !== ZERO_UUID;
    if (hasTopicId) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasTopicId) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writer.uuid(message.topicId);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

