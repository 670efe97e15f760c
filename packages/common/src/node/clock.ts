// The real clock and timers.

import { type Cancel, type Clock, type Timers } from '../platform.ts';

export const nodeClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

export const nodeTimers: Timers = {
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  },
  after(ms, run): Cancel {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every(ms, run): Cancel {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  endOfTurn(run) {
    setImmediate(run);
  },
  yield: () => new Promise((resolve) => setImmediate(resolve)),
};
