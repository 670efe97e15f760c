// CleanerThrottle: keeps what compaction reads and writes below a rate, on average and for all partitions
// together.

import { type Platform } from '@samsa/common';

export class CleanerThrottle {
  readonly #platform: Platform;
  readonly #bytesPerSecond: () => number;
  readonly #signal: AbortSignal;
  /** On the monotonic clock: everything that was done until now is paid for by then. */
  #paidForMs = 0;

  constructor(platform: Platform, bytesPerSecond: () => number, signal: AbortSignal) {
    this.#platform = platform;
    this.#bytesPerSecond = bytesPerSecond;
    this.#signal = signal;
  }

  /** Resolves when more may be done after so many bytes, or when the signal is aborted. */
  async pace(bytes: number): Promise<void> {
    const nowMs = this.#platform.clock.monotonicMs();
    const rate = this.#bytesPerSecond();
    this.#paidForMs = Math.max(this.#paidForMs, nowMs) + (bytes * 1000) / rate;
    while (!this.#signal.aborted) {
      const restMs = this.#paidForMs - this.#platform.clock.monotonicMs();
      if (restMs < 1) return;
      // In steps, so that a higher rate is felt soon.
      await this.#platform.timers.sleep(Math.min(restMs, LONGEST_STEP_MS));
      if (this.#bytesPerSecond() > rate) this.#paidForMs = 0;
    }
  }
}

const LONGEST_STEP_MS = 1000;
