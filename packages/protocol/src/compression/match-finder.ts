// MatchFinder: walks a block and finds the next place that repeats four or more bytes of an earlier one.
//
// A table remembers the last place of each hash of four bytes; long stretches without a match are
// crossed in growing steps. Positions fit 16 bits, so a block has at most 64 KiB.

const MAX_HASH_BITS = 13;
const MIN_HASH_BITS = 8;
const HASH_FACTOR = 0x9e3779b1;
export const MIN_MATCH = 4;
export const MAX_BLOCK_BYTES = 64 * 1024;
/** LZ4 wants the last five bytes as literals, and no match to begin in the last twelve. */
const LAST_LITERALS = 5;
const LAST_SEARCH = 12;
/** After 2^6 places without a match the step grows by one, and so on. */
const PATIENCE_BITS = 6;

/** Shared by all finders: one block is encoded at a time, from start to end. */
const table = new Uint16Array(1 << MAX_HASH_BITS);

export class MatchFinder {
  readonly #view: DataView;
  readonly #from: number;
  readonly #searchEnd: number;
  readonly #matchEnd: number;
  readonly #hashShift: number;
  #at: number;
  /** Everything before it belongs to earlier matches. */
  #anchor: number;
  #start = 0;
  #source = 0;
  #length = 0;

  /** Stands before the first match of bytes[from, to) in `view`. */
  constructor(view: DataView, from: number, to: number) {
    this.#view = view;
    this.#from = from;
    this.#searchEnd = to - LAST_SEARCH;
    this.#matchEnd = to - LAST_LITERALS;
    const bits = Math.min(Math.max(32 - Math.clz32(to - from) - 1, MIN_HASH_BITS), MAX_HASH_BITS);
    this.#hashShift = 32 - bits;
    table.fill(0, 0, 1 << bits);
    // An empty slot stands for the first place, which therefore needs none.
    this.#at = from + 1;
    this.#anchor = from;
  }

  /** Where the match begins; the bytes from the end of the last match to here are literals. */
  get start(): number {
    return this.#start;
  }

  /** How far back its bytes were seen. */
  get distance(): number {
    return this.#start - this.#source;
  }

  get length(): number {
    return this.#length;
  }

  next(): boolean {
    const view = this.#view;
    const from = this.#from;
    const shift = this.#hashShift;
    const searchEnd = this.#searchEnd;
    let at = this.#at;
    for (let tries = 1 << PATIENCE_BITS; at <= searchEnd; at += tries++ >>> PATIENCE_BITS) {
      const word = view.getUint32(at, true);
      const slot = Math.imul(word, HASH_FACTOR) >>> shift;
      // The slot is below the table's size, so `!` holds.
      const candidate = from + table[slot]!;
      table[slot] = at - from;
      if (view.getUint32(candidate, true) === word) {
        this.#take(at, candidate);
        return true;
      }
    }
    return false;
  }

  /** Makes the match as long as it can be, in both directions. */
  #take(at: number, candidate: number): void {
    const view = this.#view;
    let start = at;
    let source = candidate;
    while (
      start > this.#anchor &&
      source > this.#from &&
      view.getUint8(start - 1) === view.getUint8(source - 1)
    ) {
      start--;
      source--;
    }
    let end = at + MIN_MATCH;
    let other = candidate + MIN_MATCH;
    const wordsEnd = this.#matchEnd - 4;
    while (end <= wordsEnd && view.getUint32(end) === view.getUint32(other)) {
      end += 4;
      other += 4;
    }
    while (end < this.#matchEnd && view.getUint8(end) === view.getUint8(other)) {
      end++;
      other++;
    }
    this.#start = start;
    this.#source = source;
    this.#length = end - start;
    this.#anchor = end;
    this.#at = end;
    // Text often repeats from just before the end of a match.
    const seen = end - 2;
    table[Math.imul(view.getUint32(seen, true), HASH_FACTOR) >>> this.#hashShift] =
      seen - this.#from;
  }
}
