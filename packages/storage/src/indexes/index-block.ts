// IndexBlock: the block of index entries that was read last, one per process. The second half of a
// binary search stays inside one block, so it costs one read instead of nine.

import { type EntryFile } from './entry-file.ts';

const ENTRIES_PER_BLOCK = 256;
const LARGEST_ENTRY_BYTES = 34;

export class IndexBlock {
  readonly #bytes = new Uint8Array(ENTRIES_PER_BLOCK * LARGEST_ENTRY_BYTES);
  readonly view = new DataView(this.#bytes.buffer);
  #owner: EntryFile | undefined = undefined;
  #firstSlot = 0;
  #count = 0;

  /** Loads the block around an entry that is on disk and returns where it lies in `view`. */
  load(owner: EntryFile, slot: number, countOnDisk: number): number {
    const isLoaded =
      this.#owner === owner && slot >= this.#firstSlot && slot < this.#firstSlot + this.#count;
    if (!isLoaded) this.#read(owner, slot, countOnDisk);
    return (slot - this.#firstSlot) * owner.entrySize;
  }

  forget(owner: EntryFile): void {
    if (this.#owner === owner) this.#owner = undefined;
  }

  #read(owner: EntryFile, slot: number, countOnDisk: number): void {
    this.#owner = undefined;
    const firstSlot = slot - (slot % ENTRIES_PER_BLOCK);
    const count = Math.min(ENTRIES_PER_BLOCK, countOnDisk - firstSlot);
    const into = this.#bytes.subarray(0, count * owner.entrySize);
    const read = owner.file.now().readNow(into, firstSlot * owner.entrySize);
    if (read < into.length) throw new Error(`${owner.file.path} is shorter than its entries`);
    this.#owner = owner;
    this.#firstSlot = firstSlot;
    this.#count = count;
  }
}
