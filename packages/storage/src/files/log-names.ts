// The names of Kafka's files and folders in a log directory. Source: Kafka's LogFileUtils, UnifiedLog.

import { type Uuid, uuidToBytes } from '@samsa/common';

export const LOG_SUFFIX = '.log';
export const OFFSET_INDEX_SUFFIX = '.index';
export const TIME_INDEX_SUFFIX = '.timeindex';
export const TRANSACTION_INDEX_SUFFIX = '.txnindex';
export const PRODUCER_SNAPSHOT_SUFFIX = '.snapshot';
/** Waits for its deletion; removed at start. */
export const DELETED_SUFFIX = '.deleted';
/** Half-made output of a compaction; removed at start. */
export const CLEANED_SUFFIX = '.cleaned';
/** Finished output of a compaction that takes the place of its sources; completed at start. */
export const SWAP_SUFFIX = '.swap';

const MAX_FOLDER_NAME_LENGTH = 255;

/** The base offset as 20 digits, so that names sort as offsets do. */
export function offsetName(offset: number, suffix: string): string {
  return String(offset).padStart(20, '0') + suffix;
}

/** The offset in a name such as `00000000000000000042.log`, or undefined for another kind of name. */
export function offsetOfName(name: string): number | undefined {
  const match = /^(\d{20})\./.exec(name);
  return match === null ? undefined : Number(match[1]);
}

export function partitionFolder(topic: string, partition: number): string {
  return `${topic}-${partition}`;
}

export type FolderKind = 'live' | 'deleted' | 'future' | 'stray';

export interface PartitionFolder {
  readonly topic: string;
  readonly partition: number;
  readonly kind: FolderKind;
}

/** Reads a folder's name; undefined where it is no partition. Topic names may hold dashes and dots. */
export function parsePartitionFolder(name: string): PartitionFolder | undefined {
  const renamed = /^(\S+)-(\d+)\.(\S+)-(delete|future|stray)$/.exec(name);
  if (renamed !== null) {
    const word = renamed[4];
    return {
      topic: renamed[1] ?? '',
      partition: Number(renamed[2]),
      kind: word === 'delete' ? 'deleted' : word === 'future' ? 'future' : 'stray',
    };
  }
  const live = /^(\S+)-(\d+)$/.exec(name);
  if (live === null) return undefined;
  return { topic: live[1] ?? '', partition: Number(live[2]), kind: 'live' };
}

/**
 * `<topic>-<partition>.<32 hex digits>-delete` and its like. The topic is cut where the name would
 * be longer than file systems take; nobody reads it any more.
 */
export function renamedFolder(
  topic: string,
  partition: number,
  unique: Uuid,
  kind: 'delete' | 'stray' | 'future',
): string {
  const tail = `-${partition}.${Buffer.from(uuidToBytes(unique)).toString('hex')}-${kind}`;
  return topic.slice(0, MAX_FOLDER_NAME_LENGTH - tail.length) + tail;
}
