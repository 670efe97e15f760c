// VoterHistory: the voter sets and kraft.versions that the log holds, each at its offset. A set counts
// from the moment it is appended, so truncation has to bring the older one back (KIP-853).

import { assert } from '@samsa/common';

import { type ReplicaKey } from './replica-key.ts';
import { VoterSet } from './voter-set.ts';

interface At<T> {
  readonly offset: number;
  readonly value: T;
}

/** The offset of what stands in no log: the static configuration, or the bootstrap checkpoint. */
const BEFORE_LOG = -1;

export class VoterHistory {
  /** Offsets rise strictly; the first entry stands below every offset that may be truncated. */
  #sets: At<VoterSet>[];
  #versions: At<number>[];

  private constructor(voters: VoterSet, kraftVersion: number) {
    this.#sets = [{ offset: BEFORE_LOG, value: voters }];
    this.#versions = [{ offset: BEFORE_LOG, value: kraftVersion }];
  }

  /** For a node that knows its voters from `controller.quorum.voters` (kraft.version 0). */
  static ofStaticVoters(voters: VoterSet): VoterHistory {
    return new VoterHistory(voters, 0);
  }

  /** For a node whose 0-0 checkpoint names the first voters (kraft.version 1). */
  static ofBootstrapVoters(voters: VoterSet): VoterHistory {
    return new VoterHistory(voters, 1);
  }

  /** For a node that has to learn the voters from the log. */
  static unknown(): VoterHistory {
    return new VoterHistory(VoterSet.EMPTY, 0);
  }

  get voters(): VoterSet {
    return last(this.#sets).value;
  }

  /** The offset of the record that made the present set; below 0 where none did. */
  get votersOffset(): number {
    return last(this.#sets).offset;
  }

  get kraftVersion(): number {
    return last(this.#versions).value;
  }

  /** True for a voter, also for one that is voted out while that is not known to be committed. */
  mayVote(key: ReplicaKey, highWatermark: number): boolean {
    if (this.voters.isVoter(key)) return true;
    const before = this.#sets[this.#sets.length - 2];
    return before !== undefined && this.votersOffset >= highWatermark && before.value.isVoter(key);
  }

  /** The set in force for a reader that has seen everything below `endOffset`. */
  votersBelow(endOffset: number): VoterSet {
    return lastBelow(this.#sets, endOffset);
  }

  kraftVersionBelow(endOffset: number): number {
    return lastBelow(this.#versions, endOffset);
  }

  /** True until the first voters of a kraft.version 1 log are written into it. */
  get isOnlyInBootstrap(): boolean {
    return this.kraftVersion > 0 && this.votersOffset === BEFORE_LOG && this.voters.size > 0;
  }

  addVoters(offset: number, voters: VoterSet): void {
    assert(offset > last(this.#sets).offset, 'voter sets come in the order of the log');
    this.#sets.push({ offset, value: voters });
  }

  addKRaftVersion(offset: number, version: number): void {
    assert(offset > last(this.#versions).offset, 'kraft versions come in the order of the log');
    this.#versions.push({ offset, value: version });
  }

  truncateTo(endOffset: number): void {
    this.#sets = this.#sets.filter((at) => at.offset < endOffset);
    this.#versions = this.#versions.filter((at) => at.offset < endOffset);
  }

  /** The log now begins with a snapshot, whose header says what was in force at its end. */
  startAt(snapshotEndOffset: number, voters: VoterSet, kraftVersion: number): void {
    // What a kraft.version 0 snapshot does not say comes from the configuration, as before.
    const known = kraftVersion === 0 ? (this.#sets[0] as At<VoterSet>).value : voters;
    const offset = kraftVersion === 0 ? BEFORE_LOG : snapshotEndOffset - 1;
    this.#sets = [{ offset, value: known }];
    this.#versions = [{ offset, value: kraftVersion }];
  }
}

function last<T>(list: readonly At<T>[]): At<T> {
  // The constructor puts one in, and truncation keeps it.
  return list[list.length - 1] as At<T>;
}

function lastBelow<T>(list: readonly At<T>[], endOffset: number): T {
  for (let i = list.length - 1; i > 0; i--) {
    const at = list[i] as At<T>;
    if (at.offset < endOffset) return at.value;
  }
  return (list[0] as At<T>).value;
}
