// The records that more than one decision writes, each with the version that the cluster's
// metadata.version allows.

import { type Uuid } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type MetadataVersion } from './features/metadata-version.ts';
import {
  LeaderRecoveryState,
  NO_LEADER_CHANGE,
  type PartitionRegistration,
} from './image/partition-registration.ts';

export type RecordValue<K extends MetadataRecord['kind']> = Extract<
  MetadataRecord,
  { kind: K }
>['value'];

export function topicRecord(name: string, topicId: Uuid): MetadataRecord {
  return { kind: 'TopicRecord', version: 0, value: { name, topicId } };
}

export function featureLevelRecord(name: string, featureLevel: number): MetadataRecord {
  return { kind: 'FeatureLevelRecord', version: 0, value: { name, featureLevel } };
}

/** @param value  null removes the key */
export function configRecord(
  resourceType: number,
  resourceName: string,
  name: string,
  value: string | null,
): MetadataRecord {
  return { kind: 'ConfigRecord', version: 0, value: { resourceType, resourceName, name, value } };
}

/** @param topicName  empty for every topic */
export function clearElrRecord(topicName: string): MetadataRecord {
  return { kind: 'ClearElrRecord', version: 0, value: { topicName } };
}

export function partitionRecord(
  topicId: Uuid,
  partitionId: number,
  partition: PartitionRegistration,
  metadataVersion: MetadataVersion,
): MetadataRecord {
  const hasElr = metadataVersion.isElrSupported && partition.elr.length > 0;
  const hasLastKnownElr = metadataVersion.isElrSupported && partition.lastKnownElr.length > 0;
  return {
    kind: 'PartitionRecord',
    version: metadataVersion.partitionRecordVersion,
    value: {
      partitionId,
      topicId,
      replicas: [...partition.replicas],
      isr: [...partition.isr],
      removingReplicas: [...partition.removingReplicas],
      addingReplicas: [...partition.addingReplicas],
      leader: partition.leader,
      leaderRecoveryState: partition.leaderRecoveryState,
      leaderEpoch: partition.leaderEpoch,
      partitionEpoch: partition.partitionEpoch,
      directories: metadataVersion.isDirectoryAssignmentSupported ? [...partition.directories] : [],
      eligibleLeaderReplicas: hasElr ? [...partition.elr] : null,
      lastKnownElr: hasLastKnownElr ? [...partition.lastKnownElr] : null,
    },
  };
}

export type PartitionChange = Partial<
  Omit<RecordValue<'PartitionChangeRecord'>, 'topicId' | 'partitionId' | 'unknownTaggedFields'>
>;

export function partitionChangeRecord(
  topicId: Uuid,
  partitionId: number,
  change: PartitionChange,
  metadataVersion: MetadataVersion,
): MetadataRecord {
  return {
    kind: 'PartitionChangeRecord',
    version: metadataVersion.partitionChangeRecordVersion,
    value: {
      partitionId,
      topicId,
      isr: null,
      leader: NO_LEADER_CHANGE,
      replicas: null,
      removingReplicas: null,
      addingReplicas: null,
      leaderRecoveryState: LeaderRecoveryState.NO_CHANGE,
      directories: null,
      eligibleLeaderReplicas: null,
      lastKnownElr: null,
      ...change,
    },
  };
}

export type BrokerChange = Partial<
  Omit<
    RecordValue<'BrokerRegistrationChangeRecord'>,
    'brokerId' | 'brokerEpoch' | 'unknownTaggedFields'
  >
>;

/** In the lowest version that can say it, so that older nodes can read as much as possible. */
export function brokerChangeRecord(
  broker: { readonly id: number; readonly epoch: number },
  change: BrokerChange,
): MetadataRecord {
  let version = 0;
  if (change.inControlledShutdown !== undefined) version = 1;
  if (change.logDirs !== undefined) version = 2;
  if (change.cordonedLogDirs !== undefined) version = 3;
  return {
    kind: 'BrokerRegistrationChangeRecord',
    version,
    value: {
      brokerId: broker.id,
      brokerEpoch: broker.epoch,
      fenced: 0,
      inControlledShutdown: 0,
      logDirs: [],
      cordonedLogDirs: null,
      ...change,
    },
  };
}

/** Values of `fenced` in a BrokerRegistrationChangeRecord; 0 leaves it as it is. */
export const FENCE = 1;
export const UNFENCE = -1;
