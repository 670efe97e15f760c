// ReplicaProgress: what a leader knows about the copies of the others — how far each one is, when it
// last fetched — and what follows from it: the high watermark and whether a majority still listens.

import { assert } from '@samsa/common';

import { isSameReplica, type ReplicaKey } from './replica-key.ts';
import { type VoterSet } from './voter-set.ts';

export interface Progress {
  readonly key: ReplicaKey;
  /** End of its synced log, as its last valid fetch said; −1 before one. */
  endOffset: number;
  /** −Infinity before the first fetch of this epoch. */
  lastFetchMs: number;
  /** When it last had everything; −Infinity for never. */
  lastCaughtUpMs: number;
  /** The leader's end offset when it last fetched. */
  leaderEndOffsetThen: number;
}

/** An observer that has not fetched for so long is forgotten (KIP-595 shows only the present ones). */
const OBSERVER_SESSION_MS = 300_000;

/** Bounds what peers can make a leader remember; a fleet of brokers is far smaller. */
const OBSERVERS_MAX = 10_000;

export class ReplicaProgress {
  readonly #local: ReplicaKey;
  readonly #startMs: number;
  readonly #replicas = new Map<string, Progress>();

  constructor(local: ReplicaKey, startMs: number) {
    this.#local = local;
    this.#startMs = startMs;
  }

  /** A fetch or snapshot fetch came in, valid or not: the replica listens. */
  contacted(key: ReplicaKey, voters: VoterSet, nowMs: number): Progress {
    const name = `${key.id}/${key.directoryId}`;
    let progress = this.#replicas.get(name);
    if (progress === undefined) {
      progress = {
        key,
        endOffset: -1,
        lastFetchMs: -Infinity,
        lastCaughtUpMs: -Infinity,
        leaderEndOffsetThen: -1,
      };
      this.#forgetSilentObservers(voters, nowMs);
      if (this.#replicas.size < OBSERVERS_MAX || voters.isVoter(key)) {
        this.#replicas.set(name, progress);
      }
    }
    progress.lastFetchMs = nowMs;
    return progress;
  }

  /** The replica's log equals ours below `endOffset`. */
  fetched(
    key: ReplicaKey,
    endOffset: number,
    leaderEndOffset: number,
    voters: VoterSet,
    nowMs: number,
  ): void {
    const known = this.of(key);
    const previousFetchMs = known?.lastFetchMs ?? -Infinity;
    const progress = this.contacted(key, voters, nowMs);
    progress.endOffset = endOffset;
    if (endOffset >= leaderEndOffset) {
      progress.lastCaughtUpMs = nowMs;
    } else if (progress.leaderEndOffsetThen >= 0 && endOffset >= progress.leaderEndOffsetThen) {
      progress.lastCaughtUpMs = Math.max(progress.lastCaughtUpMs, previousFetchMs);
    }
    progress.leaderEndOffsetThen = leaderEndOffset;
  }

  of(key: ReplicaKey): Progress | undefined {
    let newest: Progress | undefined;
    for (const progress of this.#replicas.values()) {
      if (!isSameReplica(progress.key, key)) continue;
      if (newest === undefined || progress.lastFetchMs > newest.lastFetchMs) newest = progress;
    }
    return newest;
  }

  observers(voters: VoterSet, nowMs: number): Progress[] {
    this.#forgetSilentObservers(voters, nowMs);
    return [...this.#replicas.values()].filter((progress) => !voters.isVoter(progress.key));
  }

  /** The largest offset below which a majority of the voters has everything synced. */
  majorityEndOffset(voters: VoterSet, localSyncedEndOffset: number): number {
    assert(voters.size > 0, 'a leader has voters');
    const endOffsets = voters.voters.map((voter) =>
      isSameReplica(voter, this.#local) ? localSyncedEndOffset : (this.of(voter)?.endOffset ?? -1),
    );
    endOffsets.sort((a, b) => b - a);
    return endOffsets[voters.majority - 1] as number;
  }

  /** The last moment at which a majority of the voters, the leader among them, had fetched. */
  majorityContactMs(voters: VoterSet): number {
    const contacts = voters.voters.map((voter) =>
      isSameReplica(voter, this.#local)
        ? Infinity
        : Math.max(this.#startMs, this.of(voter)?.lastFetchMs ?? -Infinity),
    );
    contacts.sort((a, b) => b - a);
    return contacts[voters.majority - 1] ?? Infinity;
  }

  /** The other voters, the one with the longest log first. */
  successors(voters: VoterSet): ReplicaKey[] {
    return voters.voters
      .filter((voter) => !isSameReplica(voter, this.#local))
      .map((voter) => ({ voter, endOffset: this.of(voter)?.endOffset ?? -1 }))
      .sort((a, b) => b.endOffset - a.endOffset)
      .map(({ voter }) => ({ id: voter.id, directoryId: voter.directoryId }));
  }

  #forgetSilentObservers(voters: VoterSet, nowMs: number): void {
    for (const [name, progress] of this.#replicas) {
      const isSilent = nowMs - progress.lastFetchMs > OBSERVER_SESSION_MS;
      if (isSilent && !voters.isVoter(progress.key)) this.#replicas.delete(name);
    }
  }
}
