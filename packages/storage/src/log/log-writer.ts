// LogWriter: gives batches their place — offsets, memory, segment — and puts what is staged into the
// page cache with one write. Nobody sees a batch before that write has succeeded.

import { type BatchCursor } from '@samsa/protocol';
import {
  formatPartitionMetadata,
  PARTITION_METADATA_FILE,
} from '../checkpoints/partition-metadata.ts';
import { type LogFile } from '../files/open-files.ts';
import { join } from '../files/paths.ts';
import { CHUNK_BYTES } from '../memory/append-chunk.ts';
import { encodeProducerSnapshot } from '../producers/producer-snapshot.ts';
import { replayBatch } from '../producers/replay-batch.ts';
import { LogSegment, MAX_RELATIVE_OFFSET } from './log-segment.ts';
import { type LogState } from './log-state.ts';

/** What the log writes into the header of a batch beside its place. */
export interface Stamp {
  baseOffset: number;
  leaderEpoch: number;
  /** Undefined: the largest timestamp stays as it is. */
  maxTimestamp: number | undefined;
  isLogAppendTime: boolean;
}

export class LogWriter {
  readonly #state: LogState;

  constructor(state: LogState) {
    this.#state = state;
  }

  // ---- Staging -------------------------------------------------------------------------------------

  /**
   * Gives a batch its place: in its segment, in memory, in the epochs and in the producer state.
   *
   * @throws what the disk throws; the caller then takes the log down
   */
  stage(batch: BatchCursor, stamp: Stamp, nowMs: number): void {
    const state = this.#state;
    const size = batch.sizeInBytes;
    const lastOffset = stamp.baseOffset + batch.lastOffsetDelta;
    const maxTimestamp = stamp.maxTimestamp ?? batch.maxTimestamp;
    const segment = this.#segmentFor(size, stamp.baseOffset, lastOffset, maxTimestamp, nowMs);
    const isLarge = size > CHUNK_BYTES;
    const placed = isLarge
      ? this.#writeLarge(batch, segment, stamp)
      : this.#copy(batch, segment, stamp);
    segment.grew(placed, lastOffset, maxTimestamp, state.config);
    const { leaderEpoch } = stamp;
    if (leaderEpoch !== state.leaderEpochs.latestEpoch && leaderEpoch >= 0) {
      state.leaderEpochs.assign(leaderEpoch, stamp.baseOffset);
    }
    const aborted = replayBatch(state.producerStates, placed);
    if (aborted !== undefined) segment.transactionIndex.append(aborted);
    state.stagedEndOffset = lastOffset + 1;
    if (isLarge) this.#publish(segment);
  }

  /** Copies the batch behind what is staged and stamps it there, while it is in the CPU's cache. */
  #copy(batch: BatchCursor, segment: LogSegment, stamp: Stamp): BatchCursor {
    const size = batch.sizeInBytes;
    const { tail } = this.#state;
    const chunk = tail.roomFor(size, segment.baseOffset, segment.sizeInBytes, stamp.baseOffset);
    chunk.bytes.set(batch.view(), chunk.used);
    const placed = chunk.cursor.at(chunk.used);
    this.#stampOn(placed, stamp);
    chunk.used += size;
    chunk.endOffset = stamp.baseOffset + placed.lastOffsetDelta + 1;
    return placed;
  }

  /**
   * Writes a batch that no chunk holds straight from the caller's bytes, in pieces that stay in the
   * CPU's cache. What was staged before goes first, so file and offsets keep one order; all of it is
   * visible at once, which is early but true.
   */
  #writeLarge(batch: BatchCursor, segment: LogSegment, stamp: Stamp): BatchCursor {
    this.commit();
    const start = segment.sizeInBytes;
    const { stampBlock: head, stampedCursor } = this.#state.options.resources;
    let rest = batch.view();
    let written = 0;
    let placed: BatchCursor;
    if (stamp.maxTimestamp === undefined) {
      head.set(rest.subarray(0, head.length));
      placed = stampedCursor.aim(head);
      this.#stampOn(placed, stamp);
      this.#writeNow(segment, [head], start);
      written = head.length;
    } else {
      // The sum over the whole batch changes, so it has to be in our memory before it is written.
      rest = Uint8Array.from(rest);
      placed = stampedCursor.aim(rest);
      this.#stampOn(placed, stamp);
    }
    for (; written < rest.length; written += CHUNK_BYTES) {
      const piece = rest.subarray(written, Math.min(written + CHUNK_BYTES, rest.length));
      this.#writeNow(segment, [piece], start + written);
    }
    return placed;
  }

  #stampOn(batch: BatchCursor, stamp: Stamp): void {
    batch.assign(stamp.baseOffset, stamp.leaderEpoch);
    if (stamp.maxTimestamp === undefined) return;
    const { crc32c } = this.#state.options.resources;
    if (stamp.isLogAppendTime) batch.setLogAppendTime(stamp.maxTimestamp, crc32c);
    else batch.setMaxTimestamp(stamp.maxTimestamp, crc32c);
  }

  // ---- Writing -------------------------------------------------------------------------------------

  /** Writes what is staged and makes it visible. @throws what the disk throws */
  commit(): void {
    const segment = this.#state.segments.active;
    if (segment === undefined || segment.sizeInBytes === segment.writtenBytes) return;
    const { chunks } = this.#state.tail;
    let first = chunks.length;
    while (first > 0 && chunks[first - 1]?.isWritten === false) first--;
    const waiting = chunks.slice(first);
    const pieces = waiting.map((chunk) => chunk.bytes.subarray(chunk.written, chunk.used));
    this.#writeNow(segment, pieces, segment.writtenBytes);
    for (const chunk of waiting) {
      chunk.written = chunk.used;
      chunk.writtenEndOffset = chunk.endOffset;
    }
    this.#publish(segment);
  }

  #writeNow(segment: LogSegment, pieces: readonly Uint8Array[], position: number): void {
    let size = 0;
    for (const piece of pieces) size += piece.length;
    this.#state.recentWrites.writing(this.#state.logEndOffset, size);
    const written = segment.log.now().writeNow(pieces, position);
    if (written !== size) {
      throw new Error(`only ${written} of ${size} bytes could be written to ${segment.log.path}`);
    }
  }

  #publish(segment: LogSegment): void {
    segment.writtenBytes = segment.sizeInBytes;
    this.#state.logEndOffset = this.#state.stagedEndOffset;
  }

  // ---- Segments ------------------------------------------------------------------------------------

  /** The segment that takes a batch; a new one where the active one is full or too old. */
  #segmentFor(
    size: number,
    baseOffset: number,
    lastOffset: number,
    maxTimestamp: number,
    nowMs: number,
  ): LogSegment {
    const { segments, stagedEndOffset, config, options } = this.#state;
    const active = segments.active;
    if (active === undefined) return this.addSegment(stagedEndOffset, nowMs);
    const mustRoll =
      active.mustRollFor(size, lastOffset, maxTimestamp, nowMs, config) ||
      (active.sizeInBytes > 0 && options.resources.platform.buggify('log.roll.early'));
    if (!mustRoll) return active;
    // A follower's log may jump where compaction left a gap in the leader's.
    const isGap = lastOffset - stagedEndOffset > MAX_RELATIVE_OFFSET;
    return this.rollTo(isGap ? baseOffset : stagedEndOffset, nowMs);
  }

  /** Closes the active segment and begins the next one, within the append that needs it. */
  rollTo(baseOffset: number, nowMs: number): LogSegment {
    this.commit();
    const { active } = this.#state.segments;
    if (active !== undefined && active.sizeInBytes === 0) this.#state.deleteSegments([active]);
    else active?.closeForAppends();
    this.#state.mark('log.roll');
    const segment = this.addSegment(baseOffset, nowMs);
    this.#state.rolled();
    return segment;
  }

  addSegment(baseOffset: number, nowMs: number): LogSegment {
    const state = this.#state;
    this.#makeFolder();
    const { resources } = state.options;
    const segment = LogSegment.createNow(resources, state.folder, baseOffset, state.config, nowMs);
    const isFirst = state.segments.length === 0;
    state.segments.add(segment);
    if (!isFirst) {
      this.writeSnapshot(segment.snapshot);
      if (state.looseSnapshot?.path === segment.snapshot.path) state.looseSnapshot = undefined;
    }
    return segment;
  }

  /** The folder appears with the first segment: 2,000 empty partitions cost no file. */
  #makeFolder(): void {
    const state = this.#state;
    const { disk } = state.options.resources.platform;
    if (state.exists) return;
    disk.mkdirNow(state.folder);
    const file = disk.openNow(join(state.folder, PARTITION_METADATA_FILE), 'create');
    try {
      const text = Buffer.from(formatPartitionMetadata(state.options.topicId));
      if (file.writeNow([text], 0) !== text.length) throw new Error(`short write to ${file.path}`);
    } finally {
      file.closeNow();
    }
    state.exists = true;
  }

  writeSnapshot(file: LogFile): void {
    const { producerStates } = this.#state;
    const { producerCount } = producerStates;
    file.replaceNow(encodeProducerSnapshot(producerStates.producers(), producerCount));
  }
}
