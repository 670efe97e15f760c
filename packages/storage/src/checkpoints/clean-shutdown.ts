// .kafka_cleanshutdown: the mark of a clean stop. It is removed before anything of the folder is
// loaded and written last of all, so that it never outlives what it promises.

import { type Disk } from '@samsa/common';
import { readFileText, removeFile, writeFileSafely } from '../files/atomic-file.ts';
import { dirname, join } from '../files/paths.ts';

export const CLEAN_SHUTDOWN_FILE = '.kafka_cleanshutdown';

export interface CleanShutdown {
  /** The broker epoch under which the node stopped; −1 where the mark does not say. */
  readonly brokerEpoch: number;
}

export function formatCleanShutdown(brokerEpoch: number): string {
  return JSON.stringify({ version: 0, brokerEpoch });
}

/** Undefined where the last stop was not clean. A mark that cannot be read still marks the stop. */
export async function readCleanShutdown(
  disk: Disk,
  logDir: string,
): Promise<CleanShutdown | undefined> {
  const text = await readFileText(disk, join(logDir, CLEAN_SHUTDOWN_FILE));
  return text === undefined ? undefined : parseCleanShutdown(text);
}

export function parseCleanShutdown(text: string): CleanShutdown {
  const match = /^\s*\{.*"brokerEpoch"\s*:\s*(-?\d+)[\s,}]/.exec(text);
  return { brokerEpoch: match === null ? -1 : Number(match[1]) };
}

export async function writeCleanShutdown(
  disk: Disk,
  logDir: string,
  brokerEpoch: number,
): Promise<void> {
  await writeFileSafely(disk, join(logDir, CLEAN_SHUTDOWN_FILE), formatCleanShutdown(brokerEpoch));
}

export async function removeCleanShutdown(disk: Disk, logDir: string): Promise<void> {
  const path = join(logDir, CLEAN_SHUTDOWN_FILE);
  await removeFile(disk, path);
  await disk.syncDir(dirname(path));
}
