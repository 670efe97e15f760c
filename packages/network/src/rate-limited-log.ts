// RateLimitedLog: log lines that a peer can provoke, at most one of a kind per second.

import { type Level, type LogFields, type Platform } from '@samsa/common';

const INTERVAL_MS = 1_000;

interface Kind {
  lastMs: number;
  suppressedCount: number;
}

export class RateLimitedLog {
  readonly #platform: Platform;
  /** By event name; the names are ours, so the map stays small. */
  readonly #kinds = new Map<string, Kind>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** The next line that gets through says how many of its kind were left out before it. */
  log(level: Level, event: string, fields: LogFields): void {
    const nowMs = this.#platform.clock.monotonicMs();
    const kind = this.#kinds.get(event);
    if (kind === undefined) {
      this.#kinds.set(event, { lastMs: nowMs, suppressedCount: 0 });
      this.#platform.log(level, event, fields);
    } else if (nowMs - kind.lastMs < INTERVAL_MS) {
      kind.suppressedCount++;
    } else {
      const { suppressedCount } = kind;
      kind.lastMs = nowMs;
      kind.suppressedCount = 0;
      const told = suppressedCount === 0 ? fields : { ...fields, suppressedCount };
      this.#platform.log(level, event, told);
    }
  }
}
