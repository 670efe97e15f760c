// The aborted transactions of a part of a log, gathered from its segments' indexes.

import { type AbortedTransaction } from '../indexes/transaction-index.ts';
import { type SegmentList } from './segment-list.ts';

/** Those with records in [from, to). */
export function abortedTransactions(
  segments: SegmentList,
  from: number,
  to: number,
): AbortedTransaction[] {
  const found: AbortedTransaction[] = [];
  for (let slot = Math.max(0, segments.slotOf(from)); ; slot++) {
    const segment = segments.at(slot);
    if (segment === undefined) return found;
    if (segment.hasNoAbortedTransaction) continue;
    if (segment.transactionIndex.collect(from, to, found)) return found;
  }
}
