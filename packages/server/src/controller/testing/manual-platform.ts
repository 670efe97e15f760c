// ManualPlatform: a clock that only the test moves, for tests of rooms that need time and nothing else.

import {
  AssertionFailure,
  type Cancel,
  type Level,
  type Platform,
  type Random,
} from '@samsa/common';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

export class ManualPlatform {
  nowMs = 1_000_000;
  readonly events: string[] = [];
  readonly marks: string[] = [];
  #timers: Timer[] = [];
  #seed = 1;

  readonly platform: Platform = {
    self: { host: 'test', process: 'test', incarnation: 1 },
    clock: { nowMs: () => this.nowMs, monotonicMs: () => this.nowMs },
    timers: {
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          const cancel = this.#after(ms, resolve);
          signal?.addEventListener('abort', () => {
            cancel();
            reject(signal.reason as Error);
          });
        }),
      after: (ms, run) => this.#after(ms, run),
      every: () => this.#refuse(),
      endOfTurn: (run) => {
        this.#after(0, run);
      },
      yield: () => Promise.resolve(),
    },
    random: this.#random(),
    net: {
      listen: () => this.#refuse(),
      connect: () => this.#refuse(),
      lookup: () => this.#refuse(),
    },
    get disk(): never {
      throw new AssertionFailure('there is no disk here');
    },
    get cpu(): never {
      throw new AssertionFailure('there is no cpu here');
    },
    log: (level: Level, event: string) => {
      this.events.push(`${level} ${event}`);
    },
    logs: () => true,
    fatal: (reason) => {
      throw new AssertionFailure(reason);
    },
    buggify: () => false,
    mark: (site) => {
      this.marks.push(site);
    },
  };

  /** Lets time pass; timers run in order, each at its own time. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (;;) {
      await settled();
      const next = this.#timers.toSorted((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined || next.dueMs > untilMs) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.nowMs = Math.max(this.nowMs, next.dueMs);
      next.run();
    }
    this.nowMs = untilMs;
    await settled();
  }

  get timerCount(): number {
    return this.#timers.length;
  }

  #after(ms: number, run: () => void): Cancel {
    const timer = { dueMs: this.nowMs + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  #refuse(): never {
    throw new AssertionFailure('this test has no such thing');
  }

  #random(): Random {
    const u32 = (): number => {
      this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
      return this.#seed;
    };
    const int = (n: number): number => Math.floor((u32() / 2 ** 32) * n);
    const bytes = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => int(256));
    const random: Random = {
      u32,
      float: () => u32() / 2 ** 32,
      int,
      bytes,
      uuid: () => `A${Buffer.from(bytes(16)).toString('base64url').slice(1)}`,
      fork: () => random,
    };
    return random;
  }
}

/** After every promise that is ready has run. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
