// For tests of compaction: a log of keyed records, compacted on demand, and what is left of it.

import assert from 'node:assert/strict';

import {
  BatchBuilder,
  type BatchOptions,
  batchesIn,
  buildEndTransactionMarker,
  readRecords,
} from '@samsa/protocol';
import { type CompactionPlan } from '../cleaner/compaction-plan.ts';
import { type CompactionLimits, type CompactionResult } from '../cleaner/log-compaction.ts';
import { type PartitionLog } from '../log/partition-log.ts';
import { EVERYTHING, START_MS } from './test-storage.ts';

export type Entry = readonly [key: string | null, value: string | null];

export interface LeftBatch {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly producerId: number;
  readonly isControl: boolean;
  readonly deleteHorizonMs: number;
  readonly records: readonly (readonly [
    offset: number,
    key: string | null,
    value: string | null,
  ])[];
}

export const TEST_LIMITS: CompactionLimits = {
  mapBytes: 1024 * 1024,
  loadFactor: 0.9,
  bufferBytes: 4096,
  pieceBytes: 16 * 1024,
  pace: () => Promise.resolve(),
  isStopping: () => false,
};

/** One batch; its first record has the timestamp, each further one is a millisecond newer. */
export function append(
  log: PartitionLog,
  entries: readonly Entry[],
  options: BatchOptions & { readonly timestamp?: number } = {},
): number {
  const { timestamp = START_MS, ...batch } = options;
  const builder = new BatchBuilder(batch);
  entries.forEach(([key, value], n) =>
    builder.add(
      timestamp + n,
      key === null ? null : Buffer.from(key),
      value === null ? null : Buffer.from(value),
    ),
  );
  const result = log.appendAsLeader(builder.build(), 0, 'coordinator');
  assert.equal(result.errorCode, 0, result.errorMessage ?? '');
  return result.baseOffset;
}

export function endTransaction(
  log: PartitionLog,
  producerId: number,
  isCommit: boolean,
  producerEpoch = 0,
): number {
  const marker = { isCommit, producerId, producerEpoch, coordinatorEpoch: 0, timestamp: START_MS };
  const result = log.appendAsLeader(buildEndTransactionMarker(marker), 0, 'coordinator');
  assert.equal(result.errorCode, 0, result.errorMessage ?? '');
  return result.baseOffset;
}

/** Closes the active segment; everything in it is committed and on the disk. */
export async function closeSegment(log: PartitionLog): Promise<void> {
  log.writeStaged();
  log.roll();
  await log.flush();
  log.setHighWatermark(log.logEndOffset);
}

export function planOf(log: PartitionLog, nowMs = START_MS): CompactionPlan {
  const plan = log.compactionPlan(nowMs);
  assert.ok(plan, 'the log can be compacted');
  return plan;
}

export async function compact(
  log: PartitionLog,
  limits: Partial<CompactionLimits> = {},
): Promise<CompactionResult> {
  const result = await log.compact(planOf(log), { ...TEST_LIMITS, ...limits });
  if (result.outcome === 'failed') throw result.problem;
  return result;
}

export async function batchesOf(
  log: PartitionLog,
  from = log.logStartOffset,
): Promise<LeftBatch[]> {
  const batches: LeftBatch[] = [];
  let offset = from;
  while (offset < log.logEndOffset) {
    const read = await log.read({ ...EVERYTHING, offset });
    assert.equal(read.errorCode, 0);
    if (read.nextOffset === offset) break;
    for (const batch of batchesIn(Buffer.concat(read.chunks))) {
      const { baseOffset, lastOffset, producerId, isControl, deleteHorizonMs } = batch;
      const records = [...readRecords(batch, { maxDecompressedBytes: 1e8 })].length;
      assert.equal(records, batch.recordCount);
      const left: LeftBatch['records'][number][] = [];
      for (const record of readRecords(batch, { maxDecompressedBytes: 1e8 })) {
        left.push([record.offset, textOf(record.key()), textOf(record.value())]);
      }
      batches.push({
        baseOffset,
        lastOffset,
        producerId,
        isControl,
        deleteHorizonMs,
        records: left,
      });
    }
    offset = read.nextOffset;
    read.release();
  }
  return batches;
}

/** `offset:key=value` of each data record; a tombstone has no value. */
export async function recordsOf(log: PartitionLog): Promise<string[]> {
  const batches = await batchesOf(log);
  return batches
    .filter(({ isControl }) => !isControl)
    .flatMap(({ records }) =>
      records.map(
        ([offset, key, value]) => `${offset}:${key ?? ''}${value === null ? '' : `=${value}`}`,
      ),
    );
}

/** Offsets of the markers that are left. */
export async function markersOf(log: PartitionLog): Promise<number[]> {
  const batches = await batchesOf(log);
  return batches
    .filter(({ isControl, records }) => isControl && records.length > 0)
    .map(({ baseOffset }) => baseOffset);
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString();
}
