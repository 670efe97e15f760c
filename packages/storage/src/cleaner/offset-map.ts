// OffsetMap: the last offset of each key in the part of a log that is being compacted, in memory of a
// size that is fixed beforehand.
//
// Keys are kept as their MD5, as in Kafka. A clash would drop a record that is still wanted, so the sum
// has 128 bits and is one for which nobody can make a second key to the sum of somebody else's: a
// short, fast one would let whoever may write to a topic delete the keys of others.

import { hash } from 'node:crypto';

/** 16 of the sum, 8 of the offset. */
export const BYTES_PER_SLOT = 24;
const WORDS_PER_SUM = 4;
const BYTES_PER_OFFSET = 8;

/** What a map is made of, to be handed from job to job without a copy. */
export interface OffsetMapMemory {
  readonly bytes: SharedArrayBuffer;
  readonly slotCount: number;
  /** Most keys it takes: fuller maps take longer to search. */
  readonly maxKeys: number;
}

/**
 * @param recordCount  most records that may come; a map for fewer keys than the budget allows is smaller
 * @param budgetBytes  of memory, at most
 * @param loadFactor  the share of slots that may be taken, below 1
 */
export function offsetMapMemory(
  recordCount: number,
  budgetBytes: number,
  loadFactor: number,
): OffsetMapMemory {
  const wanted = Math.ceil(recordCount / loadFactor) + 1;
  const slotCount = Math.max(2, Math.min(wanted, Math.floor(budgetBytes / BYTES_PER_SLOT)));
  return {
    bytes: new SharedArrayBuffer(slotCount * BYTES_PER_SLOT),
    slotCount,
    // One slot stays free, so that every search ends.
    maxKeys: Math.max(1, Math.min(slotCount - 1, Math.floor(slotCount * loadFactor))),
  };
}

export class OffsetMap {
  readonly #slotCount: number;
  readonly #maxKeys: number;
  /** The offset and one, so that zero is a free slot. */
  readonly #offsets: Float64Array;
  readonly #sums: Int32Array;
  #keyCount: number;
  readonly #sum = new Int32Array(WORDS_PER_SUM);

  /** @param keyCount  what an earlier job left in it */
  constructor(memory: OffsetMapMemory, keyCount = 0) {
    this.#slotCount = memory.slotCount;
    this.#maxKeys = memory.maxKeys;
    this.#offsets = new Float64Array(memory.bytes, 0, memory.slotCount);
    this.#sums = new Int32Array(memory.bytes, memory.slotCount * BYTES_PER_OFFSET);
    this.#keyCount = keyCount;
  }

  get keyCount(): number {
    return this.#keyCount;
  }

  get isFull(): boolean {
    return this.#keyCount >= this.#maxKeys;
  }

  /** Takes in a later offset of a key. False where the key is new and the map is full. */
  put(key: Uint8Array, offset: number): boolean {
    const slot = this.#slotOf(key);
    if (this.#offsets[slot] === 0) {
      if (this.isFull) return false;
      this.#keyCount++;
      this.#sums.set(this.#sum, slot * WORDS_PER_SUM);
    }
    this.#offsets[slot] = offset + 1;
    return true;
  }

  /** The last offset of a key; −1 where it is not known. */
  get(key: Uint8Array): number {
    return (this.#offsets[this.#slotOf(key)] ?? 0) - 1;
  }

  /** Where the key stands, or the free slot where it would. */
  #slotOf(key: Uint8Array): number {
    const digest = hash('md5', key, 'buffer');
    const sum = this.#sum;
    for (let word = 0; word < WORDS_PER_SUM; word++) sum[word] = digest.readInt32LE(4 * word);
    const sums = this.#sums;
    let slot = digest.readUInt32LE(0) % this.#slotCount;
    while (this.#offsets[slot] !== 0) {
      const at = slot * WORDS_PER_SUM;
      if (
        sums[at] === sum[0] &&
        sums[at + 1] === sum[1] &&
        sums[at + 2] === sum[2] &&
        sums[at + 3] === sum[3]
      ) {
        return slot;
      }
      slot = slot + 1 === this.#slotCount ? 0 : slot + 1;
    }
    return slot;
  }
}
