// LogReader: finds the batches from an offset on and brings them into memory — from the tail that is
// there already, from the page cache at once, or through the pool where the disk may be needed.

import { ErrorCode } from '@samsa/common';
import { BatchCursor, HEADER_TO_MAGIC_BYTES } from '@samsa/protocol';
import { BATCH_HEADER_BYTES, DamagedLog, positionOf } from './batch-headers.ts';
import { type AppendChunk } from '../memory/append-chunk.ts';
import { type LogResources } from '../log-resources.ts';
import { type Lent, LogRead } from './log-read.ts';
import { type LogSegment } from './log-segment.ts';
import { type LogTail } from '../memory/tail-cache.ts';
import { PIECE_BYTES, type ReadBuffer } from '../memory/read-buffers.ts';
import { type RecentWrites } from '../memory/page-cache-estimate.ts';
import { type SegmentList } from './segment-list.ts';

export interface ReadRequest {
  readonly offset: number;
  /** Most bytes to return, but for the first batch with `minOneBatch`. */
  readonly maxBytes: number;
  /** Exclusive: no batch that ends at or behind it is returned. */
  readonly maxOffset: number;
  /** Return the first batch also when it is larger than `maxBytes`. */
  readonly minOneBatch: boolean;
}

/** What the reader looks at in its log, each time anew: it changes while a read waits. */
export interface ReadableLog {
  readonly logStartOffset: number;
  readonly logEndOffset: number;
  /** Rises when bytes that a read may be under way to are cut or replaced. */
  readonly truncationCount: number;
  /** Rises when files leave the log. */
  readonly deletionCount: number;
  /** False when the log is dead or closed. */
  readonly isReadable: boolean;
  diskFailed(error: unknown): void;
}

/** Pool reads of one request that wait at the same time. */
const PIECES_IN_FLIGHT = 2;

/** Reading is over when the log was cut that often under one read; the peer asks again. */
const MAX_ATTEMPTS = 5;

const HINT_COUNT = 4;

export class LogReader {
  readonly #log: ReadableLog;
  readonly #resources: LogResources;
  readonly #segments: SegmentList;
  readonly #tail: LogTail;
  readonly #recentWrites: RecentWrites;
  /** Made by the first read: most logs of a node are not read. */
  #hints: PositionHints | undefined = undefined;

  constructor(
    log: ReadableLog,
    resources: LogResources,
    segments: SegmentList,
    tail: LogTail,
    recentWrites: RecentWrites,
  ) {
    this.#log = log;
    this.#resources = resources;
    this.#segments = segments;
    this.#tail = tail;
    this.#recentWrites = recentWrites;
  }

  /** Positions that were remembered may be of bytes that are gone. */
  forgetPositions(): void {
    this.#hints = undefined;
  }

  /** At once where the bytes are in memory or likely in the page cache, else a promise. */
  read(request: ReadRequest): LogRead | Promise<LogRead> {
    const { offset } = request;
    if (!this.#log.isReadable) return LogRead.failed(ErrorCode.KAFKA_STORAGE_ERROR, offset);
    if (offset < this.#log.logStartOffset || offset > this.#log.logEndOffset) {
      return LogRead.failed(ErrorCode.OFFSET_OUT_OF_RANGE, offset);
    }
    if (offset >= Math.min(request.maxOffset, this.#log.logEndOffset)) return LogRead.empty(offset);
    const slot = this.#tail.slotOf(offset);
    if (slot >= 0) return this.#readTail(request, slot);
    const startedMs = this.#resources.platform.clock.monotonicMs();
    if (!this.#recentWrites.areCachedFrom(offset, startedMs)) return this.#readThroughPool(request);
    return this.#readCached(request, startedMs);
  }

  // ---- From memory -------------------------------------------------------------------------------

  #readTail(request: ReadRequest, firstSlot: number): LogRead {
    this.#tail.touch();
    const limitOffset = Math.min(request.maxOffset, this.#log.logEndOffset);
    const chunks: Uint8Array[] = [];
    const lent: Lent[] = [];
    let sizeInBytes = 0;
    let offset = request.offset;
    let endPosition = 0;
    let segmentBaseOffset = 0;
    for (let slot = firstSlot; slot < this.#tail.chunks.length; slot++) {
      const chunk = this.#tail.chunks[slot] as AppendChunk; // in range
      // A batch too large for a chunk may lie between two of them.
      if (slot > firstSlot && chunk.firstOffset !== offset) break;
      const from = slot === firstSlot ? this.#startIn(chunk, offset) : 0;
      const room = request.maxBytes - sizeInBytes;
      const isFirst = chunks.length === 0;
      const to = this.#endIn(chunk, from, room, limitOffset, isFirst && request.minOneBatch);
      if (to > from) {
        chunk.hold();
        lent.push(chunk);
        chunks.push(chunk.bytes.subarray(from, to));
        sizeInBytes += to - from;
        offset = this.#offsetAt(chunk, to);
        segmentBaseOffset = chunk.segmentBaseOffset;
        endPosition = chunk.position + to;
      }
      if (to < chunk.written || sizeInBytes >= request.maxBytes) break;
    }
    if (chunks.length === 0) return LogRead.empty(request.offset);
    this.#remember(offset, segmentBaseOffset, endPosition);
    return new LogRead(ErrorCode.NONE, request.offset, offset, chunks, sizeInBytes, lent);
  }

  /** Where the batch with this offset begins in the chunk. */
  #startIn(chunk: AppendChunk, offset: number): number {
    if (offset === chunk.firstOffset) return 0;
    const hint = this.#rememberedPosition(offset, chunk.segmentBaseOffset);
    if (hint >= chunk.position && hint < chunk.position + chunk.written) {
      return hint - chunk.position;
    }
    const cursor = chunk.cursor.at(0);
    while (cursor.lastOffset < offset) cursor.advance();
    return cursor.start;
  }

  /** How far the chunk may be read from `from`: whole batches within `room` and below the limit. */
  #endIn(
    chunk: AppendChunk,
    from: number,
    room: number,
    limitOffset: number,
    minOneBatch: boolean,
  ): number {
    if (chunk.written - from <= room && chunk.writtenEndOffset <= limitOffset) return chunk.written;
    const cursor = chunk.cursor.at(from);
    while (cursor.start < chunk.written && cursor.lastOffset < limitOffset) {
      const isTooLarge = cursor.end - from > room;
      if (isTooLarge && !(minOneBatch && cursor.start === from)) break;
      cursor.advance();
      if (isTooLarge) break;
    }
    return cursor.start;
  }

  #offsetAt(chunk: AppendChunk, end: number): number {
    if (end === chunk.written) return chunk.writtenEndOffset;
    return chunk.cursor.at(end).baseOffset;
  }

  // ---- From the page cache -----------------------------------------------------------------------

  #readCached(request: ReadRequest, startedMs: number): LogRead {
    const lent: ReadBuffer[] = [];
    try {
      const place = this.#locate(request.offset);
      if (place === undefined) return LogRead.empty(request.offset);
      const wanted = this.#wantedBytes(request, place);
      this.#readPiecesNow(place, wanted, lent);
      const nowMs = this.#resources.platform.clock.monotonicMs();
      this.#resources.pageCache.readTook(nowMs - startedMs, nowMs);
      return this.#cut(request, place, wanted, lent);
    } catch (error) {
      for (const buffer of lent) buffer.release();
      return this.#failed(error, request.offset);
    }
  }

  #readPiecesNow(place: Place, wanted: number, lent: ReadBuffer[]): void {
    const file = place.segment.log.now();
    for (let at = 0; at < wanted; at += PIECE_BYTES) {
      const size = Math.min(PIECE_BYTES, wanted - at);
      const buffer = this.#resources.readBuffers.lend(size);
      lent.push(buffer);
      const read = file.readNow(buffer.bytes.subarray(0, size), place.position + at);
      if (read < size) throw endedEarly(place, at + read);
    }
  }

  // ---- From the disk -----------------------------------------------------------------------------

  async #readThroughPool(request: ReadRequest): Promise<LogRead> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const lent: ReadBuffer[] = [];
      const cutsBefore = this.#log.truncationCount;
      const deletionsBefore = this.#log.deletionCount;
      try {
        const read = await this.#readPiecesAsync(request, lent, cutsBefore);
        if (read !== undefined) return read;
      } catch (error) {
        for (const buffer of lent) buffer.release();
        // Cut, moved or deleted under this read: what it met is no failure of the disk.
        const isSame =
          this.#log.truncationCount === cutsBefore && this.#log.deletionCount === deletionsBefore;
        if (isSame) return this.#failed(error, request.offset);
      }
      const { offset } = request;
      if (!this.#log.isReadable) return LogRead.failed(ErrorCode.KAFKA_STORAGE_ERROR, offset);
      if (offset < this.#log.logStartOffset || offset > this.#log.logEndOffset) {
        return LogRead.failed(ErrorCode.OFFSET_OUT_OF_RANGE, offset);
      }
      if (offset >= Math.min(request.maxOffset, this.#log.logEndOffset)) break;
    }
    return LogRead.empty(request.offset);
  }

  /** Undefined where the log was cut meanwhile and the bytes may be of both before and after. */
  async #readPiecesAsync(
    request: ReadRequest,
    lent: ReadBuffer[],
    cutsBefore: number,
  ): Promise<LogRead | undefined> {
    const segment = this.#segmentOf(request.offset);
    if (segment === undefined) return LogRead.empty(request.offset);
    await this.#warm(segment, request.offset);
    if (this.#log.truncationCount !== cutsBefore || segment.isDeleted) return undefined;
    const place = this.#locate(request.offset);
    if (place === undefined) return LogRead.empty(request.offset);
    const wanted = this.#wantedBytes(request, place);
    await this.#fillFromPool(place, wanted, lent);
    if (this.#log.truncationCount !== cutsBefore) {
      for (const buffer of lent) buffer.release();
      lent.length = 0;
      return undefined;
    }
    return this.#cut(request, place, wanted, lent);
  }

  /** Brings index and the headers around the offset into the page cache. */
  async #warm(segment: LogSegment, offset: number): Promise<void> {
    await segment.warmIndexes();
    const hint = this.#rememberedPosition(offset, segment.baseOffset);
    const position = hint >= 0 ? hint : segment.offsetIndex.lookup(offset);
    const block = this.#resources.readBuffers.lend(WARMING_BYTES);
    try {
      await segment.log.use((file) => file.read(block.bytes, position));
    } finally {
      block.release();
    }
  }

  async #fillFromPool(place: Place, wanted: number, lent: ReadBuffer[]): Promise<void> {
    for (let at = 0; at < wanted; at += PIECE_BYTES) {
      lent.push(this.#resources.readBuffers.lend(Math.min(PIECE_BYTES, wanted - at)));
    }
    let next = 0;
    const readPieces = async (): Promise<void> => {
      while (next < lent.length) {
        const slot = next++;
        const at = slot * PIECE_BYTES;
        const size = Math.min(PIECE_BYTES, wanted - at);
        const into = (lent[slot] as ReadBuffer).bytes.subarray(0, size); // in range
        const read = await place.segment.log.use((file) => file.read(into, place.position + at));
        if (read < size) throw endedEarly(place, at + read);
      }
    };
    const readers = Array.from({ length: Math.min(PIECES_IN_FLIGHT, lent.length) }, readPieces);
    // All of them have ended before the buffers can be given back, also when one failed.
    const results = await Promise.allSettled(readers);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  // ---- Both --------------------------------------------------------------------------------------

  #segmentOf(offset: number): LogSegment | undefined {
    return this.#segments.at(Math.max(0, this.#segments.slotOf(offset)));
  }

  /** The batch with this offset or, in a gap that compaction left, the next one. */
  #locate(offset: number): Place | undefined {
    for (let slot = Math.max(0, this.#segments.slotOf(offset)); ; slot++) {
      const segment = this.#segments.at(slot);
      if (segment === undefined) return undefined;
      const hint = this.#rememberedPosition(offset, segment.baseOffset);
      if (hint >= 0 && hint < segment.writtenBytes) return { segment, position: hint };
      const position = positionOf(
        segment.log,
        offset,
        segment.offsetIndex.lookup(offset),
        segment.writtenBytes,
        this.#resources.headerBlock,
      );
      if (position >= 0) return { segment, position };
    }
  }

  #wantedBytes(request: ReadRequest, place: Place): number {
    const available = place.segment.writtenBytes - place.position;
    if (request.maxBytes >= available || !request.minOneBatch) {
      return Math.max(0, Math.min(request.maxBytes, available));
    }
    return Math.min(available, Math.max(request.maxBytes, this.#batchBytesAt(place)));
  }

  #batchBytesAt(place: Place): number {
    const header = this.#resources.headerBlock.subarray(0, BATCH_HEADER_BYTES);
    place.segment.log.now().readNow(header, place.position);
    return this.#resources.headerCursor.aim(header).sizeInBytes;
  }

  #remember(offset: number, segmentBaseOffset: number, position: number): void {
    this.#hints ??= new PositionHints();
    this.#hints.remember(offset, segmentBaseOffset, position);
  }

  #rememberedPosition(offset: number, segmentBaseOffset: number): number {
    return this.#hints?.positionOf(offset, segmentBaseOffset) ?? -1;
  }

  /** Keeps the whole batches below the limit of what was read and gives back the rest. */
  #cut(request: ReadRequest, place: Place, wanted: number, lent: ReadBuffer[]): LogRead {
    const limitOffset = Math.min(request.maxOffset, this.#log.logEndOffset);
    const pieces = new Pieces(lent, wanted);
    let end = 0;
    let nextOffset = request.offset;
    while (end + HEADER_TO_MAGIC_BYTES <= wanted) {
      const cursor = pieces.headerAt(end);
      if (cursor.isMalformed) throw new DamagedLog(`no batch at ${place.position + end}`);
      const size = cursor.sizeInBytes;
      if (end + size > wanted || cursor.lastOffset >= limitOffset) break;
      end += size;
      nextOffset = cursor.nextOffset;
    }
    const keep = Math.ceil(end / PIECE_BYTES);
    for (const buffer of lent.splice(keep)) buffer.release();
    if (end === 0) return LogRead.empty(request.offset);
    const chunks = lent.map((buffer, slot) =>
      buffer.bytes.subarray(0, Math.min(PIECE_BYTES, end - slot * PIECE_BYTES)),
    );
    // A segment that was replaced meanwhile has its offset in common with the new one, not positions.
    if (!place.segment.isDeleted) {
      this.#remember(nextOffset, place.segment.baseOffset, place.position + end);
    }
    return new LogRead(ErrorCode.NONE, request.offset, nextOffset, chunks, end, lent);
  }

  #failed(error: unknown, offset: number): LogRead {
    if (error instanceof DamagedLog) {
      this.#resources.platform.log('error', 'damaged batches in a log', { error });
      return LogRead.failed(ErrorCode.CORRUPT_MESSAGE, offset);
    }
    this.#log.diskFailed(error);
    return LogRead.failed(ErrorCode.KAFKA_STORAGE_ERROR, offset);
  }
}

const WARMING_BYTES = 64 * 1024;

interface Place {
  readonly segment: LogSegment;
  readonly position: number;
}

function endedEarly(place: Place, at: number): Error {
  return new Error(`${place.segment.log.path} ends at ${place.position + at}, before its size`);
}

/** Batches in consecutive pieces of memory; a header may lie across the border of two. */
class Pieces {
  readonly #buffers: readonly ReadBuffer[];
  readonly #size: number;
  readonly #border = new Uint8Array(BATCH_HEADER_BYTES);
  readonly #cursor: BatchCursor;

  constructor(buffers: readonly ReadBuffer[], size: number) {
    this.#buffers = buffers;
    this.#size = size;
    this.#cursor = BatchCursor.over(this.#border);
  }

  headerAt(at: number): BatchCursor {
    const slot = Math.floor(at / PIECE_BYTES);
    const within = at - slot * PIECE_BYTES;
    const piece = this.#buffers[slot]?.bytes ?? this.#border;
    const pieceLength = Math.min(PIECE_BYTES, this.#size - slot * PIECE_BYTES);
    if (within + BATCH_HEADER_BYTES <= pieceLength) return this.#cursor.aim(piece, within);
    const inFirst = pieceLength - within;
    this.#border.set(piece.subarray(within, pieceLength));
    const second = this.#buffers[slot + 1]?.bytes ?? this.#border;
    this.#border.set(second.subarray(0, BATCH_HEADER_BYTES - inFirst), inFirst);
    return this.#cursor.aim(this.#border, 0);
  }
}

/**
 * Where the last reads ended. A consumer or follower goes on exactly there, so it needs neither index
 * nor search; a few readers at once each keep a place.
 */
class PositionHints {
  readonly #offsets: number[] = Array.from({ length: HINT_COUNT }, () => -1);
  readonly #segments: number[] = Array.from({ length: HINT_COUNT }, () => -1);
  readonly #positions: number[] = Array.from({ length: HINT_COUNT }, () => -1);
  #next = 0;

  remember(offset: number, segmentBaseOffset: number, position: number): void {
    for (let slot = 0; slot < HINT_COUNT; slot++) {
      if (this.#offsets[slot] !== offset) continue;
      this.#segments[slot] = segmentBaseOffset;
      this.#positions[slot] = position;
      return;
    }
    this.#offsets[this.#next] = offset;
    this.#segments[this.#next] = segmentBaseOffset;
    this.#positions[this.#next] = position;
    this.#next = (this.#next + 1) % HINT_COUNT;
  }

  /** −1 where nothing is known. */
  positionOf(offset: number, segmentBaseOffset: number): number {
    for (let slot = 0; slot < HINT_COUNT; slot++) {
      if (this.#offsets[slot] === offset && this.#segments[slot] === segmentBaseOffset) {
        return this.#positions[slot] ?? -1;
      }
    }
    return -1;
  }
}
