// LogSegment: one file of batches with its indexes, all named after the offset they begin at.

import { type DiskLane, type Platform } from '@samsa/common';
import { type BatchCursor } from '@samsa/protocol';
import {
  DELETED_SUFFIX,
  LOG_SUFFIX,
  OFFSET_INDEX_SUFFIX,
  offsetName,
  PRODUCER_SNAPSHOT_SUFFIX,
  TIME_INDEX_SUFFIX,
  TRANSACTION_INDEX_SUFFIX,
} from '../files/log-names.ts';
import { LogFile } from '../files/open-files.ts';
import { join } from '../files/paths.ts';
import { type LogResources } from '../log-resources.ts';
import { type EntryFile } from '../indexes/entry-file.ts';
import { OFFSET_ENTRY_BYTES, OffsetIndex } from '../indexes/offset-index.ts';
import { TIME_ENTRY_BYTES, TimeIndex } from '../indexes/time-index.ts';
import { TRANSACTION_ENTRY_BYTES, TransactionIndex } from '../indexes/transaction-index.ts';
import { type LogConfig } from '../configs/log-config.ts';

/** Offsets in indexes are relative and 32 bits wide. */
export const MAX_RELATIVE_OFFSET = 2 ** 31 - 1;

/** Which files of a segment are on disk when a log is opened. */
export interface SegmentFiles {
  readonly offsetIndex: boolean;
  readonly timeIndex: boolean;
  readonly transactionIndex: boolean;
  readonly snapshot: boolean;
}

const NO_FILES: SegmentFiles = {
  offsetIndex: false,
  timeIndex: false,
  transactionIndex: false,
  snapshot: false,
};

export class LogSegment {
  readonly baseOffset: number;
  readonly log: LogFile;
  /** The producer state as of `baseOffset`, written when the segment before this one closed. */
  readonly snapshot: LogFile;
  readonly #resources: LogResources;
  readonly #offsetIndexFile: LogFile;
  readonly #timeIndexFile: LogFile;
  readonly #transactionIndexFile: LogFile;
  #offsetIndex: OffsetIndex | undefined = undefined;
  #timeIndex: TimeIndex | undefined = undefined;
  #transactionIndex: TransactionIndex | undefined = undefined;

  /** Bytes with a place in the file; those above `writtenBytes` are on their way there. */
  sizeInBytes = 0;
  /** Bytes that may be read. */
  writtenBytes = 0;
  /** False until the file's name has been synced, also where a killed process made it. */
  isNameDurable = false;
  isDeleted = false;
  /** Another segment has taken its place and its producer snapshot. */
  #leavesSnapshot = false;

  /** When it was made, on the wall clock: the age of a segment whose records have no time. */
  createdMs: number;
  /** How much earlier than segment.ms it rolls, so that partitions do not all roll together. */
  rollJitterMs = 0;
  #firstTimestamp: number | undefined = undefined;
  #maxTimestamp: number | undefined = undefined;
  #offsetOfMaxTimestamp = -1;
  #bytesSinceIndexEntry = 0;

  private constructor(
    resources: LogResources,
    folder: string,
    baseOffset: number,
    isNew: boolean,
    files: SegmentFiles,
    createdMs: number,
  ) {
    this.#resources = resources;
    this.baseOffset = baseOffset;
    this.createdMs = createdMs;
    const file = (suffix: string, exists: boolean): LogFile =>
      new LogFile(resources.openFiles, join(folder, offsetName(baseOffset, suffix)), exists);
    this.log = file(LOG_SUFFIX, !isNew);
    this.snapshot = file(PRODUCER_SNAPSHOT_SUFFIX, files.snapshot);
    this.#offsetIndexFile = file(OFFSET_INDEX_SUFFIX, files.offsetIndex);
    this.#timeIndexFile = file(TIME_INDEX_SUFFIX, files.timeIndex);
    this.#transactionIndexFile = file(TRANSACTION_INDEX_SUFFIX, files.transactionIndex);
    if (isNew) this.#maxTimestamp = -1;
  }

  /** Makes the file of a new segment at once: a roll happens inside an append. */
  static createNow(
    resources: LogResources,
    folder: string,
    baseOffset: number,
    config: LogConfig,
    nowMs: number,
  ): LogSegment {
    const segment = new LogSegment(resources, folder, baseOffset, true, NO_FILES, nowMs);
    segment.log.now();
    segment.rollJitterMs = rollJitterMs(resources.platform, config);
    return segment;
  }

  /** A segment that is on disk already. */
  static existing(
    resources: LogResources,
    folder: string,
    baseOffset: number,
    files: SegmentFiles,
    sizeInBytes: number,
    modifiedMs: number,
    isNameDurable: boolean,
  ): LogSegment {
    const segment = new LogSegment(resources, folder, baseOffset, false, files, modifiedMs);
    segment.sizeInBytes = sizeInBytes;
    segment.writtenBytes = sizeInBytes;
    segment.isNameDurable = isNameDurable;
    return segment;
  }

  /**
   * A segment that compaction has written and synced, under names that end in `suffix`. The producer
   * snapshot is that of the segment whose place it takes.
   */
  static cleaned(
    resources: LogResources,
    folder: string,
    source: LogSegment,
    sizeInBytes: number,
    hasAbortedTransactions: boolean,
    createdMs: number,
    suffix: string,
  ): LogSegment {
    const files: SegmentFiles = {
      offsetIndex: true,
      timeIndex: true,
      transactionIndex: hasAbortedTransactions,
      snapshot: source.snapshot.exists,
    };
    const { baseOffset } = source;
    const segment = LogSegment.existing(
      resources,
      folder,
      baseOffset,
      files,
      sizeInBytes,
      createdMs,
      true,
    );
    for (const file of segment.#ownFiles()) file.movedTo(file.path + suffix);
    return segment;
  }

  // ---- Indexes: made when they are first needed, so that opening 10,000 segments opens no index ----

  get offsetIndex(): OffsetIndex {
    return (this.#offsetIndex ??= this.#loadOffsetIndex());
  }

  get timeIndex(): TimeIndex {
    return (this.#timeIndex ??= this.#loadTimeIndex());
  }

  get transactionIndex(): TransactionIndex {
    return (this.#transactionIndex ??= new TransactionIndex(
      this.#transactionIndexFile,
      entriesOnDisk(this.#transactionIndexFile, TRANSACTION_ENTRY_BYTES),
      this.#resources.indexBlock,
    ));
  }

  #loadOffsetIndex(): OffsetIndex {
    const file = this.#offsetIndexFile;
    const count = entriesOnDisk(file, OFFSET_ENTRY_BYTES);
    const index = new OffsetIndex(file, this.baseOffset, count, this.#resources.indexBlock);
    const isPossible = index.lastOffset > this.baseOffset && index.lastPosition < this.sizeInBytes;
    if (count > 0 && !isPossible) this.#distrust(index.entries);
    return count > 0 && !isPossible
      ? new OffsetIndex(file, this.baseOffset, 0, this.#resources.indexBlock)
      : index;
  }

  #loadTimeIndex(): TimeIndex {
    const file = this.#timeIndexFile;
    const count = entriesOnDisk(file, TIME_ENTRY_BYTES);
    const index = new TimeIndex(file, this.baseOffset, count, this.#resources.indexBlock);
    const isPossible = index.lastOffset >= this.baseOffset && index.lastTimestamp >= 0;
    if (count > 0 && !isPossible) this.#distrust(index.entries);
    return count > 0 && !isPossible
      ? new TimeIndex(file, this.baseOffset, 0, this.#resources.indexBlock)
      : index;
  }

  /** A damaged index is emptied: searches begin at the start of the segment then, slow but right. */
  #distrust(entries: EntryFile): void {
    this.#resources.platform.log('warn', 'a damaged index was emptied', {
      path: entries.file.path,
    });
    entries.truncateNow(0);
  }

  /** Both indexes that a complete segment always has are on disk. */
  get hasIndexFiles(): boolean {
    return this.#offsetIndexFile.exists && this.#timeIndexFile.exists;
  }

  /** No aborted transaction lies here, which can be said without opening the index. */
  get hasNoAbortedTransaction(): boolean {
    return this.#transactionIndex === undefined
      ? !this.#transactionIndexFile.exists
      : this.#transactionIndex.count === 0;
  }

  /** The largest record timestamp; −1 where no record has one. */
  get maxTimestamp(): number {
    this.#loadMaxTimestamp();
    return this.#maxTimestamp ?? -1;
  }

  /** The last offset of the batch in which that timestamp was reached; −1 without one. */
  get offsetOfMaxTimestamp(): number {
    this.#loadMaxTimestamp();
    return this.#offsetOfMaxTimestamp;
  }

  /** The time of the first batch; −1 without one. May read the file. */
  get firstTimestamp(): number {
    return this.#firstTimestamp ?? this.#readFirstTimestamp();
  }

  /** What retention by time counts from: record time, else the time of the file. */
  get retentionTimestampMs(): number {
    const timestamp = this.maxTimestamp;
    return timestamp >= 0 ? timestamp : this.createdMs;
  }

  // ---- Growing -----------------------------------------------------------------------------------

  /** Whether a batch belongs into the next segment rather than this one. */
  mustRollFor(
    batchBytes: number,
    lastOffset: number,
    maxTimestamp: number,
    nowMs: number,
    config: LogConfig,
  ): boolean {
    if (lastOffset - this.baseOffset > MAX_RELATIVE_OFFSET) return true;
    if (this.sizeInBytes === 0) return false;
    return (
      this.sizeInBytes > config.segmentBytes - batchBytes ||
      this.#ageMs(maxTimestamp, nowMs) > config.segmentMs - this.rollJitterMs ||
      this.offsetIndex.isFull(config.segmentIndexBytes) ||
      this.timeIndex.isFull(config.segmentIndexBytes)
    );
  }

  /** Takes in a batch that has its place at the end of the segment, with index entries where due. */
  grew(batch: BatchCursor, lastOffset: number, maxTimestamp: number, config: LogConfig): void {
    const position = this.sizeInBytes;
    const size = batch.sizeInBytes;
    if (maxTimestamp > this.maxTimestamp) {
      this.#maxTimestamp = maxTimestamp;
      this.#offsetOfMaxTimestamp = lastOffset;
    }
    if (this.#firstTimestamp === undefined && position === 0) this.#firstTimestamp = maxTimestamp;
    if (this.#bytesSinceIndexEntry > config.indexIntervalBytes) {
      this.offsetIndex.append(lastOffset, position);
      if (this.maxTimestamp >= 0) {
        this.timeIndex.append(this.maxTimestamp, this.#offsetOfMaxTimestamp);
      }
      this.#bytesSinceIndexEntry = 0;
    }
    this.#bytesSinceIndexEntry += size;
    this.sizeInBytes = position + size;
  }

  /** The segment is complete: writes its indexes and frees their memory. */
  closeForAppends(): void {
    if (this.maxTimestamp >= 0)
      this.timeIndex.append(this.maxTimestamp, this.#offsetOfMaxTimestamp);
    this.writeIndexes();
    this.offsetIndex.entries.seal();
    this.timeIndex.entries.seal();
    if (!this.hasNoAbortedTransaction) this.transactionIndex.entries.seal();
  }

  /** Writes what the indexes hold in memory; the two that Kafka always has appear also when empty. */
  writeIndexes(): void {
    this.offsetIndex.entries.writeNow();
    this.timeIndex.entries.writeNow();
    if (!this.#offsetIndexFile.exists) this.#offsetIndexFile.now();
    if (!this.#timeIndexFile.exists) this.#timeIndexFile.now();
    if (!this.hasNoAbortedTransaction) this.transactionIndex.entries.writeNow();
  }

  // ---- Shrinking ---------------------------------------------------------------------------------

  /** Cuts the segment where the batch with this offset begins. */
  truncateNow(offset: number, position: number): void {
    this.offsetIndex.truncateTo(offset);
    this.timeIndex.truncateTo(offset);
    if (!this.hasNoAbortedTransaction) this.transactionIndex.truncateTo(offset);
    this.log.now().truncateNow(position);
    this.sizeInBytes = position;
    this.writtenBytes = position;
    this.#bytesSinceIndexEntry = 0;
    this.#maxTimestamp = undefined; // the last entry of the time index says it again
    if (position === 0) this.#firstTimestamp = undefined;
  }

  /** Empties the indexes before they are rebuilt from the log. */
  resetIndexes(): void {
    if (this.#offsetIndexFile.exists) this.#offsetIndexFile.now().truncateNow(0);
    if (this.#timeIndexFile.exists) this.#timeIndexFile.now().truncateNow(0);
    if (this.#transactionIndexFile.exists) this.#transactionIndexFile.now().truncateNow(0);
    this.#offsetIndex = undefined;
    this.#timeIndex = undefined;
    this.#transactionIndex = undefined;
    this.#bytesSinceIndexEntry = 0;
    this.#maxTimestamp = -1;
    this.#offsetOfMaxTimestamp = -1;
    this.#firstTimestamp = undefined;
  }

  /** Tells a time that was found by reading batches behind the last index entry. */
  sawTimestamp(timestamp: number, lastOffset: number): void {
    if (timestamp <= this.maxTimestamp) return;
    this.#maxTimestamp = timestamp;
    this.#offsetOfMaxTimestamp = lastOffset;
  }

  // ---- Disk --------------------------------------------------------------------------------------

  /** Makes a complete segment survive power loss. */
  async syncAll(lane: DiskLane): Promise<void> {
    for (const file of this.#files()) {
      if (file.exists && !this.isDeleted) await file.sync('all', lane);
    }
  }

  /** Reads the indexes through the pool, so that searching them does not wait for the disk. */
  async warmIndexes(): Promise<void> {
    await this.offsetIndex.entries.warm();
  }

  /**
   * Takes the files out of the log at once; they are removed when the last reader has surely ended.
   *
   * @param keepsSnapshot  another segment with the same base goes on with the producer snapshot
   */
  markDeletedNow(keepsSnapshot = false): void {
    this.isDeleted = true;
    this.closeFiles();
    for (const file of this.#ownFiles()) file.renameNow(file.path + DELETED_SUFFIX);
    if (keepsSnapshot) this.#leavesSnapshot = true;
    else this.snapshot.renameNow(this.snapshot.path + DELETED_SUFFIX);
  }

  /**
   * Renames the files that compaction wrote from one suffix to another.
   *
   * @param order  whether the file of the records goes first or last: it says what the others are for
   */
  changeSuffixNow(from: string, to: string, order: 'log first' | 'log last'): void {
    const files = this.#ownFiles();
    for (const file of order === 'log first' ? files : files.toReversed()) {
      file.renameNow(file.path.slice(0, file.path.length - from.length) + to);
    }
  }

  /** The files that lie on disk. */
  paths(): string[] {
    return this.#files()
      .filter((file) => file.exists)
      .map((file) => file.path);
  }

  closeFiles(): void {
    for (const file of this.#files()) file.closeNow();
  }

  movedTo(folder: string): void {
    for (const file of this.#files()) {
      file.movedTo(join(folder, file.path.slice(file.path.lastIndexOf('/') + 1)));
    }
  }

  #files(): LogFile[] {
    return this.#leavesSnapshot ? this.#ownFiles() : [...this.#ownFiles(), this.snapshot];
  }

  /** Those that compaction writes anew. */
  #ownFiles(): LogFile[] {
    return [this.log, this.#offsetIndexFile, this.#timeIndexFile, this.#transactionIndexFile];
  }

  #ageMs(maxTimestamp: number, nowMs: number): number {
    const first = this.firstTimestamp;
    return first >= 0 ? maxTimestamp - first : nowMs - this.createdMs;
  }

  /** Needed once after a start: the age of a segment counts from its first batch's time. */
  #readFirstTimestamp(): number {
    const header = new Uint8Array(FIRST_TIMESTAMP_END);
    const read = this.log.now().readNow(header, 0);
    const view = new DataView(header.buffer);
    this.#firstTimestamp =
      read < header.length ? -1 : Number(view.getBigInt64(FIRST_TIMESTAMP_END - 8));
    return this.#firstTimestamp;
  }

  #loadMaxTimestamp(): void {
    if (this.#maxTimestamp !== undefined) return;
    this.#maxTimestamp = this.timeIndex.lastTimestamp;
    this.#offsetOfMaxTimestamp = this.#maxTimestamp < 0 ? -1 : this.timeIndex.lastOffset;
  }
}

/** Where maxTimestamp ends in a batch header. */
const FIRST_TIMESTAMP_END = 43;

/**
 * Counts the entries of an index file. Kafka makes the indexes of an active segment large in advance,
 * so after a crash of it they end in zeros; no real entry is all zeros.
 */
function entriesOnDisk(file: LogFile, entryBytes: number): number {
  if (!file.exists) return 0;
  const open = file.now();
  const slots = Math.floor(open.size / entryBytes);
  if (slots === 0 || !isZeroEntry(file, slots - 1, entryBytes)) return slots;
  let low = 0;
  let high = slots - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isZeroEntry(file, middle, entryBytes)) high = middle;
    else low = middle + 1;
  }
  open.truncateNow(low * entryBytes);
  return low;
}

function isZeroEntry(file: LogFile, slot: number, entryBytes: number): boolean {
  const entry = new Uint8Array(entryBytes);
  file.now().readNow(entry, slot * entryBytes);
  return entry.every((byte) => byte === 0);
}

function rollJitterMs(platform: Platform, config: LogConfig): number {
  const limit = Math.min(config.segmentJitterMs, config.segmentMs);
  return limit <= 0 ? 0 : Math.abs(platform.random.int(limit));
}
