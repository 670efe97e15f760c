// TransactionsSeen: follows the transactions of a log while its batches are read from the start, to
// tell which batches were aborted and which markers still have a batch that needs them.
//
// Rules as in Kafka's CleanedTransactionMetadata: a marker outlives the last batch of its transaction
// by one pass at least (KAFKA-13727).

import { type BatchCursor } from '@samsa/protocol';
import { type AbortedTransaction } from '../indexes/transaction-index.ts';
import { endMarkerOf } from '../producers/replay-batch.ts';
import { abortedAt, type AbortedList } from './aborted-list.ts';

/** What one job tells the next one of a compaction. */
export interface TransactionsSeenState {
  /** Producers of which batches were seen that nothing has ended yet, and that are not aborted. */
  readonly committing: readonly number[];
  readonly aborting: readonly AbortingTransaction[];
}

interface AbortingTransaction {
  readonly transaction: AbortedTransaction;
  /** A batch of it was still there. */
  hasBatches: boolean;
}

export const NO_TRANSACTIONS_SEEN: TransactionsSeenState = { committing: [], aborting: [] };

export class TransactionsSeen {
  readonly #committing: Set<number>;
  /** By producer id. */
  readonly #aborting: Map<number, AbortingTransaction>;
  readonly #known: AbortedList;
  #nextKnown = 0;

  /** @param known  the aborted transactions with records in what is read */
  constructor(known: AbortedList, state: TransactionsSeenState) {
    this.#known = known;
    this.#committing = new Set(state.committing);
    this.#aborting = new Map(
      state.aborting.map((each) => [each.transaction.producerId, { ...each }]),
    );
  }

  get state(): TransactionsSeenState {
    return { committing: [...this.#committing], aborting: [...this.#aborting.values()] };
  }

  /** Takes in a data batch; whether it belongs to an aborted transaction. */
  isAborted(batch: BatchCursor): boolean {
    this.#beginUpTo(batch);
    if (!batch.isTransactional) return false;
    const aborting = this.#aborting.get(batch.producerId);
    if (aborting === undefined) {
      this.#committing.add(batch.producerId);
      return false;
    }
    aborting.hasBatches = true;
    return true;
  }

  /**
   * Takes in a control batch.
   *
   * @param keep  gets the aborted transaction where its marker stays for the sake of its batches
   * @returns whether nothing needs the marker any more
   */
  isIdleMarker(batch: BatchCursor, keep: (transaction: AbortedTransaction) => void): boolean {
    this.#beginUpTo(batch);
    // A pass before this one took the record out.
    if (batch.recordCount === 0) return true;
    const marker = endMarkerOf(batch);
    if (marker === undefined) return false;
    if (!marker.isAbort) return !this.#committing.delete(batch.producerId);
    const aborting = this.#aborting.get(batch.producerId);
    this.#aborting.delete(batch.producerId);
    if (aborting?.hasBatches !== true) return true;
    keep(aborting.transaction);
    return false;
  }

  #beginUpTo(batch: BatchCursor): void {
    const { baseOffset, lastOffset } = batch;
    for (;;) {
      const next = abortedAt(this.#known, this.#nextKnown);
      if (next === undefined || next.firstOffset > lastOffset) return;
      this.#nextKnown++;
      // Its marker has passed, in an earlier job: what its producer wrote since is another transaction.
      if (next.lastOffset < baseOffset) continue;
      const open = this.#aborting.get(next.producerId);
      if (open !== undefined && open.transaction.lastOffset >= baseOffset) continue;
      this.#aborting.set(next.producerId, { transaction: next, hasBatches: false });
    }
  }
}
