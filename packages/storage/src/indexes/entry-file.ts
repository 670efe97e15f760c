// EntryFile: a file of entries of one size, as Kafka's three indexes are. New entries gather in
// memory and go to disk when the segment rolls, when it closes, or when there are too many of them
// to keep; entries on disk are read when a search passes them.

import { type DiskLane } from '@samsa/common';
import { type LogFile } from '../files/open-files.ts';
import { type IndexBlock } from './index-block.ts';

/** Entries kept in memory; an offset index gains this many in 16 MiB of log. */
const MAX_ENTRIES_IN_MEMORY = 4096;
const FIRST_ENTRIES_IN_MEMORY = 16;
const WARMING_PIECE_BYTES = 1024 * 1024;

export class EntryFile {
  readonly entrySize: number;
  readonly file: LogFile;
  readonly #block: IndexBlock;
  #countOnDisk: number;
  #memory: DataView<ArrayBuffer> | undefined = undefined;
  #countInMemory = 0;
  #isWarm = true;

  /** The entry last sought: its fields are at `at` in `view`. Valid until the next call. */
  view: DataView = NO_ENTRY;
  at = 0;

  constructor(file: LogFile, entrySize: number, countOnDisk: number, block: IndexBlock) {
    this.file = file;
    this.entrySize = entrySize;
    this.#countOnDisk = countOnDisk;
    this.#block = block;
    this.#isWarm = countOnDisk === 0;
  }

  get count(): number {
    return this.#countOnDisk + this.#countInMemory;
  }

  get hasEntriesInMemory(): boolean {
    return this.#countInMemory > 0;
  }

  /** Points `view` and `at` at an entry. Throws what the disk throws. */
  seek(slot: number): void {
    if (slot >= this.#countOnDisk) {
      this.view = this.#memory ?? NO_ENTRY;
      this.at = (slot - this.#countOnDisk) * this.entrySize;
      return;
    }
    this.at = this.#block.load(this, slot, this.#countOnDisk);
    this.view = this.#block.view;
  }

  /** Makes room for one more entry and points `view` and `at` at it; the caller fills every byte. */
  append(): void {
    if (this.#countInMemory === MAX_ENTRIES_IN_MEMORY) this.writeNow();
    this.view = this.#memoryFor(this.#countInMemory + 1);
    this.at = this.#countInMemory * this.entrySize;
    this.#countInMemory++;
  }

  /** Moves what is in memory to the file, into the page cache. */
  writeNow(): void {
    if (this.#countInMemory === 0 || this.#memory === undefined) return;
    const bytes = new Uint8Array(this.#memory.buffer, 0, this.#countInMemory * this.entrySize);
    const at = this.#countOnDisk * this.entrySize;
    const written = this.file.now().writeNow([bytes], at);
    if (written !== bytes.length) throw new Error(`short write to ${this.file.path}`);
    this.#countOnDisk += this.#countInMemory;
    this.#countInMemory = 0;
    this.#block.forget(this);
  }

  /** Keeps the first `count` entries. The file loses the others at once. */
  truncateNow(count: number): void {
    if (count >= this.count) return;
    if (count >= this.#countOnDisk) {
      this.#countInMemory = count - this.#countOnDisk;
      return;
    }
    this.#countInMemory = 0;
    this.#countOnDisk = count;
    this.#block.forget(this);
    this.file.now().truncateNow(count * this.entrySize);
  }

  /** Frees the memory of a segment that grows no more. */
  seal(): void {
    this.writeNow();
    this.#memory = undefined;
  }

  async sync(lane: DiskLane): Promise<void> {
    if (this.file.exists) await this.file.sync('all', lane);
  }

  /**
   * Reads the file once through the pool, so that a search of an old segment finds it in the page
   * cache and does not stop the loop.
   */
  async warm(): Promise<void> {
    if (this.#isWarm || !this.file.exists) return;
    await this.file.use(async (file) => {
      const piece = new Uint8Array(
        Math.min(WARMING_PIECE_BYTES, this.#countOnDisk * this.entrySize),
      );
      for (let at = 0; at < this.#countOnDisk * this.entrySize; at += piece.length) {
        await file.read(piece, at);
      }
    });
    this.#isWarm = true;
  }

  #memoryFor(count: number): DataView<ArrayBuffer> {
    const old = this.#memory;
    if (old !== undefined && count * this.entrySize <= old.byteLength) return old;
    const capacity =
      old === undefined ? FIRST_ENTRIES_IN_MEMORY * this.entrySize : old.byteLength * 4;
    const bytes = new Uint8Array(Math.min(capacity, MAX_ENTRIES_IN_MEMORY * this.entrySize));
    if (old !== undefined) bytes.set(new Uint8Array(old.buffer));
    this.#memory = new DataView(bytes.buffer);
    return this.#memory;
  }
}

const NO_ENTRY = new DataView(new ArrayBuffer(64));
