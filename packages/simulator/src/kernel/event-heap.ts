// EventHeap: the one queue of the simulation, ordered by time, then a random number, then sequence.

/** What an event is; its place in the list is its number in the rolling hash, so only append. */
export const EVENT_KINDS = [
  'timer',
  'turn',
  'yield',
  'take',
  'arrive',
  'bytes',
  'connection',
  'disk',
  'cpu',
  'job',
  'fault',
  'workload',
  'check',
  'start',
  'resume',
  'released',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** The life of a process, as far as its events are concerned. */
export interface EventOwner {
  readonly name: string;
  /** Unique in the world; 0 stands for the world itself. */
  readonly number: number;
  readonly isAlive: boolean;
  /** Simulated time as the process sees it. */
  readonly timeMs: number;
  /** True when the process stands still and has taken the event into its waiting list. */
  holds(event: SimEvent): boolean;
  /** Told about an error that nobody caught. */
  failed(error: unknown): void;
}

export class SimEvent {
  timeMs: number;
  tie: number;
  readonly sequence: number;
  readonly kind: EventKind;
  /** The life of a process that the event belongs to; with its end the event is dropped. */
  readonly owner: EventOwner | undefined;
  /** A number that stands for the content (bytes, what failed) in the rolling hash. */
  readonly payload: number;
  readonly run: () => void;
  isCancelled = false;

  constructor(
    timeMs: number,
    tie: number,
    sequence: number,
    kind: EventKind,
    owner: EventOwner | undefined,
    payload: number,
    run: () => void,
  ) {
    this.timeMs = timeMs;
    this.tie = tie;
    this.sequence = sequence;
    this.kind = kind;
    this.owner = owner;
    this.payload = payload;
    this.run = run;
  }
}

export class EventHeap {
  readonly #events: SimEvent[] = [];

  get size(): number {
    return this.#events.length;
  }

  get first(): SimEvent | undefined {
    return this.#events[0];
  }

  push(event: SimEvent): void {
    const events = this.#events;
    let at = events.length;
    events.push(event);
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = events[parentAt] as SimEvent;
      if (!isBefore(event, parent)) break;
      events[at] = parent;
      at = parentAt;
    }
    events[at] = event;
  }

  pop(): SimEvent | undefined {
    const events = this.#events;
    const top = events[0];
    const last = events.pop();
    if (last === undefined || top === last) return top;
    const size = events.length;
    let at = 0;
    for (;;) {
      let childAt = 2 * at + 1;
      if (childAt >= size) break;
      let child = events[childAt] as SimEvent;
      if (childAt + 1 < size) {
        const right = events[childAt + 1] as SimEvent;
        if (isBefore(right, child)) {
          child = right;
          childAt++;
        }
      }
      if (!isBefore(child, last)) break;
      events[at] = child;
      at = childAt;
    }
    events[at] = last;
    return top;
  }
}

function isBefore(a: SimEvent, b: SimEvent): boolean {
  if (a.timeMs !== b.timeMs) return a.timeMs < b.timeMs;
  if (a.tie !== b.tie) return a.tie < b.tie;
  return a.sequence < b.sequence;
}
