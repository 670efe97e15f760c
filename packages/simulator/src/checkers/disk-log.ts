// What stands in the segment files of a partition on a simulated disk, read without the server's code.

import { BatchCursor, crc32c } from '@samsa/protocol';

import { type HostDisk } from '../disk/host-disk.ts';
import { type Partition, partitionKey, type ReadRecord } from '../workload/history.ts';
import { recordsFrom } from '../workload/log-client.ts';

export interface StoredBatch {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly crc: number;
  readonly bytes: Uint8Array;
}

/** The whole batches from the start of the log, up to the first that is torn, damaged or missing. */
export function storedBatches(disk: HostDisk, dataDir: string, at: Partition): StoredBatch[] {
  const folder = `${dataDir}/${partitionKey(at)}`;
  const segments = [...disk.tree.files(folder)]
    .map(([path]) => path)
    .filter((path) => /\/\d{20}\.log$/.test(path))
    .sort();
  const batches: StoredBatch[] = [];
  let nextOffset = -1;
  for (const path of segments) {
    const baseOffset = Number(path.slice(-24, -4));
    if (nextOffset >= 0 && baseOffset !== nextOffset) break;
    const bytes = disk.peek(path) ?? new Uint8Array(0);
    const cursor = BatchCursor.over(bytes);
    while (isNextBatch(cursor, nextOffset)) {
      const { baseOffset: first, lastOffset, crc } = cursor;
      batches.push({ baseOffset: first, lastOffset, crc, bytes: cursor.view().slice() });
      nextOffset = lastOffset + 1;
      cursor.advance();
    }
    if (cursor.start < bytes.length) break;
    if (nextOffset < 0) nextOffset = baseOffset;
  }
  return batches;
}

function isNextBatch(cursor: BatchCursor, nextOffset: number): boolean {
  if (!cursor.hasHeader || cursor.isMalformed || !cursor.isWhole) return false;
  if (!cursor.isCrcValid(crc32c)) return false;
  return nextOffset < 0 || cursor.baseOffset === nextOffset;
}

export function storedRecords(disk: HostDisk, dataDir: string, at: Partition): ReadRecord[] {
  return storedBatches(disk, dataDir, at).flatMap(
    (batch) => recordsFrom(batch.bytes, batch.baseOffset).records,
  );
}

/**
 * The whole batches that were on the disk before a start must be there after it, unchanged: recovery
 * cuts what is torn and nothing else.
 *
 * @returns what is wrong, or undefined
 */
export function restartProblem(
  before: readonly StoredBatch[],
  after: readonly StoredBatch[],
): string | undefined {
  for (const [index, batch] of before.entries()) {
    const now = after[index];
    if (now === undefined) {
      return `batch ${batch.baseOffset} to ${batch.lastOffset} was on the disk and is gone`;
    }
    if (now.baseOffset !== batch.baseOffset || now.crc !== batch.crc) {
      return `batch ${batch.baseOffset} to ${batch.lastOffset} has become another one, ${now.baseOffset} to ${now.lastOffset}`;
    }
  }
  return undefined;
}
