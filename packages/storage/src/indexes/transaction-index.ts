// TransactionIndex: the aborted transactions whose markers lie in a segment; a read_committed fetch
// tells its client which batches to skip. The file appears with the first entry.

import { type DiskLane } from '@samsa/common';
import { EntryFile } from './entry-file.ts';
import { type IndexBlock } from './index-block.ts';
import { getLong, setLong } from './longs.ts';
import { type LogFile } from '../files/open-files.ts';

/** i16 version, then i64 each: producer id, first offset, last offset, last stable offset. */
export const TRANSACTION_ENTRY_BYTES = 34;

const VERSION = 0;

export interface AbortedTransaction {
  readonly producerId: number;
  readonly firstOffset: number;
  /** Of the abort marker. */
  readonly lastOffset: number;
  /** The last stable offset once the marker was there: nothing below it can still be aborted. */
  readonly lastStableOffset: number;
}

export class TransactionIndex {
  readonly entries: EntryFile;

  constructor(file: LogFile, countOnDisk: number, block: IndexBlock) {
    this.entries = new EntryFile(file, TRANSACTION_ENTRY_BYTES, countOnDisk, block);
  }

  get count(): number {
    return this.entries.count;
  }

  append(transaction: AbortedTransaction): void {
    this.entries.append();
    writeTransactionEntry(this.entries.view, this.entries.at, transaction);
  }

  entryAt(slot: number): AbortedTransaction {
    this.entries.seek(slot);
    const { view, at } = this.entries;
    return {
      producerId: getLong(view, at + 2),
      firstOffset: getLong(view, at + 10),
      lastOffset: getLong(view, at + 18),
      lastStableOffset: getLong(view, at + 26),
    };
  }

  /**
   * Adds the transactions that overlap [from, to) to `found`. True when no later segment can hold
   * another one.
   */
  collect(from: number, to: number, found: AbortedTransaction[]): boolean {
    for (let slot = 0; slot < this.count; slot++) {
      const entry = this.entryAt(slot);
      if (entry.lastOffset >= from && entry.firstOffset < to) found.push(entry);
      if (entry.lastStableOffset >= to) return true;
    }
    return false;
  }

  /** Forgets transactions whose markers are at this offset or later. */
  truncateTo(offset: number): void {
    let kept = this.count;
    while (kept > 0 && this.entryAt(kept - 1).lastOffset >= offset) kept--;
    this.entries.truncateNow(kept);
  }

  async sync(lane: DiskLane): Promise<void> {
    await this.entries.sync(lane);
  }
}

export function writeTransactionEntry(
  view: DataView,
  at: number,
  transaction: AbortedTransaction,
): void {
  view.setInt16(at, VERSION);
  setLong(view, at + 2, transaction.producerId);
  setLong(view, at + 10, transaction.firstOffset);
  setLong(view, at + 18, transaction.lastOffset);
  setLong(view, at + 26, transaction.lastStableOffset);
}
