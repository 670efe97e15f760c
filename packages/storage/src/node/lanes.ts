// Lanes: who waits for whom at the thread pool. Node has a handful of threads for all file work; a
// disk that stalls under reads or deletes must not keep a vote or a sync of the quorum waiting.

import { type DiskLane } from '@samsa/common';

/** In the order in which waiting work is taken. */
const LANES: readonly DiskLane[] = ['metadata', 'data', 'read', 'delete'];

type Start = () => void;

export class Lanes {
  readonly #threads: number;
  readonly #limits: Readonly<Record<DiskLane, number>>;
  readonly #waiting: Readonly<Record<DiskLane, FirstInFirstOut>> = {
    metadata: new FirstInFirstOut(),
    data: new FirstInFirstOut(),
    read: new FirstInFirstOut(),
    delete: new FirstInFirstOut(),
  };
  readonly #running: Record<DiskLane, number> = { metadata: 0, data: 0, read: 0, delete: 0 };

  /** @param threads  size of the pool; one of them always stays free for the metadata lane */
  constructor(threads: number) {
    this.#threads = threads;
    const half = Math.max(1, Math.floor(threads / 2));
    this.#limits = { metadata: threads, data: half, read: half, delete: Math.min(2, half) };
  }

  get isIdle(): boolean {
    return LANES.every((lane) => this.#running[lane] === 0 && this.#waiting[lane].isEmpty);
  }

  /** Runs the work when its lane may; a failed one frees its place as well. */
  run<T>(lane: DiskLane, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting[lane].push(() => {
        work().then(
          (value) => {
            this.#ended(lane);
            resolve(value);
          },
          (error: unknown) => {
            this.#ended(lane);
            reject(error);
          },
        );
      });
      this.#startWaiting();
    });
  }

  #ended(lane: DiskLane): void {
    this.#running[lane]--;
    this.#startWaiting();
  }

  #startWaiting(): void {
    for (const lane of LANES) {
      while (!this.#waiting[lane].isEmpty && this.#mayStart(lane)) {
        this.#running[lane]++;
        this.#waiting[lane].take()();
      }
    }
  }

  #mayStart(lane: DiskLane): boolean {
    const { metadata, data, read, delete: deletes } = this.#running;
    const others = data + read + deletes;
    if (metadata + others >= this.#threads) return false;
    if (lane !== 'metadata' && others >= Math.max(1, this.#threads - 1)) return false;
    return this.#running[lane] < this.#limits[lane];
  }
}

/** A queue by a head index: `shift` on a long array would stall the loop. */
class FirstInFirstOut {
  #items: (Start | undefined)[] = [];
  #head = 0;

  get isEmpty(): boolean {
    return this.#head === this.#items.length;
  }

  push(start: Start): void {
    this.#items.push(start);
  }

  take(): Start {
    const start = this.#items[this.#head] as Start; // only where it is not empty
    this.#items[this.#head++] = undefined;
    if (this.isEmpty) {
      this.#items = [];
      this.#head = 0;
    }
    return start;
  }
}
