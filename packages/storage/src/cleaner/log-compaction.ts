// LogCompaction: one pass over a log. It learns the last offset of each key in the dirty part, then
// writes every segment up to there anew, without the records that a later one has replaced.
//
// The work runs in jobs off the event loop, piece by piece; only the change-over to a new segment
// happens here. Between pieces the log may be cut, closed or deleted: then the pass is given up.

import { type Job } from '@samsa/common';
import { hasCode } from '../files/atomic-file.ts';
import { abortedTransactions } from '../log/aborted-transactions.ts';
import { type LogSegment } from '../log/log-segment.ts';
import { type LogState } from '../log/log-state.ts';
import { abortedList } from './aborted-list.ts';
import { type CleanedSegmentState, removeCleaned } from './cleaned-segment-writer.ts';
import {
  copyRecordsJob,
  type CopyRecordsOutput,
  mapKeysJob,
  type MapKeysOutput,
} from './compaction-jobs.ts';
import { type CompactionPlan, groupSegments } from './compaction-plan.ts';
import { lastBatchList } from './last-batches.ts';
import { type OffsetMapMemory, offsetMapMemory } from './offset-map.ts';
import { swapSegments } from './segment-swap.ts';
import { type SourcePlace, type SourceSegment } from './source-reader.ts';
import { NO_TRANSACTIONS_SEEN, type TransactionsSeenState } from './transactions-seen.ts';

export interface CompactionLimits {
  /** Memory for the keys of one pass. */
  readonly mapBytes: number;
  /** The share of that memory that may be taken, below 1. */
  readonly loadFactor: number;
  readonly bufferBytes: number;
  /** Source bytes of one job. */
  readonly pieceBytes: number;
  /** Resolves when so many bytes, read and written, may be followed by more. */
  pace(bytes: number): Promise<void>;
  /** The process ends: the pass is given up at the next opportunity. */
  isStopping(): boolean;
}

export interface CompactionResult {
  /**
   * `done` up to `endOffset` · `stopped`: the log changed under it, or the process ends · `no-room`: the
   * disk is full · `damaged`: the log cannot be compacted · `failed`: its disk failed, the owner knows
   */
  readonly outcome: 'done' | 'stopped' | 'no-room' | 'damaged' | 'failed';
  /** What is wrong, where something is. */
  readonly problem: unknown;
  readonly stats: CompactionStats;
}

export interface CompactionStats {
  /** Exclusive: everything below is compacted. */
  endOffset: number;
  /** Of the segments that were read, and of what took their places. */
  sourceBytes: number;
  outputBytes: number;
  bytesRead: number;
  bytesWritten: number;
  messagesRead: number;
  messagesKept: number;
  messagesWithoutKey: number;
  /** The share of the map's memory that was taken. */
  mapUtilization: number;
  swapCount: number;
}

/** A damaged source. */
class CannotCompact extends Error {
  override readonly name = 'CannotCompact';
}

/** What was being compacted is no longer what it was. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

interface Keys {
  readonly map: OffsetMapMemory;
  readonly keyCount: number;
  readonly latestOffset: number;
}

interface CopiedGroup {
  readonly output: CleanedSegmentState;
  /** Something is not as it was in the sources. */
  readonly isChanged: boolean;
}

export class LogCompaction {
  readonly #state: LogState;
  readonly #plan: CompactionPlan;
  readonly #limits: CompactionLimits;
  readonly #flush: () => Promise<void>;
  readonly #truncationCount: number;
  readonly #nowMs: number;
  readonly #stats: CompactionStats;
  #transactions: TransactionsSeenState = NO_TRANSACTIONS_SEEN;

  /** @param flush  makes all that is visible now survive power loss */
  constructor(
    state: LogState,
    plan: CompactionPlan,
    limits: CompactionLimits,
    flush: () => Promise<void>,
  ) {
    this.#state = state;
    this.#plan = plan;
    this.#limits = limits;
    this.#flush = flush;
    this.#truncationCount = state.truncationCount;
    this.#nowMs = state.nowMs();
    this.#stats = {
      endOffset: plan.firstDirtyOffset,
      sourceBytes: 0,
      outputBytes: 0,
      bytesRead: 0,
      bytesWritten: 0,
      messagesRead: 0,
      messagesKept: 0,
      messagesWithoutKey: 0,
      mapUtilization: 0,
      swapCount: 0,
    };
  }

  /** Never rejects. */
  async run(): Promise<CompactionResult> {
    try {
      await this.#run();
      return { outcome: 'done', problem: undefined, stats: this.#stats };
    } catch (error) {
      return { outcome: this.#outcomeOf(error), problem: error, stats: this.#stats };
    }
  }

  async #run(): Promise<void> {
    // A marker that is lost would leave a transaction undecided whose records have replaced others.
    await this.#flush();
    const keys = await this.#mapKeys();
    const endOffset = keys.latestOffset + 1;
    const { segments, config } = this.#state;
    const sources = segments.all().filter((segment) => segment.baseOffset < endOffset);
    const lastEnd = segments.at(sources.length)?.baseOffset ?? endOffset;
    let nextSlot = 0;
    for (const group of groupSegments(sources, lastEnd, config.segmentBytes)) {
      nextSlot += group.length;
      await this.#compactGroup(group, sources[nextSlot]?.baseOffset ?? lastEnd, keys);
    }
    this.#checkCurrent();
    this.#state.firstDirtyOffset = endOffset;
    this.#stats.endOffset = endOffset;
  }

  // ---- Keys ----------------------------------------------------------------------------------------

  async #mapKeys(): Promise<Keys> {
    const { firstDirtyOffset, upperOffset } = this.#plan;
    const { mapBytes, loadFactor, pieceBytes, bufferBytes } = this.#limits;
    const { segments } = this.#state;
    const dirty = segments
      .all()
      .slice(
        Math.max(0, segments.slotOf(firstDirtyOffset)),
        Math.max(0, segments.slotOf(upperOffset)),
      );
    const sources = dirty.map(sourceOf);
    // Each record has an offset of its own, so there are no more keys than offsets.
    const map = offsetMapMemory(upperOffset - firstDirtyOffset, mapBytes, loadFactor);
    const aborted = abortedList(abortedTransactions(segments, firstDirtyOffset, upperOffset));
    let place: SourcePlace = {
      slot: 0,
      position: dirty[0]?.offsetIndex.lookup(firstDirtyOffset) ?? 0,
    };
    let transactions = NO_TRANSACTIONS_SEEN;
    let keyCount = 0;
    let latestOffset = firstDirtyOffset - 1;
    let piece: MapKeysOutput;
    do {
      this.#checkCurrent();
      piece = await this.#runJob(
        mapKeysJob({
          sources,
          from: place,
          pieceBytes,
          bufferBytes,
          map,
          keyCount,
          aborted,
          transactions,
          firstDirtyOffset,
        }),
        dirty,
      );
      ({ place, transactions, keyCount } = piece);
      const { baseOffset } = sources[place.slot] ?? { baseOffset: upperOffset };
      latestOffset = Math.max(latestOffset, piece.latestOffset, baseOffset - 1);
      await this.#account(piece.bytesRead, 0);
    } while (!piece.isAtEnd && !piece.isFull);
    // Behind its last batch a segment may have lost records to an earlier pass.
    if (piece.isAtEnd) latestOffset = upperOffset - 1;
    this.#stats.mapUtilization = keyCount / map.slotCount;
    if (latestOffset < firstDirtyOffset) {
      throw new CannotCompact(
        `the batch at offset ${firstDirtyOffset} or behind it has more keys than log.cleaner.dedupe.buffer.size ` +
          `takes: ${map.maxKeys}`,
      );
    }
    return { map, keyCount, latestOffset };
  }

  // ---- Segments ------------------------------------------------------------------------------------

  /** @param endOffset  where the last of them ends */
  async #compactGroup(group: LogSegment[], endOffset: number, keys: Keys): Promise<void> {
    const { isChanged, output } = await this.#copyRecords(group, endOffset, keys);
    this.#stats.outputBytes += output.sizes.log;
    for (const source of group) this.#stats.sourceBytes += source.sizeInBytes;
    if (isChanged || group.length > 1) await this.#swap(group, output);
    else await this.#removeOutput(group);
  }

  async #swap(group: readonly LogSegment[], output: CleanedSegmentState): Promise<void> {
    const isCurrent = (): boolean => this.#isCurrent && this.#areTogether(group);
    let isSwapped: boolean;
    try {
      isSwapped = await swapSegments(this.#state, group, output, isCurrent);
    } catch (error) {
      // Half of the names may have changed: only the next start can tell what counts.
      this.#state.diskFailed(error);
      throw error;
    }
    if (!isSwapped) {
      await this.#removeOutput(group);
      throw new Overtaken();
    }
    this.#stats.swapCount++;
  }

  async #removeOutput(group: readonly LogSegment[]): Promise<void> {
    const { folder, options } = this.#state;
    await removeCleaned(options.resources.platform.disk, folder, group[0]?.baseOffset ?? 0);
  }

  async #copyRecords(
    group: readonly LogSegment[],
    endOffset: number,
    keys: Keys,
  ): Promise<CopiedGroup> {
    try {
      return await this.#copyPieces(group, endOffset, keys);
    } catch (error) {
      await this.#removeOutput(group);
      throw error;
    }
  }

  async #copyPieces(
    group: readonly LogSegment[],
    endOffset: number,
    keys: Keys,
  ): Promise<CopiedGroup> {
    const state = this.#state;
    const { pieceBytes, bufferBytes } = this.#limits;
    const first = group[0] as LogSegment; // groups are never empty
    const sources = group.map(sourceOf);
    const { upperOffset } = this.#plan;
    this.#checkCurrent();
    // The whole range of the sources: their index of aborted transactions is written anew (KAFKA-13727).
    const aborted = abortedList(abortedTransactions(state.segments, first.baseOffset, endOffset));
    const lastBatches = lastBatchList(state.producerStates, endOffset);
    let place: SourcePlace = { slot: 0, position: 0 };
    let output: CleanedSegmentState | undefined;
    let isChanged = false;
    for (;;) {
      const piece: CopyRecordsOutput = await this.#runJob(
        copyRecordsJob({
          folder: state.folder,
          baseOffset: first.baseOffset,
          sources,
          from: place,
          pieceBytes,
          bufferBytes,
          map: keys.map,
          keyCount: keys.keyCount,
          aborted,
          transactions: this.#transactions,
          indexIntervalBytes: state.config.indexIntervalBytes,
          rules: {
            nowMs: this.#nowMs,
            deleteRetentionMs: state.config.deleteRetentionMs,
            latestOffset: keys.latestOffset,
            upperOffset,
          },
          lastBatches,
          output,
        }),
        group,
      );
      ({ place, output } = piece);
      this.#transactions = piece.transactions;
      isChanged ||= piece.isChanged;
      const { counts } = piece;
      this.#stats.messagesRead += counts.messagesRead;
      this.#stats.messagesKept += counts.messagesKept;
      this.#stats.messagesWithoutKey += counts.messagesWithoutKey;
      await this.#account(piece.bytesRead, piece.bytesWritten);
      if (piece.isAtEnd) return { output, isChanged };
      this.#checkCurrent();
    }
  }

  // ---- Both ----------------------------------------------------------------------------------------

  async #runJob<T extends { readonly damage: string | undefined }>(
    job: Job<T>,
    sources: readonly LogSegment[],
  ): Promise<T> {
    let piece: T;
    try {
      piece = await this.#state.options.resources.platform.cpu.run(job);
    } catch (error) {
      // Deleted under the job: what it did not find is no failure of the disk.
      if (!this.#isCurrent || sources.some((source) => source.isDeleted)) throw new Overtaken();
      throw error;
    }
    if (piece.damage !== undefined) throw new CannotCompact(piece.damage);
    return piece;
  }

  async #account(bytesRead: number, bytesWritten: number): Promise<void> {
    this.#stats.bytesRead += bytesRead;
    this.#stats.bytesWritten += bytesWritten;
    await this.#limits.pace(bytesRead + bytesWritten);
  }

  #outcomeOf(error: unknown): CompactionResult['outcome'] {
    if (error instanceof Overtaken) return 'stopped';
    if (error instanceof CannotCompact) return 'damaged';
    if (this.#state.isDead) return 'failed';
    if (this.#state.isAbandoned) return 'stopped';
    // The log itself is whole; there is room again once retention has run, or somebody has cleaned up.
    if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')) return 'no-room';
    // A fault of ours, or the end of a worker: the log is whole, but a second try would end the same.
    if (!isDiskError(error)) return 'damaged';
    this.#state.diskFailed(error);
    return 'failed';
  }

  get #isCurrent(): boolean {
    const state = this.#state;
    return (
      state.canAppend &&
      state.truncationCount === this.#truncationCount &&
      !this.#limits.isStopping()
    );
  }

  #checkCurrent(): void {
    if (!this.#isCurrent) throw new Overtaken();
  }

  /** Retention may have taken some of them. */
  #areTogether(group: readonly LogSegment[]): boolean {
    const { segments } = this.#state;
    const slot = segments.slotOf(group[0]?.baseOffset ?? -1);
    return group.every((segment, n) => segments.at(slot + n) === segment);
  }
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

function sourceOf(segment: LogSegment): SourceSegment {
  const { baseOffset, writtenBytes } = segment;
  return { path: segment.log.path, baseOffset, sizeInBytes: writtenBytes };
}
