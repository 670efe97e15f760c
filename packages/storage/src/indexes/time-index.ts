// TimeIndex: how the largest timestamp of a segment grew, and the last offset of the batch in which
// it did. Everything up to an entry's offset is no newer than the entry's timestamp.

import { type DiskLane } from '@samsa/common';
import { EntryFile } from './entry-file.ts';
import { type IndexBlock } from './index-block.ts';
import { getLong, setLong } from './longs.ts';
import { type LogFile } from '../files/open-files.ts';

/** i64 timestamp, i32 offset relative to the segment's base. */
export const TIME_ENTRY_BYTES = 12;

export class TimeIndex {
  readonly entries: EntryFile;
  readonly #baseOffset: number;
  #lastTimestamp = -1;
  #lastOffset: number;

  constructor(file: LogFile, baseOffset: number, countOnDisk: number, block: IndexBlock) {
    this.entries = new EntryFile(file, TIME_ENTRY_BYTES, countOnDisk, block);
    this.#baseOffset = baseOffset;
    this.#lastOffset = baseOffset;
    this.#loadLast();
  }

  get count(): number {
    return this.entries.count;
  }

  /** −1 where there is no entry. */
  get lastTimestamp(): number {
    return this.#lastTimestamp;
  }

  get lastOffset(): number {
    return this.#lastOffset;
  }

  /** One entry is kept free for the one that a roll adds. */
  isFull(maxBytes: number): boolean {
    return this.count >= Math.floor(maxBytes / TIME_ENTRY_BYTES) - 1;
  }

  /** Adds an entry where the timestamp grew; others would say nothing new. */
  append(timestamp: number, offset: number): void {
    if (timestamp <= this.#lastTimestamp) return;
    this.entries.append();
    setLong(this.entries.view, this.entries.at, timestamp);
    this.entries.view.setInt32(this.entries.at + 8, offset - this.#baseOffset);
    this.#lastTimestamp = timestamp;
    this.#lastOffset = offset;
  }

  /**
   * The offset from which a search for the first record at or after `timestamp` may begin: that of
   * the last entry with a timestamp up to it, the base offset where there is none.
   */
  lookup(timestamp: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.timestampAt(middle) <= timestamp) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? this.#baseOffset : this.offsetAt(low - 1);
  }

  timestampAt(slot: number): number {
    this.entries.seek(slot);
    return getLong(this.entries.view, this.entries.at);
  }

  offsetAt(slot: number): number {
    this.entries.seek(slot);
    return this.#baseOffset + this.entries.view.getInt32(this.entries.at + 8);
  }

  /** Forgets entries of this offset and later ones. */
  truncateTo(offset: number): void {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.offsetAt(middle) < offset) low = middle + 1;
      else high = middle;
    }
    this.entries.truncateNow(low);
    this.#loadLast();
  }

  async sync(lane: DiskLane): Promise<void> {
    await this.entries.sync(lane);
  }

  #loadLast(): void {
    const isEmpty = this.count === 0;
    this.#lastTimestamp = isEmpty ? -1 : this.timestampAt(this.count - 1);
    this.#lastOffset = isEmpty ? this.#baseOffset : this.offsetAt(this.count - 1);
  }
}
