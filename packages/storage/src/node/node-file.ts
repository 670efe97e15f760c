// NodeFile: an open file by its descriptor. Calls that end in Now block the loop; the others wait in
// their lane for the thread pool.

import fs from 'node:fs';

import { type DiskLane, type File } from '@samsa/common';
import { type Lanes } from './lanes.ts';

export class NodeFile implements File {
  readonly path: string;
  readonly #fd: number;
  readonly #lanes: Lanes;
  #size: number;

  constructor(path: string, fd: number, size: number, lanes: Lanes) {
    this.path = path;
    this.#fd = fd;
    this.#size = size;
    this.#lanes = lanes;
  }

  get size(): number {
    return this.#size;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    let filled = 0;
    while (filled < into.length) {
      const from = filled;
      const count = await this.#lanes.run('read', () =>
        called<number>((done) =>
          fs.read(this.#fd, into, from, into.length - from, at + from, done),
        ),
      );
      if (count === 0) break;
      filled += count;
    }
    return filled;
  }

  readNow(into: Uint8Array, at: number): number {
    let filled = 0;
    while (filled < into.length) {
      const count = fs.readSync(this.#fd, into, filled, into.length - filled, at + filled);
      if (count === 0) break;
      filled += count;
    }
    return filled;
  }

  async write(chunks: readonly Uint8Array[], at: number): Promise<number> {
    const count = await this.#lanes.run('data', () =>
      called<number>((done) => fs.writev(this.#fd, chunks as Uint8Array[], at, done)),
    );
    this.#size = Math.max(this.#size, at + count);
    return count;
  }

  writeNow(chunks: readonly Uint8Array[], at: number): number {
    const only = chunks.length === 1 ? chunks[0] : undefined;
    const count =
      only === undefined
        ? fs.writevSync(this.#fd, chunks, at)
        : fs.writeSync(this.#fd, only, 0, only.length, at);
    this.#size = Math.max(this.#size, at + count);
    return count;
  }

  async sync(what: 'data' | 'all', lane: DiskLane = 'data'): Promise<void> {
    const sync = what === 'data' ? fs.fdatasync : fs.fsync;
    await this.#lanes.run(lane, () => called<void>((done) => sync(this.#fd, done)));
  }

  async truncate(to: number): Promise<void> {
    await this.#lanes.run('data', () => called<void>((done) => fs.ftruncate(this.#fd, to, done)));
    this.#size = to;
  }

  truncateNow(to: number): void {
    fs.ftruncateSync(this.#fd, to);
    this.#size = to;
  }

  async close(): Promise<void> {
    // Quick, and in a lower lane it would keep the descriptor longer.
    await this.#lanes.run('metadata', () => called<void>((done) => fs.close(this.#fd, done)));
  }

  closeNow(): void {
    fs.closeSync(this.#fd);
  }
}

/** A call of Node's callback style as a promise. */
export function called<T>(
  start: (done: (error: NodeJS.ErrnoException | null, value?: T) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    start((error, value) => {
      if (error === null) resolve(value as T);
      else reject(error);
    });
  });
}
