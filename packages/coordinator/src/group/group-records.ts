// The records that a group shard writes, in the versions that Apache Kafka 4.3 writes.

import { type GroupRecord } from '@samsa/protocol/group-record';

/** Value versions: topic ids came with 4, and only version 1 has a place for an expiry of its own. */
const OFFSET_COMMIT_VERSION = 4;
const OFFSET_COMMIT_WITH_EXPIRY_VERSION = 1;
const GROUP_METADATA_VERSION = 3;

export type OffsetCommitRecord = Extract<GroupRecord, { kind: 'OffsetCommit' }>;
export type OffsetCommitValue = NonNullable<OffsetCommitRecord['value']>;
export type GroupMetadataRecord = Extract<GroupRecord, { kind: 'GroupMetadata' }>;
export type GroupMetadataValue = NonNullable<GroupMetadataRecord['value']>;
export type LoggedMember = GroupMetadataValue['members'][number];

export function offsetCommitRecord(
  group: string,
  topic: string,
  partition: number,
  value: OffsetCommitValue,
): GroupRecord {
  return {
    kind: 'OffsetCommit',
    key: { group, topic, partition },
    value,
    version: value.expireTimestamp < 0 ? OFFSET_COMMIT_VERSION : OFFSET_COMMIT_WITH_EXPIRY_VERSION,
  };
}

export function offsetCommitTombstone(
  group: string,
  topic: string,
  partition: number,
): GroupRecord {
  return {
    kind: 'OffsetCommit',
    key: { group, topic, partition },
    value: null,
    version: OFFSET_COMMIT_VERSION,
  };
}

export function groupMetadataRecord(group: string, value: GroupMetadataValue): GroupRecord {
  return { kind: 'GroupMetadata', key: { group }, value, version: GROUP_METADATA_VERSION };
}

/** Makes a group that has never had a generation; a member id can be handed out for it then. */
export function newGroupRecord(group: string, nowMs: number): GroupRecord {
  return groupMetadataRecord(group, {
    protocolType: '',
    generation: 0,
    protocol: null,
    leader: null,
    currentStateTimestamp: nowMs,
    members: [],
  });
}

export function groupMetadataTombstone(group: string): GroupRecord {
  return { kind: 'GroupMetadata', key: { group }, value: null, version: GROUP_METADATA_VERSION };
}
