// Scheduler: simulated time. It moves only by taking the next event, one at a time.
//
// The caller must let every microtask of an event finish before it takes the next one (node/pump.ts).

import { EVENT_KINDS, EventHeap, type EventKind, type EventOwner, SimEvent } from './event-heap.ts';
import { RollingHash } from './rolling-hash.ts';
import { type SimRandom } from './sim-random.ts';

/** More events than this at one instant are a busy loop: nothing real does so much in no time. */
const MAX_EVENTS_PER_INSTANT = 100_000;

const KIND_NUMBER = new Map<EventKind, number>(EVENT_KINDS.map((kind, index) => [kind, index]));

export class BusyLoop extends Error {
  override readonly name = 'BusyLoop';
}

export interface EventObserver {
  /** Called before the event runs, with the number of the event, counted from 1. */
  event(event: SimEvent, number: number): void;
}

export class Scheduler {
  readonly hash = new RollingHash();
  readonly #heap = new EventHeap();
  readonly #ties: SimRandom;
  #nowMs = 0;
  #sequence = 0;
  #eventCount = 0;
  #eventsAtInstant = 0;
  observer: EventObserver | undefined;

  constructor(ties: SimRandom) {
    this.#ties = ties;
  }

  /** Simulated time, a real number of ms since the start of the run. */
  get nowMs(): number {
    return this.#nowMs;
  }

  get eventCount(): number {
    return this.#eventCount;
  }

  get waitingCount(): number {
    return this.#heap.size;
  }

  /** @param timeMs  simulated time; what lies in the past happens now */
  at(
    timeMs: number,
    kind: EventKind,
    owner: EventOwner | undefined,
    run: () => void,
    payload = 0,
  ): SimEvent {
    const event = new SimEvent(
      Math.max(timeMs, this.#nowMs),
      this.#ties.u32(),
      this.#sequence++,
      kind,
      owner,
      payload,
      run,
    );
    this.#heap.push(event);
    return event;
  }

  after(
    delayMs: number,
    kind: EventKind,
    owner: EventOwner | undefined,
    run: () => void,
    payload = 0,
  ): SimEvent {
    return this.at((owner?.timeMs ?? this.#nowMs) + delayMs, kind, owner, run, payload);
  }

  /** Takes back events that were held while their process stood still; they keep their order. */
  release(held: readonly SimEvent[]): void {
    for (const event of held) {
      event.timeMs = this.#nowMs;
      event.tie = 0;
      this.#heap.push(event);
    }
  }

  /**
   * Takes the next event that is to run and moves time to it. Undefined when none is left. Events of
   * ended processes vanish here; those of a process that stands still go to its waiting list.
   */
  next(): SimEvent | undefined {
    for (;;) {
      const event = this.#heap.pop();
      if (event === undefined) return undefined;
      if (event.isCancelled) continue;
      const owner = event.owner;
      if (owner !== undefined) {
        if (!owner.isAlive) continue;
        if (owner.holds(event)) continue;
      }
      this.#advance(event);
      return event;
    }
  }

  #advance(event: SimEvent): void {
    if (event.timeMs > this.#nowMs) {
      this.#nowMs = event.timeMs;
      this.#eventsAtInstant = 0;
    } else if (++this.#eventsAtInstant > MAX_EVENTS_PER_INSTANT) {
      throw new BusyLoop(
        `more than ${MAX_EVENTS_PER_INSTANT} events at ${this.#nowMs} ms, the last one a ${event.kind} of ${event.owner?.name ?? 'the world'}`,
      );
    }
    this.#eventCount++;
    this.hash.float(event.timeMs);
    this.hash.word(KIND_NUMBER.get(event.kind) as number);
    this.hash.word(event.owner?.number ?? 0);
    this.hash.word(event.payload);
    this.observer?.event(event, this.#eventCount);
  }
}
