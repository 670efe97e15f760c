// World: everything that is simulated in one run — time, hosts, network, disks — made from one seed.

import { type Level, type LogFields } from '@samsa/common';

import { type SimEvent } from '../kernel/event-heap.ts';
import { Scheduler } from '../kernel/scheduler.ts';
import { SimRandom } from '../kernel/sim-random.ts';
import { SimNetwork } from '../network/sim-network.ts';
import { type Owner, runOwned, runUnowned } from '../node/owner.ts';
import { raiseGuard } from '../node/guard.ts';
import { pump } from '../node/pump.ts';
import { Buggify } from './buggify.ts';
import { Host, type HostOptions } from './host.ts';
import { type Incarnation } from './incarnation.ts';
import { Marks } from './marks.ts';
import { RecentEvents } from './recent-events.ts';
import { type SimProcess } from './sim-process.ts';
import { type Trace } from './trace.ts';

export interface WorldOptions {
  readonly seed: number | string;
  /** Rare legal behaviour inside the code under test; on unless told. */
  readonly buggify?: boolean;
  /** Gets a line for every event and log entry. */
  readonly trace?: Trace;
  /** The run ends before this event. */
  readonly stopAtEvent?: number;
}

/** What was found wrong in a run. */
export interface Violation {
  /** The name of the rule: P1, lost-write, deadlock … */
  readonly id: string;
  readonly message: string;
  readonly cause: unknown;
  readonly atMs: number;
  readonly atEvent: number;
}

export class World {
  readonly seed: string;
  readonly random: SimRandom;
  readonly scheduler: Scheduler;
  readonly network: SimNetwork;
  readonly marks = new Marks();
  readonly buggify: Buggify;
  readonly hosts: Host[] = [];
  readonly recent = new RecentEvents();
  readonly violations: Violation[] = [];
  /** Told when a process ends itself. A crash made by the harness is not reported. */
  processDied: ((process: SimProcess) => void) | undefined;
  /** Called after every event with its number; invariants of the whole world are checked here. */
  afterEvent: ((eventNumber: number) => void) | undefined;
  readonly #trace: Trace | undefined;
  readonly #stopAtEvent: number;
  #incarnations = 0;
  #isOver = false;

  constructor(options: WorldOptions) {
    this.seed = String(options.seed);
    this.random = new SimRandom(this.seed);
    this.scheduler = new Scheduler(this.random.fork('ties'));
    this.network = new SimNetwork(this, this.random.fork('net'));
    this.buggify = new Buggify(this.random.fork('buggify'), options.buggify ?? true);
    this.#trace = options.trace;
    this.#stopAtEvent = options.stopAtEvent ?? Infinity;
    this.scheduler.observer = { event: (event, number) => this.#observe(event, number) };
  }

  get nowMs(): number {
    return this.scheduler.nowMs;
  }

  /** Names the whole course of events so far. */
  get digest(): string {
    return this.scheduler.hash.digest;
  }

  host(name: string, options: HostOptions = {}): Host {
    const host = new Host(this, name, `10.0.0.${this.hosts.length + 1}`, options);
    this.hosts.push(host);
    return host;
  }

  /** Waits in simulated time. For scenarios; processes have timers of their own. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.scheduler.at(this.nowMs + ms, 'workload', undefined, resolve);
    });
  }

  /** Runs `act` at this simulated time, as the world itself. */
  at(timeMs: number, act: () => void): void {
    this.scheduler.at(timeMs, 'fault', undefined, act);
  }

  /** Waits until `fact` holds, looking every `everyMs`; false when it did not come true in time. */
  async until(fact: () => boolean, timeoutMs: number, everyMs = 10): Promise<boolean> {
    const deadlineMs = this.nowMs + timeoutMs;
    while (!fact()) {
      if (this.nowMs >= deadlineMs) return false;
      await this.sleep(everyMs);
    }
    return true;
  }

  fail(id: string, message: string, cause?: unknown): void {
    this.violations.push({
      id,
      message,
      cause,
      atMs: this.nowMs,
      atEvent: this.scheduler.eventCount,
    });
    this.#isOver = true;
  }

  /**
   * Runs events until the scenario is over or a violation is found. Throws what the scenario throws.
   * A world runs once.
   */
  async run(scenario: (world: World) => Promise<void>): Promise<void> {
    const lowerGuard = raiseGuard();
    let thrown: { error: unknown } | undefined;
    try {
      const owner: Owner = {
        name: 'the scenario',
        isAlive: true,
        failed: (error) => this.fail('scenario', 'uncaught error in the scenario', error),
      };
      await pump(() => {
        if (this.scheduler.eventCount === 0 && this.#phase === 'new') {
          this.#phase = 'running';
          runOwned(owner, () => {
            scenario(this).then(
              () => {
                this.#isOver = true;
              },
              (error: unknown) => {
                thrown = { error };
                this.#isOver = true;
              },
            );
          });
          return true;
        }
        return this.#step(owner);
      });
    } finally {
      this.#isOver = true;
      lowerGuard();
      this.#trace?.close?.();
    }
    if (thrown !== undefined && this.violations.length === 0) throw thrown.error;
  }

  #phase: 'new' | 'running' = 'new';

  #step(scenario: Owner): boolean {
    if (this.#isOver) return false;
    try {
      const event = this.scheduler.next();
      if (event === undefined) {
        this.fail('deadlock', 'nothing is left to happen, and the scenario still waits');
        return false;
      }
      if (this.scheduler.eventCount >= this.#stopAtEvent) return false;
      this.#runEvent(event, scenario);
    } catch (error) {
      this.fail('busy-loop', (error as Error).message, error);
      return false;
    }
    return true;
  }

  #runEvent(event: SimEvent, scenario: Owner): void {
    const owner = event.owner;
    try {
      if (owner !== undefined) runOwned(owner, event.run);
      else if (event.kind === 'workload') runOwned(scenario, event.run);
      else runUnowned(event.run);
    } catch (error) {
      if (owner !== undefined) owner.failed(error);
      else this.fail('world', `the simulated world failed in a ${event.kind} event`, error);
    }
    this.afterEvent?.(this.scheduler.eventCount);
  }

  #observe(event: SimEvent, number: number): void {
    this.recent.event(event, number);
    this.#trace?.event(event, number, this.digest);
  }

  logged(owner: Incarnation, level: Level, event: string, fields: LogFields | undefined): void {
    this.recent.log(this.scheduler.eventCount, this.nowMs, owner, level, event, fields);
    this.#trace?.log(this.nowMs, owner, level, event, fields);
  }

  /** Debug entries are kept only where somebody reads them. */
  keepsLogs(level: Level): boolean {
    return level !== 'debug' || this.#trace !== undefined;
  }

  nextIncarnationNumber(): number {
    return ++this.#incarnations;
  }
}
