// NameTree: the folders of a disk, as processes see them and as they are durable.
//
// Every change of names is one operation that is durable whole or not at all. Operations wait in a log
// until a sync of a folder they touch; what a power loss leaves of the log is drawn.

import { type SimRandom } from '../kernel/sim-random.ts';
import { DiskError } from './disk-error.ts';
import { FileData } from './file-data.ts';
import { type PowerLossMode } from './power-loss.ts';

export class Folder {
  readonly entries = new Map<string, Entry>();
  readonly durable = new Map<string, Entry>();
  modifiedMs = 0;
}

export type Entry = Folder | FileData;

interface Change {
  readonly folder: Folder;
  readonly name: string;
  readonly entry: Entry | undefined;
}

interface Operation {
  readonly changes: readonly Change[];
}

export interface Place {
  readonly folder: Folder;
  readonly name: string;
}

export class NameTree {
  #root = new Folder();
  #log: Operation[] = [];

  /** Operations that a power loss may undo. */
  get unsyncedCount(): number {
    return this.#log.length;
  }

  /** The parts of a path; relative ones start at the root. */
  static split(path: string): string[] {
    const parts: string[] = [];
    for (const part of path.split('/')) {
      if (part === '' || part === '.') continue;
      if (part === '..') parts.pop();
      else parts.push(part);
    }
    return parts;
  }

  static normalize(path: string): string {
    return `/${NameTree.split(path).join('/')}`;
  }

  find(path: string): Entry | undefined {
    let entry: Entry | undefined = this.#root;
    for (const part of NameTree.split(path)) {
      if (!(entry instanceof Folder)) return undefined;
      entry = entry.entries.get(part);
    }
    return entry;
  }

  folder(path: string, syscall: string): Folder {
    const entry = this.find(path);
    if (entry === undefined) throw new DiskError('ENOENT', syscall, path);
    if (!(entry instanceof Folder)) throw new DiskError('ENOTDIR', syscall, path);
    return entry;
  }

  file(path: string, syscall: string): FileData {
    const entry = this.find(path);
    if (entry === undefined) throw new DiskError('ENOENT', syscall, path);
    if (entry instanceof Folder) throw new DiskError('EISDIR', syscall, path);
    return entry;
  }

  /** Where a name stands or would stand; its folder must exist. */
  place(path: string, syscall: string): Place {
    const parts = NameTree.split(path);
    const name = parts.pop();
    if (name === undefined) throw new DiskError('EISDIR', syscall, path);
    return { folder: this.folder(parts.join('/'), syscall), name };
  }

  change(...changes: Change[]): void {
    const operation = { changes };
    apply(operation, 'entries');
    this.#log.push(operation);
  }

  /** Which operations a sync of this folder that starts now will make durable. */
  startSync(folder: Folder): ReadonlySet<Operation> {
    const touches = (operation: Operation): boolean =>
      operation.changes.some((change) => change.folder === folder);
    return this.#withEarlierOnes(this.#log.filter(touches));
  }

  finishSync(synced: ReadonlySet<Operation>): void {
    for (const operation of this.#log) if (synced.has(operation)) apply(operation, 'durable');
    this.#log = this.#log.filter((operation) => !synced.has(operation));
  }

  /** @returns the files that are left, each once */
  losePower(random: SimRandom, mode: PowerLossMode): FileData[] {
    const kept =
      mode === 'ordered'
        ? new Set(this.#log.slice(0, random.int(this.#log.length + 1)))
        : this.#withEarlierOnes(this.#log.filter(() => random.chance(0.5)));
    this.finishSync(kept);
    this.#log = [];
    const files = new Set<FileData>();
    const restore = (folder: Folder): void => {
      folder.entries.clear();
      for (const [name, entry] of folder.durable) {
        folder.entries.set(name, entry);
        if (entry instanceof Folder) restore(entry);
        else files.add(entry);
      }
    };
    restore(this.#root);
    return [...files];
  }

  /** Every file with its path, in the order of the folders' entries. */
  *files(under = '/'): Generator<[string, FileData]> {
    const walk = function* (folder: Folder, path: string): Generator<[string, FileData]> {
      for (const [name, entry] of folder.entries) {
        const full = `${path}/${name}`;
        if (entry instanceof Folder) yield* walk(entry, full);
        else yield [full, entry];
      }
    };
    const entry = this.find(under);
    const path = NameTree.split(under)
      .map((part) => `/${part}`)
      .join('');
    if (entry instanceof Folder) yield* walk(entry, path);
    else if (entry !== undefined) yield [path, entry];
  }

  /** An empty disk takes the place of this one. */
  wipe(): void {
    this.#root = new Folder();
    this.#log = [];
  }

  /** A journal never keeps an operation without the earlier ones on the same names. */
  #withEarlierOnes(wanted: readonly Operation[]): Set<Operation> {
    const chosen = new Set(wanted);
    const needed = new Map<Folder, Set<string>>();
    const needs = (change: Change): boolean => needed.get(change.folder)?.has(change.name) === true;
    for (const operation of this.#log.toReversed()) {
      if (!chosen.has(operation) && !operation.changes.some(needs)) continue;
      chosen.add(operation);
      for (const { folder, name } of operation.changes) {
        const names = needed.get(folder);
        if (names === undefined) needed.set(folder, new Set([name]));
        else names.add(name);
      }
    }
    return chosen;
  }
}

function apply(operation: Operation, into: 'entries' | 'durable'): void {
  for (const { folder, name, entry } of operation.changes) {
    if (entry === undefined) folder[into].delete(name);
    else folder[into].set(name, entry);
  }
}
