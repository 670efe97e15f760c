// CleanedSegmentWriter: writes the segment that takes the place of others, with its indexes, under names
// that end in `.cleaned`. It may be written in several jobs, each going on where the last one ended.

import { assert, type Disk, type File } from '@samsa/common';
import { BatchCursor, CURRENT_MAGIC } from '@samsa/protocol';
import { removeFile } from '../files/atomic-file.ts';
import {
  CLEANED_SUFFIX,
  LOG_SUFFIX,
  OFFSET_INDEX_SUFFIX,
  offsetName,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
} from '../files/log-names.ts';
import { join } from '../files/paths.ts';
import { setLong } from '../indexes/longs.ts';
import { OFFSET_ENTRY_BYTES } from '../indexes/offset-index.ts';
import { TIME_ENTRY_BYTES } from '../indexes/time-index.ts';
import {
  type AbortedTransaction,
  TRANSACTION_ENTRY_BYTES,
  writeTransactionEntry,
} from '../indexes/transaction-index.ts';
import { MAX_RELATIVE_OFFSET } from '../log/log-segment.ts';

const SUFFIXES = {
  log: LOG_SUFFIX,
  offsets: OFFSET_INDEX_SUFFIX,
  times: TIME_INDEX_SUFFIX,
  transactions: TRANSACTION_INDEX_SUFFIX,
} as const;
type Part = keyof typeof SUFFIXES;
const PARTS = Object.keys(SUFFIXES) as Part[];

/** Gathered before they are written. */
const WRITE_BYTES = 512 * 1024;

/** What one job tells the next one about the segment that both write. */
export interface CleanedSegmentState {
  /** Bytes in each file. */
  readonly sizes: Readonly<Record<Part, number>>;
  readonly bytesSinceIndexEntry: number;
  /** −1 where no record has a time. */
  readonly maxTimestamp: number;
  readonly offsetOfMaxTimestamp: number;
  /** The time of the last entry of the time index. */
  readonly indexedTimestamp: number;
}

export const NOTHING_WRITTEN: CleanedSegmentState = {
  sizes: { log: 0, offsets: 0, times: 0, transactions: 0 },
  bytesSinceIndexEntry: 0,
  maxTimestamp: -1,
  offsetOfMaxTimestamp: -1,
  indexedTimestamp: -1,
};

export class CleanedSegmentWriter {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #baseOffset: number;
  readonly #indexIntervalBytes: number;
  readonly #files: Partial<Record<Part, File>> = {};
  readonly #gathered: Record<Part, Uint8Array[]> = {
    log: [],
    offsets: [],
    times: [],
    transactions: [],
  };
  #gatheredBytes = 0;
  readonly #sizes: Record<Part, number>;
  /** In the file already; the rest is gathered. */
  readonly #written: Record<Part, number>;
  #bytesSinceIndexEntry: number;
  #maxTimestamp: number;
  #offsetOfMaxTimestamp: number;
  #indexedTimestamp: number;
  readonly #cursor = BatchCursor.over(new Uint8Array(0));
  bytesWritten = 0;

  private constructor(
    disk: Disk,
    folder: string,
    baseOffset: number,
    indexIntervalBytes: number,
    state: CleanedSegmentState,
  ) {
    this.#disk = disk;
    this.#folder = folder;
    this.#baseOffset = baseOffset;
    this.#indexIntervalBytes = indexIntervalBytes;
    this.#sizes = { ...state.sizes };
    this.#written = { ...state.sizes };
    this.#bytesSinceIndexEntry = state.bytesSinceIndexEntry;
    this.#maxTimestamp = state.maxTimestamp;
    this.#offsetOfMaxTimestamp = state.offsetOfMaxTimestamp;
    this.#indexedTimestamp = state.indexedTimestamp;
  }

  /** @param state  undefined for a segment that begins: files of that name, left by a failure, go */
  static async open(
    disk: Disk,
    folder: string,
    baseOffset: number,
    indexIntervalBytes: number,
    state: CleanedSegmentState | undefined,
  ): Promise<CleanedSegmentWriter> {
    const writer = new CleanedSegmentWriter(
      disk,
      folder,
      baseOffset,
      indexIntervalBytes,
      state ?? NOTHING_WRITTEN,
    );
    if (state === undefined) await removeCleaned(disk, folder, baseOffset);
    for (const part of PARTS) {
      // The one of aborted transactions is there only where there are any.
      if (part === 'transactions' && writer.#sizes.transactions === 0) continue;
      const path = cleanedPath(folder, baseOffset, part);
      writer.#files[part] = await disk.open(path, state === undefined ? 'create' : 'rw');
    }
    return writer;
  }

  get state(): CleanedSegmentState {
    return {
      sizes: { ...this.#sizes },
      bytesSinceIndexEntry: this.#bytesSinceIndexEntry,
      maxTimestamp: this.#maxTimestamp,
      offsetOfMaxTimestamp: this.#offsetOfMaxTimestamp,
      indexedTimestamp: this.#indexedTimestamp,
    };
  }

  /** Adds a batch behind the last one, with index entries where they are due. The bytes are copied. */
  add(batch: Uint8Array): void {
    const cursor = this.#cursor.aim(batch);
    const { lastOffset } = cursor;
    const position = this.#sizes.log;
    assert(position + batch.length <= MAX_RELATIVE_OFFSET, 'positions have 32 bits');
    // A bare header tells the time of records that are gone.
    const isTimed = cursor.magic === CURRENT_MAGIC && cursor.recordCount > 0;
    if (isTimed && cursor.maxTimestamp > this.#maxTimestamp) {
      this.#maxTimestamp = cursor.maxTimestamp;
      this.#offsetOfMaxTimestamp = lastOffset;
    }
    if (this.#bytesSinceIndexEntry > this.#indexIntervalBytes) {
      const entry = new DataView(new ArrayBuffer(OFFSET_ENTRY_BYTES));
      entry.setInt32(0, this.#relative(lastOffset));
      entry.setInt32(4, position);
      this.#gather('offsets', new Uint8Array(entry.buffer));
      this.#addTimeEntry();
      this.#bytesSinceIndexEntry = 0;
    }
    this.#bytesSinceIndexEntry += batch.length;
    this.#gather('log', new Uint8Array(batch));
  }

  addAborted(transaction: AbortedTransaction): void {
    const entry = new Uint8Array(TRANSACTION_ENTRY_BYTES);
    writeTransactionEntry(new DataView(entry.buffer), 0, transaction);
    this.#gather('transactions', entry);
  }

  /** Writes what is gathered, if it is enough to be worth a write. */
  async writeSome(): Promise<void> {
    if (this.#gatheredBytes >= WRITE_BYTES) await this.#writeAll();
  }

  /** The segment is complete: its last index entry, then everything on the disk itself. */
  async finish(): Promise<void> {
    this.#addTimeEntry();
    await this.#writeAll();
    for (const part of PARTS) await this.#files[part]?.sync('all', 'data');
  }

  /** Ends this job's writing; what is gathered is in the files then. */
  async pause(): Promise<void> {
    await this.#writeAll();
  }

  async close(): Promise<void> {
    for (const part of PARTS) await this.#files[part]?.close();
  }

  #addTimeEntry(): void {
    if (this.#maxTimestamp <= this.#indexedTimestamp) return;
    const entry = new DataView(new ArrayBuffer(TIME_ENTRY_BYTES));
    setLong(entry, 0, this.#maxTimestamp);
    entry.setInt32(8, this.#relative(this.#offsetOfMaxTimestamp));
    this.#gather('times', new Uint8Array(entry.buffer));
    this.#indexedTimestamp = this.#maxTimestamp;
  }

  #relative(offset: number): number {
    const relative = offset - this.#baseOffset;
    assert(relative >= 0 && relative <= MAX_RELATIVE_OFFSET, 'offsets of a segment have 32 bits');
    return relative;
  }

  #gather(part: Part, bytes: Uint8Array): void {
    this.#gathered[part].push(bytes);
    this.#gatheredBytes += bytes.length;
    this.#sizes[part] += bytes.length;
  }

  async #writeAll(): Promise<void> {
    for (const part of PARTS) {
      const pieces = this.#gathered[part];
      if (pieces.length === 0) continue;
      this.#gathered[part] = [];
      await this.#write(part, Buffer.concat(pieces));
    }
    this.#gatheredBytes = 0;
  }

  async #write(part: Part, bytes: Uint8Array): Promise<void> {
    const path = cleanedPath(this.#folder, this.#baseOffset, part);
    const file = (this.#files[part] ??= await this.#disk.open(path, 'create'));
    for (let done = 0; done < bytes.length;) {
      const count = await file.write([bytes.subarray(done)], this.#written[part]);
      if (count <= 0) throw new Error(`no byte could be written to ${path}`);
      done += count;
      this.#written[part] += count;
      this.bytesWritten += count;
    }
  }
}

/** Removes what was written of a segment that will not be used. */
export async function removeCleaned(disk: Disk, folder: string, baseOffset: number): Promise<void> {
  for (const part of PARTS) await removeFile(disk, cleanedPath(folder, baseOffset, part));
}

function cleanedPath(folder: string, baseOffset: number, part: Part): string {
  return join(folder, offsetName(baseOffset, SUFFIXES[part]) + CLEANED_SUFFIX);
}
