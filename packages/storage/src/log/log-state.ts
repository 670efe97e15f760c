// LogState: what the parts of one log share — where it begins and ends, its segments, what is known of
// epochs and producers. The parts that change it are the writer, the flusher and the truncation.

import { type LogConfig } from '../configs/log-config.ts';
import { DeferredDeletion } from '../files/deferred-deletion.ts';
import { partitionFolder } from '../files/log-names.ts';
import { type LogFile } from '../files/open-files.ts';
import { join } from '../files/paths.ts';
import { RecentWrites } from '../memory/page-cache-estimate.ts';
import { LogTail } from '../memory/tail-cache.ts';
import { type ProducerStates } from '../producers/producer-states.ts';
import { type LeaderEpochCache } from './leader-epoch-cache.ts';
import { type LoadedLog } from './log-loader.ts';
import { type LogOptions } from './log-options.ts';
import { LogReader, type ReadableLog } from './log-reader.ts';
import { type LogSegment } from './log-segment.ts';
import { type SegmentList } from './segment-list.ts';

export class LogState implements ReadableLog {
  readonly options: LogOptions;
  readonly segments: SegmentList;
  readonly leaderEpochs: LeaderEpochCache;
  readonly producerStates: ProducerStates;
  readonly tail: LogTail;
  readonly recentWrites: RecentWrites;
  readonly reader: LogReader;
  #deletions: DeferredDeletion | undefined = undefined;
  readonly #reportFailure: (error: unknown) => void;
  /** Called when a segment is complete: it has to become durable, or recovery would read it again. */
  rolled: () => void = () => undefined;

  config: LogConfig;
  folder: string;
  /** The folder is on disk. */
  exists: boolean;
  /** Names of the folder and of partition.metadata survive power loss. */
  isFolderDurable: boolean;
  /** Of the leader epochs; −1 where none is on disk. */
  epochVersionOnDisk: number;
  /** The producer snapshot of a clean stop, until records behind it are cut or a roll takes its name. */
  looseSnapshot: LogFile | undefined;

  isDead = false;
  isClosed = false;
  /** Nobody cares for its files any more: what fails now is no failure of the disk. */
  isAbandoned = false;
  /** Producer state is being read again after a truncation: no append may come in between. */
  isRebuilding = false;
  /** Rises when bytes that somebody may be reading or syncing were cut or moved. */
  truncationCount = 0;
  /** Rises when files leave the log. */
  deletionCount = 0;

  logStartOffset: number;
  /** Everything below is in the page cache at least, and visible. */
  logEndOffset: number;
  /** The next offset to be given; what lies between waits for its write. */
  stagedEndOffset: number;
  /** Everything below survives power loss. Moves only after the sync that makes it true. */
  recoveryPoint: number;
  highWatermark: number;
  /** Where compaction goes on: below, each key stood once when it was last there. */
  firstDirtyOffset: number;
  /** Takes replaced segments' names out of the folder, once; until then a crash would need both. */
  #retire: (() => void) | undefined = undefined;

  constructor(
    options: LogOptions,
    loaded: LoadedLog,
    exists: boolean,
    isFolderDurable: boolean,
    reportFailure: (error: unknown) => void,
  ) {
    const { resources } = options;
    this.options = options;
    this.segments = loaded.segments;
    this.leaderEpochs = loaded.leaderEpochs;
    this.producerStates = loaded.producerStates;
    this.tail = new LogTail(resources.tailCache);
    this.recentWrites = new RecentWrites(resources.pageCache);
    this.reader = new LogReader(this, resources, this.segments, this.tail, this.recentWrites);
    this.#reportFailure = reportFailure;
    this.config = options.config;
    this.folder = join(options.logDir, partitionFolder(options.topic, options.partition));
    this.exists = exists;
    this.isFolderDurable = isFolderDurable;
    this.epochVersionOnDisk = loaded.epochVersionOnDisk;
    this.looseSnapshot = loaded.looseSnapshot;
    this.logStartOffset = loaded.logStartOffset;
    this.logEndOffset = loaded.logEndOffset;
    this.stagedEndOffset = loaded.logEndOffset;
    this.recoveryPoint = loaded.recoveryPoint;
    this.highWatermark = loaded.logStartOffset;
    this.firstDirtyOffset = loaded.firstDirtyOffset;
  }

  get isReadable(): boolean {
    return !this.isDead && !this.isClosed;
  }

  get canAppend(): boolean {
    return !this.isDead && !this.isClosed && !this.isRebuilding;
  }

  /** Where read_committed stops: no transaction below it is undecided. */
  get lastStableOffset(): number {
    const { producerStates, highWatermark, logStartOffset } = this;
    const firstUnstable = producerStates.firstUnstableOffset;
    if (firstUnstable === undefined) return highWatermark;
    return Math.max(logStartOffset, Math.min(firstUnstable, highWatermark));
  }

  nowMs(): number {
    return this.options.resources.platform.clock.nowMs();
  }

  mark(site: string): void {
    this.options.resources.platform.mark(site);
  }

  /** Nothing that comes after a failed write may be believed, so the log ends here for this process. */
  diskFailed(error: unknown): void {
    if (this.isDead) return;
    this.isDead = true;
    this.truncationCount++;
    this.#cutUnwritten();
    this.tail.drop();
    this.#deletions?.cancelAll();
    if (!this.isAbandoned) this.#reportFailure(error);
  }

  #cutUnwritten(): void {
    const segment = this.segments.active;
    if (segment === undefined || !segment.log.exists) return;
    try {
      segment.log.now().truncateNow(segment.writtenBytes);
    } catch (error) {
      // The disk is failing anyway; recovery cuts what is incomplete at the next start.
      this.options.resources.platform.log('warn', 'the end of a dead log could not be cut', {
        path: segment.log.path,
        error,
      });
    }
  }

  /** Takes segments out of the log at once; their files go after file.delete.delay.ms. */
  deleteSegments(segments: readonly LogSegment[]): void {
    // A segment may not go, or be cut, while those that it replaces could come back for it.
    this.retireReplaced();
    this.deletionCount++;
    this.segments.remove(segments);
    for (const segment of segments) {
      segment.markDeletedNow();
      this.deleteLater(segment.paths(), this.config.fileDeleteDelayMs);
    }
    this.reader.forgetPositions();
  }

  /**
   * Puts one segment in the place of its neighbours, for readers at once. Their files keep their names
   * until `retireReplaced`.
   */
  replaceSegments(sources: readonly LogSegment[], replacement: LogSegment): void {
    this.deletionCount++;
    this.segments.replace(sources, replacement);
    for (const source of sources) source.isDeleted = true;
    // Positions and bytes in memory are of the old files, and may show what compaction took away.
    this.tail.dropSegmentsUpTo(sources.at(-1)?.baseOffset ?? -1);
    this.reader.forgetPositions();
    this.#retire = () => {
      for (const source of sources) {
        source.markDeletedNow(source.baseOffset === replacement.baseOffset);
        this.deleteLater(source.paths(), this.config.fileDeleteDelayMs);
      }
    };
  }

  /** Takes the files of replaced segments out of the log, if that is still to be done. */
  retireReplaced(): void {
    const retire = this.#retire;
    this.#retire = undefined;
    retire?.();
  }

  deleteLater(paths: readonly string[], delayMs: number): void {
    this.#deletions ??= new DeferredDeletion(this.options.resources.platform);
    this.#deletions.schedule(paths, delayMs);
  }

  /** Lets go of memory and descriptors. */
  closeFiles(): void {
    this.#deletions?.cancelAll();
    this.tail.drop();
    for (const segment of this.segments.all()) segment.closeFiles();
  }
}
