// Walking over batches in a file: by their headers, to find a place, or with all their bytes, to
// check them or to read records.

import { BatchCursor, HEADER_TO_MAGIC_BYTES } from '@samsa/protocol';
import { type LogFile } from '../files/open-files.ts';

/** Of the present format. Messages of old formats may be shorter as a whole. */
export const BATCH_HEADER_BYTES = 61;

/** A region of a file whose bytes cannot be batches: the disk or somebody else damaged them. */
export class DamagedLog extends Error {
  override readonly name = 'DamagedLog';
}

/**
 * Steps from header to header by small synchronous reads. The block belongs to the caller and is
 * overwritten by whoever uses it next: walk to the end within one turn.
 */
export class BatchHeaders {
  /** At the present header; only header fields may be read. */
  readonly cursor: BatchCursor;
  /** In the file, of the present batch. */
  position: number;
  readonly #log: LogFile;
  readonly #end: number;
  readonly #block: Uint8Array;
  #blockStart = 0;
  #blockLength = 0;
  #nextPosition: number;

  /** @param end  where readable bytes end in the file */
  constructor(log: LogFile, from: number, end: number, block: Uint8Array) {
    this.#log = log;
    this.#end = end;
    this.#block = block;
    this.position = from;
    this.#nextPosition = from;
    this.cursor = BatchCursor.over(block);
  }

  /**
   * Moves to the next batch; false at the end.
   *
   * @throws DamagedLog where there is no batch
   */
  next(): boolean {
    this.position = this.#nextPosition;
    if (this.position >= this.#end) return false;
    if (!this.#isInBlock(this.position)) this.#load(this.position);
    this.cursor.at(this.position - this.#blockStart);
    const size = this.cursor.sizeInBytes;
    if (this.cursor.isMalformed || this.position + size > this.#end) {
      throw new DamagedLog(`${this.#log.path} has no batch at position ${this.position}`);
    }
    this.#nextPosition = this.position + size;
    return true;
  }

  #isInBlock(position: number): boolean {
    const headerEnd = Math.min(position + BATCH_HEADER_BYTES, this.#end);
    return position >= this.#blockStart && headerEnd <= this.#blockStart + this.#blockLength;
  }

  #load(position: number): void {
    const want = Math.min(this.#block.length, this.#end - position);
    const read = this.#log.now().readNow(this.#block.subarray(0, want), position);
    if (read < Math.min(want, BATCH_HEADER_BYTES) || want < HEADER_TO_MAGIC_BYTES) {
      throw new DamagedLog(`${this.#log.path} ends inside a header at position ${position}`);
    }
    this.#blockStart = position;
    this.#blockLength = read;
  }
}

/**
 * Where the batch with this offset begins: the first one that ends at or after it, looked for from
 * `from`. −1 where none does.
 */
export function positionOf(
  log: LogFile,
  offset: number,
  from: number,
  end: number,
  block: Uint8Array,
): number {
  const headers = new BatchHeaders(log, from, end, block);
  while (headers.next()) {
    if (headers.cursor.lastOffset >= offset) return headers.position;
  }
  return -1;
}

const SCAN_PIECE_BYTES = 1024 * 1024;

export interface ScanEnd {
  /** Behind the last batch that was visited. */
  readonly position: number;
  /** Undefined where the walk reached the end; else why it stopped there. */
  readonly problem: string | undefined;
}

/**
 * Walks over whole batches by pieces read through the pool: the loop goes on between two pieces.
 *
 * @param visit  gets a cursor whose batch lies in memory completely, and its position; the bytes are
 *   valid during the call. A text ends the walk before that batch, as its problem; `true` ends it there
 */
export async function scanBatches(
  log: LogFile,
  from: number,
  end: number,
  visit: (batch: BatchCursor, position: number) => string | true | undefined,
): Promise<ScanEnd> {
  let piece = Buffer.allocUnsafeSlow(Math.min(SCAN_PIECE_BYTES, Math.max(end - from, 1)));
  let position = from;
  while (position < end) {
    const want = Math.min(piece.length, end - position);
    const at = position;
    const into = piece;
    const read = await log.use((file) => file.read(into.subarray(0, want), at));
    const cursor = BatchCursor.over(piece.subarray(0, read));
    while (cursor.isWhole) {
      const verdict = visit(cursor, position);
      if (verdict === true) return { position, problem: undefined };
      if (verdict !== undefined) return { position, problem: verdict };
      position += cursor.sizeInBytes;
      cursor.advance();
    }
    if (cursor.isMalformed) return { position, problem: 'no batch begins here' };
    if (position > at) continue;
    // Not even one whole batch: it is larger than the piece, or the file ends inside it.
    if (!cursor.hasHeader || cursor.sizeInBytes > end - position || read < want) {
      return { position, problem: 'the file ends inside a batch' };
    }
    piece = Buffer.allocUnsafeSlow(cursor.sizeInBytes);
  }
  return { position, problem: undefined };
}
