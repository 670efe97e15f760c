// LogFlusher: makes a log survive power loss, and says how much of it does.
//
// | what                              | synced when                                     | who waits |
// | --------------------------------- | ----------------------------------------------- | --------- |
// | active segment                    | flush: flush.messages, flush.ms, the quorum, before a compaction | who called flush; all share one sync in flight |
// | rolled segment with its indexes   | at once after the roll, in the background       | the recovery point |
// | producer snapshot of a roll       | with the segment before it                      | the recovery point |
// | leader-epoch-checkpoint           | with a rolled segment, and close                | the recovery point |
// | names of new files, partition.metadata, the folder | the first flush after they were made | the recovery point |
// | everything, trimmed, with a snapshot at the end | close                             | the mark of a clean stop |
// | a compacted segment and its indexes | before it takes the place of others           | the swap |
// | names during a swap               | after each of its steps, see segment-swap.ts    | the next step |
// | recovery-point-offset-checkpoint  | before a log is compacted, by its owner         | the compaction |
//
// Recovery reads the segment of the last durable record again from its start. That gives back its
// indexes, epochs and producers, so a sync of the active segment is one sync of one file.

import { type DiskLane, ErrorCode, KafkaError } from '@samsa/common';
import { formatLeaderEpochs, LEADER_EPOCH_FILE } from '../checkpoints/leader-epoch-checkpoint.ts';
import { PARTITION_METADATA_FILE } from '../checkpoints/partition-metadata.ts';
import { syncFile, writeFile } from '../files/atomic-file.ts';
import { offsetName, PRODUCER_SNAPSHOT_SUFFIX } from '../files/log-names.ts';
import { LogFile } from '../files/open-files.ts';
import { join } from '../files/paths.ts';
import { type LogSegment } from './log-segment.ts';
import { type LogState } from './log-state.ts';
import { type LogWriter } from './log-writer.ts';

export class LogFlusher {
  readonly #state: LogState;
  readonly #writer: LogWriter;
  readonly #lane: DiskLane;
  #flushing: Promise<void> | undefined = undefined;

  constructor(state: LogState, writer: LogWriter) {
    this.#state = state;
    this.#writer = writer;
    this.#lane = state.options.syncLane ?? 'data';
  }

  /** Resolves when everything visible below `upTo` survives power loss. */
  async flush(upTo: number): Promise<void> {
    const state = this.#state;
    while (state.recoveryPoint < Math.min(upTo, state.logEndOffset)) {
      if (state.isDead || state.isAbandoned) {
        throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the log ${state.folder} has failed`);
      }
      this.#flushing ??= this.#flushOnce(upTo).finally(() => {
        this.#flushing = undefined;
      });
      await this.#flushing;
    }
  }

  /** Makes complete segments durable, without the one that grows. Failures take the log down. */
  async flushComplete(): Promise<void> {
    try {
      await this.flush(this.#state.segments.active?.baseOffset ?? 0);
    } catch {
      // The log is dead or abandoned by now, and its owner has been told.
    }
  }

  async #flushOnce(upTo: number): Promise<void> {
    const state = this.#state;
    const { truncationCount } = state;
    const activeBaseOffset = state.segments.active?.baseOffset ?? state.logEndOffset;
    const withActive = upTo > activeBaseOffset;
    const endOffset = withActive ? state.logEndOffset : activeBaseOffset;
    try {
      await this.#syncSegments(withActive);
      await this.#syncNames();
    } catch (error) {
      // After a failed sync the pages count as clean although they are not on disk: no second try.
      state.diskFailed(error);
      throw error;
    }
    // Cut meanwhile: what follows the cut may be newer than the sync.
    if (state.truncationCount !== truncationCount) return;
    state.recoveryPoint = Math.max(state.recoveryPoint, endOffset);
  }

  async #syncSegments(withActive: boolean): Promise<void> {
    const { segments, recoveryPoint } = this.#state;
    const { active } = segments;
    // With the segment of the last durable record: it may have been rolled since, and then its
    // indexes and the epochs in it are not on disk yet.
    const firstSlot = Math.max(0, segments.slotOf(recoveryPoint - 1));
    const dirty = segments.all().slice(firstSlot);
    const complete = dirty.filter((segment) => segment !== active);
    for (const segment of complete) {
      await unlessDeleted(segment, () => segment.syncAll(this.#lane));
    }
    if (complete.length > 0) await this.#writeEpochs();
    if (active === undefined) return;
    await unlessDeleted(active, async () => {
      if (complete.length > 0 && active.snapshot.exists) {
        await active.snapshot.sync('all', this.#lane);
      }
      if (withActive) await active.log.sync('data', this.#lane);
    });
  }

  async #writeEpochs(): Promise<void> {
    const state = this.#state;
    const { folder, leaderEpochs } = state;
    const { version, entries } = leaderEpochs;
    if (version === state.epochVersionOnDisk || !state.exists) return;
    const { disk } = state.options.resources.platform;
    const path = join(folder, LEADER_EPOCH_FILE);
    const temporary = `${path}.tmp`;
    await writeFile(disk, temporary, Buffer.from(formatLeaderEpochs(entries)), this.#lane);
    // The topic may have been deleted and made again: the folder of that name is another log's then.
    if (state.isAbandoned) throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, 'the log is gone');
    disk.renameNow(temporary, path);
    await disk.syncDir(folder);
    state.epochVersionOnDisk = version;
  }

  /** A synced file without its name is lost as well (KAFKA-3968). */
  async #syncNames(): Promise<void> {
    const state = this.#state;
    const { logDir, resources } = state.options;
    const { disk } = resources.platform;
    const unnamed = state.segments.all().filter((segment) => !segment.isNameDurable);
    if (!state.isFolderDurable) {
      await syncFile(disk, join(state.folder, PARTITION_METADATA_FILE), this.#lane);
    }
    if (unnamed.length > 0 || !state.isFolderDurable) await disk.syncDir(state.folder);
    for (const segment of unnamed) segment.isNameDurable = true;
    if (!state.isFolderDurable) await disk.syncDir(logDir);
    state.isFolderDurable = true;
  }

  /** Leaves the folder as a start without recovery wants it. */
  async writeCleanEnd(): Promise<void> {
    const state = this.#state;
    const { resources } = state.options;
    await this.flush(state.logEndOffset);
    // Of a roll in the background: two may not write the same files at once.
    while (this.#flushing !== undefined) await this.#flushing;
    const { active } = state.segments;
    active?.closeForAppends();
    const snapshot = new LogFile(
      resources.openFiles,
      join(state.folder, offsetName(state.logEndOffset, PRODUCER_SNAPSHOT_SUFFIX)),
      false,
    );
    this.#writer.writeSnapshot(snapshot);
    await snapshot.sync('all', this.#lane);
    snapshot.closeNow();
    await active?.syncAll(this.#lane);
    await this.#writeEpochs();
    await resources.platform.disk.syncDir(state.folder);
  }
}

/** A segment that retention deletes under a sync is no failure (KAFKA-19571). */
async function unlessDeleted(segment: LogSegment, sync: () => Promise<void>): Promise<void> {
  try {
    await sync();
  } catch (error) {
    if (!segment.isDeleted) throw error;
  }
}
