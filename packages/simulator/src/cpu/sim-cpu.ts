// SimCpu: long computations of a simulated process. They are done at once, and reported done after a
// drawn time, in any order among each other; a job runs in slices, one event each.

import { type CompressionName, type Cpu, type Disk, type Job } from '@samsa/common';
import { compressNow, crc32c, decompressNow } from '@samsa/protocol';

import { type SimRandom } from '../kernel/sim-random.ts';
import { pbkdf2Now } from '../node/pbkdf2.ts';
import { type Incarnation } from '../world/incarnation.ts';

const TYPICAL_MS = 0.3;
const MS_PER_MEGABYTE = 5;
const PBKDF2_MS = 3;
/** What a slice of a job is told that it may take. */
const SLICE_MS = 5;

export class SimCpu implements Cpu {
  readonly #owner: Incarnation;
  readonly #disk: Disk;
  readonly #random: SimRandom;

  constructor(owner: Incarnation, disk: Disk, random: SimRandom) {
    this.#owner = owner;
    this.#disk = disk;
    this.#random = random;
  }

  compress(codec: CompressionName, bytes: Uint8Array, level?: number): Promise<Uint8Array> {
    return this.#later(timeFor(bytes), () => compressNow(codec, bytes, level));
  }

  decompress(codec: CompressionName, bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
    return this.#later(timeFor(bytes), () => decompressNow(codec, bytes, maxBytes));
  }

  pbkdf2(
    password: Uint8Array,
    salt: Uint8Array,
    iterations: number,
    algorithm: 'sha256' | 'sha512',
  ): Promise<Uint8Array> {
    return this.#later(PBKDF2_MS, () => pbkdf2Now(password, salt, iterations, algorithm));
  }

  crc32c(bytes: Uint8Array, from: number, to: number): number {
    return crc32c(bytes, from, to);
  }

  async run<T>(job: Job<T>): Promise<T> {
    await this.#slice();
    const steps = job.start(this.#disk, SLICE_MS);
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return step.value;
      await this.#slice();
    }
  }

  #slice(): Promise<void> {
    return new Promise((resolve) => {
      const { scheduler } = this.#owner.process.world;
      scheduler.after(this.#random.between(0, SLICE_MS), 'job', this.#owner, resolve);
    });
  }

  /** The input is read now, as a worker gets a copy of it now. */
  #later<T>(typicalMs: number, compute: () => T): Promise<T> {
    this.#owner.assertAlive();
    const { scheduler } = this.#owner.process.world;
    return new Promise((resolve, reject) => {
      let finish: () => void;
      try {
        const value = compute();
        finish = () => resolve(value);
      } catch (error) {
        finish = () => reject(error);
      }
      scheduler.after(this.#random.logNormal(typicalMs, 0.7), 'cpu', this.#owner, finish);
    });
  }
}

function timeFor(bytes: Uint8Array): number {
  return TYPICAL_MS + (bytes.length / 1e6) * MS_PER_MEGABYTE;
}
