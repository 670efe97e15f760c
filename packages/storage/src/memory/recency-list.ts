// RecencyList: entries in the order of their last use. Touching moves two links and allocates nothing.

/** What a list links together. An entry is in one list at most. */
export interface Recent<T> {
  older: T | undefined;
  newer: T | undefined;
}

export class RecencyList<T extends Recent<T>> {
  #oldest: T | undefined;
  #newest: T | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get oldest(): T | undefined {
    return this.#oldest;
  }

  has(entry: T): boolean {
    return entry.older !== undefined || entry.newer !== undefined || this.#newest === entry;
  }

  /** Makes the entry the most recently used one, adding it where it is not in the list. */
  touch(entry: T): void {
    if (this.#newest === entry) return;
    this.remove(entry);
    entry.older = this.#newest;
    if (this.#newest === undefined) this.#oldest = entry;
    else this.#newest.newer = entry;
    this.#newest = entry;
    this.#size++;
  }

  remove(entry: T): void {
    if (!this.has(entry)) return;
    if (entry.older === undefined) this.#oldest = entry.newer;
    else entry.older.newer = entry.newer;
    if (entry.newer === undefined) this.#newest = entry.older;
    else entry.newer.older = entry.older;
    entry.older = undefined;
    entry.newer = undefined;
    this.#size--;
  }
}
