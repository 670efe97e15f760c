// SimPlatform: what one life of a simulated process gets as its Platform.

import {
  type Clock,
  type Cpu,
  type Disk,
  type Level,
  type LogFields,
  type Network,
  type Platform,
  type ProcessIdentity,
  type Random,
  type Timers,
} from '@samsa/common';

import { SimCpu } from '../cpu/sim-cpu.ts';
import { ProcessDisk } from '../disk/process-disk.ts';
import { type SimRandom } from '../kernel/sim-random.ts';
import { ProcessNetwork } from '../network/process-network.ts';
import { type Incarnation } from './incarnation.ts';
import { ProcessDied } from './process-died.ts';
import { SimTimers } from './sim-timers.ts';

export class SimPlatform implements Platform {
  readonly self: ProcessIdentity;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly net: Network;
  readonly disk: Disk;
  readonly cpu: Cpu;
  readonly #owner: Incarnation;

  constructor(owner: Incarnation, random: SimRandom) {
    const { process } = owner;
    const { host } = process;
    const { world } = host;
    this.#owner = owner;
    this.self = { host: host.name, process: process.name, incarnation: owner.ordinal };
    this.clock = {
      nowMs: () => host.clock.nowMs(owner.timeMs),
      monotonicMs: () => host.clock.monotonicMs(owner.timeMs),
    };
    this.timers = new SimTimers(world.scheduler, owner, host.clock, random.fork('timers'));
    this.random = random.fork('program');
    this.net = new ProcessNetwork(world.network, owner, random.fork('net'));
    this.disk = new ProcessDisk(host.disk, owner, random.fork('disk'));
    this.cpu = new SimCpu(owner, this.disk, random.fork('cpu'));
  }

  log(level: Level, event: string, fields?: LogFields): void {
    this.#owner.process.world.logged(this.#owner, level, event, fields);
  }

  logs(level: Level): boolean {
    return this.#owner.process.world.keepsLogs(level);
  }

  fatal(reason: string, cause?: unknown): never {
    this.#owner.process.died(this.#owner, reason, cause);
    throw new ProcessDied(`${this.#owner.name} ended itself: ${reason}`, { cause });
  }

  buggify(site: string, probability = 0.05): boolean {
    return this.#owner.process.world.buggify.asks(site, probability);
  }

  mark(site: string): void {
    this.#owner.process.world.marks.hit(site, this.#owner);
  }
}
