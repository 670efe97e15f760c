// MetadataLog: the log of `__cluster_metadata` with its snapshots, as the consensus machine sees it —
// what is written, where each epoch ends — and the few ways in which the quorum changes it.

import {
  assert,
  CLUSTER_METADATA_TOPIC,
  ErrorCode,
  KafkaError,
  METADATA_TOPIC_ID,
  type Platform,
} from '@samsa/common';
import { BatchCursor, batchesIn } from '@samsa/protocol';
import { type OffsetAndEpoch, type ReplicatedLog, VoterHistory, VoterSet } from '@samsa/raft';
import {
  type LogConfig,
  type LogOptions,
  type LogRead,
  type LogResources,
  PartitionLog,
} from '@samsa/storage';

import { controlRecordsIn, type QuorumControlRecord } from './control-records.ts';
import { type SnapshotContent } from './snapshot-file.ts';
import { SnapshotStore } from './snapshot-store.ts';

/** The folder of the metadata log inside its log directory. */
export function metadataLogFolder(logDir: string): string {
  return `${logDir}/${CLUSTER_METADATA_TOPIC}-0`;
}

export interface MetadataLogOptions {
  readonly platform: Platform;
  readonly resources: LogResources;
  readonly logDir: string;
  readonly config: LogConfig;
  /** Everything below survives power loss, as the checkpoint of the log directory says. */
  readonly recoveryPoint: number;
  readonly isClean: boolean;
  /** Something is staged: `writeStaged` has to come at the end of the turn. */
  dirty(): void;
  onDiskFailure(error: unknown): void;
}

/** One read of a scan over the log. */
const SCAN_BYTES = 1024 * 1024;

export class MetadataLog implements ReplicatedLog {
  readonly snapshots: SnapshotStore;
  readonly #platform: Platform;
  readonly #log: PartitionLog;

  private constructor(platform: Platform, log: PartitionLog, snapshots: SnapshotStore) {
    this.#platform = platform;
    this.#log = log;
    this.snapshots = snapshots;
  }

  /** Loads what is there; the log is synced when this resolves. */
  static async open(options: MetadataLogOptions): Promise<MetadataLog> {
    const { platform, logDir, recoveryPoint, isClean } = options;
    const folder = metadataLogFolder(logDir);
    await platform.disk.mkdir(folder);
    await platform.disk.syncDir(logDir);
    const snapshots = await SnapshotStore.open(platform, folder);
    const logOptions: LogOptions = {
      resources: options.resources,
      logDir,
      topic: CLUSTER_METADATA_TOPIC,
      partition: 0,
      topicId: METADATA_TOPIC_ID,
      config: options.config,
      dirty: () => options.dirty(),
      onDiskFailure: (_log, error) => options.onDiskFailure(error),
      syncLane: 'metadata',
    };
    const logStartOffset = snapshots.earliest?.endOffset ?? 0;
    const checkpoints = { recoveryPoint, logStartOffset, isClean };
    const log = await PartitionLog.open(logOptions, checkpoints);
    const metadataLog = new MetadataLog(platform, log, snapshots);
    metadataLog.#catchUpWithSnapshot();
    if (snapshots.latest === undefined && log.logStartOffset > 0) {
      throw new Error(
        `${folder} begins at offset ${log.logStartOffset} and has no whole snapshot of what was before; ` +
          'where other voters have it, remove the folder to fetch it from them',
      );
    }
    // After a kill the page cache may hold what no disk has; it must not be counted as a copy.
    if (log.logEndOffset > log.logStartOffset) await log.flush();
    return metadataLog;
  }

  /** A crash between installing a snapshot and cutting the log leaves a log that ends below it. */
  #catchUpWithSnapshot(): void {
    const { latest } = this.snapshots;
    if (latest === undefined || this.#log.logEndOffset >= latest.endOffset) return;
    this.startAt(latest);
  }

  // ---- ReplicatedLog ------------------------------------------------------------------------------

  get startOffset(): number {
    return Math.max(this.#log.logStartOffset, this.snapshots.earliest?.endOffset ?? 0);
  }

  get endOffset(): number {
    return this.#log.logEndOffset;
  }

  get lastEpoch(): number {
    const { latestEpoch } = this.#log.leaderEpochs;
    return latestEpoch >= 0 ? latestEpoch : (this.snapshots.latest?.epoch ?? 0);
  }

  get latestSnapshot(): OffsetAndEpoch | undefined {
    return this.snapshots.latest;
  }

  get earliestSnapshot(): OffsetAndEpoch | undefined {
    return this.snapshots.earliest;
  }

  endOffsetForEpoch(epoch: number): OffsetAndEpoch {
    const { entries } = this.#log.leaderEpochs;
    for (let slot = entries.length - 1; slot >= 0; slot--) {
      const entry = entries[slot];
      if (entry === undefined || entry.epoch > epoch) continue;
      const next = entries[slot + 1];
      return { epoch: entry.epoch, endOffset: next?.startOffset ?? this.endOffset };
    }
    return { epoch: this.snapshots.earliest?.epoch ?? 0, endOffset: this.startOffset };
  }

  /** The epoch of the record before this offset; 0 before the first one. */
  epochBefore(endOffset: number): number {
    const snapshot = this.snapshots.all.find((one) => one.endOffset === endOffset);
    if (snapshot !== undefined) return snapshot.epoch;
    return Math.max(0, this.#log.leaderEpochs.epochAt(endOffset - 1));
  }

  // ---- Changes ------------------------------------------------------------------------------------

  /** The next offset to be given out, written or not. */
  get stagedEndOffset(): number {
    return this.#log.stagedEndOffset;
  }

  get recoveryPoint(): number {
    return this.#log.recoveryPoint;
  }

  get sizeInBytes(): number {
    return this.#log.sizeInBytes;
  }

  /** Everything below survives power loss. */
  get syncedEndOffset(): number {
    return Math.min(this.#log.recoveryPoint, this.#log.logEndOffset);
  }

  /** Stages one batch of this leader and returns its last offset. */
  appendAsLeader(batch: Uint8Array, epoch: number, nowMs: number): number {
    const result = this.#log.appendAsLeader(batch, epoch, 'raft', nowMs);
    if (result.errorCode !== ErrorCode.NONE) {
      throw new KafkaError(result.errorCode, result.errorMessage ?? 'metadata append refused');
    }
    return result.lastOffset;
  }

  /** The epoch begins with the next record. */
  beginEpoch(epoch: number): void {
    this.#log.leaderEpochs.assign(epoch, this.#log.stagedEndOffset);
  }

  /**
   * Writes what a leader sent. Undefined when it is what it must be; otherwise nothing more of it is
   * taken, and the text says why.
   */
  appendAsFollower(records: Uint8Array, epoch: number): string | undefined {
    const result = this.#log.appendAsFollower(records, epoch);
    this.#log.writeStaged();
    if (result.errorCode === ErrorCode.NONE) return undefined;
    return result.errorMessage ?? `error ${result.errorCode}`;
  }

  /** Makes staged batches visible. False when the disk failed. */
  writeStaged(): boolean {
    return this.#log.writeStaged();
  }

  async truncateTo(endOffset: number): Promise<void> {
    await this.#log.truncateTo(endOffset);
  }

  /** The log is empty now and goes on at the end of this snapshot. */
  startAt(id: OffsetAndEpoch): void {
    this.#log.truncateFullyAndStartAt(id.endOffset);
    if (this.snapshots.latest !== undefined) this.snapshots.deleteBelow(id.endOffset);
  }

  setHighWatermark(offset: number): void {
    this.#log.setHighWatermark(offset);
  }

  /** Shares a sync with whoever else waits for one. */
  flush(): Promise<void> {
    return this.#log.flush();
  }

  /**
   * Deletes the oldest snapshots, and the log below the next one, while they are too old or too much.
   * The newest snapshot stays, and with it the log above the one before.
   */
  prune(retentionBytes: number, retentionMs: number, nowMs: number): void {
    for (;;) {
      const [oldest, next] = this.snapshots.all;
      if (oldest === undefined || next === undefined) return;
      const isTooMuch =
        retentionBytes >= 0 && this.sizeInBytes + this.snapshots.sizeInBytes > retentionBytes;
      const isTooOld = retentionMs >= 0 && nowMs - oldest.modifiedMs > retentionMs;
      if (!isTooMuch && !isTooOld) return;
      this.snapshots.deleteBelow(next.endOffset);
      this.#log.deleteRecordsBefore(next.endOffset);
      this.#log.deleteSegmentsBelowLogStart();
    }
  }

  async close(): Promise<void> {
    await this.#log.close();
  }

  abandon(): void {
    this.#log.abandon();
  }

  // ---- Reading ------------------------------------------------------------------------------------

  /** Copies whole batches from `offset` on; at least one where there is one. */
  async read(offset: number, maxBytes: number, endOffset = this.endOffset): Promise<Uint8Array> {
    const result: LogRead = await this.#log.read({
      offset,
      maxBytes,
      maxOffset: endOffset,
      minOneBatch: true,
    });
    try {
      if (result.errorCode !== ErrorCode.NONE) {
        throw new KafkaError(result.errorCode, `metadata log not readable at ${offset}`);
      }
      return inOne(result.chunks, result.sizeInBytes);
    } finally {
      result.release();
    }
  }

  /** Finds the voters: in the configuration or 0-0 checkpoint, the newest snapshot, and the log. */
  async loadVoters(history: VoterHistory): Promise<void> {
    const { latest } = this.snapshots;
    let offset = this.startOffset;
    const content = this.snapshots.latestContent;
    if (latest !== undefined && content !== undefined) {
      history.startAt(latest.endOffset, content.voters, content.kraftVersion);
      offset = latest.endOffset;
    }
    while (offset < this.endOffset) {
      const bytes = await this.read(offset, SCAN_BYTES);
      assert(bytes.length > 0, `the metadata log has no gap at ${offset}`);
      for (const batch of batchesIn(bytes)) {
        noteVoters(batch, offset, (at, record) => {
          if (record.kind === 'voters') history.addVoters(at, record.voters);
          else if (record.kind === 'kraft-version') history.addKRaftVersion(at, record.version);
        });
        offset = Math.max(offset, batch.nextOffset);
      }
      await this.#platform.timers.yield();
    }
  }
}

/** Calls `note` for each control record of a batch from `fromOffset` on. */
export function noteVoters(
  batch: BatchCursor,
  fromOffset: number,
  note: (offset: number, record: QuorumControlRecord) => void,
): void {
  if (!batch.isControl) return;
  for (const { offset, record } of controlRecordsIn(batch)) {
    if (offset >= fromOffset) note(offset, record);
  }
}

/** The history a node begins with, before its log is read. */
export function initialVoters(
  staticVoters: VoterSet,
  bootstrap: SnapshotContent | undefined,
): VoterHistory {
  if (staticVoters.size > 0) return VoterHistory.ofStaticVoters(staticVoters);
  if (bootstrap !== undefined && bootstrap.kraftVersion > 0) {
    return VoterHistory.ofBootstrapVoters(bootstrap.voters);
  }
  return VoterHistory.unknown();
}

function inOne(chunks: readonly Uint8Array[], sizeInBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeInBytes);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
