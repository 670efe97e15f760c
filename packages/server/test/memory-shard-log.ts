// MemoryShardLog: a partition's log in memory, whose commits, refusals and losses a test decides.

import { assert, ErrorCode } from '@samsa/common';
import { BatchCursor } from '@samsa/protocol';

import { type LogSlice, type ShardLog } from '../src/runtime/shard-log.ts';

interface Waiter {
  readonly endOffset: number;
  readonly tell: (isCommitted: boolean) => void;
}

export class MemoryShardLog implements ShardLog {
  startOffset = 0;
  maxBatchBytes = 1_048_588;
  committedEndOffset = 0;
  /** True: every append is committed at once. */
  commitsAtOnce = true;
  /** What `appendProblem` says of every batch that is not too large. */
  problem: ErrorCode = ErrorCode.NONE;
  /** Makes the next append fail as if the disk was lost. */
  failsNext = false;
  #batches: Uint8Array[] = [];
  #endOffset = 0;
  #waiters: Waiter[] = [];

  /** Every batch, oldest first. */
  get batches(): readonly Uint8Array[] {
    return this.#batches;
  }

  get endOffset(): number {
    return this.#endOffset;
  }

  /** A log with the same batches, as the next leader finds it: without what was not committed. */
  copyOfCommitted(): MemoryShardLog {
    const copy = new MemoryShardLog();
    copy.startOffset = this.startOffset;
    for (const bytes of this.#batches) {
      const batch = BatchCursor.over(bytes);
      if (batch.nextOffset <= this.committedEndOffset) copy.put(bytes.slice());
    }
    copy.#endOffset = copy.committedEndOffset = this.committedEndOffset;
    return copy;
  }

  /** Adds a batch that has its offsets already, as compaction or another leader left it. */
  put(bytes: Uint8Array): void {
    this.#batches.push(bytes);
    this.#endOffset = BatchCursor.over(bytes).nextOffset;
    this.committedEndOffset = this.#endOffset;
  }

  /** Removes a batch, as compaction does; the offsets of the others stay. */
  drop(index: number): void {
    this.#batches.splice(index, 1);
  }

  commit(endOffset = this.#endOffset): void {
    this.committedEndOffset = Math.max(this.committedEndOffset, endOffset);
    const told = this.#waiters.filter((waiter) => waiter.endOffset <= this.committedEndOffset);
    this.#waiters = this.#waiters.filter((waiter) => waiter.endOffset > this.committedEndOffset);
    for (const waiter of told) waiter.tell(true);
  }

  // oxlint-disable-next-line typescript/require-await -- a promise by contract
  async settledEndOffset(): Promise<number> {
    return this.#endOffset;
  }

  read(fromOffset: number, maxBytes: number, endOffset: number): LogSlice {
    const chunks: Uint8Array[] = [];
    let nextOffset = fromOffset;
    let size = 0;
    for (const bytes of this.#batches) {
      const batch = BatchCursor.over(bytes);
      if (batch.nextOffset <= fromOffset) continue;
      if (batch.baseOffset >= endOffset || (chunks.length > 0 && size + bytes.length > maxBytes)) {
        break;
      }
      chunks.push(bytes);
      size += bytes.length;
      nextOffset = batch.nextOffset;
    }
    return { chunks, nextOffset, release() {} };
  }

  appendProblem(batchBytes: number): ErrorCode {
    return batchBytes > this.maxBatchBytes ? ErrorCode.MESSAGE_TOO_LARGE : this.problem;
  }

  append(batch: Uint8Array): number {
    if (this.failsNext) {
      this.failsNext = false;
      throw new Error('the disk is lost');
    }
    assert(this.appendProblem(batch.length) === ErrorCode.NONE, 'the log was asked first');
    const kept = batch.slice();
    const cursor = BatchCursor.over(kept);
    cursor.assign(this.#endOffset, 1);
    this.#batches.push(kept);
    this.#endOffset = cursor.nextOffset;
    if (this.commitsAtOnce) this.commit();
    return this.#endOffset - 1;
  }

  whenCommitted(endOffset: number, tell: (isCommitted: boolean) => void): void {
    if (endOffset <= this.committedEndOffset) tell(true);
    else this.#waiters.push({ endOffset, tell });
  }
}
