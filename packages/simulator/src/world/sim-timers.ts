// Timers of a simulated process: events in the world's queue, measured by the host's own clock.

import { type Cancel, type Timers } from '@samsa/common';

import { type SimEvent } from '../kernel/event-heap.ts';
import { type Scheduler } from '../kernel/scheduler.ts';
import { type SimRandom } from '../kernel/sim-random.ts';
import { type HostClock } from './host-clock.ts';
import { type Incarnation } from './incarnation.ts';

/** A timer of a real event loop fires up to about this much late, also when nothing else runs. */
const MAX_LATENESS_MS = 1;
/** How long after an event its turn ends: what becomes ready in between belongs to the same turn. */
const MAX_TURN_MS = 0.05;

export class SimTimers implements Timers {
  readonly #scheduler: Scheduler;
  readonly #owner: Incarnation;
  readonly #clock: HostClock;
  readonly #random: SimRandom;
  /** End-of-turn callbacks run in the order in which they were asked for. */
  readonly #turn: (() => void)[] = [];
  #turnEndsMs = 0;

  constructor(scheduler: Scheduler, owner: Incarnation, clock: HostClock, random: SimRandom) {
    this.#scheduler = scheduler;
    this.#owner = owner;
    this.#clock = clock;
    this.#random = random;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.#owner.assertAlive();
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const event = this.#timer(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      const stop = (): void => {
        event.isCancelled = true;
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  after(ms: number, run: () => void): Cancel {
    this.#owner.assertAlive();
    const event = this.#timer(ms, run);
    return () => {
      event.isCancelled = true;
    };
  }

  every(ms: number, run: () => void): Cancel {
    this.#owner.assertAlive();
    let event = this.#timer(ms, tick);
    const again = (): void => {
      event = this.#timer(ms, tick);
    };
    function tick(): void {
      again();
      run();
    }
    return () => {
      event.isCancelled = true;
    };
  }

  endOfTurn(run: () => void): void {
    this.#owner.assertAlive();
    this.#turn.push(run);
    const nowMs = this.#owner.timeMs;
    if (nowMs >= this.#turnEndsMs) this.#turnEndsMs = nowMs + this.#random.float() * MAX_TURN_MS;
    // Each event takes the oldest callback, so the order holds whatever the tie-break says.
    this.#scheduler.at(this.#turnEndsMs, 'turn', this.#owner, () => this.#turn.shift()?.());
  }

  yield(): Promise<void> {
    this.#owner.assertAlive();
    return new Promise((resolve) => {
      this.#scheduler.after(0, 'yield', this.#owner, resolve);
    });
  }

  #timer(ms: number, run: () => void): SimEvent {
    const simulatedMs = Math.max(0, ms) / this.#clock.rate;
    const lateMs = this.#random.float() * MAX_LATENESS_MS;
    return this.#scheduler.after(simulatedMs + lateMs, 'timer', this.#owner, run);
  }
}
