// Loading a log from its folder. After a clean stop nothing is scanned; after another one everything
// from the recovery point on is checked, a torn end cut, and indexes, epochs and producer state rebuilt.

import { type BatchCursor, CURRENT_MAGIC } from '@samsa/protocol';
import { join } from '../files/paths.ts';
import { BatchHeaders, DamagedLog, scanBatches } from './batch-headers.ts';
import { LEADER_EPOCH_FILE, readLeaderEpochs } from '../checkpoints/leader-epoch-checkpoint.ts';
import { decodeProducerSnapshot } from '../producers/producer-snapshot.ts';
import { hasCode, readFileBytes, removeFile, writeFileSafely } from '../files/atomic-file.ts';
import { isLegacyCrcValid } from './legacy-checksum.ts';
import { LeaderEpochCache } from './leader-epoch-cache.ts';
import { LogFile } from '../files/open-files.ts';
import {
  CLEANED_SUFFIX,
  DELETED_SUFFIX,
  LOG_SUFFIX,
  OFFSET_INDEX_SUFFIX,
  offsetName,
  offsetOfName,
  PRODUCER_SNAPSHOT_SUFFIX,
  SWAP_SUFFIX,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
} from '../files/log-names.ts';
import { type LogCheckpoints, type LogOptions } from './log-options.ts';
import { LogSegment } from './log-segment.ts';
import { ProducerStates } from '../producers/producer-states.ts';
import { replayBatch } from '../producers/replay-batch.ts';
import {
  formatPartitionMetadata,
  PARTITION_METADATA_FILE,
  readPartitionMetadata,
} from '../checkpoints/partition-metadata.ts';
import { SegmentList } from './segment-list.ts';

/** What the folder of a log holds, in memory. */
export interface LoadedLog {
  readonly segments: SegmentList;
  readonly logStartOffset: number;
  readonly logEndOffset: number;
  readonly recoveryPoint: number;
  readonly firstDirtyOffset: number;
  readonly leaderEpochs: LeaderEpochCache;
  /** The version of the epochs that is in the checkpoint; −1 for none. */
  readonly epochVersionOnDisk: number;
  readonly producerStates: ProducerStates;
  /** A snapshot that no segment begins at: the one of a clean stop. */
  readonly looseSnapshot: LogFile | undefined;
}

export function emptyLog(startOffset: number): LoadedLog {
  return {
    segments: new SegmentList(),
    logStartOffset: startOffset,
    logEndOffset: startOffset,
    recoveryPoint: startOffset,
    firstDirtyOffset: startOffset,
    leaderEpochs: new LeaderEpochCache(),
    epochVersionOnDisk: -1,
    producerStates: new ProducerStates(),
    looseSnapshot: undefined,
  };
}

export async function loadLog(
  options: LogOptions,
  folder: string,
  checkpoints: LogCheckpoints,
): Promise<LoadedLog> {
  const loader = new LogLoader(options, folder, checkpoints);
  return loader.load();
}

class LogLoader {
  readonly #options: LogOptions;
  readonly #folder: string;
  readonly #checkpoints: LogCheckpoints;
  readonly #segments = new SegmentList();
  readonly #leaderEpochs = new LeaderEpochCache();
  readonly #producers = new ProducerStates();
  #names: Set<string> = new Set();
  #logEndOffset = 0;
  #epochVersionOnDisk = -1;

  constructor(options: LogOptions, folder: string, checkpoints: LogCheckpoints) {
    this.#options = options;
    this.#folder = folder;
    this.#checkpoints = checkpoints;
  }

  async load(): Promise<LoadedLog> {
    this.#names = new Set(await this.#disk.list(this.#folder));
    await this.#finishReplacements();
    await this.#removeOrphans();
    await this.#writeMissingMetadata();
    await this.#openSegments();
    await this.#loadEpochs();
    const firstUnchecked = await this.#firstUncheckedSlot();
    await this.#loadProducersBefore(firstUnchecked);
    if (firstUnchecked < this.#segments.length) await this.#recoverFrom(firstUnchecked);
    let logStartOffset = Math.max(
      this.#checkpoints.logStartOffset,
      this.#segments.first?.baseOffset ?? 0,
    );
    if (this.#segments.length === 0) this.#logEndOffset = logStartOffset;
    if (this.#logEndOffset < logStartOffset) {
      // Everything the log may still show is gone: it goes on where it should begin.
      this.#warn('a log ended below its start offset', { logEndOffset: this.#logEndOffset });
      await this.#discardAll();
      this.#logEndOffset = logStartOffset;
    }
    logStartOffset = Math.max(logStartOffset, 0);
    this.#leaderEpochs.truncateFromEnd(this.#logEndOffset);
    this.#leaderEpochs.truncateFromStart(logStartOffset);
    const looseSnapshot = await this.#removeStraySnapshots();
    return {
      segments: this.#segments,
      logStartOffset,
      logEndOffset: this.#logEndOffset,
      recoveryPoint: this.#checkpoints.isClean
        ? this.#logEndOffset
        : Math.min(this.#checkpoints.recoveryPoint, this.#logEndOffset),
      firstDirtyOffset: this.#checkpoints.firstDirtyOffset ?? 0,
      leaderEpochs: this.#leaderEpochs,
      epochVersionOnDisk: this.#epochVersionOnDisk,
      producerStates: this.#producers,
      looseSnapshot,
    };
  }

  get #disk() {
    return this.#options.resources.platform.disk;
  }

  // ---- What a crash may have left ------------------------------------------------------------------

  /**
   * Compaction writes `.cleaned` files, renames all of them to `.swap` once complete, then takes the
   * sources out. A `.cleaned` file means that its set is not complete, so its sources still count; a
   * set of `.swap` alone is complete and replaces them.
   */
  async #finishReplacements(): Promise<void> {
    const cleaned = [...this.#names].filter((name) => name.endsWith(CLEANED_SUFFIX));
    const firstIncomplete = Math.min(...cleaned.map((name) => offsetOfName(name) ?? Infinity));
    for (const name of this.#names) {
      const isLeftover = name.endsWith(DELETED_SUFFIX) || name.endsWith(CLEANED_SUFFIX);
      const isIncomplete =
        name.endsWith(SWAP_SUFFIX) && (offsetOfName(name) ?? 0) >= firstIncomplete;
      if (isLeftover || isIncomplete) await this.#remove(name);
    }
    const swapped = [...this.#names]
      .filter((name) => name.endsWith(LOG_SUFFIX + SWAP_SUFFIX))
      .sort();
    for (const name of swapped) await this.#replaceSourcesOf(name);
    for (const name of this.#names) {
      if (name.endsWith(SWAP_SUFFIX)) await this.#rename(name, name.slice(0, -SWAP_SUFFIX.length));
    }
  }

  /** Removes the segments whose records the replacement holds, up to its last offset. */
  async #replaceSourcesOf(swapName: string): Promise<void> {
    const { openFiles } = this.#options.resources;
    const path = join(this.#folder, swapName);
    const { size } = await this.#disk.stat(path);
    const log = new LogFile(openFiles, path, true);
    const baseOffset = offsetOfName(swapName) ?? 0;
    let endOffset = baseOffset;
    await scanBatches(log, 0, size, (batch) => {
      endOffset = batch.nextOffset;
      return undefined;
    });
    log.closeNow();
    for (const name of this.#names) {
      const offset = offsetOfName(name);
      const isReplaced =
        offset !== undefined &&
        offset >= baseOffset &&
        (offset < endOffset || offset === baseOffset) &&
        !name.endsWith(SWAP_SUFFIX) &&
        !name.endsWith(PRODUCER_SNAPSHOT_SUFFIX);
      if (isReplaced) await this.#remove(name);
    }
  }

  /** Index files whose segment is gone. */
  async #removeOrphans(): Promise<void> {
    for (const name of this.#names) {
      const isIndex =
        name.endsWith(OFFSET_INDEX_SUFFIX) ||
        name.endsWith(TIME_INDEX_SUFFIX) ||
        name.endsWith(TRANSACTION_INDEX_SUFFIX);
      const offset = offsetOfName(name);
      if (!isIndex || offset === undefined) continue;
      if (!this.#names.has(offsetName(offset, LOG_SUFFIX))) await this.#remove(name);
    }
  }

  async #writeMissingMetadata(): Promise<void> {
    if ((await readPartitionMetadata(this.#disk, this.#folder)) !== undefined) return;
    const path = join(this.#folder, PARTITION_METADATA_FILE);
    await writeFileSafely(this.#disk, path, formatPartitionMetadata(this.#options.topicId));
  }

  // ---- Segments --------------------------------------------------------------------------------

  async #openSegments(): Promise<void> {
    const names = [...this.#names].filter((name) => /^\d{20}\.log$/.test(name)).sort();
    for (const name of names) {
      const baseOffset = offsetOfName(name) ?? 0;
      const { size, modifiedMs } = await this.#disk.stat(join(this.#folder, name));
      const has = (suffix: string): boolean => this.#names.has(offsetName(baseOffset, suffix));
      const files = {
        offsetIndex: has(OFFSET_INDEX_SUFFIX),
        timeIndex: has(TIME_INDEX_SUFFIX),
        transactionIndex: has(TRANSACTION_INDEX_SUFFIX),
        snapshot: has(PRODUCER_SNAPSHOT_SUFFIX),
      };
      this.#segments.add(
        LogSegment.existing(
          this.#options.resources,
          this.#folder,
          baseOffset,
          files,
          size,
          modifiedMs,
          this.#checkpoints.isClean,
        ),
      );
    }
  }

  async #loadEpochs(): Promise<void> {
    const entries = await readLeaderEpochs(this.#disk, join(this.#folder, LEADER_EPOCH_FILE));
    for (const { epoch, startOffset } of entries) this.#leaderEpochs.assign(epoch, startOffset);
    if (entries.length > 0) this.#epochVersionOnDisk = this.#leaderEpochs.version;
  }

  /** The first segment whose content is not known to be good; the number of segments for none. */
  async #firstUncheckedSlot(): Promise<number> {
    const count = this.#segments.length;
    if (count === 0) return 0;
    const withoutIndex = this.#segments.all().findIndex((segment) => !segment.hasIndexFiles);
    if (!this.#checkpoints.isClean || withoutIndex >= 0) {
      // With the segment of the last durable record: its indexes were not written yet when that was.
      const slot = this.#checkpoints.isClean
        ? withoutIndex
        : Math.max(0, this.#segments.slotOf(this.#checkpoints.recoveryPoint - 1));
      return withoutIndex < 0 ? slot : Math.min(slot, withoutIndex);
    }
    try {
      const active = this.#segments.active as LogSegment; // count > 0
      await active.warmIndexes();
      const block = new Uint8Array(this.#options.resources.headerBlock.length);
      await active.log.use((file) => file.read(block, active.offsetIndex.lastPosition));
      const end = endOffsetByIndex(active, this.#options.resources.headerBlock);
      // Its own close may have failed although the folder was marked.
      if (end.lastEpoch > this.#leaderEpochs.latestEpoch) return count - 1;
      this.#logEndOffset = end.endOffset;
      return count;
    } catch (error) {
      if (!(error instanceof DamagedLog)) throw error;
      // Called clean, but it is not: somebody else wrote, or the disk lost something.
      this.#warn('a log is damaged after a clean stop', { error });
      return count - 1;
    }
  }

  // ---- Producer state --------------------------------------------------------------------------

  /** The state as of the first unchecked segment, or of the end of the log where all are good. */
  async #loadProducersBefore(firstUnchecked: number): Promise<void> {
    const end = this.#segments.at(firstUnchecked)?.baseOffset ?? this.#logEndOffset;
    const from = await loadNewestSnapshot(
      this.#options,
      this.#folder,
      this.#names,
      this.#producers,
      end,
    );
    await replayProducers(this.#segments, this.#producers, from, end);
  }

  // ---- After an unclean stop -------------------------------------------------------------------

  async #recoverFrom(firstSlot: number): Promise<void> {
    const first = this.#segments.at(firstSlot) as LogSegment; // the caller's condition
    this.#leaderEpochs.truncateFromEnd(first.baseOffset);
    this.#logEndOffset = first.baseOffset;
    for (let slot = firstSlot; slot < this.#segments.length; slot++) {
      const segment = this.#segments.at(slot) as LogSegment; // in range
      if (this.#isGapBefore(segment)) {
        await this.#cutFrom(slot, segment, 'the segment before it is gone');
        return;
      }
      this.#logEndOffset = Math.max(this.#logEndOffset, segment.baseOffset);
      const problem = await this.#recoverSegment(segment);
      if (problem !== undefined) {
        await this.#cutFrom(slot + 1, segment, problem);
        return;
      }
    }
  }

  /**
   * A power loss may take the name of a segment whose successor's name is on disk already. Compaction
   * makes gaps, too, below a recovery point that is on the disk; that of another broker may be older.
   */
  #isGapBefore(segment: LogSegment): boolean {
    const isGap = segment.baseOffset > this.#logEndOffset;
    const isUnsynced = segment.baseOffset > this.#checkpoints.recoveryPoint;
    return isGap && isUnsynced && !this.#options.config.isCompacted;
  }

  async #cutFrom(slot: number, segment: LogSegment, problem: string): Promise<void> {
    this.#options.resources.platform.mark('recovery.torn_tail');
    this.#warn('the end of a log was cut', {
      segment: segment.baseOffset,
      position: segment.sizeInBytes,
      problem,
    });
    await this.#discard(this.#segments.all().slice(slot));
  }

  /** Checks each batch and rebuilds what is known about them. The problem at which the rest was cut. */
  async #recoverSegment(segment: LogSegment): Promise<string | undefined> {
    const fileBytes = segment.sizeInBytes;
    segment.resetIndexes();
    segment.sizeInBytes = 0;
    segment.writtenBytes = 0;
    const end = await scanBatches(segment.log, 0, fileBytes, (batch) => {
      const problem = this.#problemOf(batch, segment);
      if (problem !== undefined) return problem;
      this.#recoverBatch(batch, segment);
      return undefined;
    });
    segment.writtenBytes = segment.sizeInBytes;
    if (end.position < fileBytes) segment.log.now().truncateNow(end.position);
    // A segment that has a successor grows no more.
    if (segment !== this.#segments.active) segment.closeForAppends();
    return end.problem;
  }

  #problemOf(batch: BatchCursor, segment: LogSegment): string | undefined {
    if (batch.baseOffset < segment.baseOffset || batch.baseOffset < this.#logEndOffset) {
      return `offset ${batch.baseOffset} where ${this.#logEndOffset} is next`;
    }
    if (batch.magic !== CURRENT_MAGIC) {
      // Zeros where a magic was look like the oldest format.
      return isLegacyCrcValid(batch) ? undefined : 'a wrong checksum';
    }
    if (batch.lastOffsetDelta < 0) return 'a negative offset delta';
    const epoch = batch.partitionLeaderEpoch;
    if (epoch >= 0 && epoch < this.#leaderEpochs.latestEpoch) {
      // Left from before a truncation that a power loss took back, behind what was written after it.
      return `epoch ${epoch} after epoch ${this.#leaderEpochs.latestEpoch}`;
    }
    const { crc32c } = this.#options.resources;
    return batch.isCrcValid(crc32c) ? undefined : 'a wrong checksum';
  }

  #recoverBatch(batch: BatchCursor, segment: LogSegment): void {
    const { lastOffset } = batch;
    const isCurrent = batch.magic === CURRENT_MAGIC;
    segment.grew(batch, lastOffset, isCurrent ? batch.maxTimestamp : -1, this.#options.config);
    this.#logEndOffset = lastOffset + 1;
    if (!isCurrent) return;
    const epoch = batch.partitionLeaderEpoch;
    if (epoch > this.#leaderEpochs.latestEpoch) this.#leaderEpochs.assign(epoch, batch.baseOffset);
    const aborted = replayBatch(this.#producers, batch);
    if (aborted !== undefined) segment.transactionIndex.append(aborted);
  }

  // ---- Removing --------------------------------------------------------------------------------

  async #discardAll(): Promise<void> {
    await this.#discard(this.#segments.all());
    this.#leaderEpochs.clear();
    this.#producers.clear();
  }

  async #discard(segments: readonly LogSegment[]): Promise<void> {
    this.#segments.remove(segments);
    for (const segment of segments) {
      segment.closeFiles();
      for (const path of segment.paths()) {
        await removeFile(this.#disk, path);
        this.#names.delete(path.slice(this.#folder.length + 1));
      }
    }
  }

  /** Keeps the snapshots at which a segment begins, and the newest one; others describe no place. */
  async #removeStraySnapshots(): Promise<LogFile | undefined> {
    const bases = new Set(this.#segments.all().map((segment) => segment.baseOffset));
    const loose: number[] = [];
    for (const name of this.#names) {
      const offset = name.endsWith(PRODUCER_SNAPSHOT_SUFFIX) ? offsetOfName(name) : undefined;
      if (offset !== undefined && !bases.has(offset)) loose.push(offset);
    }
    loose.sort((a, b) => b - a);
    let kept: LogFile | undefined;
    for (const offset of loose) {
      const name = offsetName(offset, PRODUCER_SNAPSHOT_SUFFIX);
      if (kept === undefined && offset <= this.#logEndOffset) {
        kept = new LogFile(this.#options.resources.openFiles, join(this.#folder, name), true);
      } else {
        await this.#remove(name);
      }
    }
    return kept;
  }

  async #remove(name: string): Promise<void> {
    await removeFile(this.#disk, join(this.#folder, name));
    this.#names.delete(name);
  }

  async #rename(from: string, to: string): Promise<void> {
    await this.#disk.rename(join(this.#folder, from), join(this.#folder, to));
    this.#names.delete(from);
    this.#names.add(to);
  }

  #warn(event: string, fields: Readonly<Record<string, unknown>>): void {
    const { topic, partition, resources } = this.#options;
    resources.platform.log('warn', event, { topic, partition, ...fields });
  }
}

/**
 * Where a complete segment ends, and the epoch of its last batch (−1 where that cannot be said), found
 * from the last index entry on. The segment learns the largest timestamp behind that entry.
 *
 * @throws DamagedLog where the last bytes are no batch
 */
export function endOffsetByIndex(
  segment: LogSegment,
  block: Uint8Array,
): { readonly endOffset: number; readonly lastEpoch: number } {
  const from = segment.offsetIndex.lastPosition;
  if (from > segment.writtenBytes) {
    throw new DamagedLog(`${segment.log.path} is shorter than its index says`);
  }
  const headers = new BatchHeaders(segment.log, from, segment.writtenBytes, block);
  let endOffset = segment.baseOffset;
  let lastEpoch = -1;
  while (headers.next()) {
    const { lastOffset, magic, maxTimestamp } = headers.cursor;
    endOffset = lastOffset + 1;
    if (magic !== CURRENT_MAGIC) continue;
    segment.sawTimestamp(maxTimestamp, lastOffset);
    lastEpoch = headers.cursor.partitionLeaderEpoch;
  }
  return { endOffset, lastEpoch };
}

/**
 * Loads the newest good snapshot at or below `end` into an empty state. The offset it stands for; 0
 * where there is none and the log must be read from its beginning.
 */
export async function loadNewestSnapshot(
  options: LogOptions,
  folder: string,
  names: Iterable<string>,
  producers: ProducerStates,
  end: number,
): Promise<number> {
  const { platform } = options.resources;
  const offsets: number[] = [];
  for (const name of names) {
    const offset = name.endsWith(PRODUCER_SNAPSHOT_SUFFIX) ? offsetOfName(name) : undefined;
    if (offset !== undefined && offset <= end) offsets.push(offset);
  }
  offsets.sort((a, b) => b - a);
  for (const offset of offsets) {
    const path = join(folder, offsetName(offset, PRODUCER_SNAPSHOT_SUFFIX));
    const bytes = await readFileBytes(platform.disk, path);
    const loaded = bytes === undefined ? undefined : decodeProducerSnapshot(bytes);
    if (loaded === undefined) {
      // Torn by a crash while it was written: an older one and more of the log give the same state.
      platform.log('warn', 'a producer snapshot is damaged', { path });
      continue;
    }
    const nowMs = platform.clock.nowMs();
    const expirationMs = options.config.producerIdExpirationMs;
    producers.load(loaded.filter((each) => !producers.isExpired(each, nowMs, expirationMs)));
    return offset;
  }
  return 0;
}

/** Applies the batches of [from, end) to the producer state. */
export async function replayProducers(
  segments: SegmentList,
  producers: ProducerStates,
  from: number,
  end: number,
): Promise<void> {
  for (const segment of segments.all().slice(Math.max(0, segments.slotOf(from)))) {
    if (segment.baseOffset >= end || from >= end) return;
    await segment.warmIndexes();
    const start = segment.offsetIndex.lookup(from);
    const walked = await scanBatches(segment.log, start, segment.writtenBytes, (batch) => {
      if (batch.baseOffset >= end) return true;
      if (batch.baseOffset >= from && batch.magic === CURRENT_MAGIC) replayBatch(producers, batch);
      return undefined;
    });
    if (walked.problem !== undefined) {
      throw new DamagedLog(`${segment.log.path} at ${walked.position}: ${walked.problem}`);
    }
  }
}

/** Whether the error says that there is no folder. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}
