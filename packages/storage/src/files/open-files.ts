// OpenFiles: the descriptors that logs hold, at most so many per process. A machine may allow 20,000
// and 10,000 partitions have three files each, so files open when they are used and the least
// recently used one gives way.

import { type Disk, type DiskLane, type File } from '@samsa/common';
import { hasCode } from './atomic-file.ts';
import { type Recent, RecencyList } from '../memory/recency-list.ts';

export class OpenFiles {
  readonly disk: Disk;
  readonly #limit: number;
  readonly #open = new RecencyList<LogFile>();

  /** @param limit  descriptors kept open; more only while all of them are in use at the same time */
  constructor(disk: Disk, limit: number) {
    this.disk = disk;
    this.#limit = limit;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Called by a file that opened or was used. */
  used(file: LogFile): void {
    this.#open.touch(file);
    if (this.#open.size > this.#limit) this.#closeOldest(file);
  }

  closed(file: LogFile): void {
    this.#open.remove(file);
  }

  /** All but `used`, whose caller is about to use it, and those under an asynchronous operation. */
  #closeOldest(used: LogFile): void {
    let candidate = this.#open.oldest;
    while (candidate !== undefined && candidate !== used && this.#open.size > this.#limit) {
      const next: LogFile | undefined = candidate.newer;
      if (!candidate.isInUse) candidate.closeNow();
      candidate = next;
    }
  }
}

/** One file of a log: a name, and a descriptor while it is used. */
export class LogFile implements Recent<LogFile> {
  older: LogFile | undefined = undefined;
  newer: LogFile | undefined = undefined;
  readonly #files: OpenFiles;
  #path: string;
  #exists: boolean;
  #file: File | undefined = undefined;
  /** Asynchronous operations under way: the descriptor stays open until they end, or its number
   * could be given to another file under their feet. */
  #users = 0;
  #closeAfterUse = false;

  constructor(files: OpenFiles, path: string, exists: boolean) {
    this.#files = files;
    this.#path = path;
    this.#exists = exists;
  }

  get path(): string {
    return this.#path;
  }

  /** Whether the file is on disk; it appears at its first use. */
  get exists(): boolean {
    return this.#exists;
  }

  get isInUse(): boolean {
    return this.#users > 0;
  }

  /** The open file, for calls that are over before this turn goes on. Throws what the disk throws. */
  now(): File {
    if (this.#file === undefined) {
      this.#file = this.#files.disk.openNow(this.#path, this.#exists ? 'rw' : 'create');
      this.#exists = true;
      this.#closeAfterUse = false;
    }
    this.#files.used(this);
    return this.#file;
  }

  /** Runs an asynchronous operation on the open file. */
  async use<T>(run: (file: File) => Promise<T>): Promise<T> {
    const file = this.now();
    this.#users++;
    try {
      return await run(file);
    } finally {
      this.#users--;
      if (this.#users === 0 && this.#closeAfterUse) this.closeNow();
    }
  }

  async sync(what: 'data' | 'all', lane: DiskLane): Promise<void> {
    await this.use((file) => file.sync(what, lane));
  }

  /** Closes the descriptor, or as soon as the last operation under way has ended. */
  closeNow(): void {
    if (this.#file === undefined) return;
    if (this.#users > 0) {
      this.#closeAfterUse = true;
      return;
    }
    const file = this.#file;
    this.#file = undefined;
    this.#closeAfterUse = false;
    this.#files.closed(this);
    file.closeNow();
  }

  /** Makes this the whole content, also of a file of that name that a crash or an earlier close left. */
  replaceNow(content: Uint8Array): void {
    if (!this.#exists) {
      try {
        this.now();
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
        this.#exists = true;
      }
    }
    const file = this.now();
    if (file.size > 0) file.truncateNow(0);
    if (file.writeNow([content], 0) !== content.length) {
      throw new Error(`short write to ${this.#path}`);
    }
  }

  renameNow(path: string): void {
    if (this.#exists) this.#files.disk.renameNow(this.#path, path);
    this.#path = path;
  }

  /** The folder it lies in has been renamed. */
  movedTo(path: string): void {
    this.#path = path;
  }
}
