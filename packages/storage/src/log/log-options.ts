// What a log is given by its owner, and what the owner's checkpoints say about it.

import { type DiskLane, type Uuid } from '@samsa/common';
import { type LogConfig } from '../configs/log-config.ts';
import { type LogResources } from '../log-resources.ts';
import { type PartitionLog } from './partition-log.ts';

export interface LogOptions {
  readonly resources: LogResources;
  /** The log directory, an entry of log.dirs, in which the partition's folder lies. */
  readonly logDir: string;
  readonly topic: string;
  readonly partition: number;
  readonly topicId: Uuid;
  readonly config: LogConfig;
  /** Called at the first append of a turn: the owner calls `writeStaged` when the turn ends. */
  dirty(log: PartitionLog): void;
  /** The log is dead: its disk failed, or it found its own state broken. Called once. */
  onDiskFailure(log: PartitionLog, error: unknown): void;
  /** Where its syncs wait; 'metadata' for the log of the quorum. Default: data. */
  readonly syncLane?: DiskLane;
}

export interface LogCheckpoints {
  /** Everything below is on disk; the scan after an unclean stop begins here. */
  readonly recoveryPoint: number;
  readonly logStartOffset: number;
  /** How far compaction has come; 0 where nothing is known. */
  readonly firstDirtyOffset?: number;
  /** The node stopped cleanly: files end where they should, indexes and snapshots are complete. */
  readonly isClean: boolean;
}
