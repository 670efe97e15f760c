// Host: a simulated machine with one disk set, one clock and one or more processes.

import { HostDisk } from '../disk/host-disk.ts';
import { type PowerLossMode } from '../disk/power-loss.ts';
import { type SimRandom } from '../kernel/sim-random.ts';
import { HostClock } from './host-clock.ts';
import { type Program, SimProcess } from './sim-process.ts';
import { type World } from './world.ts';

/** Real quartz stays within this. */
const MAX_DRIFT_PPM = 200;
/** Clocks kept by NTP differ by this much. */
const MAX_OFFSET_MS = 50;

export interface HostOptions {
  /** Bytes the disk holds; 64 GiB unless told. */
  readonly diskBytes?: number;
  /** What a power loss may do to names that were not synced; drawn per host unless told. */
  readonly powerLossMode?: PowerLossMode;
}

export class Host {
  readonly world: World;
  readonly name: string;
  readonly address: string;
  readonly clock: HostClock;
  readonly disk: HostDisk;
  readonly processes: SimProcess[] = [];
  readonly #random: SimRandom;
  #isUp = true;

  constructor(world: World, name: string, address: string, options: HostOptions) {
    this.world = world;
    this.name = name;
    this.address = address;
    this.#random = world.random.fork(`host/${name}`);
    this.clock = new HostClock(
      this.#random.between(-MAX_OFFSET_MS, MAX_OFFSET_MS),
      this.#random.between(-MAX_DRIFT_PPM, MAX_DRIFT_PPM),
      this.#random.between(1000, 1e9),
    );
    this.disk = new HostDisk(world, name, world.random.fork(`disk/${name}`), () =>
      this.clock.nowMs(world.scheduler.nowMs),
    );
    if (options.diskBytes !== undefined) this.disk.totalBytes = options.diskBytes;
    this.disk.powerLossMode =
      options.powerLossMode ?? this.#random.pick<PowerLossMode>(['ordered', 'hostile']);
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** Adds a process; it does not start yet. */
  process<T>(name: string, program: Program<T>): SimProcess<T> {
    const process = new SimProcess(this, name, program);
    this.processes.push(process);
    return process;
  }

  /** Adds a process and starts it; resolves with it when its program is up. */
  async start<T>(name: string, program: Program<T>): Promise<SimProcess<T>> {
    const process = this.process(name, program);
    await process.start();
    return process;
  }

  /** All processes end without a word to anyone, and the disk keeps what was synced, and perhaps more. */
  losePower(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    for (const process of this.processes) process.lostPower();
    this.disk.losePower();
  }

  /** The machine is up again. Its processes are started by whoever watches over them. */
  boot(): void {
    if (this.#isUp) return;
    this.#isUp = true;
    this.world.network.hostCameUp(this);
  }
}
