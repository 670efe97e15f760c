// FileData: the bytes of one file, as the page cache holds them and as they are durable.
//
// Pages of 4 KiB are immutable slices once they are shared between the cache, a sync under way and
// the platter; a write to such a page copies it first.

import { type SimRandom } from '../kernel/sim-random.ts';

export const PAGE_BYTES = 4096;
export const SECTOR_BYTES = 512;

interface Page {
  /** What reads see. */
  cached: Uint8Array;
  /** What survives a power loss; undefined where the platter holds nothing of this file yet. */
  durable: Uint8Array | undefined;
  /** `cached` may be the platter's or a sync's as well: copy before writing. */
  isShared: boolean;
  /** The next sync will write it. A failed sync clears this without making anything durable. */
  isDirty: boolean;
  /** The platter cannot be read here any more. */
  isBad: boolean;
  /** Cut off by a truncation that is not durable yet: with the old length the old bytes come back. */
  isCut: boolean;
  /** Which sync wrote `durable`: an older one that ends later must not undo it. */
  syncNumber: number;
}

/** What a sync that has started will make durable. */
export interface SyncSnapshot {
  readonly pages: ReadonlyMap<number, Uint8Array>;
  readonly size: number;
  readonly number: number;
}

export class FileData {
  readonly #pages: (Page | undefined)[] = [];
  readonly #dirty = new Set<number>();
  #size = 0;
  #durableSize = 0;
  #startedSyncs = 0;
  #sizeSyncNumber = 0;
  modifiedMs: number;
  /** Names that stand for this file, and open handles; without either its space is free again. */
  links = 0;
  handles = 0;

  constructor(modifiedMs: number) {
    this.modifiedMs = modifiedMs;
  }

  get size(): number {
    return this.#size;
  }

  get durableSize(): number {
    return this.#durableSize;
  }

  get dirtyPageCount(): number {
    return this.#dirty.size;
  }

  /** Pages that take up space. */
  get pageCount(): number {
    let count = 0;
    for (const page of this.#pages) if (page !== undefined) count++;
    return count;
  }

  /** True when a bad page lies in the range. */
  isBad(from: number, to: number): boolean {
    for (let index = pageOf(from); index < Math.ceil(to / PAGE_BYTES); index++) {
      if (this.#pages[index]?.isBad === true) return true;
    }
    return false;
  }

  read(into: Uint8Array, at: number): number {
    const count = Math.max(0, Math.min(into.length, this.#size - at));
    for (let done = 0; done < count;) {
      const index = pageOf(at + done);
      const inPage = (at + done) % PAGE_BYTES;
      const n = Math.min(PAGE_BYTES - inPage, count - done);
      const page = this.#pages[index];
      if (page === undefined) into.fill(0, done, done + n);
      else into.set(page.cached.subarray(inPage, inPage + n), done);
      done += n;
    }
    return count;
  }

  /**
   * Writes into the cache.
   *
   * @param mayTake  asked for each page that needs new space; false stops the write there
   * @returns bytes written; fewer than given when space ran out
   */
  write(bytes: Uint8Array, at: number, mayTake: () => boolean): number {
    let done = 0;
    while (done < bytes.length) {
      const index = pageOf(at + done);
      const inPage = (at + done) % PAGE_BYTES;
      const n = Math.min(PAGE_BYTES - inPage, bytes.length - done);
      const page = this.#writable(index, mayTake);
      if (page === undefined) break;
      page.cached.set(bytes.subarray(done, done + n), inPage);
      done += n;
    }
    if (done > 0) this.#size = Math.max(this.#size, at + done);
    return done;
  }

  #writable(index: number, mayTake: () => boolean): Page | undefined {
    let page = this.#pages[index];
    if (page === undefined) {
      if (!mayTake()) return undefined;
      page = {
        cached: new Uint8Array(PAGE_BYTES),
        durable: undefined,
        isShared: false,
        isDirty: true,
        isBad: false,
        isCut: false,
        syncNumber: 0,
      };
      this.#pages[index] = page;
    } else if (page.isShared) {
      page.cached = page.cached.slice();
      page.isShared = false;
    }
    // Overwriting a whole sector repairs it on real disks; a page is enough of a model.
    page.isBad = false;
    page.isCut = false;
    page.isDirty = true;
    this.#dirty.add(index);
    return page;
  }

  /** @returns pages given back */
  truncate(to: number): number {
    let freed = 0;
    if (to < this.#size) {
      const keptPages = Math.ceil(to / PAGE_BYTES);
      for (let index = keptPages; index < this.#pages.length; index++) {
        const page = this.#pages[index];
        if (page === undefined) continue;
        if (page.durable === undefined) {
          this.#pages[index] = undefined;
          this.#dirty.delete(index);
          freed++;
          continue;
        }
        // The platter keeps its bytes until the shorter length is durable. The next sync clears them,
        // so that a file that has grown again by then shows zeros.
        page.cached = new Uint8Array(PAGE_BYTES);
        page.isShared = false;
        page.isCut = true;
        page.isDirty = true;
        this.#dirty.add(index);
      }
      if (to % PAGE_BYTES !== 0) {
        this.#writable(pageOf(to), () => true)?.cached.fill(0, to % PAGE_BYTES);
      }
    }
    this.#size = to;
    return freed;
  }

  startSync(): SyncSnapshot {
    const pages = new Map<number, Uint8Array>();
    for (const index of this.#dirty) {
      const page = this.#pages[index];
      if (page === undefined) continue;
      page.isShared = true;
      pages.set(index, page.cached);
    }
    return { pages, size: this.#size, number: ++this.#startedSyncs };
  }

  /** @returns pages given back, because the durable length is shorter now */
  finishSync(snapshot: SyncSnapshot): number {
    for (const [index, bytes] of snapshot.pages) {
      const page = this.#pages[index];
      // Cut off in the meantime; the sync reached the platter nevertheless, and no one will read it.
      if (page === undefined || page.syncNumber > snapshot.number) continue;
      page.durable = bytes;
      page.syncNumber = snapshot.number;
      this.#cleanIfSame(index, page, bytes);
    }
    if (this.#sizeSyncNumber > snapshot.number) return 0;
    this.#sizeSyncNumber = snapshot.number;
    this.#durableSize = snapshot.size;
    let freed = 0;
    const keptPages = Math.ceil(Math.max(this.#size, snapshot.size) / PAGE_BYTES);
    for (let index = keptPages; index < this.#pages.length; index++) {
      if (this.#pages[index] === undefined) continue;
      this.#pages[index] = undefined;
      this.#dirty.delete(index);
      freed++;
    }
    if (keptPages < this.#pages.length) this.#pages.length = keptPages;
    return freed;
  }

  /** The disk reported an error, and the system counts the pages as clean all the same. */
  failSync(snapshot: SyncSnapshot): void {
    for (const [index, bytes] of snapshot.pages) {
      const page = this.#pages[index];
      if (page !== undefined) this.#cleanIfSame(index, page, bytes);
    }
  }

  #cleanIfSame(index: number, page: Page, bytes: Uint8Array): void {
    if (page.cached !== bytes) return;
    page.isDirty = false;
    page.isCut = false;
    this.#dirty.delete(index);
  }

  /**
   * Power is lost: each page that is not durable is the old one, the new one, or torn between
   * sectors, and the length is the old or the new one, independently.
   */
  losePower(random: SimRandom): void {
    const size = random.chance(0.5) ? this.#durableSize : this.#size;
    const pageCount = Math.ceil(Math.max(size, this.#size, this.#durableSize) / PAGE_BYTES);
    for (let index = 0; index < pageCount; index++) {
      const page = this.#pages[index];
      if (page === undefined) continue;
      const kept =
        page.isCut && size === this.#durableSize && page.durable !== undefined
          ? page.durable
          : pageAfterPowerLoss(page, random);
      page.cached = kept;
      page.durable = kept;
      page.isShared = true;
      page.isDirty = false;
      page.isCut = false;
    }
    this.#dirty.clear();
    const keptPages = Math.ceil(size / PAGE_BYTES);
    if (keptPages < this.#pages.length) this.#pages.length = keptPages;
    this.#size = size;
    this.#durableSize = size;
    // Bytes past the end are zero, so that a later extension does not show what was there.
    const last = this.#pages[keptPages - 1];
    if (last !== undefined && size % PAGE_BYTES !== 0) {
      const clean = last.cached.slice();
      clean.fill(0, size % PAGE_BYTES);
      last.cached = clean;
      last.durable = clean;
    }
  }

  /** Flips one bit of what is stored, in the cache as well: the page was read back from the platter. */
  rot(at: number, bit: number): boolean {
    const page = this.#pages[pageOf(at)];
    if (page === undefined || at >= this.#size) return false;
    const rotten = page.cached.slice();
    const inPage = at % PAGE_BYTES;
    rotten[inPage] = (rotten[inPage] as number) ^ (1 << bit);
    if (page.durable === page.cached) page.durable = rotten;
    page.cached = rotten;
    page.isShared = true;
    return true;
  }

  /** Makes the page unreadable until it is written again. */
  spoil(at: number): boolean {
    const page = this.#pages[pageOf(at)];
    if (page === undefined) return false;
    page.isBad = true;
    return true;
  }

  /** The durable bytes alone, for tests and checkers. */
  durableBytes(): Uint8Array {
    const out = new Uint8Array(this.#durableSize);
    for (let index = 0; index * PAGE_BYTES < out.length; index++) {
      const durable = this.#pages[index]?.durable;
      if (durable === undefined) continue;
      const n = Math.min(PAGE_BYTES, out.length - index * PAGE_BYTES);
      out.set(durable.subarray(0, n), index * PAGE_BYTES);
    }
    return out;
  }
}

function pageAfterPowerLoss(page: Page, random: SimRandom): Uint8Array {
  if (page.durable === page.cached) return page.cached;
  const old = page.durable ?? neverWritten(random);
  // A page that a failed sync has marked as clean is never written again.
  if (!page.isDirty) return old;
  const fate = random.float();
  if (fate < 0.4) return page.cached.slice();
  if (fate < 0.75) return old;
  const torn = old.slice();
  for (let at = 0; at < PAGE_BYTES; at += SECTOR_BYTES) {
    if (random.chance(0.5)) torn.set(page.cached.subarray(at, at + SECTOR_BYTES), at);
  }
  return torn;
}

/** A length can be durable without its data: then there are zeros, or what a deleted file left. */
function neverWritten(random: SimRandom): Uint8Array {
  return random.chance(0.7) ? new Uint8Array(PAGE_BYTES) : random.bytes(PAGE_BYTES);
}

function pageOf(at: number): number {
  return Math.floor(at / PAGE_BYTES);
}
