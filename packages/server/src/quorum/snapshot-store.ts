// SnapshotStore: the snapshots of one metadata log folder — which complete ones there are, writing a
// new one, receiving one from the leader in pieces, reading one in pieces, and deleting old ones.

import { assert, type Disk, type File, KafkaError, type Platform } from '@samsa/common';
import { BatchCursor } from '@samsa/protocol';
import { type OffsetAndEpoch } from '@samsa/raft';

import {
  parseSnapshotName,
  SnapshotCheck,
  type SnapshotContent,
  snapshotName,
} from './snapshot-file.ts';

export interface StoredSnapshot extends OffsetAndEpoch {
  readonly sizeInBytes: number;
  readonly modifiedMs: number;
}

const PART = '.part';
const DELETED = '.deleted';
const DAMAGED = '.damaged';

/** One read: small enough for a step of a sliced load, large enough to be few of them. */
const READ_BYTES = 512 * 1024;

export class SnapshotStore {
  readonly #platform: Platform;
  readonly #disk: Disk;
  readonly #folder: string;
  /** Complete ones, oldest first; the bootstrap checkpoint 0-0 is not among them. */
  #snapshots: StoredSnapshot[] = [];
  #latestContent: SnapshotContent | undefined;

  private constructor(platform: Platform, folder: string) {
    this.#platform = platform;
    this.#disk = platform.disk;
    this.#folder = folder;
  }

  /** Finds what is there, and removes what an interrupted write or delete left. */
  static async open(platform: Platform, folder: string): Promise<SnapshotStore> {
    const store = new SnapshotStore(platform, folder);
    for (const name of await platform.disk.list(folder)) {
      if (name.endsWith(`.checkpoint${PART}`) || name.endsWith(`.checkpoint${DELETED}`)) {
        await platform.disk.unlink(`${folder}/${name}`);
        continue;
      }
      const id = parseSnapshotName(name);
      if (id === undefined || id.endOffset === 0) continue;
      const stat = await platform.disk.stat(`${folder}/${name}`);
      store.#snapshots.push({ ...id, sizeInBytes: stat.size, modifiedMs: stat.modifiedMs });
    }
    store.#snapshots.sort((a, b) => a.endOffset - b.endOffset);
    await store.#setAsideDamaged();
    return store;
  }

  /** What the newest snapshot says; undefined without one. */
  get latestContent(): SnapshotContent | undefined {
    return this.#latestContent;
  }

  /** A damaged newest snapshot must not keep the node from starting with the one before. */
  async #setAsideDamaged(): Promise<void> {
    for (let newest = this.latest; newest !== undefined; newest = this.latest) {
      try {
        this.#latestContent = await this.check(newest);
        return;
      } catch (error) {
        if (!(error instanceof KafkaError)) throw error;
        const path = `${this.#folder}/${snapshotName(newest)}`;
        this.#platform.log('error', 'metadata snapshot is damaged', { path, error });
        await this.#disk.rename(path, `${path}${DAMAGED}`);
        this.#snapshots.pop();
      }
    }
  }

  get latest(): StoredSnapshot | undefined {
    return this.#snapshots.at(-1);
  }

  get earliest(): StoredSnapshot | undefined {
    return this.#snapshots[0];
  }

  get all(): readonly StoredSnapshot[] {
    return this.#snapshots;
  }

  get sizeInBytes(): number {
    return this.#snapshots.reduce((sum, snapshot) => sum + snapshot.sizeInBytes, 0);
  }

  find(id: OffsetAndEpoch): StoredSnapshot | undefined {
    return this.#snapshots.find((one) => one.endOffset === id.endOffset && one.epoch === id.epoch);
  }

  /** What the 0-0 checkpoint of a formatted node says; undefined where there is none. */
  async bootstrapContent(): Promise<SnapshotContent | undefined> {
    const id = { endOffset: 0, epoch: 0 };
    const names = await this.#disk.list(this.#folder);
    return names.includes(snapshotName(id)) ? this.check(id) : undefined;
  }

  /** Reads the whole file in steps. Throws KafkaError CORRUPT_MESSAGE for one that is not whole. */
  async check(id: OffsetAndEpoch, suffix = ''): Promise<SnapshotContent> {
    const check = new SnapshotCheck();
    for await (const batch of this.#batches(`${this.#folder}/${snapshotName(id)}${suffix}`)) {
      check.next(batch);
    }
    return check.finish();
  }

  /** The batches of a complete snapshot; each cursor is valid until the next one is asked for. */
  batches(id: OffsetAndEpoch): AsyncGenerator<BatchCursor, void> {
    return this.#batches(`${this.#folder}/${snapshotName(id)}`);
  }

  async *#batches(path: string): AsyncGenerator<BatchCursor, void> {
    const file = await this.#disk.open(path, 'r');
    try {
      let position = 0;
      let capacity = READ_BYTES;
      while (position < file.size) {
        const bytes = new Uint8Array(Math.min(capacity, file.size - position));
        const count = await readFully(file, bytes, position);
        const batch = BatchCursor.over(bytes.subarray(0, count));
        let used = 0;
        for (; used < count; used += batch.sizeInBytes) {
          batch.at(used);
          if (!batch.isWhole) break;
          yield batch;
        }
        position += used;
        if (used > 0) {
          capacity = READ_BYTES;
          continue;
        }
        if (position + count >= file.size) {
          // What is left is no whole batch: the check shall find it damaged.
          yield batch;
          return;
        }
        capacity *= 2;
      }
    } finally {
      await file.close();
    }
  }

  /** A part of a snapshot, as FetchSnapshot sends it. Undefined when the snapshot is gone. */
  async readAt(
    id: OffsetAndEpoch,
    position: number,
    maxBytes: number,
  ): Promise<{ readonly size: number; readonly bytes: Uint8Array } | undefined> {
    if (this.find(id) === undefined) return undefined;
    const file = await this.#disk.open(`${this.#folder}/${snapshotName(id)}`, 'r');
    try {
      const bytes = new Uint8Array(Math.max(0, Math.min(maxBytes, file.size - position)));
      const count = await readFully(file, bytes, position);
      return { size: file.size, bytes: bytes.subarray(0, count) };
    } finally {
      await file.close();
    }
  }

  /** Writes the batches to a new snapshot; other work runs between them. */
  async write(id: OffsetAndEpoch, batches: Iterable<Uint8Array>): Promise<void> {
    const part = await this.begin(id);
    try {
      for (const batch of batches) {
        await part.append(batch);
        await this.#platform.timers.yield();
      }
    } catch (error) {
      await part.drop();
      throw error;
    }
    await part.sync();
    await this.complete(id);
  }

  async begin(id: OffsetAndEpoch): Promise<SnapshotPart> {
    const path = `${this.#folder}/${snapshotName(id)}${PART}`;
    const names = await this.#disk.list(this.#folder);
    if (names.includes(`${snapshotName(id)}${PART}`)) await this.#disk.unlink(path);
    return new SnapshotPart(this.#disk, path, await this.#disk.open(path, 'create'));
  }

  /** Checks what was received and gives it its name. The part must be synced and closed. */
  async completeReceived(id: OffsetAndEpoch): Promise<SnapshotContent> {
    const content = await this.check(id, PART);
    await this.complete(id);
    return content;
  }

  async complete(id: OffsetAndEpoch): Promise<void> {
    const path = `${this.#folder}/${snapshotName(id)}`;
    await this.#disk.rename(`${path}${PART}`, path);
    await this.#disk.syncDir(this.#folder);
    const { size, modifiedMs } = await this.#disk.stat(path);
    if (this.find(id) !== undefined) return;
    this.#snapshots.push({ ...id, sizeInBytes: size, modifiedMs });
    this.#snapshots.sort((a, b) => a.endOffset - b.endOffset);
  }

  /** Forgets every snapshot below this end offset at once; the files go a little later. */
  deleteBelow(endOffset: number): void {
    const old = this.#snapshots.filter((snapshot) => snapshot.endOffset < endOffset);
    assert(old.length < this.#snapshots.length, 'one snapshot always stays');
    this.#snapshots = this.#snapshots.filter((snapshot) => snapshot.endOffset >= endOffset);
    void this.#unlink(old);
  }

  /** A file that cannot be deleted now is found, and deleted as the oldest, after the next start. */
  async #unlink(snapshots: readonly StoredSnapshot[]): Promise<void> {
    for (const snapshot of snapshots) {
      const path = `${this.#folder}/${snapshotName(snapshot)}`;
      try {
        await this.#disk.rename(path, `${path}${DELETED}`);
        await this.#disk.unlink(`${path}${DELETED}`);
      } catch (cause) {
        this.#platform.log('warn', 'old snapshot not deleted', { path, cause });
      }
    }
  }
}

/** A snapshot that is being written. */
export class SnapshotPart {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #file: File;
  #size = 0;

  constructor(disk: Disk, path: string, file: File) {
    this.#disk = disk;
    this.#path = path;
    this.#file = file;
  }

  get size(): number {
    return this.#size;
  }

  async append(bytes: Uint8Array): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const count = await this.#file.write([bytes.subarray(done)], this.#size);
      assert(count > 0, 'a write takes at least one byte or fails');
      done += count;
      this.#size += count;
    }
  }

  async sync(): Promise<void> {
    await this.#file.sync('all', 'metadata');
    await this.#file.close();
  }

  async drop(): Promise<void> {
    await this.#file.close();
    await this.#disk.unlink(this.#path);
  }
}

async function readFully(file: File, into: Uint8Array, at: number): Promise<number> {
  let done = 0;
  while (done < into.length) {
    const count = await file.read(into.subarray(done), at + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}
