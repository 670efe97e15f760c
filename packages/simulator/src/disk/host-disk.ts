// HostDisk: the disk of a simulated machine. It outlives the processes, and loses what was not synced
// when the power goes.

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Incarnation } from '../world/incarnation.ts';
import { type World } from '../world/world.ts';
import { DiskError } from './disk-error.ts';
import { type DiskFault, type DiskOperation } from './disk-fault.ts';
import { FileData, PAGE_BYTES } from './file-data.ts';
import { type Entry, Folder, NameTree } from './name-tree.ts';
import { type PowerLossMode } from './power-loss.ts';

const DEFAULT_BYTES = 64 * 1024 ** 3;

export class HostDisk {
  readonly world: World;
  readonly hostName: string;
  readonly tree = new NameTree();
  readonly random: SimRandom;
  readonly wallClock: () => number;
  powerLossMode: PowerLossMode = 'ordered';
  totalBytes = DEFAULT_BYTES;
  /** How often a fault has hit an operation. */
  faultHits = 0;
  #usedPages = 0;
  #faults: DiskFault[] = [];
  readonly #locks = new Map<string, Incarnation>();

  constructor(world: World, hostName: string, random: SimRandom, wallClock: () => number) {
    this.world = world;
    this.hostName = hostName;
    this.random = random;
    this.wallClock = wallClock;
  }

  get freeBytes(): number {
    return Math.max(0, Math.floor(this.#limitBytes / PAGE_BYTES) - this.#usedPages) * PAGE_BYTES;
  }

  get usedBytes(): number {
    return this.#usedPages * PAGE_BYTES;
  }

  // ---- Faults -----------------------------------------------------------------------------------

  /** @returns ends the fault */
  addFault(fault: DiskFault): () => void {
    this.#faults.push(fault);
    return () => {
      this.#faults = this.#faults.filter((other) => other !== fault);
    };
  }

  heal(): void {
    this.#faults = [];
  }

  /** The fault of this kind that hits the operation, if one does. Draws, so ask once for each. */
  hit(kind: DiskFault['kind'], operation: DiskOperation, path: string): DiskFault | undefined {
    if (this.#faults.length === 0) return undefined;
    for (const fault of this.#faults) {
      if (fault.kind !== kind) continue;
      if (fault.untilMs !== undefined && fault.untilMs <= this.world.nowMs) continue;
      if (fault.operations !== undefined && !fault.operations.includes(operation)) continue;
      if (fault.under !== undefined && !NameTree.normalize(path).startsWith(fault.under)) continue;
      if (fault.probability !== undefined && !this.random.chance(fault.probability)) continue;
      this.faultHits++;
      return fault;
    }
    return undefined;
  }

  /**
   * @param typicalMs  how long the operation takes on a healthy disk
   * @param startMs  simulated time at which it starts; later than the world's inside a slow call
   */
  latencyMs(operation: DiskOperation, path: string, typicalMs: number, startMs: number): number {
    let ms = this.random.logNormal(typicalMs, 0.5);
    ms *= this.hit('slow', operation, path)?.factor ?? 1;
    const stall = this.hit('stall', operation, path);
    if (stall !== undefined) ms += Math.max(0, (stall.untilMs ?? 0) - startMs);
    return ms;
  }

  check(operation: DiskOperation, syscall: string, path: string): void {
    if (this.hit('eio', operation, path) !== undefined) throw new DiskError('EIO', syscall, path);
    if (operation === 'read') return;
    if (this.hit('read-only', operation, path) !== undefined) {
      throw new DiskError('EROFS', syscall, path);
    }
  }

  // ---- Space ------------------------------------------------------------------------------------

  /** What the healthy disk holds, or less where a fault says so. */
  get #limitBytes(): number {
    let limit = this.totalBytes;
    for (const fault of this.#faults) {
      if (fault.kind === 'full') limit = Math.min(limit, fault.limitBytes ?? 0);
    }
    return limit;
  }

  readonly takePage = (): boolean => {
    if ((this.#usedPages + 1) * PAGE_BYTES > this.#limitBytes) {
      this.faultHits++;
      return false;
    }
    this.#usedPages++;
    return true;
  };

  givePages(count: number): void {
    this.#usedPages -= count;
  }

  linked(file: FileData, by: 1 | -1): void {
    file.links += by;
    this.#freeWhenUnused(file);
  }

  opened(file: FileData, by: 1 | -1): void {
    file.handles += by;
    this.#freeWhenUnused(file);
  }

  #freeWhenUnused(file: FileData): void {
    if (file.links === 0 && file.handles === 0) this.givePages(file.pageCount);
  }

  // ---- Locks ------------------------------------------------------------------------------------

  lock(path: string, owner: Incarnation): void {
    const holder = this.#locks.get(path);
    if (holder?.isAlive === true) throw new DiskError('ELOCKED', 'lock', path);
    this.#locks.set(path, owner);
  }

  unlock(path: string, owner: Incarnation): void {
    if (this.#locks.get(path) === owner) this.#locks.delete(path);
  }

  // ---- Power ------------------------------------------------------------------------------------

  losePower(): void {
    const random = this.random.fork('power-loss');
    const files = this.tree.losePower(random, this.powerLossMode);
    this.#usedPages = 0;
    for (const file of files) {
      file.losePower(random);
      file.links = 0;
      file.handles = 0;
      this.#usedPages += file.pageCount;
    }
    for (const [, file] of this.tree.files()) file.links++;
    this.#locks.clear();
  }

  /** The disk is replaced by an empty one. */
  wipe(): void {
    this.tree.wipe();
    this.#usedPages = 0;
  }

  // ---- For checkers and tests -------------------------------------------------------------------

  /** The bytes that a reader would see now, or undefined where there is no such file. */
  peek(path: string): Uint8Array | undefined {
    const entry = this.tree.find(path);
    if (entry === undefined || entry instanceof Folder) return undefined;
    const bytes = new Uint8Array(entry.size);
    entry.read(bytes, 0);
    return bytes;
  }

  /** Puts a folder there, durable, with those above it. */
  plantFolder(path: string): void {
    let dir = '';
    for (const part of NameTree.split(path)) {
      dir += `/${part}`;
      if (this.tree.find(dir) === undefined) this.#plantName(dir, new Folder());
    }
  }

  /** Puts a file there, durable, as if it had always been there. Its folders are made. */
  plant(path: string, bytes: Uint8Array): void {
    this.plantFolder(NameTree.split(path).slice(0, -1).join('/'));
    const file = new FileData(this.wallClock());
    this.#plantName(path, file);
    this.linked(file, 1);
    file.write(bytes, 0, this.takePage);
    file.finishSync(file.startSync());
  }

  #plantName(path: string, entry: Entry): void {
    const place = this.tree.place(path, 'plant');
    this.tree.change({ ...place, entry });
    this.tree.finishSync(this.tree.startSync(place.folder));
  }
}
