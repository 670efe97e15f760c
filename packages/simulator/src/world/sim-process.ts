// SimProcess: a named place for a program on a host, through all its lives.

import { type Platform } from '@samsa/common';

import { runOwned } from '../node/owner.ts';
import { type Host } from './host.ts';
import { Incarnation } from './incarnation.ts';
import { ProcessDied } from './process-died.ts';
import { SimPlatform } from './sim-platform.ts';
import { type World } from './world.ts';

/** What a program may hand back once it is up: the way to stop it in an orderly manner. */
export interface Running {
  stop(): Promise<void>;
}

/** Starts something on a platform. It runs anew in each life of its process. */
export type Program<T = Running | void> = (platform: Platform) => T | Promise<T>;

export class SimProcess<T = unknown> {
  readonly world: World;
  readonly host: Host;
  readonly name: string;
  /** What the program returned in the present life; undefined until it is up. */
  running: T | undefined;
  /** Why the last life ended, when it ended itself. */
  lastWords: { readonly reason: string; readonly cause: unknown } | undefined;
  readonly #program: Program<T>;
  #life: Incarnation | undefined;
  #lives = 0;

  constructor(host: Host, name: string, program: Program<T>) {
    this.world = host.world;
    this.host = host;
    this.name = name;
    this.#program = program;
  }

  /** The present life, or undefined while the process is down. */
  get life(): Incarnation | undefined {
    return this.#life?.isAlive === true ? this.#life : undefined;
  }

  get isUp(): boolean {
    return this.life !== undefined;
  }

  /** True once the program of the present life has returned. */
  get isReady(): boolean {
    return this.isUp && this.running !== undefined;
  }

  /**
   * Starts a new life. The promise settles when the program has started or has failed to; it stays
   * open when the process is killed before.
   */
  start(): Promise<T> {
    if (this.isUp) throw new Error(`${this.name} is up already`);
    if (!this.host.isUp) throw new Error(`${this.host.name} is down`);
    this.running = undefined;
    this.lastWords = undefined;
    const ordinal = ++this.#lives;
    const life = new Incarnation(this, ordinal, this.world.nextIncarnationNumber());
    this.#life = life;
    const platform = new SimPlatform(
      life,
      this.world.random.fork(`process/${this.name}/${ordinal}`),
    );
    return new Promise((resolve, reject) => {
      this.world.scheduler.at(this.world.scheduler.nowMs, 'start', life, () => {
        void this.#run(platform, life).then(resolve, reject);
      });
    });
  }

  async #run(platform: Platform, life: Incarnation): Promise<T> {
    try {
      const running = await this.#program(platform);
      if (life.isAlive) this.running = running;
      return running;
    } catch (error) {
      // A program that cannot start ends its process, as an exit with a message does.
      if (life.isAlive) this.died(life, 'the program did not start', error);
      throw error;
    }
  }

  /**
   * Lets the program stop itself, then ends the process.
   *
   * @returns the paths of the files that the program has left open
   */
  async stop(): Promise<string[]> {
    const life = this.life;
    if (life === undefined) return [];
    const running = this.running as Partial<Running> | undefined;
    if (typeof running?.stop === 'function') await runOwned(life, () => running.stop?.());
    const leftOpen = [...life.openFiles].map((file) => file.path);
    this.#end(life, false);
    return leftOpen;
  }

  /** As kill -9: nothing of this life ever runs again; what it gave to the system stays there. */
  kill(): void {
    if (this.life !== undefined) this.#end(this.life, false);
  }

  /** For the host: the machine lost its power. */
  lostPower(): void {
    if (this.life !== undefined) this.#end(this.life, true);
  }

  /** For the platform: the process ended itself. */
  died(life: Incarnation, reason: string, cause: unknown): void {
    if (!life.isAlive) return;
    this.lastWords = { reason, cause };
    this.world.logged(life, 'error', `process died: ${reason}`, { cause });
    this.#end(life, false);
    this.world.processDied?.(this);
  }

  /** As SIGSTOP, or a long pause of the garbage collector. */
  pause(): void {
    this.life?.pause();
  }

  resume(): void {
    this.life?.resume();
  }

  #end(life: Incarnation, isSilent: boolean): void {
    life.end(isSilent);
    this.running = undefined;
    if (this.#life === life) this.#life = undefined;
  }

  /** Runs code of the harness as this process, so that what it starts belongs to it. */
  run<R>(code: () => R): R {
    const life = this.life;
    if (life === undefined) throw new ProcessDied(`${this.name} is down`);
    return runOwned(life, code);
  }
}
