// PartitionLog: the records of one partition on disk, the one writer of its folder.
//
// Appends are synchronous: they give offsets, copy the batch and stamp it. Until `writeStaged` has put
// it into the page cache nobody sees it, and when that fails the log is dead: nothing is unwound.

import { assert, ErrorCode, KafkaError, type Uuid } from '@samsa/common';
import {
  type BatchCursor,
  type BatchProblem,
  CURRENT_MAGIC,
  type ProduceRules,
} from '@samsa/protocol';
import { type CompactionPlan, planCompaction } from '../cleaner/compaction-plan.ts';
import {
  type CompactionLimits,
  type CompactionResult,
  LogCompaction,
} from '../cleaner/log-compaction.ts';
import { type LogConfig } from '../configs/log-config.ts';
import { hasCode } from '../files/atomic-file.ts';
import { partitionFolder, renamedFolder } from '../files/log-names.ts';
import { join } from '../files/paths.ts';
import { type AbortedTransaction } from '../indexes/transaction-index.ts';
import { type ProducerStates } from '../producers/producer-states.ts';
import { abortedTransactions } from './aborted-transactions.ts';
import { AppendResult } from './append-result.ts';
import { BatchAdmission } from './batch-admission.ts';
import { type LeaderEpochCache } from './leader-epoch-cache.ts';
import { LogFlusher } from './log-flusher.ts';
import { emptyLog, type LoadedLog, loadLog } from './log-loader.ts';
import { type LogCheckpoints, type LogOptions } from './log-options.ts';
import { type LogRead } from './log-read.ts';
import { type ReadRequest } from './log-reader.ts';
import { type LogSegment } from './log-segment.ts';
import { LogState } from './log-state.ts';
import { emptyLogAt, truncateLog } from './log-truncation.ts';
import { LogWriter, type Stamp } from './log-writer.ts';
import { deletableSegments, segmentsBelow } from './retention.ts';
import { type SegmentList } from './segment-list.ts';
import {
  offsetForTimestamp,
  offsetOfMaxTimestamp,
  type TimestampAndOffset,
} from './timestamp-search.ts';

/**
 * Who appends: `client` batches are judged here, `validated` ones by the caller with `produceRules`;
 * the node's own coordinators and its quorum write batches that they built themselves.
 */
export type AppendOrigin = 'client' | 'validated' | 'coordinator' | 'raft';

export class PartitionLog {
  readonly topic: string;
  readonly partition: number;
  readonly topicId: Uuid;
  readonly #options: LogOptions;
  readonly #state: LogState;
  readonly #admission: BatchAdmission;
  readonly #writer: LogWriter;
  readonly #flusher: LogFlusher;
  readonly #cursor: BatchCursor;
  /** Filled anew for each batch. */
  readonly #stamp: Stamp = {
    baseOffset: 0,
    leaderEpoch: 0,
    maxTimestamp: undefined,
    isLogAppendTime: false,
  };
  #isDirty = false;
  /** While producer state is read again; a clean end would write half of it into its snapshot. */
  #truncation: Promise<boolean> | undefined = undefined;

  private constructor(
    options: LogOptions,
    loaded: LoadedLog,
    exists: boolean,
    isFolderDurable: boolean,
  ) {
    this.topic = options.topic;
    this.partition = options.partition;
    this.topicId = options.topicId;
    this.#options = options;
    this.#cursor = options.resources.batchCursor;
    this.#state = new LogState(options, loaded, exists, isFolderDurable, (error) =>
      options.onDiskFailure(this, error),
    );
    this.#admission = new BatchAdmission(this.#state);
    this.#writer = new LogWriter(this.#state);
    this.#flusher = new LogFlusher(this.#state, this.#writer);
    this.#state.rolled = () => void this.#flusher.flushComplete(); // never rejects
  }

  /** A log without a folder: 2,000 of them cost no file. Only where none is on disk. */
  static createNow(options: LogOptions, startOffset = 0): PartitionLog {
    return new PartitionLog(options, emptyLog(startOffset), false, false);
  }

  /**
   * Loads the folder of a log, recovering it where the stop was not clean; like `createNow` where
   * there is none.
   *
   * @throws what the disk throws, and DamagedLog or DamagedCheckpoint: the owner decides what is lost
   */
  static async open(options: LogOptions, checkpoints: LogCheckpoints): Promise<PartitionLog> {
    const folder = join(options.logDir, partitionFolder(options.topic, options.partition));
    try {
      await options.resources.platform.disk.stat(folder);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
      return PartitionLog.createNow(options, checkpoints.logStartOffset);
    }
    const loaded = await loadLog(options, folder, checkpoints);
    return new PartitionLog(options, loaded, true, checkpoints.isClean);
  }

  // ---- What it is ----------------------------------------------------------------------------------

  get config(): LogConfig {
    return this.#state.config;
  }

  /** The path of the partition's folder. */
  get folder(): string {
    return this.#state.folder;
  }

  /** Whether the folder is on disk. */
  get exists(): boolean {
    return this.#state.exists;
  }

  /** Its disk failed, or its own state was found broken: nothing more is read or written. */
  get isDead(): boolean {
    return this.#state.isDead;
  }

  get isClosed(): boolean {
    return this.#state.isClosed;
  }

  get canAppend(): boolean {
    return this.#state.canAppend;
  }

  get leaderEpochs(): LeaderEpochCache {
    return this.#state.leaderEpochs;
  }

  get producerStates(): ProducerStates {
    return this.#state.producerStates;
  }

  get logStartOffset(): number {
    return this.#state.logStartOffset;
  }

  /** Exclusive. Everything below is in the page cache at least, and visible. */
  get logEndOffset(): number {
    return this.#state.logEndOffset;
  }

  /** The next offset to be given; what lies above the log end waits for `writeStaged`. */
  get stagedEndOffset(): number {
    return this.#state.stagedEndOffset;
  }

  /** Everything below survives power loss. */
  get recoveryPoint(): number {
    return this.#state.recoveryPoint;
  }

  get sizeInBytes(): number {
    return this.#state.segments.sizeInBytes;
  }

  get segmentCount(): number {
    return this.#state.segments.length;
  }

  get activeSegmentBaseOffset(): number {
    return this.#state.segments.active?.baseOffset ?? this.#state.logStartOffset;
  }

  /** The log begins inside its first segment: only then its start stands in a checkpoint. */
  get startsInsideSegment(): boolean {
    const { first } = this.#state.segments;
    return first !== undefined && this.#state.logStartOffset > first.baseOffset;
  }

  /** flush.messages is reached: what was appended counts only after `flush`. */
  get isFlushDue(): boolean {
    const { logEndOffset, recoveryPoint, config } = this.#state;
    return logEndOffset - recoveryPoint >= config.flushMessages;
  }

  configure(config: LogConfig): void {
    this.#state.config = config;
  }

  // ---- High watermark ------------------------------------------------------------------------------

  get highWatermark(): number {
    return this.#state.highWatermark;
  }

  /** The owner decides it; it never leaves the log. */
  setHighWatermark(offset: number): void {
    const state = this.#state;
    state.highWatermark = Math.max(state.logStartOffset, Math.min(offset, state.logEndOffset));
    state.producerStates.committed(state.highWatermark);
  }

  /** Where read_committed stops: no transaction below it is undecided. */
  get lastStableOffset(): number {
    return this.#state.lastStableOffset;
  }

  // ---- Appending -----------------------------------------------------------------------------------

  /** What a produced batch must obey here; for those who judge it before they append. */
  produceRules(nowMs: number): ProduceRules {
    return this.#admission.rules(nowMs);
  }

  /** Judges one batch as `appendAsLeader` does with origin `client`. */
  validate(batch: Uint8Array, nowMs = this.#state.nowMs()): BatchProblem | undefined {
    return this.#admission.validate(batch, nowMs);
  }

  /**
   * Gives offsets to batches and stages them. The bytes are copied; they may be reused on return.
   *
   * @param batches  exactly one batch from a client, one or more from the node itself
   * @param leaderEpoch  under which this replica leads
   */
  appendAsLeader(
    batches: Uint8Array,
    leaderEpoch: number,
    origin: AppendOrigin,
    nowMs = this.#state.nowMs(),
  ): AppendResult {
    if (!this.canAppend) return this.#refused(ErrorCode.KAFKA_STORAGE_ERROR);
    try {
      return origin === 'client' || origin === 'validated'
        ? this.#appendFromClient(batches, leaderEpoch, origin === 'client', nowMs)
        : this.#appendOwn(batches, leaderEpoch, nowMs);
    } catch (error) {
      this.#state.diskFailed(error);
      return this.#refused(ErrorCode.KAFKA_STORAGE_ERROR);
    }
  }

  #appendFromClient(
    bytes: Uint8Array,
    leaderEpoch: number,
    mustValidate: boolean,
    nowMs: number,
  ): AppendResult {
    const { config, logStartOffset, stagedEndOffset } = this.#state;
    let maxTimestamp = config.isLogAppendTime ? nowMs : undefined;
    if (mustValidate) {
      const problem = this.#admission.validate(bytes, nowMs);
      if (problem !== undefined) return AppendResult.invalid(problem, logStartOffset);
      maxTimestamp ??= this.#admission.correctedTimestamp;
    }
    let batch = this.#cursor.aim(bytes);
    if (config.compressionType !== 'producer')
      batch = batch.aim(this.#admission.inKeptCodec(batch));
    const instead = this.#admission.answerInstead(batch, 'client');
    if (instead !== undefined) return instead;
    const lastOffset = stagedEndOffset + batch.lastOffsetDelta;
    const { sizeInBytes, recordCount } = batch;
    this.#stage(batch, stagedEndOffset, leaderEpoch, maxTimestamp, nowMs);
    return AppendResult.appended(
      ErrorCode.NONE,
      stagedEndOffset,
      lastOffset,
      config.isLogAppendTime ? nowMs : -1,
      logStartOffset,
      false,
      sizeInBytes,
      recordCount,
    );
  }

  /** Batches of the node itself: all of them may be appended, or none is. */
  #appendOwn(bytes: Uint8Array, leaderEpoch: number, nowMs: number): AppendResult {
    const cursor = this.#cursor;
    for (cursor.aim(bytes); cursor.start < bytes.length; cursor.advance()) {
      assert(cursor.isWhole && cursor.magic === CURRENT_MAGIC, 'own batches are whole');
      const instead = this.#admission.answerInstead(cursor, 'coordinator');
      if (instead !== undefined) return instead;
    }
    const firstOffset = this.#state.stagedEndOffset;
    let recordCount = 0;
    let next = 0;
    while (next < bytes.length) {
      const batch = cursor.aim(bytes, next);
      next = batch.end;
      recordCount += batch.recordCount;
      this.#stage(batch, this.#state.stagedEndOffset, leaderEpoch, undefined, nowMs);
    }
    const { stagedEndOffset, logStartOffset } = this.#state;
    return AppendResult.appended(
      ErrorCode.NONE,
      firstOffset,
      stagedEndOffset - 1,
      -1,
      logStartOffset,
      false,
      bytes.length,
      recordCount,
    );
  }

  /**
   * Stages batches as the leader has them, with its offsets and epochs. A batch that is cut off at
   * the end is left for the next fetch.
   *
   * @param replicaEpoch  the leader epoch this replica follows; what a later leader wrote is not of
   *   this fetch (KAFKA-18723)
   */
  appendAsFollower(batches: Uint8Array, replicaEpoch: number): AppendResult {
    if (!this.canAppend) return this.#refused(ErrorCode.KAFKA_STORAGE_ERROR);
    try {
      return this.#appendFetched(batches, replicaEpoch, this.#state.nowMs());
    } catch (error) {
      this.#state.diskFailed(error);
      return this.#refused(ErrorCode.KAFKA_STORAGE_ERROR);
    }
  }

  #appendFetched(bytes: Uint8Array, replicaEpoch: number, nowMs: number): AppendResult {
    let firstOffset = -1;
    let recordCount = 0;
    let next = 0;
    for (;;) {
      const batch = this.#cursor.aim(bytes, next);
      if (batch.isMalformed) return this.#refused(ErrorCode.CORRUPT_MESSAGE, 'no batch follows');
      if (!batch.isWhole) break;
      const problem = this.#admission.problemOfFetched(batch);
      if (problem !== undefined) return this.#refused(ErrorCode.CORRUPT_MESSAGE, problem);
      const { partitionLeaderEpoch, baseOffset } = batch;
      if (partitionLeaderEpoch > replicaEpoch) break;
      if (firstOffset < 0) firstOffset = baseOffset;
      next = batch.end;
      recordCount += batch.recordCount;
      this.#stage(batch, baseOffset, partitionLeaderEpoch, undefined, nowMs);
    }
    const { stagedEndOffset, logStartOffset } = this.#state;
    return AppendResult.appended(
      ErrorCode.NONE,
      firstOffset,
      firstOffset < 0 ? -1 : stagedEndOffset - 1,
      -1,
      logStartOffset,
      false,
      next,
      recordCount,
    );
  }

  #stage(
    batch: BatchCursor,
    baseOffset: number,
    leaderEpoch: number,
    maxTimestamp: number | undefined,
    nowMs: number,
  ): void {
    const stamp = this.#stamp;
    stamp.baseOffset = baseOffset;
    stamp.leaderEpoch = leaderEpoch;
    stamp.maxTimestamp = maxTimestamp;
    stamp.isLogAppendTime = this.#state.config.isLogAppendTime;
    if (!this.#isDirty) {
      this.#isDirty = true;
      this.#options.dirty(this);
    }
    this.#writer.stage(batch, stamp, nowMs);
  }

  /**
   * Puts everything staged into the page cache, with one write, and makes it visible. False where
   * that failed: what was written is cut, and the log is dead.
   */
  writeStaged(): boolean {
    this.#isDirty = false;
    if (this.#state.isDead) return false;
    return this.#orDie(() => this.#writer.commit());
  }

  /** Closes the active segment and begins the next one, if anything is in it. */
  roll(): void {
    const { segments, stagedEndOffset } = this.#state;
    if ((segments.active?.sizeInBytes ?? 0) === 0 || !this.canAppend) return;
    this.#orDie(() => this.#writer.rollTo(stagedEndOffset, this.#state.nowMs()));
  }

  // ---- Reading -------------------------------------------------------------------------------------

  /** At once where the bytes are in memory or likely in the page cache, else a promise. */
  read(request: ReadRequest): LogRead | Promise<LogRead> {
    return this.#state.reader.read(request);
  }

  /** Aborted transactions with records in [from, to): what a read_committed fetch of them is told. */
  abortedTransactions(from: number, to: number): AbortedTransaction[] {
    return abortedTransactions(this.#state.segments, from, to);
  }

  /**
   * The first visible record at or after a time; undefined where none is.
   *
   * @throws KafkaError KAFKA_STORAGE_ERROR when the disk failed
   */
  offsetForTimestamp(timestamp: number): Promise<TimestampAndOffset | undefined> {
    return this.#search((segments, from, to) => offsetForTimestamp(segments, from, to, timestamp));
  }

  /** The first record with the largest timestamp; undefined in an empty log. Throws alike. */
  offsetOfMaxTimestamp(): Promise<TimestampAndOffset | undefined> {
    return this.#search(offsetOfMaxTimestamp);
  }

  /** Segments may be cut or deleted while they are searched; then it begins again. */
  async #search(
    find: (
      segments: SegmentList,
      from: number,
      to: number,
    ) => Promise<TimestampAndOffset | undefined>,
  ): Promise<TimestampAndOffset | undefined> {
    const state = this.#state;
    for (;;) {
      const { truncationCount, deletionCount, segments, logStartOffset, logEndOffset } = state;
      const hasChanged = (): boolean =>
        state.truncationCount !== truncationCount || state.deletionCount !== deletionCount;
      try {
        const found = await find(segments, logStartOffset, logEndOffset);
        if (state.truncationCount === truncationCount) return found;
      } catch (error) {
        if (!state.isReadable || !hasChanged()) {
          if (!(error instanceof KafkaError)) state.diskFailed(error);
          throw storageError(state.folder, error);
        }
      }
    }
  }

  // ---- Shrinking -----------------------------------------------------------------------------------

  /**
   * Cuts the log at this offset, or at the start of the batch that holds it. The cut is done when this
   * returns; no append may come before the promise is resolved, as producer state is read again.
   *
   * @returns whether anything was cut; the recovery point may have fallen and needs a checkpoint then
   */
  async truncateTo(offset: number): Promise<boolean> {
    assert(this.canAppend, 'a log that is cut is in use');
    try {
      this.#writer.commit();
      this.#truncation = truncateLog(this.#state, this.#writer, offset);
      return await this.#truncation;
    } catch (error) {
      this.#state.diskFailed(error);
      throw error;
    } finally {
      this.#truncation = undefined;
    }
  }

  /** Empties the log; the next record gets this offset. */
  truncateFullyAndStartAt(offset: number): void {
    assert(this.canAppend, 'a log that is emptied is in use');
    try {
      emptyLogAt(this.#state, this.#writer, offset);
    } catch (error) {
      this.#state.diskFailed(error);
      throw error;
    }
  }

  /**
   * Makes records below this offset unreadable at once; whole segments go with the next deletion.
   *
   * @throws KafkaError OFFSET_OUT_OF_RANGE above the high watermark
   */
  deleteRecordsBefore(offset: number): void {
    const { highWatermark } = this.#state;
    if (offset > highWatermark) {
      throw new KafkaError(
        ErrorCode.OFFSET_OUT_OF_RANGE,
        `records cannot be deleted up to ${offset}: the high watermark is ${highWatermark}`,
      );
    }
    this.#moveStartTo(offset);
  }

  #moveStartTo(offset: number): void {
    const state = this.#state;
    if (offset <= state.logStartOffset) return;
    state.logStartOffset = offset;
    state.leaderEpochs.truncateFromStart(offset);
    state.producerStates.logStartMoved(offset);
  }

  /** Deletes what is too old, too much, or below the log start. Returns the number of segments. */
  deleteOldSegments(nowMs: number): number {
    return this.#deleteChosen(() => {
      const { segments, config, highWatermark, logStartOffset, logEndOffset } = this.#state;
      return deletableSegments(
        segments,
        config,
        highWatermark,
        logStartOffset,
        logEndOffset,
        nowMs,
      );
    });
  }

  /** Deletes only segments that lie below the log start completely. */
  deleteSegmentsBelowLogStart(): number {
    return this.#deleteChosen(() =>
      segmentsBelow(this.#state.segments, this.#state.logStartOffset),
    );
  }

  #deleteChosen(choose: () => readonly LogSegment[]): number {
    const state = this.#state;
    if (!this.canAppend) return 0;
    let count = 0;
    this.#orDie(() => {
      this.#writer.commit();
      const chosen = choose();
      if (chosen.length === 0) return;
      if (chosen.length === state.segments.length) {
        this.#writer.rollTo(state.stagedEndOffset, state.nowMs());
      }
      state.deleteSegments(chosen);
      this.#moveStartTo(state.segments.first?.baseOffset ?? state.logEndOffset);
      state.mark('log.retention');
      count = chosen.length;
    });
    return count;
  }

  // ---- Compaction ----------------------------------------------------------------------------------

  /** Where compaction goes on; what lies below was compacted together. */
  get firstDirtyOffset(): number {
    return this.#state.firstDirtyOffset;
  }

  /** What compaction would do now; undefined for a log that is not compacted, or cannot be now. */
  compactionPlan(nowMs: number): CompactionPlan | undefined {
    return planCompaction(this.#state, nowMs);
  }

  /** Compacts as planned. One at a time; appends, reads and retention go on meanwhile. */
  compact(plan: CompactionPlan, limits: CompactionLimits): Promise<CompactionResult> {
    return new LogCompaction(this.#state, plan, limits, () => this.flush()).run();
  }

  /** Forgets producers that were silent for producer.id.expiration.ms. Returns how many. */
  expireProducers(nowMs: number): number {
    const { producerStates, config } = this.#state;
    return producerStates.expire(nowMs, config.producerIdExpirationMs);
  }

  // ---- Durability and end --------------------------------------------------------------------------

  /**
   * Resolves when everything visible below `upTo` survives power loss. One sync is in flight at a
   * time, and all who wait for the same bytes share it. Rejects when the disk failed.
   */
  async flush(upTo = this.#state.logEndOffset): Promise<void> {
    await this.#flusher.flush(upTo);
  }

  /**
   * A clean end: everything is on disk, with what makes the next start quick. The owner then writes
   * the checkpoints.
   *
   * @returns false where the log was dead or its disk failed now, which the owner has been told: its
   *   folder must not be marked as left cleanly
   */
  async close(): Promise<boolean> {
    const state = this.#state;
    // A failed one has taken the log down, which is all that matters here.
    await this.#truncation?.catch(() => undefined);
    if (state.isClosed || !this.writeStaged()) {
      this.abandon();
      return false;
    }
    state.isClosed = true;
    try {
      if (state.exists) await this.#flusher.writeCleanEnd();
      return !state.isDead;
    } catch (error) {
      state.diskFailed(error);
      return false;
    } finally {
      state.closeFiles();
    }
  }

  /** Lets go of files and memory without writing anything: the log is dead, or the process ends. */
  abandon(): void {
    this.#state.isAbandoned = true;
    this.#state.isClosed = true;
    this.#state.closeFiles();
  }

  /**
   * Takes the log out of use: the folder gets its `-delete` name at once, and the promise resolves when
   * its files are gone, after file.delete.delay.ms, or when the resources close before that: the next
   * start removes what is left.
   */
  async delete(): Promise<void> {
    const state = this.#state;
    const { platform } = this.#options.resources;
    state.truncationCount++;
    this.abandon();
    if (!state.exists) return;
    const name = renamedFolder(this.topic, this.partition, platform.random.uuid(), 'delete');
    const folder = join(this.#options.logDir, name);
    platform.disk.renameNow(state.folder, folder);
    state.folder = folder;
    for (const segment of state.segments.all()) {
      segment.isDeleted = true;
      segment.movedTo(folder);
    }
    await this.#options.resources.deletions.scheduleFolder(folder, state.config.fileDeleteDelayMs);
  }

  /** False where it failed, which took the log down. */
  #orDie(run: () => void): boolean {
    try {
      run();
      return true;
    } catch (error) {
      this.#state.diskFailed(error);
      return false;
    }
  }

  #refused(errorCode: ErrorCode, message: string | null = null): AppendResult {
    return AppendResult.refused(errorCode, this.#state.logStartOffset, message);
  }
}

function storageError(folder: string, cause: unknown): KafkaError {
  if (cause instanceof KafkaError) return cause;
  return new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the log ${folder} cannot be read`, {
    cause,
  });
}
