// ReplicatedLog: what the consensus machine asks the log. It only reads: appends, truncations and
// snapshots leave the machine as actions, and the log shows their result before the next input.

export interface OffsetAndEpoch {
  /** Exclusive: the first offset that is not covered. */
  readonly endOffset: number;
  readonly epoch: number;
}

export interface ReplicatedLog {
  /** The first offset the log still holds; the end offset of a snapshot, or 0. */
  readonly startOffset: number;
  /** The next offset to be written. What was written need not be synced yet. */
  readonly endOffset: number;
  /** The epoch of the last record, or of the snapshot below an empty log; 0 where there is neither. */
  readonly lastEpoch: number;
  /** The newest complete snapshot, the bootstrap checkpoint 0-0 not counted. */
  readonly latestSnapshot: OffsetAndEpoch | undefined;
  /** The oldest complete snapshot, likewise. */
  readonly earliestSnapshot: OffsetAndEpoch | undefined;
  /**
   * The largest epoch of the log that is not above `epoch`, and where it ends. Where the log begins
   * above it: epoch of the oldest snapshot and `startOffset`.
   */
  endOffsetForEpoch(epoch: number): OffsetAndEpoch;
}

export type FetchPosition =
  | { readonly kind: 'valid' }
  /** The follower must cut its log to this and ask again. */
  | { readonly kind: 'diverging'; readonly at: OffsetAndEpoch }
  /** The log does not reach back that far: the follower must fetch this snapshot first. */
  | { readonly kind: 'snapshot'; readonly id: OffsetAndEpoch };

/** Compares a follower's end of log with the leader's log. Source: KIP-595, KIP-630. */
export function checkFetchPosition(
  log: ReplicatedLog,
  fetchOffset: number,
  lastFetchedEpoch: number,
): FetchPosition {
  const latest = log.latestSnapshot;
  if (latest !== undefined) {
    const earliest = log.earliestSnapshot ?? latest;
    // From nothing, a snapshot is shorter than the log that led to it.
    const fromNothing = fetchOffset === 0;
    const belowLog =
      fetchOffset < log.startOffset ||
      (fetchOffset === log.startOffset &&
        log.startOffset === earliest.endOffset &&
        lastFetchedEpoch !== earliest.epoch) ||
      (log.startOffset > 0 && lastFetchedEpoch < earliest.epoch);
    if (fromNothing || belowLog) return { kind: 'snapshot', id: latest };
  }
  if (fetchOffset === 0 && lastFetchedEpoch === 0) return { kind: 'valid' };
  const at = log.endOffsetForEpoch(lastFetchedEpoch);
  if (at.epoch !== lastFetchedEpoch || at.endOffset < fetchOffset) return { kind: 'diverging', at };
  return { kind: 'valid' };
}

/** Where a follower whose leader reports this divergence has to cut. Source: KIP-101, KIP-595. */
export function truncationOffset(log: ReplicatedLog, diverging: OffsetAndEpoch): number {
  const own = log.endOffsetForEpoch(diverging.epoch);
  return own.epoch === diverging.epoch
    ? Math.min(own.endOffset, diverging.endOffset)
    : own.endOffset;
}

/** The comparison that keeps a replica with a shorter log from leading (R3). */
export function isUpToDate(log: ReplicatedLog, lastEpoch: number, endOffset: number): boolean {
  if (lastEpoch !== log.lastEpoch) return lastEpoch > log.lastEpoch;
  return endOffset >= log.endOffset;
}
