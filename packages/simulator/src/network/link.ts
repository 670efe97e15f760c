// Link: the way from one host to another, in one direction.

import { type SimRandom } from '../kernel/sim-random.ts';

/** open: carries bytes · drop: loses them in silence · reset: breaks what is sent over it. */
export type LinkState = 'open' | 'drop' | 'reset';

/** A gigabit in bytes per ms; a machine talks to itself faster. */
const REMOTE_BYTES_PER_MS = 125_000;
const LOCAL_BYTES_PER_MS = 2_000_000;
/** How many packets meet a full queue on the way, and how much later they come. */
const TAIL_PROBABILITY = 0.01;
const TAIL_FACTOR = 20;

export class Link {
  readonly from: string;
  readonly to: string;
  readonly #random: SimRandom;
  readonly #medianLatencyMs: number;
  readonly #bytesPerMs: number;
  #state: LinkState = 'open';
  /** Latency times this, bandwidth divided by it. */
  slowness = 1;
  #freeAtMs = 0;
  /** What waits until the link is open again. */
  readonly #waiting: (() => void)[] = [];

  constructor(from: string, to: string, random: SimRandom) {
    this.from = from;
    this.to = to;
    this.#random = random;
    const isLocal = from === to;
    this.#medianLatencyMs = isLocal ? 0.02 : random.magnitude(0.1, 1);
    this.#bytesPerMs = isLocal ? LOCAL_BYTES_PER_MS : REMOTE_BYTES_PER_MS;
  }

  get state(): LinkState {
    return this.#state;
  }

  set state(state: LinkState) {
    this.#state = state;
    if (state === 'drop') return;
    for (const retry of this.#waiting.splice(0)) retry();
  }

  /** When bytes that leave now are there. */
  arrivalMs(nowMs: number, byteCount: number): number {
    const sentMs = Math.max(nowMs, this.#freeAtMs) + (byteCount * this.slowness) / this.#bytesPerMs;
    this.#freeAtMs = sentMs;
    return sentMs + this.latencyMs();
  }

  latencyMs(): number {
    const tail = this.#random.chance(TAIL_PROBABILITY) ? TAIL_FACTOR : 1;
    return this.#random.logNormal(this.#medianLatencyMs, 0.4) * tail * this.slowness;
  }

  whenNotDropping(retry: () => void): void {
    this.#waiting.push(retry);
  }
}
