// TimingWheel: one timer for many deadlines, so that setting and cancelling one costs a list link.
//
// Long polls, sessions, acks and heartbeats all wait here. Deadlines are rounded up to ticks of 10 ms
// and hang in a ring of slots by due tick; one platform timer sleeps until the next occupied slot.

import { assert } from './assert.ts';
import { type Cancel, type Platform } from './platform.ts';

const TICK_MS = 10;
const SLOTS = 4096;

/** One waiting deadline. `cancel` may be called at any time and more than once. */
export class Deadline {
  readonly #run: () => void;
  readonly dueTick: number;
  #slot: Slot | undefined;
  previous: Deadline | undefined;
  next: Deadline | undefined;

  constructor(dueTick: number, run: () => void) {
    this.dueTick = dueTick;
    this.#run = run;
  }

  get isWaiting(): boolean {
    return this.#slot !== undefined;
  }

  enter(slot: Slot): void {
    assert(this.#slot === undefined, 'a deadline waits in one slot');
    this.#slot = slot;
    this.previous = slot.last;
    this.next = undefined;
    if (slot.last === undefined) slot.first = this;
    else slot.last.next = this;
    slot.last = this;
  }

  cancel(): void {
    const slot = this.#slot;
    if (slot === undefined) return;
    this.#slot = undefined;
    slot.wheel.left();
    if (this.previous === undefined) slot.first = this.next;
    else this.previous.next = this.next;
    if (this.next === undefined) slot.last = this.previous;
    else this.next.previous = this.previous;
    this.previous = undefined;
    this.next = undefined;
  }

  fire(): void {
    this.cancel();
    this.#run();
  }
}

class Slot {
  first: Deadline | undefined;
  last: Deadline | undefined;
  readonly wheel: TimingWheel;

  constructor(wheel: TimingWheel) {
    this.wheel = wheel;
  }
}

export class TimingWheel {
  readonly #platform: Platform;
  readonly #slots: Slot[] = [];
  readonly #originMs: number;
  /** Every deadline due at or before this tick has fired. */
  #doneTick = 0;
  #waiting = 0;
  #sleep: Cancel | undefined;
  #sleepsUntilTick = Infinity;
  #closed = false;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#originMs = platform.clock.monotonicMs();
    for (let i = 0; i < SLOTS; i++) this.#slots.push(new Slot(this));
  }

  /** Number of deadlines that have neither fired nor been cancelled. */
  get waitingCount(): number {
    return this.#waiting;
  }

  /** Runs `run` once, at least `ms` from now and at most about a tick later. */
  after(ms: number, run: () => void): Deadline {
    const elapsedMs = this.#platform.clock.monotonicMs() - this.#originMs;
    const dueTick = Math.max(
      this.#doneTick + 1,
      Math.ceil((elapsedMs + Math.max(0, ms)) / TICK_MS),
    );
    const deadline = new Deadline(dueTick, run);
    if (this.#closed) return deadline;
    this.#waiting++;
    deadline.enter(this.#slotOf(dueTick));
    if (dueTick < this.#sleepsUntilTick) this.#sleepUntil(dueTick, elapsedMs);
    return deadline;
  }

  /** Forgets every deadline; none of them fires. */
  close(): void {
    this.#closed = true;
    this.#sleep?.();
    this.#sleep = undefined;
    for (const slot of this.#slots) while (slot.first !== undefined) slot.first.cancel();
  }

  /** For `Deadline` alone: one deadline is no longer waiting. */
  left(): void {
    this.#waiting--;
  }

  #slotOf(tick: number): Slot {
    // The index is below SLOTS, so the slot exists.
    return this.#slots[tick % SLOTS] as Slot;
  }

  #sleepUntil(tick: number, elapsedMs: number): void {
    this.#sleep?.();
    this.#sleepsUntilTick = tick;
    this.#sleep = this.#platform.timers.after(Math.max(0, tick * TICK_MS - elapsedMs), () =>
      this.#wake(),
    );
  }

  #wake(): void {
    this.#sleep = undefined;
    this.#sleepsUntilTick = Infinity;
    const nowTick = Math.floor((this.#platform.clock.monotonicMs() - this.#originMs) / TICK_MS);
    // After a long pause one pass over the ring reaches every due deadline.
    const firstTick = Math.max(this.#doneTick + 1, nowTick - SLOTS + 1);
    this.#doneTick = Math.max(this.#doneTick, nowTick);
    for (let tick = firstTick; tick <= nowTick; tick++) this.#fireSlot(this.#slotOf(tick), nowTick);
    if (this.#waiting > 0 && !this.#closed) this.#sleepUntilNextOccupied();
  }

  #fireSlot(slot: Slot, nowTick: number): void {
    const due: Deadline[] = [];
    for (let d = slot.first; d !== undefined; d = d.next) if (d.dueTick <= nowTick) due.push(d);
    // An earlier one may cancel a later one, so each is asked again.
    for (const deadline of due) if (deadline.isWaiting) deadline.fire();
  }

  #sleepUntilNextOccupied(): void {
    let tick = this.#doneTick + 1;
    const lastTick = this.#doneTick + SLOTS;
    while (tick < lastTick && this.#slotOf(tick).first === undefined) tick++;
    if (tick < this.#sleepsUntilTick) {
      this.#sleepUntil(tick, this.#platform.clock.monotonicMs() - this.#originMs);
    }
  }
}
