// Real randomness, from the system's generator; small numbers are drawn from a block at a time.

import { randomFillSync } from 'node:crypto';

import { type Random } from '../platform.ts';
import { randomUuid } from '../uuid.ts';

const BLOCK_BYTES = 1024;

class NodeRandom implements Random {
  readonly #block = Buffer.alloc(BLOCK_BYTES);
  #used = BLOCK_BYTES;

  u32(): number {
    if (this.#used + 4 > BLOCK_BYTES) {
      randomFillSync(this.#block);
      this.#used = 0;
    }
    const value = this.#block.readUInt32BE(this.#used);
    this.#used += 4;
    return value;
  }

  float(): number {
    return this.u32() / 2 ** 32;
  }

  int(n: number): number {
    return Math.floor(this.float() * n);
  }

  bytes(n: number): Uint8Array {
    return randomFillSync(Buffer.allocUnsafe(n));
  }

  uuid(): string {
    return randomUuid(() => this.bytes(16));
  }

  fork(): Random {
    return this;
  }
}

export const nodeRandom: Random = new NodeRandom();
