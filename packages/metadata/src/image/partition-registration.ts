// PartitionRegistration: what the cluster has agreed about one partition. Immutable; a change record
// gives the next one, and only here do the partition epoch and the leader epoch rise.

import { DirectoryId, type Uuid } from '@samsa/common';
import { type PartitionChangeRecord } from '@samsa/protocol/records/partition-change-record';
import { type PartitionRecord } from '@samsa/protocol/records/partition-record';

import { NO_DIRECTORIES, NO_IDS, sameList, type SharedLists } from './shared-lists.ts';

export const NO_LEADER = -1;
/** In a PartitionChangeRecord: the leader and its epoch stay as they are. */
export const NO_LEADER_CHANGE = -2;

/** RECOVERING: elected uncleanly and not yet said to have recovered. Source: KIP-704. */
export const LeaderRecoveryState = { NO_CHANGE: -1, RECOVERED: 0, RECOVERING: 1 } as const;

export class PartitionRegistration {
  /** Broker ids, the preferred leader first; during a reassignment old and new ones together. */
  readonly replicas: readonly number[];
  /** The log directory of each replica, by the same index. */
  readonly directories: readonly Uuid[];
  readonly isr: readonly number[];
  /** Replicas outside the ISR that hold every committed record (KIP-966). Disjoint from `isr`. */
  readonly elr: readonly number[];
  /** The last leader, while ISR and ELR cannot name one. At most one id. */
  readonly lastKnownElr: readonly number[];
  readonly addingReplicas: readonly number[];
  readonly removingReplicas: readonly number[];
  /** NO_LEADER where there is none; else a member of `isr`. */
  readonly leader: number;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly leaderRecoveryState: number;

  /** The lists are kept, not copied. */
  constructor(fields: {
    readonly replicas: readonly number[];
    readonly directories: readonly Uuid[];
    readonly isr: readonly number[];
    readonly elr?: readonly number[];
    readonly lastKnownElr?: readonly number[];
    readonly addingReplicas?: readonly number[];
    readonly removingReplicas?: readonly number[];
    readonly leader: number;
    readonly leaderEpoch: number;
    readonly partitionEpoch: number;
    readonly leaderRecoveryState?: number;
  }) {
    this.replicas = fields.replicas;
    this.directories = fields.directories;
    this.isr = sameList(fields.isr, fields.replicas) ? fields.replicas : fields.isr;
    this.elr = fields.elr ?? NO_IDS;
    this.lastKnownElr = fields.lastKnownElr ?? NO_IDS;
    this.addingReplicas = fields.addingReplicas ?? NO_IDS;
    this.removingReplicas = fields.removingReplicas ?? NO_IDS;
    this.leader = fields.leader;
    this.leaderEpoch = fields.leaderEpoch;
    this.partitionEpoch = fields.partitionEpoch;
    this.leaderRecoveryState = fields.leaderRecoveryState ?? LeaderRecoveryState.RECOVERED;
  }

  static fromRecord(record: PartitionRecord, lists: SharedLists): PartitionRegistration {
    return new PartitionRegistration({
      replicas: lists.of(record.replicas),
      directories: directoriesOf(record.directories, record.replicas.length, lists),
      isr: lists.of(record.isr),
      elr: lists.of(record.eligibleLeaderReplicas ?? NO_IDS),
      lastKnownElr: lists.of(record.lastKnownElr ?? NO_IDS),
      addingReplicas: lists.of(record.addingReplicas),
      removingReplicas: lists.of(record.removingReplicas),
      leader: record.leader,
      leaderEpoch: record.leaderEpoch,
      partitionEpoch: record.partitionEpoch,
      leaderRecoveryState: record.leaderRecoveryState,
    });
  }

  /** The registration after this change. Its epoch rises by one, the leader's when one is named. */
  changedBy(change: PartitionChangeRecord, lists: SharedLists): PartitionRegistration {
    const replicas = change.replicas === null ? this.replicas : lists.of(change.replicas);
    const isLeaderNamed = change.leader !== NO_LEADER_CHANGE;
    return new PartitionRegistration({
      replicas,
      directories: directoriesOf(change.directories ?? this.directories, replicas.length, lists),
      isr: change.isr === null ? this.isr : lists.of(change.isr),
      elr:
        change.eligibleLeaderReplicas === null ? this.elr : lists.of(change.eligibleLeaderReplicas),
      lastKnownElr:
        change.lastKnownElr === null ? this.lastKnownElr : lists.of(change.lastKnownElr),
      addingReplicas:
        change.addingReplicas === null ? this.addingReplicas : lists.of(change.addingReplicas),
      removingReplicas:
        change.removingReplicas === null
          ? this.removingReplicas
          : lists.of(change.removingReplicas),
      leader: isLeaderNamed ? change.leader : this.leader,
      leaderEpoch: isLeaderNamed ? this.leaderEpoch + 1 : this.leaderEpoch,
      partitionEpoch: this.partitionEpoch + 1,
      leaderRecoveryState:
        change.leaderRecoveryState === LeaderRecoveryState.NO_CHANGE
          ? this.leaderRecoveryState
          : change.leaderRecoveryState,
    });
  }

  /** Nobody outside the ISR may lead any more without loss. The partition epoch rises. */
  withoutElr(): PartitionRegistration {
    const { replicas, directories, isr, addingReplicas, removingReplicas } = this;
    const { leader, leaderEpoch, leaderRecoveryState } = this;
    return new PartitionRegistration({
      replicas,
      directories,
      isr,
      addingReplicas,
      removingReplicas,
      leader,
      leaderEpoch,
      partitionEpoch: this.partitionEpoch + 1,
      leaderRecoveryState,
    });
  }

  get hasLeader(): boolean {
    return this.leader !== NO_LEADER;
  }

  get preferredLeader(): number {
    return this.replicas[0] ?? NO_LEADER;
  }

  get hasPreferredLeader(): boolean {
    return this.leader === this.preferredLeader;
  }

  get isReassigning(): boolean {
    return this.addingReplicas.length > 0 || this.removingReplicas.length > 0;
  }

  /** Where this broker keeps its replica; undefined where it has none. */
  directoryOf(brokerId: number): Uuid | undefined {
    const index = this.replicas.indexOf(brokerId);
    return index < 0 ? undefined : this.directories[index];
  }
}

/** Records older than KIP-858 name no directories: those replicas are still to be asked. */
function directoriesOf(
  directories: readonly Uuid[],
  replicaCount: number,
  lists: SharedLists,
): readonly Uuid[] {
  if (directories.length === replicaCount) {
    return replicaCount === 0 ? NO_DIRECTORIES : lists.of(directories);
  }
  return lists.of(Array.from({ length: replicaCount }, () => DirectoryId.MIGRATING));
}
