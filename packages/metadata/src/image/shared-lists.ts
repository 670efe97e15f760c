// SharedLists: equal lists of replicas or directories are kept once. A cluster has a hundred thousand
// partitions and a few hundred different placements; this is most of the image's memory.

/** Reached only by clusters with very many different placements; forgetting costs memory, never truth. */
const MOST_LISTS = 20_000;

export const NO_IDS: readonly number[] = Object.freeze([]);
export const NO_DIRECTORIES: readonly string[] = Object.freeze([]);

export class SharedLists {
  readonly #lists = new Map<string, readonly unknown[]>();

  /** A list equal to `list` that may be kept; never the caller's own where it could still change. */
  of<T extends number | string>(list: readonly T[]): readonly T[] {
    if (list.length === 0) return NO_IDS as readonly T[];
    const key = list.join(',');
    const known = this.#lists.get(key);
    if (known !== undefined) return known as readonly T[];
    if (this.#lists.size >= MOST_LISTS) this.#lists.clear();
    const own = Object.freeze([...list]);
    this.#lists.set(key, own);
    return own;
  }
}

export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((item, i) => item === b[i]);
}
