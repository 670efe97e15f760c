// TailCache: the ends of all logs in memory, under one byte budget for the process. What counts is
// what is retained; the log that was used least recently gives way first.

import { type AppendChunk, CHUNK_BYTES, ChunkPool, SMALLEST_CHUNK_BYTES } from './append-chunk.ts';
import { type Recent, RecencyList } from './recency-list.ts';

const CHUNK_GROWTH = 4;

export class TailCache {
  readonly #pool = new ChunkPool();
  readonly #tails = new RecencyList<LogTail>();
  readonly #budgetBytes: number;
  #retainedBytes = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  get retainedBytes(): number {
    return this.#retainedBytes;
  }

  touch(tail: LogTail): void {
    this.#tails.touch(tail);
  }

  /** A chunk for a log that has no room left; older chunks give way to it. */
  lend(tail: LogTail, capacity: number): AppendChunk {
    const chunk = this.#pool.lend(capacity);
    this.#retainedBytes += chunk.capacity;
    this.#tails.touch(tail);
    return chunk;
  }

  /** Drops chunks until the budget is kept; bytes that are not written yet stay whatever it says. */
  keepBudget(): void {
    let tail = this.#tails.oldest;
    while (tail !== undefined && this.#retainedBytes > this.#budgetBytes) {
      const next: LogTail | undefined = tail.newer;
      while (this.#retainedBytes > this.#budgetBytes && tail.dropOldest()) {
        // dropOldest lets go through letGo, which counts
      }
      if (tail.isEmpty) this.#tails.remove(tail);
      tail = next;
    }
  }

  letGo(chunk: AppendChunk): void {
    this.#retainedBytes -= chunk.capacity;
    chunk.release();
  }

  remove(tail: LogTail): void {
    this.#tails.remove(tail);
  }
}

/** The end of one log in memory: chunks in the order of their offsets, the last one being filled. */
export class LogTail implements Recent<LogTail> {
  older: LogTail | undefined = undefined;
  newer: LogTail | undefined = undefined;
  readonly #cache: TailCache;
  readonly #chunks: AppendChunk[] = [];
  #nextCapacity = SMALLEST_CHUNK_BYTES;

  constructor(cache: TailCache) {
    this.#cache = cache;
  }

  get chunks(): readonly AppendChunk[] {
    return this.#chunks;
  }

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  /**
   * The chunk that takes the next batch, which must be at most CHUNK_BYTES long and goes to
   * `position` of this segment's file. A chunk holds neighbours in one file only.
   */
  roomFor(
    size: number,
    segmentBaseOffset: number,
    position: number,
    firstOffset: number,
  ): AppendChunk {
    const last = this.#chunks.at(-1);
    if (
      last !== undefined &&
      last.used + size <= last.capacity &&
      last.segmentBaseOffset === segmentBaseOffset &&
      last.position + last.used === position &&
      last.endOffset === firstOffset
    ) {
      this.#cache.touch(this);
      return last;
    }
    let capacity = this.#nextCapacity;
    while (capacity < size) capacity *= CHUNK_GROWTH;
    capacity = Math.min(capacity, CHUNK_BYTES);
    this.#nextCapacity = Math.min(capacity * CHUNK_GROWTH, CHUNK_BYTES);
    const chunk = this.#cache.lend(this, capacity).begin(segmentBaseOffset, position, firstOffset);
    this.#cache.keepBudget(); // before the new chunk can be seen: an empty one looks as if it could go
    this.#chunks.push(chunk);
    return chunk;
  }

  /** The slot of the chunk that holds a written offset; −1 where memory does not hold it. */
  slotOf(offset: number): number {
    for (let slot = this.#chunks.length - 1; slot >= 0; slot--) {
      const chunk = this.#chunks[slot] as AppendChunk; // in range
      if (offset < chunk.firstOffset) continue;
      return offset < chunk.writtenEndOffset ? slot : -1;
    }
    return -1;
  }

  touch(): void {
    this.#cache.touch(this);
  }

  /** Lets the oldest chunk go; false where it is needed for the next write or there is none. */
  dropOldest(): boolean {
    const oldest = this.#chunks[0];
    if (oldest === undefined || !oldest.isWritten) return false;
    this.#chunks.shift();
    this.#cache.letGo(oldest);
    if (this.#chunks.length === 0) this.#nextCapacity = SMALLEST_CHUNK_BYTES;
    return true;
  }

  /** Lets go of what lies in these segments' files, all of it written. */
  dropSegmentsUpTo(baseOffset: number): void {
    while ((this.#chunks[0]?.segmentBaseOffset ?? Infinity) <= baseOffset && this.dropOldest()) {
      // dropOldest says when there is none left
    }
  }

  /** Forgets everything, also what is not written: the log was cut, moved or lost. */
  drop(): void {
    for (const chunk of this.#chunks) this.#cache.letGo(chunk);
    this.#chunks.length = 0;
    this.#nextCapacity = SMALLEST_CHUNK_BYTES;
    this.#cache.remove(this);
  }
}
