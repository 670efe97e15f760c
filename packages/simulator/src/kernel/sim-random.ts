// SimRandom: streams of pseudo-random numbers, forked by name from one seed.
//
// A stream is seeded by its path alone (`4711/disk/h2`), never by draws from its parent, so that
// removing one fault or one draw leaves every other stream as it was. The generator is sfc32, in
// 32-bit integer arithmetic only.

import { type Random, randomUuid } from '@samsa/common';

export class SimRandom implements Random {
  readonly #path: string;
  readonly #forks = new Map<string, number>();
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;

  constructor(path: string) {
    this.#path = path;
    this.#a = hashText(path, 0x9e3779b9);
    this.#b = hashText(path, 0x243f6a88);
    this.#c = hashText(path, 0xb7e15162);
    for (let i = 0; i < 12; i++) this.u32();
  }

  u32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  float(): number {
    return this.u32() / 4294967296;
  }

  int(n: number): number {
    return Math.floor(this.float() * n);
  }

  bytes(n: number): Uint8Array {
    const out = new Uint8Array(n);
    let word = 0;
    for (let i = 0; i < n; i++) {
      if (i % 4 === 0) word = this.u32();
      out[i] = word >>> ((i % 4) * 8);
    }
    return out;
  }

  uuid(): string {
    return randomUuid(() => this.bytes(16));
  }

  /** Two forks of one name are two streams: the second one counts. */
  fork(name: string): SimRandom {
    const count = (this.#forks.get(name) ?? 0) + 1;
    this.#forks.set(name, count);
    return new SimRandom(`${this.#path}/${name}${count === 1 ? '' : `#${count}`}`);
  }

  /** A real number in [min, max). */
  between(min: number, max: number): number {
    return min + this.float() * (max - min);
  }

  /** A whole number in [min, max]. */
  whole(min: number, max: number): number {
    return min + this.int(max - min + 1);
  }

  chance(probability: number): boolean {
    return this.float() < probability;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[this.int(from.length)] as T;
  }

  /** A number spread evenly over the orders of magnitude between the two, for sizes and durations. */
  magnitude(min: number, max: number): number {
    return min * Math.exp(this.float() * Math.log(max / min));
  }

  /** Half the draws lie below `median`; `sigma` 0.5 is a narrow latency, 1.5 one with a long tail. */
  logNormal(median: number, sigma: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.float()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.float()));
  }

  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      const held = items[i] as T;
      items[i] = items[j] as T;
      items[j] = held;
    }
    return items;
  }
}

function hashText(text: string, start: number): number {
  let hash = start | 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
