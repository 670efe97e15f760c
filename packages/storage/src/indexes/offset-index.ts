// OffsetIndex: for about every 4 KiB of a segment, the last offset of a batch and where that batch
// begins. A search gives a place at or before the offset that is looked for.

import { type DiskLane } from '@samsa/common';
import { EntryFile } from './entry-file.ts';
import { type IndexBlock } from './index-block.ts';
import { type LogFile } from '../files/open-files.ts';

/** i32 offset relative to the segment's base, i32 position. */
export const OFFSET_ENTRY_BYTES = 8;

export class OffsetIndex {
  readonly entries: EntryFile;
  readonly #baseOffset: number;
  #lastOffset: number;

  constructor(file: LogFile, baseOffset: number, countOnDisk: number, block: IndexBlock) {
    this.entries = new EntryFile(file, OFFSET_ENTRY_BYTES, countOnDisk, block);
    this.#baseOffset = baseOffset;
    this.#lastOffset = countOnDisk === 0 ? baseOffset : this.#offsetAt(countOnDisk - 1);
  }

  get count(): number {
    return this.entries.count;
  }

  /** Of the last entry; the segment's base offset where there is none. */
  get lastOffset(): number {
    return this.#lastOffset;
  }

  /** The position of the last entry's batch; 0 where there is none. */
  get lastPosition(): number {
    return this.count === 0 ? 0 : this.positionAt(this.count - 1);
  }

  isFull(maxBytes: number): boolean {
    return this.count >= Math.floor(maxBytes / OFFSET_ENTRY_BYTES);
  }

  /** @param offset  the last offset of the batch that begins at `position` */
  append(offset: number, position: number): void {
    this.entries.append();
    this.entries.view.setInt32(this.entries.at, offset - this.#baseOffset);
    this.entries.view.setInt32(this.entries.at + 4, position);
    this.#lastOffset = offset;
  }

  /** Where to begin looking for an offset: the batch there ends at or before it. */
  lookup(offset: number): number {
    const slot = this.#slotAtOrBefore(offset);
    return slot < 0 ? 0 : this.positionAt(slot);
  }

  positionAt(slot: number): number {
    this.entries.seek(slot);
    return this.entries.view.getInt32(this.entries.at + 4);
  }

  offsetAt(slot: number): number {
    return this.#offsetAt(slot);
  }

  /** Forgets entries of this offset and later ones. */
  truncateTo(offset: number): void {
    this.entries.truncateNow(this.#slotAtOrBefore(offset - 1) + 1);
    this.#lastOffset = this.count === 0 ? this.#baseOffset : this.#offsetAt(this.count - 1);
  }

  async sync(lane: DiskLane): Promise<void> {
    await this.entries.sync(lane);
  }

  #slotAtOrBefore(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#offsetAt(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #offsetAt(slot: number): number {
    this.entries.seek(slot);
    return this.#baseOffset + this.entries.view.getInt32(this.entries.at);
  }
}
