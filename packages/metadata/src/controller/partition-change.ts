// partitionChange: what one event does to one partition — who leads, who is in sync, who could lead
// without loss — as the one record that says it. Every change of a partition is worked out here.

import { type Uuid } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type MetadataVersion } from '../features/metadata-version.ts';
import {
  LeaderRecoveryState,
  NO_LEADER,
  type PartitionRegistration,
} from '../image/partition-registration.ts';
import { NO_IDS, sameList } from '../image/shared-lists.ts';
import { type PartitionChange, partitionChangeRecord } from '../records.ts';

/**
 * `preferred`: the first replica where it is eligible. `online`: keep the leader where it is eligible.
 * `unclean`: as online, and rather lose records than have no leader.
 */
export type Election = 'preferred' | 'online' | 'unclean';

/** What the cluster says that this partition's change depends on. */
export interface PartitionSurroundings {
  readonly metadataVersion: MetadataVersion;
  readonly isElrEnabled: boolean;
  /** min.insync.replicas of the topic, at most its replication factor. */
  readonly minInsyncReplicas: number;
  /** True for a broker that is active and whose directory with this replica is online. */
  canLead(brokerId: number): boolean;
  /** The directory that a new replica on this broker is given. */
  defaultDirectoryOf(brokerId: number): Uuid;
}

/** What shall become of the partition; what is not said stays as it is. */
export interface PartitionTarget {
  readonly election?: Election;
  readonly isr?: readonly number[];
  readonly replicas?: readonly number[];
  readonly addingReplicas?: readonly number[];
  readonly removingReplicas?: readonly number[];
  readonly leaderRecoveryState?: number;
  /** A broker that may have lost the end of its log: it leaves ISR and ELR. */
  readonly uncleanReplica?: number;
  readonly directory?: { readonly brokerId: number; readonly id: Uuid };
}

/** Undefined where nothing changes. */
export function partitionChange(
  topicId: Uuid,
  index: number,
  partition: PartitionRegistration,
  target: PartitionTarget,
  surroundings: PartitionSurroundings,
): MetadataRecord | undefined {
  const change = new ChangeInProgress(partition, target, surroundings).settle();
  if (Object.keys(change).length === 0) return undefined;
  return partitionChangeRecord(topicId, index, change, surroundings.metadataVersion);
}

interface Elected {
  readonly leader: number;
  readonly isUnclean: boolean;
}

class ChangeInProgress {
  readonly #partition: PartitionRegistration;
  readonly #target: PartitionTarget;
  readonly #around: PartitionSurroundings;
  #isr: readonly number[];
  #elr: readonly number[];
  #replicas: readonly number[];
  #adding: readonly number[];
  #removing: readonly number[];

  constructor(
    partition: PartitionRegistration,
    target: PartitionTarget,
    around: PartitionSurroundings,
  ) {
    this.#partition = partition;
    this.#target = target;
    this.#around = around;
    this.#isr = target.isr ?? partition.isr;
    this.#elr = partition.elr;
    this.#replicas = target.replicas ?? partition.replicas;
    this.#adding = target.addingReplicas ?? partition.addingReplicas;
    this.#removing = target.removingReplicas ?? partition.removingReplicas;
  }

  settle(): PartitionChange {
    const change: { -readonly [K in keyof PartitionChange]: PartitionChange[K] } = {};
    const old = this.#partition;
    this.#completeReassignment();
    this.#settleElr();

    const elected = this.#elect();
    if (elected.leader !== old.leader) this.#install(elected, change);
    else if (!includesAll(this.#replicas, old.replicas)) {
      // A replica goes: a new leader epoch fences what it may still send.
      change.leader = old.leader;
    }
    this.#noteElr(elected, change);
    this.#noteIsr(change);
    if (
      this.#around.metadataVersion.isLeaderEpochBumpRequiredOnIsrShrink &&
      change.leader === undefined &&
      change.isr !== undefined &&
      !includesAll(change.isr ?? NO_IDS, old.isr)
    ) {
      change.leader = old.leader;
    }
    this.#noteLastKnownLeader(change);
    this.#noteAssignment(change);
    const recoveryState = this.#target.leaderRecoveryState ?? old.leaderRecoveryState;
    if (recoveryState !== old.leaderRecoveryState) change.leaderRecoveryState = recoveryState;
    return change;
  }

  /** A reassignment ends in the same write that brings its last new replica into the ISR. */
  #completeReassignment(): void {
    if (this.#adding.length === 0 && this.#removing.length === 0) return;
    const stays = (id: number): boolean => !this.#removing.includes(id);
    const isr = this.#isr.filter(stays);
    const replicas = this.#replicas.filter(stays);
    if (isr.length === 0 || replicas.length === 0 || !includesAll(isr, replicas)) return;
    this.#isr = isr;
    this.#replicas = replicas;
    this.#adding = NO_IDS;
    this.#removing = NO_IDS;
  }

  /**
   * Replicas that leave the ISR while it is below min.insync.replicas hold all that was committed,
   * because the high watermark stands still from there on (KIP-966).
   */
  #settleElr(): void {
    if (!this.#around.isElrEnabled || this.#isr.length >= this.#around.minInsyncReplicas) {
      this.#elr = NO_IDS;
      return;
    }
    const candidates = new Set([...this.#elr, ...this.#partition.isr]);
    this.#elr = [...candidates]
      .filter((id) => this.#replicas.includes(id))
      .filter((id) => !this.#isr.includes(id) && id !== this.#target.uncleanReplica)
      .sort((a, b) => a - b);
  }

  #elect(): Elected {
    const election = this.#target.election ?? 'online';
    const old = this.#partition;
    const preferred = this.#replicas[0] ?? NO_LEADER;
    if (election === 'preferred' && this.#isEligible(preferred)) return clean(preferred);
    if (this.#isEligible(old.leader)) return clean(old.leader);
    const eligible = this.#replicas.find((id) => this.#isEligible(id));
    if (eligible !== undefined) return clean(eligible);

    const [lastLeader] = old.lastKnownElr;
    const isLastLeaderTheBest =
      this.#around.isElrEnabled &&
      this.#isr.length === 0 &&
      this.#elr.length === 0 &&
      old.lastKnownElr.length === 1;
    if (isLastLeaderTheBest && lastLeader !== undefined && this.#around.canLead(lastLeader)) {
      return { leader: lastLeader, isUnclean: true };
    }
    if (election === 'unclean') {
      const any = this.#replicas.find((id) => this.#around.canLead(id));
      if (any !== undefined) return { leader: any, isUnclean: true };
    }
    return clean(NO_LEADER);
  }

  /** Loses nothing as leader: in the ISR or, where that is empty, in the ELR. */
  #isEligible(id: number): boolean {
    const holdsAll = this.#isr.length === 0 ? this.#elr.includes(id) : this.#isr.includes(id);
    return holdsAll && this.#around.canLead(id);
  }

  #install({ leader, isUnclean }: Elected, change: PartitionChange): void {
    Object.assign(change, { leader });
    if (this.#elr.includes(leader)) {
      this.#isr = [leader];
      // Where one replica is enough to go on, the others fall behind from now on.
      const isEnough = this.#around.minInsyncReplicas <= 1;
      this.#elr = isEnough ? NO_IDS : this.#elr.filter((id) => id !== leader);
    }
    if (!isUnclean) return;
    // The log of the new leader is the truth now, whatever the others hold.
    Object.assign(change, { isr: [leader] });
    if (this.#partition.leaderRecoveryState !== LeaderRecoveryState.RECOVERING) {
      Object.assign(change, { leaderRecoveryState: LeaderRecoveryState.RECOVERING });
    }
  }

  #noteElr({ isUnclean }: Elected, change: PartitionChange): void {
    if (isUnclean) this.#elr = NO_IDS;
    if (!sameList(this.#elr, this.#partition.elr)) {
      Object.assign(change, { eligibleLeaderReplicas: [...this.#elr] });
    }
  }

  #noteIsr(change: PartitionChange): void {
    if (change.isr !== undefined) return;
    // Without ELR the last member stays in the ISR: it alone is known to hold everything.
    if (this.#isr.length === 0 && !this.#around.isElrEnabled) return;
    if (!sameList(this.#isr, this.#partition.isr)) Object.assign(change, { isr: [...this.#isr] });
  }

  #noteLastKnownLeader(change: PartitionChange): void {
    const old = this.#partition;
    const isKnown = old.lastKnownElr.length === 1 && old.lastKnownElr[0] === old.leader;
    if (!this.#around.isElrEnabled) {
      if (old.lastKnownElr.length > 0) Object.assign(change, { lastKnownElr: [] });
    } else if (change.isr?.length === 0 && !isKnown && old.hasLeader) {
      // Only when it becomes leaderless; later changes do not know who led.
      Object.assign(change, { lastKnownElr: [old.leader] });
    } else if ((change.leader ?? old.leader) !== NO_LEADER && old.lastKnownElr.length > 0) {
      Object.assign(change, { lastKnownElr: [] });
    }
  }

  #noteAssignment(change: PartitionChange): void {
    const old = this.#partition;
    if (this.#around.metadataVersion.isDirectoryAssignmentSupported) {
      const directories = this.#replicas.map((id) => this.#directoryOf(id));
      if (!sameList(directories, old.directories)) Object.assign(change, { directories });
    }
    if (!sameList(this.#replicas, old.replicas)) {
      Object.assign(change, { replicas: [...this.#replicas] });
    }
    if (!sameList(this.#removing, old.removingReplicas)) {
      Object.assign(change, { removingReplicas: [...this.#removing] });
    }
    if (!sameList(this.#adding, old.addingReplicas)) {
      Object.assign(change, { addingReplicas: [...this.#adding] });
    }
  }

  #directoryOf(id: number): Uuid {
    const { directory } = this.#target;
    if (directory?.brokerId === id) return directory.id;
    return this.#partition.directoryOf(id) ?? this.#around.defaultDirectoryOf(id);
  }
}

function clean(leader: number): Elected {
  return { leader, isUnclean: false };
}

function includesAll(list: readonly number[], ids: readonly number[]): boolean {
  return ids.every((id) => list.includes(id));
}
