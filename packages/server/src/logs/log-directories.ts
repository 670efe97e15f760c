// LogDirectories: the folders of `log.dirs` — who may use them, what lies in them, and the logs that
// are open in them.

import { type MetadataImage } from '@samsa/metadata';
import {
  DirectoryId,
  ErrorCode,
  errorName,
  type Platform,
  topicPartitionName,
  type Uuid,
} from '@samsa/common';
import {
  type LogConfig,
  logConfig,
  type LogOptions,
  LogResources,
  parsePartitionFolder,
  PartitionLog,
} from '@samsa/storage';

import { LogDirectory } from './log-directory.ts';
import { TurnWriter } from './turn-writer.ts';
import { type DynamicConfig } from '../config/dynamic-config.ts';
import { type Partition } from '../replication/partition.ts';

interface OpenLog {
  readonly directory: LogDirectory;
  readonly partition: Partition;
  /** When unsynced records were first seen in it, on the monotonic clock; Infinity where there are none. */
  dirtySinceMs: number;
}

export interface LogDirectoriesListener {
  /** A directory failed: its partitions are offline. `isLast` where no other is left. */
  onDirectoryFailed(directory: LogDirectory, isLast: boolean): void;
}

export class LogDirectories {
  readonly #platform: Platform;
  readonly #config: DynamicConfig;
  readonly #listener: LogDirectoriesListener;
  readonly resources: LogResources;
  readonly #turnWriter: TurnWriter;
  readonly #open = new Map<PartitionLog, OpenLog>();
  readonly #deletes = new Set<Promise<void>>();
  readonly directories: readonly LogDirectory[];

  /**
   * @param resources  shared by all logs of the process, the metadata log among them
   * @param directories  claimed by this process, and loaded
   */
  constructor(
    platform: Platform,
    config: DynamicConfig,
    resources: LogResources,
    directories: readonly LogDirectory[],
    listener: LogDirectoriesListener,
  ) {
    this.#platform = platform;
    this.#config = config;
    this.#listener = listener;
    this.resources = resources;
    this.#turnWriter = new TurnWriter(platform);
    this.directories = directories;
  }

  /** The logs of this broker's partitions, in no particular order. */
  openLogs(): IterableIterator<PartitionLog> {
    return this.#open.keys();
  }

  directoryOf(log: PartitionLog): LogDirectory | undefined {
    return this.#open.get(log)?.directory;
  }

  /** The broker epoch of the last clean stop, or −1 where any directory was not left cleanly. */
  get previousBrokerEpoch(): number {
    const epochs = new Set(this.directories.map((directory) => directory.cleanBrokerEpoch));
    const [epoch] = epochs;
    return epochs.size === 1 && epoch !== undefined ? epoch : -1;
  }

  /**
   * Opens the log of a partition: what lies in its folder, or nothing yet. A new partition is open at
   * once and touches no disk before its first append.
   *
   * @param directoryId  where the image places it; UNASSIGNED leaves the choice to this broker
   * @returns undefined where its directory has failed
   */
  openLog(
    partition: Partition,
    directoryId: Uuid,
    image: MetadataImage,
  ): PartitionLog | Promise<PartitionLog | undefined> {
    const name = topicPartitionName(partition.topic, partition.partition);
    const existing = this.directories.find((directory) => directory.holds(name));
    const directory = existing ?? this.#placeFor(directoryId);
    if (directory === undefined || directory.isOffline) return Promise.resolve(undefined);
    const options = this.#optionsFor(partition, directory, this.configOf(partition.topic, image));
    if (existing === undefined)
      return this.#opened(PartitionLog.createNow(options), directory, partition);
    return this.#openExisting(existing, name, options, partition);
  }

  /** Renames the partition's folder away at once; its files go after file.delete.delay.ms. */
  deleteLog(log: PartitionLog): void {
    const entry = this.#open.get(log);
    this.#open.delete(log);
    entry?.directory.forget(topicPartitionName(log.topic, log.partition));
    const deleted = log.delete().catch((error: unknown) => {
      this.#platform.log('warn', 'deleted partition left files behind', {
        folder: log.folder,
        error,
      });
    });
    this.#deletes.add(deleted);
    void deleted.finally(() => this.#deletes.delete(deleted));
  }

  /**
   * Moves the folders aside that belong to no partition of the image: topics that were deleted while
   * this broker was away.
   */
  async setStrayFoldersAside(image: MetadataImage): Promise<void> {
    for (const directory of this.directories) {
      for (const name of [...directory.folders()]) {
        const folder = parsePartitionFolder(name);
        if (folder === undefined) continue;
        if (image.topics.partition(folder.topic, folder.partition) !== undefined) continue;
        const topicId = await directory.topicIdOf(name);
        if (topicId !== undefined && image.topics.byId(topicId) === undefined) {
          await directory.setAside(name, topicId);
        }
      }
    }
  }

  /** Goes on in the background: nobody waits for the space. */
  deleteLeftovers(): void {
    for (const directory of this.directories) {
      directory.deleteLeftovers().catch((error: unknown) => {
        this.#platform.log('warn', 'deleted partitions left files behind', {
          directory: directory.path,
          error,
        });
      });
    }
  }

  /** A topic's effective configuration: this node's defaults, then what the topic overrides. */
  configOf(topic: string, image: MetadataImage): LogConfig {
    return logConfig(this.#config.values, image.configs.topic(topic));
  }

  /** Deletes what retention no longer keeps. Returns the number of segments deleted. */
  retain(): number {
    const nowMs = this.#platform.clock.nowMs();
    let segments = 0;
    for (const log of this.#open.keys()) {
      segments += log.deleteOldSegments(nowMs);
      log.expireProducers(nowMs);
    }
    return segments;
  }

  async checkpointHighWatermarks(): Promise<void> {
    await this.#eachOnline((directory, logs) => directory.writeHighWatermarks(logs));
  }

  async checkpointRecoveryPoints(): Promise<void> {
    await this.#eachOnline(async (directory, logs) => {
      await directory.writeRecoveryPoints(logs);
      // A log that was cut lost compacted records, too.
      await directory.writeCleanerOffsets(logs);
    });
  }

  async checkpointCleanerOffsets(): Promise<void> {
    await this.#eachOnline((directory, logs) => directory.writeCleanerOffsets(logs));
  }

  async checkpointLogStartOffsets(): Promise<void> {
    await this.#eachOnline((directory, logs) => directory.writeLogStartOffsets(logs));
  }

  /** Flushes logs that hold records unsynced for `flush.ms`, as seen by these calls. */
  async flushOverdue(): Promise<void> {
    const nowMs = this.#platform.clock.monotonicMs();
    const overdue: PartitionLog[] = [];
    for (const [log, entry] of this.#open) {
      if (log.recoveryPoint >= log.logEndOffset) {
        entry.dirtySinceMs = Infinity;
      } else {
        entry.dirtySinceMs = Math.min(entry.dirtySinceMs, nowMs);
        if (nowMs - entry.dirtySinceMs >= log.config.flushMs) overdue.push(log);
      }
    }
    await Promise.allSettled(overdue.map((log) => log.flush()));
  }

  /**
   * Closes every log and then, as the last thing in each directory, leaves the mark of a clean stop.
   *
   * @param brokerEpoch  under which this broker was registered
   */
  async close(brokerEpoch: number): Promise<void> {
    this.#turnWriter.writeNow();
    const unclean = new Set<LogDirectory>();
    await eachBounded([...this.#open], CLOSING_AT_ONCE, async ([log, { directory }]) => {
      if (!log.isDead && !(await log.close())) unclean.add(directory);
    });
    // Files that wait for their deletion are left to the next start; without this their owners wait on.
    this.resources.close();
    await Promise.all(this.#deletes);
    await this.#eachOnline(async (directory, logs) => {
      await directory.writeHighWatermarks(logs);
      await directory.writeRecoveryPoints(logs);
      await directory.writeLogStartOffsets(logs);
      await directory.writeCleanerOffsets(logs);
      if (!unclean.has(directory)) await directory.leaveClean(brokerEpoch);
    });
    this.#open.clear();
  }

  async #openExisting(
    directory: LogDirectory,
    name: string,
    options: LogOptions,
    partition: Partition,
  ): Promise<PartitionLog | undefined> {
    const foundId = await directory.topicIdOf(name);
    if (foundId !== undefined && foundId !== partition.topicId) {
      // The topic was deleted and made again while this broker was away: the id proves it (KAFKA-16157).
      await directory.setAside(name, foundId);
      return this.#opened(PartitionLog.createNow(options), directory, partition);
    }
    try {
      const log = await PartitionLog.open(
        options,
        directory.checkpointsOf(partition.topic, partition.partition),
      );
      // With flush.messages every answer waits for the disk: so do records that recovery found.
      if (log.isFlushDue) await log.flush();
      return this.#opened(log, directory, partition);
    } catch (error) {
      this.#directoryFailed(directory, error);
      return undefined;
    }
  }

  #opened(log: PartitionLog, directory: LogDirectory, partition: Partition): PartitionLog {
    this.#open.set(log, { directory, partition, dirtySinceMs: Infinity });
    directory.hold(topicPartitionName(log.topic, log.partition));
    return log;
  }

  #optionsFor(partition: Partition, directory: LogDirectory, config: LogConfig): LogOptions {
    const written = (): void => partition.written();
    return {
      resources: this.resources,
      logDir: directory.path,
      topic: partition.topic,
      partition: partition.partition,
      topicId: partition.topicId,
      config,
      dirty: (log) => this.#turnWriter.dirty(log, written),
      onDiskFailure: (log, error) => {
        partition.diskFailed();
        this.#directoryFailed(directory, error);
        log.abandon();
      },
    };
  }

  #placeFor(directoryId: Uuid): LogDirectory | undefined {
    if (directoryId === DirectoryId.LOST) return undefined;
    const named = this.directories.find((directory) => directory.directoryId === directoryId);
    if (named !== undefined) return named;
    const online = this.directories.filter((directory) => !directory.isOffline);
    // The emptiest one, as Kafka places new partitions.
    return online.reduce<LogDirectory | undefined>(
      (best, each) => (best === undefined || each.logCount < best.logCount ? each : best),
      undefined,
    );
  }

  #directoryFailed(directory: LogDirectory, error: unknown): void {
    if (directory.isOffline) return;
    directory.isOffline = true;
    this.#platform.log('error', 'log directory failed and is offline', {
      directory: directory.path,
      errorCode: errorName(ErrorCode.KAFKA_STORAGE_ERROR),
      error,
    });
    for (const [log, entry] of this.#open) {
      if (entry.directory !== directory) continue;
      this.#open.delete(log);
      entry.partition.diskFailed();
      if (!log.isDead) log.abandon();
    }
    this.#listener.onDirectoryFailed(
      directory,
      this.directories.every((each) => each.isOffline),
    );
  }

  async #eachOnline(
    work: (directory: LogDirectory, logs: readonly PartitionLog[]) => Promise<void>,
  ): Promise<void> {
    for (const directory of this.directories) {
      if (directory.isOffline) continue;
      const logs = [...this.#open]
        .filter(([, entry]) => entry.directory === directory)
        .map(([log]) => log);
      try {
        await work(directory, logs);
      } catch (error) {
        this.#directoryFailed(directory, error);
      }
    }
  }
}

const CLOSING_AT_ONCE = 16;

async function eachBounded<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void> | undefined,
): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    while (next < items.length) await work(items[next++] as T);
  });
  await Promise.all(lanes);
}
