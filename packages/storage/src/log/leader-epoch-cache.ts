// LeaderEpochCache: where each leader's epoch begins in a log. A replica compares its own with the
// leader's to find the offset up to which both logs are the same (KIP-101, KIP-279).

import { assert } from '@samsa/common';
import { type EpochEntry } from '../checkpoints/leader-epoch-checkpoint.ts';

export const NO_LEADER_EPOCH = -1;

export interface EpochEndOffset {
  readonly epoch: number;
  readonly endOffset: number;
}

const UNKNOWN: EpochEndOffset = { epoch: -1, endOffset: -1 };

export class LeaderEpochCache {
  /** Epochs and start offsets both rise strictly. */
  #entries: EpochEntry[] = [];
  #latestEpoch = NO_LEADER_EPOCH;
  #version = 0;

  get entries(): readonly EpochEntry[] {
    return this.#entries;
  }

  /** −1 where no epoch is known. */
  get latestEpoch(): number {
    return this.#latestEpoch;
  }

  get latestEntry(): EpochEntry | undefined {
    return this.#entries.at(-1);
  }

  /** Rises with each change; what is on disk is compared with it. */
  get version(): number {
    return this.#version;
  }

  /** The epoch begins at this offset. Whatever contradicts it is older knowledge and goes. */
  assign(epoch: number, startOffset: number): void {
    assert(epoch >= 0 && startOffset >= 0, `epoch ${epoch} at ${startOffset} is no epoch entry`);
    const latest = this.#entries.at(-1);
    if (latest !== undefined && latest.epoch === epoch && startOffset >= latest.startOffset) return;
    while (isContradicted(this.#entries.at(-1), epoch, startOffset)) this.#entries.pop();
    this.#entries.push({ epoch, startOffset });
    this.#changed();
  }

  /**
   * Where the records of an epoch end, as a leader answers OffsetForLeaderEpoch: for an epoch it does
   * not know, the largest known one below it. −1, −1 where it cannot say.
   */
  endOffsetFor(epoch: number, logEndOffset: number): EpochEndOffset {
    if (epoch === NO_LEADER_EPOCH) return UNKNOWN;
    if (epoch === this.#latestEpoch) return { epoch, endOffset: logEndOffset };
    const higher = this.#entries.findIndex((entry) => entry.epoch > epoch);
    if (higher < 0) return UNKNOWN;
    const endOffset = this.#entries[higher]?.startOffset ?? -1;
    return { epoch: this.#entries[higher - 1]?.epoch ?? epoch, endOffset };
  }

  /** The epoch of the record at an offset; −1 below the first entry. */
  epochAt(offset: number): number {
    for (let slot = this.#entries.length - 1; slot >= 0; slot--) {
      const entry = this.#entries[slot];
      if (entry !== undefined && entry.startOffset <= offset) return entry.epoch;
    }
    return NO_LEADER_EPOCH;
  }

  /** The largest known epoch below this one; −1 without one. */
  previousEpoch(epoch = this.#latestEpoch): number {
    return this.#entries.findLast((entry) => entry.epoch < epoch)?.epoch ?? NO_LEADER_EPOCH;
  }

  /** The log ends here now: epochs that begin at or after it have no record (KAFKA-10706). */
  truncateFromEnd(endOffset: number): void {
    const kept = this.#entries.filter((entry) => entry.startOffset < endOffset);
    if (kept.length === this.#entries.length) return;
    this.#entries = kept;
    this.#changed();
  }

  /** The log begins here now. The epoch that holds this offset begins at it. */
  truncateFromStart(startOffset: number): void {
    const first = this.#entries.findLastIndex((entry) => entry.startOffset <= startOffset);
    const entry = this.#entries[first];
    if (entry === undefined || (first === 0 && entry.startOffset === startOffset)) return;
    this.#entries = [{ epoch: entry.epoch, startOffset }, ...this.#entries.slice(first + 1)];
    this.#changed();
  }

  clear(): void {
    if (this.#entries.length === 0) return;
    this.#entries = [];
    this.#changed();
  }

  #changed(): void {
    this.#latestEpoch = this.#entries.at(-1)?.epoch ?? NO_LEADER_EPOCH;
    this.#version++;
  }
}

function isContradicted(
  entry: EpochEntry | undefined,
  epoch: number,
  startOffset: number,
): boolean {
  return entry !== undefined && (entry.epoch >= epoch || entry.startOffset >= startOffset);
}
