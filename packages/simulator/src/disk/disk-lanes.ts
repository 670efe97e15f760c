// DiskLanes: the thread pool of one process, in which its disk operations wait for each other.
//
// Each lane has a bound of its own, so that a vote never waits behind deletes; the pool bounds all.

import { type DiskLane } from '@samsa/common';

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Incarnation } from '../world/incarnation.ts';

const POOL_THREADS = 8;
const LANE_THREADS: Readonly<Record<DiskLane, number>> = {
  metadata: 2,
  data: 4,
  read: 6,
  delete: 1,
};
/** Who goes first when a thread is free. */
const LANES: readonly DiskLane[] = ['metadata', 'data', 'read', 'delete'];

interface Waiting {
  readonly lane: DiskLane;
  /** Drawn when the operation starts: a stalled disk stalls what starts then. */
  readonly latencyMs: () => number;
  /** What the operation does to the disk. Runs once, at the start, at the end, or in between. */
  readonly effect: () => void;
  readonly done: () => void;
  hasTakenEffect: boolean;
}

export class DiskLanes {
  readonly #owner: Incarnation;
  readonly #random: SimRandom;
  readonly #waiting: Readonly<Record<DiskLane, Waiting[]>> = {
    metadata: [],
    data: [],
    read: [],
    delete: [],
  };
  readonly #running: Readonly<Record<DiskLane, number>> = {
    metadata: 0,
    data: 0,
    read: 0,
    delete: 0,
  };
  readonly #inService = new Set<Waiting>();

  constructor(owner: Incarnation, random: SimRandom) {
    this.#owner = owner;
    this.#random = random;
    owner.atEnd((isSilent) => this.#ended(isSilent));
  }

  run<T>(lane: DiskLane, latencyMs: () => number, effect: () => T): Promise<T> {
    this.#owner.assertAlive();
    return new Promise((resolve, reject) => {
      let value: T;
      let failure: Error | undefined;
      this.#waiting[lane].push({
        lane,
        latencyMs,
        effect: () => {
          try {
            value = effect();
          } catch (error) {
            failure = error as Error;
          }
        },
        done: () => {
          if (failure === undefined) resolve(value);
          else reject(failure);
        },
        hasTakenEffect: false,
      });
      this.#startWhatCan();
    });
  }

  #startWhatCan(): void {
    for (const lane of LANES) {
      const queue = this.#waiting[lane];
      while (queue.length > 0 && this.#running[lane] < LANE_THREADS[lane]) {
        if (this.#inService.size >= POOL_THREADS) return;
        this.#start(queue.shift() as Waiting);
      }
    }
  }

  #start(operation: Waiting): void {
    (this.#running as Record<DiskLane, number>)[operation.lane]++;
    this.#inService.add(operation);
    const { scheduler } = this.#owner.process.world;
    const latencyMs = operation.latencyMs();
    if (this.#random.chance(0.5)) this.#takeEffect(operation);
    // The operation ends in the system, whether its process stands still or not.
    scheduler.at(this.#owner.timeMs + latencyMs, 'disk', undefined, () => {
      if (!this.#inService.delete(operation)) return;
      (this.#running as Record<DiskLane, number>)[operation.lane]--;
      this.#takeEffect(operation);
      scheduler.at(scheduler.nowMs, 'disk', this.#owner, operation.done);
      this.#startWhatCan();
    });
  }

  #takeEffect(operation: Waiting): void {
    if (operation.hasTakenEffect) return;
    operation.hasTakenEffect = true;
    operation.effect();
  }

  /** A killed process leaves its running operations to the system; some are done, some never were. */
  #ended(isSilent: boolean): void {
    for (const operation of this.#inService) {
      if (!isSilent && this.#random.chance(0.5)) this.#takeEffect(operation);
    }
    this.#inService.clear();
    for (const lane of LANES) this.#waiting[lane].length = 0;
  }
}
