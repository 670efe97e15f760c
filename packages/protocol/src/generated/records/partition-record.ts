// PartitionRecord: record in __cluster_metadata, type 3; version 0 to 2, flexible from 0.
// Generated from schema/records/partition-record.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface PartitionRecord {
  /** default -1 */
  partitionId: number;
  topicId: string;
  replicas: readonly number[];
  isr: readonly number[];
  removingReplicas: readonly number[];
  addingReplicas: readonly number[];
  /** default -1 */
  leader: number;
  /** tag 0, default 0 */
  leaderRecoveryState: number;
  /** default -1 */
  leaderEpoch: number;
  /** default -1 */
  partitionEpoch: number;
  /** version 1+ */
  directories: readonly string[];
  /** version 2, tag 1, default null */
  eligibleLeaderReplicas: readonly number[] | null;
  /** version 2, tag 2, default null */
  lastKnownElr: readonly number[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const PartitionRecord: MessageCodec<PartitionRecord> = {
  name: 'PartitionRecord',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readPartitionRecord,
  write: writePartitionRecord,
  create: createPartitionRecord,
};

function createPartitionRecord({
  partitionId = -1,
  topicId = ZERO_UUID,
  replicas = [],
  isr = [],
  removingReplicas = [],
  addingReplicas = [],
  leader = -1,
  leaderRecoveryState = 0,
  leaderEpoch = -1,
  partitionEpoch = -1,
  directories = [],
  eligibleLeaderReplicas = null,
  lastKnownElr = null,
  unknownTaggedFields,
}: Partial<PartitionRecord> = {}): PartitionRecord {
  const message: PartitionRecord = {
    partitionId,
    topicId,
    replicas,
    isr,
    removingReplicas,
    addingReplicas,
    leader,
    leaderRecoveryState,
    leaderEpoch,
    partitionEpoch,
    directories,
    eligibleLeaderReplicas,
    lastKnownElr,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionRecord(reader: Reader, version: number): PartitionRecord {
  checkVersion('PartitionRecord', version, 0, 2);
  const message: PartitionRecord = {
    partitionId: reader.int32(),
    topicId: reader.uuid(),
    replicas: reader.int32Array(true),
    isr: reader.int32Array(true),
    removingReplicas: reader.int32Array(true),
    addingReplicas: reader.int32Array(true),
    leader: reader.int32(),
    leaderRecoveryState: 0,
    leaderEpoch: reader.int32(),
    partitionEpoch: reader.int32(),
    directories: version >= 1 ? reader.uuidArray(true) : [],
    eligibleLeaderReplicas: null,
    lastKnownElr: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.leaderRecoveryState = reader.int8();
    else if (tag === 1 && version >= 2) message.eligibleLeaderReplicas = reader.nullableInt32Array(true);
    else if (tag === 2 && version >= 2) message.lastKnownElr = reader.nullableInt32Array(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionRecord(writer: Writer, message: PartitionRecord, version: number): void {
  checkVersion('PartitionRecord', version, 0, 2);
  writer.int32(message.partitionId);
  writer.uuid(message.topicId);
  writer.int32Array(message.replicas, true);
  writer.int32Array(message.isr, true);
  writer.int32Array(message.removingReplicas, true);
  writer.int32Array(message.addingReplicas, true);
  writer.int32(message.leader);
  writer.int32(message.leaderEpoch);
  writer.int32(message.partitionEpoch);
  if (version >= 1) {
    writer.uuidArray(message.directories, true);
  }
  if (version < 1 && message.directories.length !== 0) {
    throw unsupportedField('PartitionRecord.directories', version);
  }
  if (version < 2 && message.eligibleLeaderReplicas !== null) {
    throw unsupportedField('PartitionRecord.eligibleLeaderReplicas', version);
  }
  if (version < 2 && message.lastKnownElr !== null) {
    throw unsupportedField('PartitionRecord.lastKnownElr', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasLeaderRecoveryState = message.leaderRecoveryState !== 0;
  if (hasLeaderRecoveryState) tagCount++;
  const hasEligibleLeaderReplicas = version >= 2 && message.eligibleLeaderReplicas !== null;
  if (hasEligibleLeaderReplicas) tagCount++;
  const hasLastKnownElr = version >= 2 && message.lastKnownElr !== null;
  if (hasLastKnownElr) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasLeaderRecoveryState) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.int8(message.leaderRecoveryState);
    writer.closeTaggedField(opened);
  }
  if (hasEligibleLeaderReplicas) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
    const opened = writer.openTaggedField(1);
    writer.nullableInt32Array(message.eligibleLeaderReplicas, true);
    writer.closeTaggedField(opened);
  }
  if (hasLastKnownElr) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 2);
    const opened = writer.openTaggedField(2);
    writer.nullableInt32Array(message.lastKnownElr, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

