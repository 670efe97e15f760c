// Caretaker: starts processes again, as an operator or a process supervisor does.

import { type SimRandom } from '../kernel/sim-random.ts';
import { type SimProcess } from '../world/sim-process.ts';
import { type World } from '../world/world.ts';

/** How long a supervisor takes to notice that a process has ended. */
const MIN_NOTICE_MS = 100;
const MAX_NOTICE_MS = 3000;

export class Caretaker {
  readonly #world: World;
  readonly #random: SimRandom;
  /** Called before a process starts; what it returns is called once the process is ready. */
  readonly #starting: (process: SimProcess) => (() => void) | undefined;
  readonly #retired = new Set<SimProcess>();
  #isOver = false;

  constructor(
    world: World,
    random: SimRandom,
    starting: (process: SimProcess) => (() => void) | undefined,
  ) {
    this.#world = world;
    this.#random = random;
    this.#starting = starting;
    world.processDied = (process) =>
      this.startLater(process, random.between(MIN_NOTICE_MS, MAX_NOTICE_MS));
  }

  /** Starts nothing any more. */
  leave(): void {
    this.#isOver = true;
  }

  /** This one is not started again, whatever was planned: its work is over. */
  retire(process: SimProcess): void {
    this.#retired.add(process);
  }

  startLater(process: SimProcess, afterMs: number): void {
    this.#world.at(this.#world.nowMs + afterMs, () => this.startNow(process));
  }

  startNow(process: SimProcess): void {
    if (this.#isOver || this.#retired.has(process) || process.isUp || !process.host.isUp) return;
    const ready = this.#starting(process);
    void process.start().then(ready, () => {
      // The process died of it, was reported and is started again by processDied.
    });
  }

  /** Stops the process in an orderly manner and starts it again. */
  restart(process: SimProcess): void {
    const downMs = this.#random.magnitude(10, 3000);
    void process.stop().then(
      () => this.startLater(process, downMs),
      (error: unknown) => {
        if (process.isUp) this.#world.fail('stop', `${process.name} did not stop`, error);
      },
    );
  }
}
