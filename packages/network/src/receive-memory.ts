// ReceiveMemory: what all connections of a node receive into, with one bound for them together.
//
// Small reads land in one buffer that belongs to nobody between two events, so an idle connection
// owns no receive memory. Only a frame that was cut, and frames that wait their turn, own bytes.

/** Large enough that most frames are parsed where they land, small enough to stay in the cache. */
const LANDING_BYTES = 256 * 1024;

/** Offered instead when memory is short, so that what must be kept of one read is little. */
const LANDING_BYTES_WHEN_SHORT = 4 * 1024;

/** Buffers from this size up are used again: the system takes longer to make them than we to fill them. */
const POOLED_FROM_BYTES = 64 * 1024;

/** Kept for reuse at most. */
const POOL_BYTES = 32 * 1024 * 1024;

/** Where queued.max.request.bytes sets no bound: five requests of the largest size allowed by default. */
export const DEFAULT_RECEIVE_BYTES = 512 * 1024 * 1024;

export class ReceiveMemory {
  readonly #landing = new Uint8Array(LANDING_BYTES);
  readonly #landingWhenShort = this.#landing.subarray(0, LANDING_BYTES_WHEN_SHORT);
  readonly #limitBytes: number;
  #usedBytes = 0;
  /** By size, a power of two. */
  readonly #pool = new Map<number, Uint8Array[]>();
  #pooledBytes = 0;
  #waiters: (() => void)[] = [];

  /** @param limitBytes  most bytes that partly read and waiting requests may own; -1 for the default */
  constructor(limitBytes = -1) {
    this.#limitBytes = limitBytes > 0 ? limitBytes : DEFAULT_RECEIVE_BYTES;
  }

  get limitBytes(): number {
    return this.#limitBytes;
  }

  /** Bytes owned by partly read and waiting requests now. */
  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** Where small reads land. Its content is anybody's after the event. */
  get landing(): Uint8Array {
    return this.#usedBytes * 2 > this.#limitBytes ? this.#landingWhenShort : this.#landing;
  }

  /** The whole landing buffer, of which `landing` is a prefix: readers over it can be kept. */
  get landingBytes(): Uint8Array {
    return this.#landing;
  }

  /** False when that many bytes would pass the bound; a single request alone always may. */
  reserve(byteLength: number): boolean {
    if (this.#usedBytes > 0 && this.#usedBytes + byteLength > this.#limitBytes) return false;
    this.#usedBytes += byteLength;
    return true;
  }

  /** Gives back what was reserved, and lets those who wait try again. */
  unreserve(byteLength: number): void {
    this.#usedBytes -= byteLength;
    if (this.#waiters.length === 0) return;
    const waiters = this.#waiters;
    this.#waiters = [];
    // Not at once: whoever gives memory back may stand in the middle of the landing buffer, and a
    // connection that goes on may fill it.
    for (const tryAgain of waiters) queueMicrotask(tryAgain);
  }

  /** Calls once, when memory was given back; it may be too little still. */
  whenUnreserved(tryAgain: () => void): void {
    this.#waiters.push(tryAgain);
  }

  /** A buffer of this size, its content left over from earlier uses. */
  take(byteLength: number): Uint8Array {
    if (byteLength < POOLED_FROM_BYTES) return uncleared(byteLength);
    const poolBytes = 2 ** Math.ceil(Math.log2(byteLength));
    const pooled = this.#pool.get(poolBytes)?.pop();
    if (pooled !== undefined) this.#pooledBytes -= poolBytes;
    return (pooled ?? uncleared(poolBytes)).subarray(0, byteLength);
  }

  /** Takes a buffer back from an owner that has no view of it any more. */
  giveBack(buffer: Uint8Array): void {
    const whole = new Uint8Array(buffer.buffer);
    const poolBytes = whole.length;
    if (poolBytes < POOLED_FROM_BYTES || this.#pooledBytes + poolBytes > POOL_BYTES) return;
    const pool = this.#pool.get(poolBytes);
    if (pool === undefined) this.#pool.set(poolBytes, [whole]);
    else pool.push(whole);
    this.#pooledBytes += poolBytes;
  }
}

/** Every byte that is read from it was received into it before. */
function uncleared(byteLength: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(byteLength).buffer);
}
