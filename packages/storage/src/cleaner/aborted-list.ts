// AbortedList: the aborted transactions of a part of a log, by their first offset, as flat numbers that
// are shared with a job instead of being copied for it.

import { type AbortedTransaction } from '../indexes/transaction-index.ts';

const FIELDS = 4;

/** Fields of one transaction after another. */
export type AbortedList = Float64Array<SharedArrayBuffer>;

export function abortedList(transactions: readonly AbortedTransaction[]): AbortedList {
  const sorted = transactions.toSorted((a, b) => a.firstOffset - b.firstOffset);
  const list = new Float64Array(new SharedArrayBuffer(sorted.length * FIELDS * 8));
  sorted.forEach((each, slot) => {
    list.set(
      [each.producerId, each.firstOffset, each.lastOffset, each.lastStableOffset],
      slot * FIELDS,
    );
  });
  return list;
}

/** Undefined behind the last one. */
export function abortedAt(list: AbortedList, slot: number): AbortedTransaction | undefined {
  const at = slot * FIELDS;
  const producerId = list[at];
  const firstOffset = list[at + 1];
  const lastOffset = list[at + 2];
  const lastStableOffset = list[at + 3];
  if (
    producerId === undefined ||
    firstOffset === undefined ||
    lastOffset === undefined ||
    lastStableOffset === undefined
  ) {
    return undefined;
  }
  return { producerId, firstOffset, lastOffset, lastStableOffset };
}
