// LogDirectory: one folder of `log.dirs` — its identity, its lock, its checkpoint files.

import { CLUSTER_METADATA_TOPIC, type Platform, type Uuid } from '@samsa/common';
import {
  CheckpointFile,
  DamagedCheckpoint,
  deleteFolder,
  type LogCheckpoints,
  OffsetCheckpoint,
  parsePartitionFolder,
  type PartitionLog,
  type PartitionOffset,
  readCleanShutdown,
  readOffsetCheckpoint,
  readPartitionMetadata,
  removeCleanShutdown,
  writeCleanShutdown,
  writeOffsetCheckpoint,
} from '@samsa/storage';

import { setFolderAside } from './stray-folders.ts';

export class LogDirectory {
  readonly path: string;
  readonly directoryId: Uuid;
  readonly #platform: Platform;
  isOffline = false;
  /** From the mark of the last clean stop, or −1 where it was missing. */
  cleanBrokerEpoch = -1;
  #wasCleanlyLeft = false;
  #recoveryPoints = new OffsetCheckpoint();
  #logStartOffsets = new OffsetCheckpoint();
  #firstDirtyOffsets = new OffsetCheckpoint();
  /** As it is in its file. */
  #cleanerLines = '';
  /** By file: several may want to write the same one. */
  readonly #writing = new Map<string, Promise<void>>();
  /** The metadata log, where it lies here: its quorum looks after it, and its recovery point is kept here. */
  #metadataRecoveryPoint: (() => number) | undefined;
  readonly #leftovers: string[] = [];
  /** Names of the partition folders that are there, or will be at their first append. */
  readonly #folders = new Set<string>();

  constructor(platform: Platform, path: string, directoryId: Uuid) {
    this.#platform = platform;
    this.path = path;
    this.directoryId = directoryId;
  }

  /** Removes the folders of partitions whose deletion a stop interrupted. */
  async deleteLeftovers(): Promise<void> {
    for (const name of this.#leftovers.splice(0)) {
      await deleteFolder(this.#platform.disk, `${this.path}/${name}`);
    }
  }

  /** Reads what the last process left, and takes its mark of a clean stop away. */
  async load(): Promise<void> {
    const { disk } = this.#platform;
    const names = await disk.list(this.path);
    for (const name of names) {
      const folder = parsePartitionFolder(name);
      if (folder?.kind === 'deleted') this.#leftovers.push(name);
      if (folder?.kind === 'live' && folder.topic !== CLUSTER_METADATA_TOPIC)
        this.#folders.add(name);
    }
    this.#recoveryPoints = await this.#readCheckpoint(CheckpointFile.RECOVERY_POINT);
    this.#logStartOffsets = await this.#readCheckpoint(CheckpointFile.LOG_START);
    this.#firstDirtyOffsets = await this.#readCheckpoint(CheckpointFile.CLEANER);
    const clean = await readCleanShutdown(disk, this.path);
    this.#wasCleanlyLeft = clean !== undefined;
    this.cleanBrokerEpoch = clean?.brokerEpoch ?? -1;
    // First, so that a crash from now on counts as one.
    if (this.#wasCleanlyLeft) await removeCleanShutdown(disk, this.path);
  }

  get logCount(): number {
    return this.#folders.size;
  }

  holds(folder: string): boolean {
    return this.#folders.has(folder);
  }

  hold(folder: string): void {
    this.#folders.add(folder);
  }

  forget(folder: string): void {
    this.#folders.delete(folder);
  }

  folders(): ReadonlySet<string> {
    return this.#folders;
  }

  /** @returns undefined where the folder carries no id */
  topicIdOf(folder: string): Promise<Uuid | undefined> {
    return readPartitionMetadata(this.#platform.disk, `${this.path}/${folder}`);
  }

  /** Moves a folder that belongs to no partition of the cluster out of the way; it is kept. */
  async setAside(folder: string, topicId: Uuid): Promise<void> {
    const stray = await setFolderAside(this.#platform.disk, this.path, folder, topicId);
    this.#folders.delete(folder);
    this.#platform.log('warn', 'folder of an unknown topic id set aside', {
      directory: this.path,
      folder,
      stray,
    });
  }

  checkpointsOf(topic: string, partition: number): LogCheckpoints {
    return {
      recoveryPoint: this.#recoveryPoints.offsetOf(topic, partition) ?? 0,
      logStartOffset: this.#logStartOffsets.offsetOf(topic, partition) ?? 0,
      firstDirtyOffset: this.#firstDirtyOffsets.offsetOf(topic, partition) ?? 0,
      isClean: this.#wasCleanlyLeft,
    };
  }

  writeHighWatermarks(logs: readonly PartitionLog[]): Promise<void> {
    return this.#writeCheckpoint(CheckpointFile.HIGH_WATERMARK, logs, (log) => log.highWatermark);
  }

  writeRecoveryPoints(logs: readonly PartitionLog[]): Promise<void> {
    const metadata = this.#metadataRecoveryPoint;
    const own =
      metadata === undefined
        ? []
        : [{ topic: CLUSTER_METADATA_TOPIC, partition: 0, offset: metadata() }];
    return this.#writeCheckpoint(
      CheckpointFile.RECOVERY_POINT,
      logs,
      (log) => log.recoveryPoint,
      own,
    );
  }

  holdMetadataLog(recoveryPoint: () => number): void {
    this.#metadataRecoveryPoint = recoveryPoint;
  }

  /** Only logs that begin inside a segment need a line: the others begin where their files do. */
  writeLogStartOffsets(logs: readonly PartitionLog[]): Promise<void> {
    const inside = logs.filter((log) => log.startsInsideSegment);
    return this.#writeCheckpoint(CheckpointFile.LOG_START, inside, (log) => log.logStartOffset);
  }

  /** How far compaction has come; nothing is written where that is known. */
  async writeCleanerOffsets(logs: readonly PartitionLog[]): Promise<void> {
    const compacted = logs.filter((log) => log.firstDirtyOffset > log.logStartOffset);
    const lines = compacted
      .map((log) => `${log.topic}-${log.partition} ${log.firstDirtyOffset}`)
      .join('\n');
    if (lines === this.#cleanerLines) return;
    await this.#writeCheckpoint(CheckpointFile.CLEANER, compacted, (log) => log.firstDirtyOffset);
    this.#cleanerLines = lines;
  }

  leaveClean(brokerEpoch: number): Promise<void> {
    return writeCleanShutdown(this.#platform.disk, this.path, brokerEpoch);
  }

  /** A damaged file says nothing, as a missing one: then more is scanned, and nothing is lost. */
  async #readCheckpoint(file: string): Promise<OffsetCheckpoint> {
    try {
      return await readOffsetCheckpoint(this.#platform.disk, `${this.path}/${file}`);
    } catch (error) {
      if (!(error instanceof DamagedCheckpoint)) throw error;
      this.#platform.log('warn', 'checkpoint file is damaged and left out of account', { error });
      return new OffsetCheckpoint();
    }
  }

  #writeCheckpoint(
    file: string,
    logs: readonly PartitionLog[],
    offsetOf: (log: PartitionLog) => number,
    more: readonly PartitionOffset[] = [],
  ): Promise<void> {
    const before = this.#writing.get(file) ?? Promise.resolve();
    const write = (): Promise<void> => {
      // A partition that never had an append has no folder, and Kafka's tools expect none.
      const entries = logs
        .filter((log) => log.exists)
        .map((log) => ({ topic: log.topic, partition: log.partition, offset: offsetOf(log) }));
      return writeOffsetCheckpoint(this.#platform.disk, `${this.path}/${file}`, [
        ...more,
        ...entries,
      ]);
    };
    // Who asked for the write before this one hears of its failure.
    const written = before.then(write, write);
    this.#writing.set(file, written);
    return written;
  }
}
