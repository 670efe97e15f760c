// ShardLog: the one partition's log that a coordinator shard lives on, as far as the runtime needs it.
// A replica of this broker stands behind it; tests put a log in memory there.

import { type ErrorCode } from '@samsa/common';

export interface LogSlice {
  /** Whole batches, one after the other; none when nothing is left below the end. */
  readonly chunks: readonly Uint8Array[];
  /** Where to read on. Not less than the offset asked for. */
  readonly nextOffset: number;
  /** Gives the buffers back. Called exactly once. */
  release(): void;
}

export interface ShardLog {
  readonly startOffset: number;
  /** Everything below is on all in-sync replicas and will not be lost. */
  readonly committedEndOffset: number;
  /** The largest batch that the log takes. */
  readonly maxBatchBytes: number;

  /**
   * Resolves to the end of everything that is in the log now, above the committed end too, once all
   * of it can be read. A new leader's committed end may lag behind what was acknowledged before, and
   * whatever a leader has will be committed, so all of it is loaded. Rejects when leadership ends.
   */
  settledEndOffset(): Promise<number>;

  /** @param endOffset  where to stop, exclusive */
  read(fromOffset: number, maxBytes: number, endOffset: number): LogSlice | Promise<LogSlice>;

  /**
   * NONE, or why a batch of this size would be refused now. Where this says NONE, an `append` in the
   * same turn fails only by losing the disk.
   */
  appendProblem(batchBytes: number): ErrorCode;

  /** Appends one batch as the leader; returns its last offset. The bytes are read during the call. */
  append(batch: Uint8Array): number;

  /**
   * Tells once everything below `endOffset` is committed, or that this will not be known here any
   * more. May tell at once.
   */
  whenCommitted(endOffset: number, tell: (isCommitted: boolean) => void): void;
}
