// Meter: how often something happens, in all and per second over the last minute.

import { type Clock } from '../platform.ts';

const BUCKETS = 12;
const BUCKET_MS = 5_000;

export class Meter {
  readonly #clock: Clock;
  readonly #startedMs: number;
  /** A ring of counts per 5 s, by the number of the 5 s since the start. */
  readonly #buckets = new Float64Array(BUCKETS);
  #newestBucket = 0;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedMs = clock.monotonicMs();
  }

  get count(): number {
    return this.#count;
  }

  mark(n = 1): void {
    this.#count += n;
    this.#buckets[this.#advance() % BUCKETS]! += n; // the ring has every index below BUCKETS
  }

  /** Events per second over the last minute, or since the start where that is shorter. */
  get ratePerSecond(): number {
    const newest = this.#advance();
    let events = 0;
    for (const bucket of this.#buckets) events += bucket;
    const elapsedMs = this.#clock.monotonicMs() - this.#startedMs;
    const coveredMs = Math.min(
      elapsedMs,
      elapsedMs - Math.max(0, newest - BUCKETS + 1) * BUCKET_MS,
    );
    return coveredMs <= 0 ? 0 : (events * 1000) / Math.max(coveredMs, 1000);
  }

  #advance(): number {
    const bucket = Math.floor((this.#clock.monotonicMs() - this.#startedMs) / BUCKET_MS);
    if (bucket > this.#newestBucket) {
      const emptied = Math.min(bucket - this.#newestBucket, BUCKETS);
      for (let i = 1; i <= emptied; i++) this.#buckets[(this.#newestBucket + i) % BUCKETS] = 0;
      this.#newestBucket = bucket;
    }
    return bucket;
  }
}
