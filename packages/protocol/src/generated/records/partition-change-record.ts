// PartitionChangeRecord: record in __cluster_metadata, type 5; version 0 to 2, flexible from 0.
// Generated from schema/records/partition-change-record.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface PartitionChangeRecord {
  /** default -1 */
  partitionId: number;
  topicId: string;
  /** tag 0, default null */
  isr: readonly number[] | null;
  /** tag 1, default -2 */
  leader: number;
  /** tag 2, default null */
  replicas: readonly number[] | null;
  /** tag 3, default null */
  removingReplicas: readonly number[] | null;
  /** tag 4, default null */
  addingReplicas: readonly number[] | null;
  /** tag 5, default -1 */
  leaderRecoveryState: number;
  /** version 1+, tag 8, default null */
  directories: readonly string[] | null;
  /** version 2, tag 6, default null */
  eligibleLeaderReplicas: readonly number[] | null;
  /** version 2, tag 7, default null */
  lastKnownElr: readonly number[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const PartitionChangeRecord: MessageCodec<PartitionChangeRecord> = {
  name: 'PartitionChangeRecord',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readPartitionChangeRecord,
  write: writePartitionChangeRecord,
  create: createPartitionChangeRecord,
};

function createPartitionChangeRecord({
  partitionId = -1,
  topicId = ZERO_UUID,
  isr = null,
  leader = -2,
  replicas = null,
  removingReplicas = null,
  addingReplicas = null,
  leaderRecoveryState = -1,
  directories = null,
  eligibleLeaderReplicas = null,
  lastKnownElr = null,
  unknownTaggedFields,
}: Partial<PartitionChangeRecord> = {}): PartitionChangeRecord {
  const message: PartitionChangeRecord = {
    partitionId,
    topicId,
    isr,
    leader,
    replicas,
    removingReplicas,
    addingReplicas,
    leaderRecoveryState,
    directories,
    eligibleLeaderReplicas,
    lastKnownElr,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionChangeRecord(reader: Reader, version: number): PartitionChangeRecord {
  checkVersion('PartitionChangeRecord', version, 0, 2);
  const message: PartitionChangeRecord = {
    partitionId: reader.int32(),
    topicId: reader.uuid(),
    isr: null,
    leader: -2,
    replicas: null,
    removingReplicas: null,
    addingReplicas: null,
    leaderRecoveryState: -1,
    directories: null,
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.isr = reader.nullableInt32Array(true);
    else if (tag === 1) message.leader = reader.int32();
    else if (tag === 2) message.replicas = reader.nullableInt32Array(true);
    else if (tag === 3) message.removingReplicas = reader.nullableInt32Array(true);
    else if (tag === 4) message.addingReplicas = reader.nullableInt32Array(true);
    else if (tag === 5) message.leaderRecoveryState = reader.int8();
    else if (tag === 6 && version >= 2) message.eligibleLeaderReplicas = reader.nullableInt32Array(true);
    else if (tag === 7 && version >= 2) message.lastKnownElr = reader.nullableInt32Array(true);
    else if (tag === 8 && version >= 1) message.directories = reader.nullableUuidArray(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionChangeRecord(
  writer: Writer,
  message: PartitionChangeRecord,
  version: number,
): void {
  checkVersion('PartitionChangeRecord', version, 0, 2);
  writer.int32(message.partitionId);
  writer.uuid(message.topicId);
  if (version < 1 && message.directories !== null) {
    throw unsupportedField('PartitionChangeRecord.directories', version);
  }
  if (version < 2 && message.eligibleLeaderReplicas !== null) {
    throw unsupportedField('PartitionChangeRecord.eligibleLeaderReplicas', version);
  }
  if (version < 2 && message.lastKnownElr !== null) {
    throw unsupportedField('PartitionChangeRecord.lastKnownElr', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasIsr = message.isr !== null;
  if (hasIsr) tagCount++;
  const hasLeader = message.leader !== -2;
  if (hasLeader) tagCount++;
  const hasReplicas = message.replicas !== null;
  if (hasReplicas) tagCount++;
  const hasRemovingReplicas = message.removingReplicas !== null;
  if (hasRemovingReplicas) tagCount++;
  const hasAddingReplicas = message.addingReplicas !== null;
  if (hasAddingReplicas) tagCount++;
  const hasLeaderRecoveryState = message.leaderRecoveryState !== -1;
  if (hasLeaderRecoveryState) tagCount++;
  const hasEligibleLeaderReplicas = version >= 2 && message.eligibleLeaderReplicas !== null;
  if (hasEligibleLeaderReplicas) tagCount++;
  const hasLastKnownElr = version >= 2 && message.lastKnownElr !== null;
  if (hasLastKnownElr) tagCount++;
  const hasDirectories = version >= 1 && message.directories !== null;
  if (hasDirectories) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasIsr) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.nullableInt32Array(message.isr, true);
    writer.closeTaggedField(opened);
  }
  if (hasLeader) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
    const opened = writer.openTaggedField(1);
    writer.int32(message.leader);
    writer.closeTaggedField(opened);
  }
  if (hasReplicas) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 2);
    const opened = writer.openTaggedField(2);
    writer.nullableInt32Array(message.replicas, true);
    writer.closeTaggedField(opened);
  }
  if (hasRemovingReplicas) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 3);
    const opened = writer.openTaggedField(3);
    writer.nullableInt32Array(message.removingReplicas, true);
    writer.closeTaggedField(opened);
  }
  if (hasAddingReplicas) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 4);
    const opened = writer.openTaggedField(4);
    writer.nullableInt32Array(message.addingReplicas, true);
    writer.closeTaggedField(opened);
  }
  if (hasLeaderRecoveryState) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 5);
    const opened = writer.openTaggedField(5);
    writer.int8(message.leaderRecoveryState);
    writer.closeTaggedField(opened);
  }
  if (hasEligibleLeaderReplicas) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 6);
    const opened = writer.openTaggedField(6);
    writer.nullableInt32Array(message.eligibleLeaderReplicas, true);
    writer.closeTaggedField(opened);
  }
  if (hasLastKnownElr) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 7);
    const opened = writer.openTaggedField(7);
    writer.nullableInt32Array(message.lastKnownElr, true);
    writer.closeTaggedField(opened);
  }
  if (hasDirectories) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 8);
    const opened = writer.openTaggedField(8);
    writer.nullableUuidArray(message.directories, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

