// A clock that a test moves by hand, and the timers that go by it.

import { type Cancel, type Platform } from '@samsa/common';
import { nodeTimers } from '@samsa/common/node';

interface Timer {
  dueMs: number;
  readonly run: () => void;
}

export class ManualTime {
  #nowMs = 0;
  #timers: Timer[] = [];

  readonly clock = { nowMs: () => this.#nowMs, monotonicMs: () => this.#nowMs };
  readonly timers = {
    ...nodeTimers,
    after: (ms: number, run: () => void): Cancel => {
      const timer = { dueMs: this.#nowMs + ms, run };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      };
    },
  };

  /** The same platform, but with this time. */
  of<P extends Platform>(platform: P): P {
    return { ...platform, clock: this.clock, timers: this.timers };
  }

  /** Runs every timer that is due on the way, in order. */
  advance(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next.dueMs > endMs) break;
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      this.#timers = this.#timers.filter((other) => other !== next);
      next.run();
    }
    this.#nowMs = endMs;
  }
}
