// AppendChunk: a piece of the end of a log in memory. Batches are copied to its end once and stamped
// there; after the write it stays as the part of the log that consumers want most.

import { BatchCursor } from '@samsa/protocol';

/** The largest chunk; larger batches are written past it. Pieces of this size stay in the CPU's cache. */
export const CHUNK_BYTES = 128 * 1024;

/** A log that is written rarely holds a small chunk, so that 10,000 quiet ones cost 40 MB, not 1.3 GB. */
export const SMALLEST_CHUNK_BYTES = 4 * 1024;

/** Full-size chunks kept for the next log that needs one: enough for a busy turn. */
const MAX_FREE_CHUNKS = 64;

export class AppendChunk {
  readonly bytes: Uint8Array;
  /** Over `bytes`; moved to the batch that is being stamped or read. */
  readonly cursor: BatchCursor;
  readonly #pool: ChunkPool;
  #holders = 1;

  /** The segment whose file the bytes belong to, by base offset, and where the first of them goes. */
  segmentBaseOffset = 0;
  position = 0;
  firstOffset = 0;

  /** Bytes filled, and the offset behind the last batch in them. */
  used = 0;
  endOffset = 0;
  /** The same for what is in the file; only this much may be read. */
  written = 0;
  writtenEndOffset = 0;

  constructor(pool: ChunkPool, capacity: number) {
    this.#pool = pool;
    this.bytes = Buffer.allocUnsafeSlow(capacity);
    this.cursor = BatchCursor.over(this.bytes);
  }

  get capacity(): number {
    return this.bytes.length;
  }

  get isWritten(): boolean {
    return this.written === this.used;
  }

  begin(segmentBaseOffset: number, position: number, firstOffset: number): this {
    this.segmentBaseOffset = segmentBaseOffset;
    this.position = position;
    this.firstOffset = firstOffset;
    this.used = 0;
    this.endOffset = firstOffset;
    this.written = 0;
    this.writtenEndOffset = firstOffset;
    this.#holders = 1;
    return this;
  }

  /** A reader sends these bytes; they are not reused before it lets go. */
  hold(): void {
    this.#holders++;
  }

  release(): void {
    this.#holders--;
    if (this.#holders === 0) this.#pool.takeBack(this);
  }
}

/** Lends chunks. Full-size ones come back; what a reader never releases is left to the collector. */
export class ChunkPool {
  readonly #free: AppendChunk[] = [];

  lend(capacity: number): AppendChunk {
    if (capacity === CHUNK_BYTES) {
      const free = this.#free.pop();
      if (free !== undefined) return free;
    }
    return new AppendChunk(this, capacity);
  }

  takeBack(chunk: AppendChunk): void {
    if (chunk.capacity === CHUNK_BYTES && this.#free.length < MAX_FREE_CHUNKS) {
      this.#free.push(chunk);
    }
  }
}
