// SourceReader: the batches of the segments that a compaction reads, one after another, each checked
// before it is believed: a damaged batch must not get a new and valid checksum.

import { type Disk, type File } from '@samsa/common';
import { BatchCursor, crc32c, CURRENT_MAGIC } from '@samsa/protocol';
import { DamagedLog } from '../log/batch-headers.ts';
import { isLegacyCrcValid } from '../log/legacy-checksum.ts';

export interface SourceSegment {
  readonly path: string;
  readonly baseOffset: number;
  readonly sizeInBytes: number;
}

/** Which source is being read, and where the next batch begins in it. */
export interface SourcePlace {
  readonly slot: number;
  readonly position: number;
}

export class SourceReader {
  readonly #disk: Disk;
  readonly #sources: readonly SourceSegment[];
  #slot: number;
  /** Of the next batch. */
  #position: number;
  #file: File | undefined = undefined;
  #block: Uint8Array;
  #blockStart = 0;
  #blockLength = 0;
  readonly #cursor: BatchCursor;
  bytesRead = 0;

  constructor(
    disk: Disk,
    sources: readonly SourceSegment[],
    place: SourcePlace,
    bufferBytes: number,
  ) {
    this.#disk = disk;
    this.#sources = sources;
    this.#slot = place.slot;
    this.#position = place.position;
    this.#block = Buffer.allocUnsafeSlow(bufferBytes);
    this.#cursor = BatchCursor.over(this.#block);
  }

  /** Behind the batch that was returned last. */
  get place(): SourcePlace {
    return { slot: this.#slot, position: this.#position };
  }

  /** The one being read; undefined behind the last. */
  get source(): SourceSegment | undefined {
    return this.#sources[this.#slot];
  }

  /**
   * The next batch, whole and valid until the next call; undefined at the end of the sources. The
   * cursor is one that moves.
   *
   * @throws DamagedLog, and what the disk throws
   */
  async next(): Promise<BatchCursor | undefined> {
    for (;;) {
      const source = this.source;
      if (source === undefined) return undefined;
      if (this.#position < source.sizeInBytes) return this.#batchIn(source);
      await this.#leaveSource();
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  async #leaveSource(): Promise<void> {
    await this.close();
    this.#slot++;
    this.#position = 0;
    this.#blockLength = 0;
  }

  async #batchIn(source: SourceSegment): Promise<BatchCursor> {
    const cursor = this.#cursor;
    if (!this.#aim()) {
      await this.#load(source);
      if (!this.#aim()) {
        if (cursor.hasHeader && !cursor.isMalformed) this.#grow(cursor.sizeInBytes, source);
        await this.#load(source);
        if (!this.#aim()) throw this.#damaged(source, 'no whole batch begins here');
      }
    }
    const isValid =
      cursor.magic === CURRENT_MAGIC ? cursor.isCrcValid(crc32c) : isLegacyCrcValid(cursor);
    if (!isValid) throw this.#damaged(source, 'a wrong checksum');
    this.#position += cursor.sizeInBytes;
    return cursor;
  }

  /** Points the cursor at the next batch; false where the block does not hold all of it. */
  #aim(): boolean {
    const at = this.#position - this.#blockStart;
    const length = at >= 0 && at <= this.#blockLength ? this.#blockLength : 0;
    this.#cursor.aim(this.#block.subarray(0, length), Math.min(Math.max(at, 0), length));
    return this.#cursor.isWhole;
  }

  async #load(source: SourceSegment): Promise<void> {
    this.#file ??= await this.#disk.open(source.path, 'r');
    const want = Math.min(this.#block.length, source.sizeInBytes - this.#position);
    const read = await this.#file.read(this.#block.subarray(0, want), this.#position);
    this.#blockStart = this.#position;
    this.#blockLength = read;
    this.bytesRead += read;
  }

  /** One batch larger than the buffer; its size is what the segment has room for at most. */
  #grow(batchBytes: number, source: SourceSegment): void {
    if (batchBytes > source.sizeInBytes - this.#position) {
      throw this.#damaged(source, 'the file ends inside a batch');
    }
    if (batchBytes > this.#block.length) this.#block = Buffer.allocUnsafeSlow(batchBytes);
  }

  #damaged(source: SourceSegment, what: string): DamagedLog {
    return new DamagedLog(`${source.path} at ${this.#position}: ${what}`);
  }
}
