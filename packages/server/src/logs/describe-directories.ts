// describeDirectories: what lies in each log directory, and how much room it has.

import { ErrorCode, type Platform } from '@samsa/common';

import { type LogDirectories } from './log-directories.ts';
import { type LogDirectory } from './log-directory.ts';

export interface DescribedReplica {
  readonly topic: string;
  readonly partition: number;
  /** Of all segments, without their indexes. */
  readonly sizeInBytes: number;
  /** How far the log is behind the high watermark; 0 for a leader. */
  readonly offsetLag: number;
}

export interface DescribedDirectory {
  readonly path: string;
  /** KAFKA_STORAGE_ERROR where the directory is offline or its disk does not answer. */
  readonly errorCode: ErrorCode;
  readonly replicas: readonly DescribedReplica[];
  /** −1 where it is not known. */
  readonly totalBytes: number;
  readonly usableBytes: number;
}

export function describeDirectories(
  platform: Platform,
  logs: LogDirectories,
  isWanted: (topic: string, partition: number) => boolean,
): Promise<DescribedDirectory[]> {
  // Looked up in one go, so that all directories are told of as of the same moment.
  const replicas = new Map<LogDirectory, DescribedReplica[]>();
  for (const log of logs.openLogs()) {
    const directory = logs.directoryOf(log);
    if (directory === undefined || !isWanted(log.topic, log.partition)) continue;
    let list = replicas.get(directory);
    if (list === undefined) replicas.set(directory, (list = []));
    list.push({
      topic: log.topic,
      partition: log.partition,
      sizeInBytes: log.sizeInBytes,
      offsetLag: Math.max(0, log.highWatermark - log.logEndOffset),
    });
  }
  return Promise.all(
    logs.directories.map((directory) =>
      describe(platform, directory, replicas.get(directory) ?? []),
    ),
  );
}

async function describe(
  platform: Platform,
  directory: LogDirectory,
  replicas: readonly DescribedReplica[],
): Promise<DescribedDirectory> {
  const { path } = directory;
  if (directory.isOffline) return failed(path);
  try {
    const { totalBytes, freeBytes } = await platform.disk.space(path);
    return { path, errorCode: ErrorCode.NONE, replicas, totalBytes, usableBytes: freeBytes };
  } catch (error) {
    // Asking for the room of a disk proves nothing about its files: those who write them find out.
    platform.log('warn', 'log directory does not tell its space', { directory: path, error });
    return failed(path);
  }
}

function failed(path: string): DescribedDirectory {
  const errorCode = ErrorCode.KAFKA_STORAGE_ERROR;
  return { path, errorCode, replicas: [], totalBytes: -1, usableBytes: -1 };
}
