// PageCacheEstimate: guesses whether a part of a log is in the system's page cache, because this
// process wrote it not long ago. A read that may wait for the disk must not stop the loop.

/** A read that took longer came from the disk: the guess was wrong. */
const SLOW_READ_MS = 10;
const DISTRUST_MS = 10_000;

export class PageCacheEstimate {
  readonly #trustedBytes: number;
  #writtenBytes = 0;
  #distrustedUntilMs = -Infinity;

  /** @param trustedBytes  what all logs together wrote last and is taken to be cached still */
  constructor(trustedBytes: number) {
    this.#trustedBytes = trustedBytes;
  }

  /** Bytes that all logs of the process have written since it began. */
  get writtenBytes(): number {
    return this.#writtenBytes;
  }

  get markEveryBytes(): number {
    return this.#trustedBytes / RecentWrites.MARKS;
  }

  wrote(bytes: number): void {
    this.#writtenBytes += bytes;
  }

  /** Whether what was written when the total stood at `writtenBytes` is likely cached. */
  holds(writtenBytes: number, monotonicMs: number): boolean {
    return (
      monotonicMs >= this.#distrustedUntilMs &&
      this.#writtenBytes - writtenBytes <= this.#trustedBytes
    );
  }

  /** Tells how long a read took that was taken to be cached. */
  readTook(ms: number, monotonicMs: number): void {
    if (ms > SLOW_READ_MS) this.#distrustedUntilMs = monotonicMs + DISTRUST_MS;
  }
}

/** Of one log: at which offset it stood when the process had written so many bytes. */
export class RecentWrites {
  static readonly MARKS = 16;
  readonly #estimate: PageCacheEstimate;
  readonly #offsets: number[] = [];
  readonly #totals: number[] = [];

  constructor(estimate: PageCacheEstimate) {
    this.#estimate = estimate;
  }

  /** Called before `bytes` are written at `offset`. */
  writing(offset: number, bytes: number): void {
    const total = this.#estimate.writtenBytes;
    const last = this.#totals.at(-1);
    if (last === undefined || total - last >= this.#estimate.markEveryBytes) {
      this.#offsets.push(offset);
      this.#totals.push(total);
      if (this.#offsets.length > RecentWrites.MARKS + 1) {
        this.#offsets.shift();
        this.#totals.shift();
      }
    }
    this.#estimate.wrote(bytes);
  }

  areCachedFrom(offset: number, monotonicMs: number): boolean {
    for (let slot = this.#offsets.length - 1; slot >= 0; slot--) {
      if (offset < (this.#offsets[slot] as number)) continue; // in range
      return this.#estimate.holds(this.#totals[slot] as number, monotonicMs);
    }
    return false;
  }

  clear(): void {
    this.#offsets.length = 0;
    this.#totals.length = 0;
  }
}
