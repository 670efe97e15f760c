// SimFile: an open file of a simulated process.

import { type DiskLane, type File } from '@samsa/common';

import { type Incarnation } from '../world/incarnation.ts';
import { DiskError } from './disk-error.ts';
import { type DiskLanes } from './disk-lanes.ts';
import { type FileData } from './file-data.ts';
import { type HostDisk } from './host-disk.ts';

const READ_MS = 0.08;
const READ_NOW_MS = 0.01;
const WRITE_MS = 0.04;
const WRITE_NOW_MS = 0.008;
const SYNC_MS = 1.2;
const TRUNCATE_MS = 0.05;
const CLOSE_MS = 0.02;

export class SimFile implements File {
  readonly path: string;
  readonly #data: FileData;
  readonly #canWrite: boolean;
  readonly #disk: HostDisk;
  readonly #owner: Incarnation;
  readonly #lanes: DiskLanes;
  #isClosed = false;

  constructor(
    path: string,
    data: FileData,
    canWrite: boolean,
    disk: HostDisk,
    owner: Incarnation,
    lanes: DiskLanes,
  ) {
    this.path = path;
    this.#data = data;
    this.#canWrite = canWrite;
    this.#disk = disk;
    this.#owner = owner;
    this.#lanes = lanes;
    disk.opened(data, 1);
    owner.openFiles.add(this);
  }

  get size(): number {
    return this.#data.size;
  }

  read(into: Uint8Array, at: number): Promise<number> {
    return this.#later('read', 'read', READ_MS, () => this.#read(into, at));
  }

  readNow(into: Uint8Array, at: number): number {
    this.#spend('read', READ_NOW_MS);
    return this.#read(into, at);
  }

  #read(into: Uint8Array, at: number): number {
    this.#mustBeOpen('read');
    this.#disk.check('read', 'read', this.path);
    if (this.#data.isBad(at, Math.min(at + into.length, this.#data.size))) {
      throw new DiskError('EIO', 'read', this.path);
    }
    return this.#data.read(into, at);
  }

  write(chunks: readonly Uint8Array[], at: number): Promise<number> {
    return this.#later('data', 'write', WRITE_MS, () => this.#write(chunks, at));
  }

  writeNow(chunks: readonly Uint8Array[], at: number): number {
    this.#spend('write', WRITE_NOW_MS);
    return this.#write(chunks, at);
  }

  #write(chunks: readonly Uint8Array[], at: number): number {
    this.#mustBeOpen('write');
    if (!this.#canWrite) throw new DiskError('EBADF', 'write', this.path);
    this.#disk.check('write', 'write', this.path);
    let wanted = 0;
    for (const chunk of chunks) wanted += chunk.length;
    let left = wanted;
    if (wanted > 0 && this.#disk.hit('short', 'write', this.path) !== undefined) {
      left = this.#disk.random.int(wanted);
    }
    let done = 0;
    for (const chunk of chunks) {
      if (left === 0) break;
      const part = chunk.length <= left ? chunk : chunk.subarray(0, left);
      const n = this.#data.write(part, at + done, this.#disk.takePage);
      done += n;
      left -= n;
      if (n < part.length) {
        // The disk is full: what fits is written, and only an empty-handed call fails.
        if (done === 0) throw new DiskError('ENOSPC', 'write', this.path);
        break;
      }
    }
    if (done > 0) this.#data.modifiedMs = this.#disk.wallClock();
    return done;
  }

  async sync(_what: 'data' | 'all', lane: DiskLane = 'data'): Promise<void> {
    this.#owner.assertAlive();
    this.#mustBeOpen('fsync');
    // Only what was written before the call is promised.
    const snapshot = this.#data.startSync();
    await this.#lanes.run(
      lane,
      () => this.#disk.latencyMs('sync', this.path, SYNC_MS, this.#owner.timeMs),
      () => {
        try {
          this.#disk.check('sync', 'fsync', this.path);
        } catch (error) {
          this.#data.failSync(snapshot);
          throw error;
        }
        this.#disk.givePages(this.#data.finishSync(snapshot));
      },
    );
  }

  truncate(to: number): Promise<void> {
    return this.#later('data', 'write', TRUNCATE_MS, () => this.#truncate(to));
  }

  truncateNow(to: number): void {
    this.#spend('write', WRITE_NOW_MS);
    this.#truncate(to);
  }

  #truncate(to: number): void {
    this.#mustBeOpen('ftruncate');
    if (!this.#canWrite) throw new DiskError('EBADF', 'ftruncate', this.path);
    this.#disk.check('write', 'ftruncate', this.path);
    this.#disk.givePages(this.#data.truncate(to));
    this.#data.modifiedMs = this.#disk.wallClock();
  }

  close(): Promise<void> {
    return this.#lanes.run(
      'metadata',
      () => CLOSE_MS,
      () => this.closeNow(),
    );
  }

  closeNow(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#owner.openFiles.delete(this);
    this.#disk.opened(this.#data, -1);
  }

  #later<T>(lane: DiskLane, operation: 'read' | 'write', ms: number, effect: () => T): Promise<T> {
    return this.#lanes.run(
      lane,
      () => this.#disk.latencyMs(operation, this.path, ms, this.#owner.timeMs),
      effect,
    );
  }

  #spend(operation: 'read' | 'write', ms: number): void {
    this.#owner.assertAlive();
    this.#owner.spend(this.#disk.latencyMs(operation, this.path, ms, this.#owner.timeMs));
  }

  #mustBeOpen(syscall: string): void {
    if (this.#isClosed) throw new DiskError('EBADF', syscall, this.path);
  }
}
