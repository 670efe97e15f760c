// CommittedReader: hands the committed part of the metadata log to one listener, in order and exactly
// once, beginning with a snapshot where there is one, and in slices, so that no turn is long.

import { assert, ErrorCode, KafkaError, type Platform } from '@samsa/common';
import { batchesIn } from '@samsa/protocol';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';
import { type OffsetAndEpoch } from '@samsa/raft';

import { type CommittedBatch, decodeBatch, type RecentBatches } from './committed-batch.ts';
import { controlRecordsIn } from './control-records.ts';
import { type MetadataLog } from './metadata-log.ts';
import { metadataRecordsIn } from './snapshot-file.ts';

export interface QuorumListener {
  /** The next batch of the log. Control batches come without records. */
  onCommitted(batch: CommittedBatch): void;
  /** All state is to be replaced by what follows. */
  onSnapshotStart(id: OffsetAndEpoch): void;
  onSnapshotRecords(records: readonly MetadataRecord[]): void;
  onSnapshotEnd(id: OffsetAndEpoch, lastContainedLogTimestamp: number): void;
  /**
   * −1 while no leader is known. This node's own id comes only after everything up to the LeaderChange
   * record of its epoch was delivered.
   */
  onLeaderChange(leaderId: number, epoch: number): void;
}

export interface LeaderNews {
  readonly leaderId: number;
  readonly epoch: number;
  /** What must have been delivered before a listener hears it. */
  readonly afterEndOffset: number;
}

/** What the reader asks the quorum. */
export interface CommittedSource {
  readonly log: MetadataLog;
  readonly recent: RecentBatches;
  /** −1 while it is not known. */
  readonly highWatermark: number;
  readonly leader: LeaderNews;
}

/** A slice ends after so much work; then others have their turn. */
const SLICE_MS = 8;
const READ_BYTES = 1024 * 1024;

export class CommittedReader {
  readonly #platform: Platform;
  readonly #source: CommittedSource;
  readonly #listener: QuorumListener;
  readonly #failed: (error: unknown) => void;
  #nextOffset = 0;
  #hasBegun = false;
  #isRunning = false;
  #isStopped = false;
  #sliceStartMs = 0;
  #told: LeaderNews = { leaderId: -1, epoch: 0, afterEndOffset: 0 };

  constructor(
    platform: Platform,
    source: CommittedSource,
    listener: QuorumListener,
    failed: (error: unknown) => void,
  ) {
    this.#platform = platform;
    this.#source = source;
    this.#listener = listener;
    this.#failed = failed;
  }

  /** The next offset that the listener has not seen. */
  get nextOffset(): number {
    return this.#nextOffset;
  }

  /** Something may be new: committed records, a snapshot, a leader. */
  wake(): void {
    if (this.#isRunning || this.#isStopped) return;
    this.#isRunning = true;
    // Its errors end in `failed`, and nobody waits for it.
    void this.#run();
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    this.#sliceStartMs = this.#platform.clock.monotonicMs();
    try {
      while (!this.#isStopped && (await this.#step()));
    } catch (error) {
      this.#isStopped = true;
      this.#failed(error);
    } finally {
      this.#isRunning = false;
    }
  }

  /** False when nothing is left to do. */
  async #step(): Promise<boolean> {
    const { log, highWatermark } = this.#source;
    const { latest } = log.snapshots;
    const needsSnapshot =
      latest !== undefined && (!this.#hasBegun || this.#nextOffset < log.startOffset);
    if (needsSnapshot) {
      await this.#deliverSnapshot(latest);
      return true;
    }
    this.#hasBegun = true;
    if (this.#nextOffset < highWatermark) {
      await this.#deliverLog(highWatermark);
      return true;
    }
    return this.#tellLeader();
  }

  #tellLeader(): boolean {
    const news = this.#source.leader;
    const isTold = news.leaderId === this.#told.leaderId && news.epoch === this.#told.epoch;
    if (isTold || this.#nextOffset < news.afterEndOffset) return false;
    this.#told = news;
    this.#listener.onLeaderChange(news.leaderId, news.epoch);
    return true;
  }

  async #deliverLog(highWatermark: number): Promise<void> {
    const { log, recent } = this.#source;
    for (
      let batch = recent.at(this.#nextOffset);
      batch !== undefined && batch.lastOffset < highWatermark;
      batch = recent.at(this.#nextOffset)
    ) {
      this.#deliver(batch);
      await this.#pause();
      if (this.#isStopped) return;
    }
    if (this.#nextOffset >= highWatermark) return;
    const bytes = await this.#read(highWatermark);
    if (bytes === undefined || this.#isStopped) return;
    assert(bytes.length > 0, `a committed batch stands at ${this.#nextOffset}`);
    for (const cursor of batchesIn(bytes)) {
      if (cursor.nextOffset <= this.#nextOffset) continue;
      if (cursor.nextOffset > highWatermark) break;
      this.#deliver(decodeBatch(cursor));
      await this.#pause();
      if (this.#isStopped || this.#nextOffset < log.startOffset) return;
    }
  }

  /** Undefined when a snapshot has taken the place of what was to be read. */
  async #read(highWatermark: number): Promise<Uint8Array | undefined> {
    const { log } = this.#source;
    try {
      return await log.read(this.#nextOffset, READ_BYTES, highWatermark);
    } catch (error) {
      const isGone = error instanceof KafkaError && error.code === ErrorCode.OFFSET_OUT_OF_RANGE;
      if (isGone && this.#nextOffset < log.startOffset) return undefined;
      throw error;
    }
  }

  #deliver(batch: CommittedBatch): void {
    assert(batch.baseOffset >= this.#nextOffset, 'batches come in the order of the log');
    this.#nextOffset = batch.lastOffset + 1;
    this.#listener.onCommitted(batch);
  }

  async #deliverSnapshot(id: OffsetAndEpoch): Promise<void> {
    let timestamp = 0;
    this.#listener.onSnapshotStart(id);
    try {
      timestamp = await this.#deliverSnapshotRecords(id);
    } catch (error) {
      // A newer snapshot has replaced this one meanwhile: begin again with that.
      if (this.#source.log.snapshots.find(id) === undefined) return;
      throw error;
    }
    if (this.#isStopped) return;
    this.#hasBegun = true;
    this.#nextOffset = id.endOffset;
    this.#listener.onSnapshotEnd(id, timestamp);
  }

  async #deliverSnapshotRecords(id: OffsetAndEpoch): Promise<number> {
    let timestamp = 0;
    for await (const batch of this.#source.log.snapshots.batches(id)) {
      if (batch.isControl) {
        for (const { record } of controlRecordsIn(batch)) {
          if (record.kind === 'snapshot-header') timestamp = record.lastContainedLogTimestamp;
        }
      } else {
        this.#listener.onSnapshotRecords(metadataRecordsIn(batch));
      }
      await this.#pause();
      if (this.#isStopped) break;
    }
    return timestamp;
  }

  /** Returns at once while the slice lasts. */
  #pause(): Promise<void> | undefined {
    const nowMs = this.#platform.clock.monotonicMs();
    if (nowMs - this.#sliceStartMs < SLICE_MS) return undefined;
    return this.#platform.timers.yield().then(() => {
      this.#sliceStartMs = this.#platform.clock.monotonicMs();
    });
  }
}
