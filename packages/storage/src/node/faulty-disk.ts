// FaultyDisk: a disk for tests whose next operations fail as the test says.

import { type DiskLane, type File, type OpenMode } from '@samsa/common';
import { NodeDisk } from './node-disk.ts';

export type DiskOperation = 'write' | 'sync' | 'read' | 'open' | 'rename' | 'syncDir';

/** Undefined: it works. An error: it fails. A number: only so many bytes are written. */
export type Fault = (operation: DiskOperation, path: string) => Error | number | undefined;

export class FaultyDisk extends NodeDisk {
  fault: Fault = () => undefined;
  /** Every operation in order, for tests of what comes before what. */
  readonly done: string[] = [];

  override openNow(path: string, mode: OpenMode): File {
    this.#raise('open', path);
    return new FaultyFile(this, super.openNow(path, mode));
  }

  override async open(path: string, mode: OpenMode): Promise<File> {
    this.#raise('open', path);
    return new FaultyFile(this, await super.open(path, mode));
  }

  override renameNow(a: string, b: string): void {
    this.#raise('rename', a);
    super.renameNow(a, b);
  }

  override async syncDir(dir: string): Promise<void> {
    this.#raise('syncDir', dir);
    await super.syncDir(dir);
  }

  /** The number of bytes that may be written. */
  ask(operation: DiskOperation, path: string): number {
    this.done.push(`${operation} ${path.slice(path.lastIndexOf('/') + 1)}`);
    const fault = this.fault(operation, path);
    if (fault instanceof Error) throw fault;
    return fault ?? Infinity;
  }

  #raise(operation: DiskOperation, path: string): void {
    this.ask(operation, path);
  }
}

class FaultyFile implements File {
  readonly #disk: FaultyDisk;
  readonly #file: File;

  constructor(disk: FaultyDisk, file: File) {
    this.#disk = disk;
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  get size(): number {
    return this.#file.size;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    this.#disk.ask('read', this.path);
    return this.#file.read(into, at);
  }

  readNow(into: Uint8Array, at: number): number {
    this.#disk.ask('read', this.path);
    return this.#file.readNow(into, at);
  }

  async write(chunks: readonly Uint8Array[], at: number): Promise<number> {
    return this.#file.write(this.#shortened(chunks), at);
  }

  writeNow(chunks: readonly Uint8Array[], at: number): number {
    return this.#file.writeNow(this.#shortened(chunks), at);
  }

  async sync(what: 'data' | 'all', lane?: DiskLane): Promise<void> {
    this.#disk.ask('sync', this.path);
    await this.#file.sync(what, lane);
  }

  truncate(to: number): Promise<void> {
    return this.#file.truncate(to);
  }

  truncateNow(to: number): void {
    this.#file.truncateNow(to);
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  closeNow(): void {
    this.#file.closeNow();
  }

  #shortened(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
    const limit = this.#disk.ask('write', this.path);
    if (limit === Infinity) return chunks;
    return [Buffer.concat(chunks).subarray(0, limit)];
  }
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}
