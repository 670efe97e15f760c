// Incarnation: one life of a simulated process, from its start to its crash or stop.
//
// Everything that a process waits for carries its incarnation; when that has ended the completion is
// dropped, so suspended functions of an older life never resume.

import { type EventOwner, type SimEvent } from '../kernel/event-heap.ts';
import { type Owner } from '../node/owner.ts';
import { ProcessDied } from './process-died.ts';
import { type SimProcess } from './sim-process.ts';

/** As much of a file as its process has to know. */
export interface OpenFile {
  readonly path: string;
  closeNow(): void;
}

export class Incarnation implements EventOwner, Owner {
  readonly process: SimProcess;
  /** Rises with each start of the process, from 1. */
  readonly ordinal: number;
  /** Unique in the world, for the rolling hash. */
  readonly number: number;
  readonly name: string;
  #isAlive = true;
  #isPaused = false;
  /** The process sits in a slow synchronous call until then. */
  #busyUntilMs = 0;
  #held: SimEvent[] = [];
  /** Files that this life has opened and not closed. */
  readonly openFiles = new Set<OpenFile>();
  /** What must happen when this life ends: sockets close, locks fall, and so on. */
  readonly #endings: ((isSilent: boolean) => void)[] = [];

  constructor(process: SimProcess, ordinal: number, number: number) {
    this.process = process;
    this.ordinal = ordinal;
    this.number = number;
    this.name = `${process.name}.${ordinal}`;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Simulated time as this process sees it: later than the world's inside a slow call. */
  get timeMs(): number {
    return Math.max(this.process.world.scheduler.nowMs, this.#busyUntilMs);
  }

  /** Throws the sentinel in code that still runs after the end of its process. */
  assertAlive(): void {
    if (!this.#isAlive) throw new ProcessDied(`${this.name} has ended`);
  }

  /** The running call takes this long: clocks move on at once, other events wait. */
  spend(ms: number): void {
    this.#busyUntilMs = this.timeMs + ms;
  }

  /** True when the event must wait until the process runs again; it is then kept here. */
  holds(event: SimEvent): boolean {
    if (!this.#isPaused && this.#busyUntilMs <= event.timeMs && this.#held.length === 0) {
      return false;
    }
    if (event.kind === 'resume') return false;
    if (this.#held.length === 0 && !this.#isPaused) this.#resumeAt(this.#busyUntilMs);
    this.#held.push(event);
    return true;
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    if (this.#held.length > 0) {
      this.#resumeAt(Math.max(this.#busyUntilMs, this.process.world.scheduler.nowMs));
    }
  }

  #resumeAt(timeMs: number): void {
    this.process.world.scheduler.at(timeMs, 'resume', this, () => {
      if (this.#isPaused) return;
      const held = this.#held;
      this.#held = [];
      this.process.world.scheduler.release(held);
    });
  }

  atEnd(run: (isSilent: boolean) => void): void {
    this.#endings.push(run);
  }

  /** @param isSilent  true when the machine lost power: nobody is told anything */
  end(isSilent: boolean): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#held = [];
    for (const run of this.#endings) run(isSilent);
    this.#endings.length = 0;
    // A power loss counts all pages of the disk anew.
    if (!isSilent) for (const file of [...this.openFiles]) file.closeNow();
    this.openFiles.clear();
  }

  failed(error: unknown): void {
    if (!this.#isAlive || error instanceof ProcessDied) return;
    this.process.world.fail('P1', `uncaught error in ${this.name}`, error);
  }
}
