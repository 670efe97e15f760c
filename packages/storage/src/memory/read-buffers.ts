// ReadBuffers: the memory that reads from files land in, lent until the socket has sent it.

/** The largest piece of one read: larger ones leave the CPU's cache, smaller ones cost more calls. */
export const PIECE_BYTES = 1024 * 1024;

const SIZES = [16 * 1024, 64 * 1024, 256 * 1024, PIECE_BYTES] as const;

/** Free memory kept for the next reads. */
const MAX_FREE_BYTES = 16 * 1024 * 1024;

export class ReadBuffer {
  readonly bytes: Uint8Array;
  readonly #owner: ReadBuffers;

  constructor(owner: ReadBuffers, bytes: Uint8Array) {
    this.#owner = owner;
    this.bytes = bytes;
  }

  release(): void {
    this.#owner.takeBack(this);
  }
}

export class ReadBuffers {
  readonly #free = new Map<number, ReadBuffer[]>(SIZES.map((size) => [size, []]));
  #freeBytes = 0;
  #lentBytes = 0;

  /** Bytes that readers hold; what never comes back shows here as a leak. */
  get lentBytes(): number {
    return this.#lentBytes;
  }

  /** At least `size` bytes; a size above PIECE_BYTES gets memory of its own. */
  lend(size: number): ReadBuffer {
    const capacity = SIZES.find((candidate) => candidate >= size) ?? size;
    this.#lentBytes += capacity;
    const free = this.#free.get(capacity)?.pop();
    if (free === undefined) return new ReadBuffer(this, Buffer.allocUnsafeSlow(capacity));
    this.#freeBytes -= capacity;
    return free;
  }

  takeBack(buffer: ReadBuffer): void {
    const capacity = buffer.bytes.length;
    this.#lentBytes -= capacity;
    const free = this.#free.get(capacity);
    if (free === undefined || this.#freeBytes + capacity > MAX_FREE_BYTES) return;
    free.push(buffer);
    this.#freeBytes += capacity;
  }
}
