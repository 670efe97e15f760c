// NodeDisk: the real disk behind the Disk of the platform.
//
// Everything asynchronous runs in libuv's thread pool, which has 4 threads unless UV_THREADPOOL_SIZE
// says otherwise before the process first uses it: the launcher sets 16. The lanes share what is there.

import fs from 'node:fs';

import {
  type Disk,
  type DiskLane,
  type File,
  type FileStat,
  type Lock,
  type OpenMode,
} from '@samsa/common';
import { called, NodeFile } from './node-file.ts';
import { FolderLock } from './folder-lock.ts';
import { Lanes } from './lanes.ts';

const DEFAULT_POOL_THREADS = 4;

const FLAGS: Readonly<Record<OpenMode, string>> = { r: 'r', rw: 'r+', create: 'wx+' };

export class NodeDisk implements Disk {
  readonly #lanes: Lanes;

  constructor(threads = poolThreads()) {
    this.#lanes = new Lanes(threads);
  }

  /** Nothing runs or waits in any lane. */
  get isIdle(): boolean {
    return this.#lanes.isIdle;
  }

  async open(path: string, mode: OpenMode): Promise<File> {
    const fd = await this.#run<number>('read', (done) => fs.open(path, FLAGS[mode], 0o644, done));
    try {
      const { size } = await this.#run<fs.Stats>('read', (done) => fs.fstat(fd, done));
      return new NodeFile(path, fd, size, this.#lanes);
    } catch (error) {
      fs.closeSync(fd);
      throw error;
    }
  }

  openNow(path: string, mode: OpenMode): File {
    const fd = fs.openSync(path, FLAGS[mode], 0o644);
    const size = mode === 'create' ? 0 : fs.fstatSync(fd).size;
    return new NodeFile(path, fd, size, this.#lanes);
  }

  async rename(a: string, b: string): Promise<void> {
    await this.#run<void>('data', (done) => fs.rename(a, b, done));
  }

  renameNow(a: string, b: string): void {
    fs.renameSync(a, b);
  }

  async link(a: string, b: string): Promise<void> {
    await this.#run<void>('data', (done) => fs.link(a, b, done));
  }

  async unlink(path: string): Promise<void> {
    await this.#run<void>('delete', (done) => fs.unlink(path, done));
  }

  async mkdir(path: string): Promise<void> {
    await this.#run<string | undefined>('data', (done) =>
      fs.mkdir(path, { recursive: true }, done),
    );
  }

  mkdirNow(path: string): void {
    fs.mkdirSync(path, { recursive: true });
  }

  async rmdir(path: string): Promise<void> {
    await this.#run<void>('delete', (done) => fs.rmdir(path, done));
  }

  async list(dir: string): Promise<string[]> {
    return this.#run<string[]>('read', (done) => fs.readdir(dir, done));
  }

  async stat(path: string): Promise<FileStat> {
    const stat = await this.#run<fs.Stats>('read', (done) => fs.stat(path, done));
    return { size: stat.size, modifiedMs: stat.mtimeMs, isDirectory: stat.isDirectory() };
  }

  async syncDir(dir: string): Promise<void> {
    await this.#lanes.run('data', async () => {
      const fd = await called<number>((done) => fs.open(dir, 'r', done));
      try {
        await called<void>((done) => fs.fsync(fd, done));
      } finally {
        await called<void>((done) => fs.close(fd, done));
      }
    });
  }

  async space(dir: string): Promise<{ readonly freeBytes: number; readonly totalBytes: number }> {
    const found = await this.#run<fs.StatsFs>('read', (done) => fs.statfs(dir, done));
    return { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize };
  }

  async lock(file: string): Promise<Lock> {
    return FolderLock.take(file);
  }

  #run<T>(
    lane: DiskLane,
    start: (done: (error: NodeJS.ErrnoException | null, value?: T) => void) => void,
  ): Promise<T> {
    return this.#lanes.run(lane, () => called<T>(start));
  }
}

function poolThreads(): number {
  const size = Number(process.env['UV_THREADPOOL_SIZE']);
  return Number.isInteger(size) && size > 0 ? size : DEFAULT_POOL_THREADS;
}
