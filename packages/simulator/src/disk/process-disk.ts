// ProcessDisk: the host's disk as one life of a process sees it.
//
// Asynchronous calls wait in the lanes of the process; the `…Now` calls happen at once and cost the
// process their time. What an asynchronous call refers to is looked up when it takes effect.

import {
  type Disk,
  type DiskLane,
  type File,
  type FileStat,
  type Lock,
  type OpenMode,
} from '@samsa/common';

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Incarnation } from '../world/incarnation.ts';
import { DiskError } from './disk-error.ts';
import { DiskLanes } from './disk-lanes.ts';
import { FileData } from './file-data.ts';
import { type HostDisk } from './host-disk.ts';
import { Folder, NameTree } from './name-tree.ts';
import { SimFile } from './sim-file.ts';

const NAMES_MS = 0.05;
const NAMES_NOW_MS = 0.02;
const SYNC_DIR_MS = 0.8;

export class ProcessDisk implements Disk {
  readonly #disk: HostDisk;
  readonly #owner: Incarnation;
  readonly #lanes: DiskLanes;

  constructor(disk: HostDisk, owner: Incarnation, random: SimRandom) {
    this.#disk = disk;
    this.#owner = owner;
    this.#lanes = new DiskLanes(owner, random);
  }

  open(path: string, mode: OpenMode): Promise<File> {
    return this.#names(path, 'metadata', () => this.#open(path, mode));
  }

  openNow(path: string, mode: OpenMode): File {
    return this.#namesNow(path, () => this.#open(path, mode));
  }

  #open(path: string, mode: OpenMode): SimFile {
    const { tree } = this.#disk;
    let data: FileData;
    if (mode === 'create') {
      this.#disk.check('names', 'open', path);
      const place = tree.place(path, 'open');
      if (place.folder.entries.has(place.name)) throw new DiskError('EEXIST', 'open', path);
      data = new FileData(this.#disk.wallClock());
      tree.change({ ...place, entry: data });
      this.#disk.linked(data, 1);
    } else {
      this.#disk.check('read', 'open', path);
      data = tree.file(path, 'open');
    }
    return new SimFile(path, data, mode !== 'r', this.#disk, this.#owner, this.#lanes);
  }

  rename(a: string, b: string): Promise<void> {
    return this.#names(a, 'metadata', () => this.#rename(a, b));
  }

  renameNow(a: string, b: string): void {
    this.#namesNow(a, () => this.#rename(a, b));
  }

  #rename(a: string, b: string): void {
    this.#disk.check('names', 'rename', a);
    const { tree } = this.#disk;
    const entry = tree.find(a);
    if (entry === undefined) throw new DiskError('ENOENT', 'rename', a);
    const from = tree.place(a, 'rename');
    const to = tree.place(b, 'rename');
    const replaced = to.folder.entries.get(to.name);
    if (replaced === entry) return;
    if (replaced instanceof Folder) {
      if (!(entry instanceof Folder)) throw new DiskError('EISDIR', 'rename', b);
      if (replaced.entries.size > 0) throw new DiskError('ENOTEMPTY', 'rename', b);
    } else if (replaced !== undefined && entry instanceof Folder) {
      throw new DiskError('ENOTDIR', 'rename', b);
    }
    tree.change({ ...from, entry: undefined }, { ...to, entry });
    if (replaced instanceof FileData) this.#disk.linked(replaced, -1);
  }

  link(a: string, b: string): Promise<void> {
    return this.#names(b, 'metadata', () => {
      this.#disk.check('names', 'link', b);
      const entry = this.#disk.tree.file(a, 'link');
      const place = this.#disk.tree.place(b, 'link');
      if (place.folder.entries.has(place.name)) throw new DiskError('EEXIST', 'link', b);
      this.#disk.tree.change({ ...place, entry });
      this.#disk.linked(entry, 1);
    });
  }

  unlink(path: string): Promise<void> {
    return this.#names(path, 'delete', () => {
      this.#disk.check('names', 'unlink', path);
      const entry = this.#disk.tree.file(path, 'unlink');
      this.#disk.tree.change({ ...this.#disk.tree.place(path, 'unlink'), entry: undefined });
      this.#disk.linked(entry, -1);
    });
  }

  mkdir(path: string): Promise<void> {
    return this.#names(path, 'metadata', () => this.#mkdir(path));
  }

  mkdirNow(path: string): void {
    this.#namesNow(path, () => this.#mkdir(path));
  }

  #mkdir(path: string): void {
    const { tree } = this.#disk;
    let dir = '';
    for (const part of NameTree.split(path)) {
      dir += `/${part}`;
      const entry = tree.find(dir);
      if (entry instanceof Folder) continue;
      if (entry !== undefined) throw new DiskError('EEXIST', 'mkdir', path);
      this.#disk.check('names', 'mkdir', path);
      tree.change({ ...tree.place(dir, 'mkdir'), entry: new Folder() });
    }
  }

  rmdir(path: string): Promise<void> {
    return this.#names(path, 'delete', () => {
      this.#disk.check('names', 'rmdir', path);
      const folder = this.#disk.tree.folder(path, 'rmdir');
      if (folder.entries.size > 0) throw new DiskError('ENOTEMPTY', 'rmdir', path);
      this.#disk.tree.change({ ...this.#disk.tree.place(path, 'rmdir'), entry: undefined });
    });
  }

  list(dir: string): Promise<string[]> {
    return this.#names(dir, 'metadata', () => {
      this.#disk.check('read', 'scandir', dir);
      // In no particular order, as the contract says: whoever relies on one finds out here.
      return this.#disk.random.shuffle([...this.#disk.tree.folder(dir, 'scandir').entries.keys()]);
    });
  }

  stat(path: string): Promise<FileStat> {
    return this.#names(path, 'metadata', () => {
      this.#disk.check('read', 'stat', path);
      const entry = this.#disk.tree.find(path);
      if (entry === undefined) throw new DiskError('ENOENT', 'stat', path);
      return entry instanceof Folder
        ? { size: 0, modifiedMs: entry.modifiedMs, isDirectory: true }
        : { size: entry.size, modifiedMs: entry.modifiedMs, isDirectory: false };
    });
  }

  async syncDir(dir: string): Promise<void> {
    this.#owner.assertAlive();
    const { tree } = this.#disk;
    // What was done before the call is what the call promises to keep.
    const snapshot = tree.startSync(tree.folder(dir, 'fsync'));
    await this.#lanes.run(
      'metadata',
      () => this.#disk.latencyMs('sync', dir, SYNC_DIR_MS, this.#owner.timeMs),
      () => {
        this.#disk.check('sync', 'fsync', dir);
        tree.finishSync(snapshot);
      },
    );
  }

  space(dir: string): Promise<{ freeBytes: number; totalBytes: number }> {
    return this.#names(dir, 'metadata', () => {
      this.#disk.tree.folder(dir, 'statfs');
      return { freeBytes: this.#disk.freeBytes, totalBytes: this.#disk.totalBytes };
    });
  }

  lock(file: string): Promise<Lock> {
    return this.#names(file, 'metadata', () => {
      const path = NameTree.normalize(file);
      const { tree } = this.#disk;
      const place = tree.place(path, 'lock');
      this.#disk.lock(path, this.#owner);
      if (!place.folder.entries.has(place.name)) {
        const data = new FileData(this.#disk.wallClock());
        tree.change({ ...place, entry: data });
        this.#disk.linked(data, 1);
      }
      return {
        release: () => this.#names(file, 'metadata', () => this.#disk.unlock(path, this.#owner)),
      };
    });
  }

  #names<T>(path: string, lane: DiskLane, effect: () => T): Promise<T> {
    return this.#lanes.run(
      lane,
      () => this.#disk.latencyMs('names', path, NAMES_MS, this.#owner.timeMs),
      effect,
    );
  }

  #namesNow<T>(path: string, effect: () => T): T {
    this.#owner.assertAlive();
    this.#owner.spend(this.#disk.latencyMs('names', path, NAMES_NOW_MS, this.#owner.timeMs));
    return effect();
  }
}
