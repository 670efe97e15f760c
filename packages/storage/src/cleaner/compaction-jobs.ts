// The two jobs of a compaction, which run off the event loop. Each does a bounded piece of work and
// returns where the next one goes on, so that its owner can pause between them, or stop.

import { type Disk, ErrorCode, type Job, KafkaError } from '@samsa/common';
import { type BatchCursor, CURRENT_MAGIC, readRecords, RecordCursor } from '@samsa/protocol';
import { DamagedLog } from '../log/batch-headers.ts';
import { MAX_DECOMPRESSED_BYTES } from '../log/limits.ts';
import { type AbortedList } from './aborted-list.ts';
import {
  BatchFilter,
  damaged,
  type FilterCounts,
  type FilterRules,
  payloadOf,
} from './batch-filter.ts';
import { type CleanedSegmentState, CleanedSegmentWriter } from './cleaned-segment-writer.ts';
import { LastBatches, type LastBatchList } from './last-batches.ts';
import { OffsetMap, type OffsetMapMemory } from './offset-map.ts';
import { type SourcePlace, SourceReader, type SourceSegment } from './source-reader.ts';
import { TransactionsSeen, type TransactionsSeenState } from './transactions-seen.ts';
import { WorkSlice } from './work-slice.ts';

/** What looking at a record costs beside its bytes, in bytes of work. */
const RECORD_WORK_BYTES = 96;
/** Of records between two looks at the slice. */
const RECORDS_PER_STEP = 500;

interface PieceInput {
  readonly sources: readonly SourceSegment[];
  readonly from: SourcePlace;
  /** Source bytes after which the job ends. */
  readonly pieceBytes: number;
  readonly bufferBytes: number;
  readonly map: OffsetMapMemory;
  readonly keyCount: number;
  readonly aborted: AbortedList;
  readonly transactions: TransactionsSeenState;
}

interface PieceOutput {
  readonly place: SourcePlace;
  readonly isAtEnd: boolean;
  readonly transactions: TransactionsSeenState;
  readonly bytesRead: number;
  /** Why the sources cannot be compacted, with file and position; undefined where they can. */
  readonly damage: string | undefined;
}

// ---- Keys -----------------------------------------------------------------------------------------

export interface MapKeysInput extends PieceInput {
  /** Records below are known to be the only ones of their keys, or are found to be replaced. */
  readonly firstDirtyOffset: number;
}

export interface MapKeysOutput extends PieceOutput {
  readonly keyCount: number;
  /** The map takes no more: the compaction ends at `latestOffset`. */
  readonly isFull: boolean;
  /** The last offset of the last batch whose keys are all in the map; −1 where none was read. */
  readonly latestOffset: number;
  readonly messagesRead: number;
}

/** Fills the map with the keys of a piece of the dirty part of a log. */
export function mapKeysJob(input: MapKeysInput): Job<MapKeysOutput> {
  return { name: 'compaction.keys', input, start: (disk, ms) => mapKeys(input, disk, ms) };
}

async function* mapKeys(
  input: MapKeysInput,
  disk: Disk,
  budgetMs: number,
): AsyncGenerator<void, MapKeysOutput> {
  const reader = new SourceReader(disk, input.sources, input.from, input.bufferBytes);
  const map = new OffsetMap(input.map, input.keyCount);
  const transactions = new TransactionsSeen(input.aborted, input.transactions);
  const slice = new WorkSlice(budgetMs);
  let place = input.from;
  let latestOffset = -1;
  let messagesRead = 0;
  let isFull = false;
  let isAtEnd = false;
  let damage: string | undefined;
  try {
    while (reader.bytesRead < input.pieceBytes && !isFull) {
      const batch = await reader.next();
      if (batch === undefined) {
        isAtEnd = true;
        break;
      }
      const { lastOffset } = batch;
      const { count, isWhole } = yield* putKeys(batch, map, transactions, input.firstDirtyOffset);
      messagesRead += count;
      isFull = !isWhole;
      if (isWhole) {
        latestOffset = lastOffset;
        place = reader.place;
      }
      if (slice.isOverAfter(batch.sizeInBytes + count * RECORD_WORK_BYTES)) yield;
    }
  } catch (error) {
    damage = damageOf(error, reader);
  } finally {
    await reader.close();
  }
  return {
    place,
    isAtEnd,
    transactions: transactions.state,
    bytesRead: reader.bytesRead,
    damage,
    keyCount: map.keyCount,
    isFull,
    latestOffset,
    messagesRead,
  };
}

interface KeysPut {
  readonly count: number;
  /** False where the map was full before the last of them. */
  readonly isWhole: boolean;
}

function* putKeys(
  batch: BatchCursor,
  map: OffsetMap,
  transactions: TransactionsSeen,
  firstOffset: number,
): Generator<void, KeysPut> {
  let count = 0;
  if (batch.magic !== CURRENT_MAGIC) {
    for (const record of readRecords(batch, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES })) {
      const key = record.key();
      count++;
      if (key === null || record.offset < firstOffset) continue;
      if (!map.put(key, record.offset)) return { count, isWhole: false };
    }
    return { count, isWhole: true };
  }
  if (batch.isControl) {
    transactions.isIdleMarker(batch, () => undefined);
    return { count: batch.recordCount, isWhole: true };
  }
  // What an aborted transaction wrote replaces nothing.
  if (transactions.isAborted(batch)) return { count: batch.recordCount, isWhole: true };
  const payload = payloadOf(batch);
  const records = new RecordCursor();
  if (payload === undefined) records.aimInPlace(batch);
  else records.aim(batch, payload);
  while (records.next()) {
    count++;
    const key = records.key();
    if (key !== null && records.offset >= firstOffset && !map.put(key, records.offset)) {
      return { count, isWhole: false };
    }
    if (count % RECORDS_PER_STEP === 0) yield;
  }
  if (records.problem !== undefined) throw damaged(batch, records.problem);
  return { count, isWhole: true };
}

// ---- Records --------------------------------------------------------------------------------------

export interface CopyRecordsInput extends PieceInput {
  readonly folder: string;
  /** Of the segment that is written. */
  readonly baseOffset: number;
  readonly indexIntervalBytes: number;
  readonly rules: FilterRules;
  readonly lastBatches: LastBatchList;
  /** Undefined where the segment begins. */
  readonly output: CleanedSegmentState | undefined;
}

export interface CopyRecordsOutput extends PieceOutput {
  readonly output: CleanedSegmentState;
  /** Something is not as it was in the sources. */
  readonly isChanged: boolean;
  readonly bytesWritten: number;
  readonly counts: FilterCounts;
}

/** Writes what stays of a piece of the sources; at their end the new segment is synced. */
export function copyRecordsJob(input: CopyRecordsInput): Job<CopyRecordsOutput> {
  return { name: 'compaction.records', input, start: (disk, ms) => copyRecords(input, disk, ms) };
}

async function* copyRecords(
  input: CopyRecordsInput,
  disk: Disk,
  budgetMs: number,
): AsyncGenerator<void, CopyRecordsOutput> {
  const { folder, baseOffset, indexIntervalBytes } = input;
  const writer = await CleanedSegmentWriter.open(
    disk,
    folder,
    baseOffset,
    indexIntervalBytes,
    input.output,
  );
  const reader = new SourceReader(disk, input.sources, input.from, input.bufferBytes);
  const transactions = new TransactionsSeen(input.aborted, input.transactions);
  const filter = new BatchFilter(
    input.rules,
    new OffsetMap(input.map, input.keyCount),
    transactions,
    new LastBatches(input.lastBatches),
    (transaction) => writer.addAborted(transaction),
  );
  const slice = new WorkSlice(budgetMs);
  let isChanged = false;
  let isAtEnd = false;
  let damage: string | undefined;
  try {
    while (reader.bytesRead < input.pieceBytes) {
      const batch = await reader.next();
      if (batch === undefined) {
        isAtEnd = true;
        break;
      }
      const { messagesRead } = filter.counts;
      const kept = yield* filter.filter(batch);
      if (kept !== undefined) writer.add(kept);
      isChanged ||= kept?.buffer !== batch.bytes.buffer;
      await writer.writeSome();
      const looked = filter.counts.messagesRead - messagesRead;
      if (slice.isOverAfter(2 * batch.sizeInBytes + looked * RECORD_WORK_BYTES)) yield;
    }
    if (isAtEnd) await writer.finish();
    else await writer.pause();
  } catch (error) {
    damage = damageOf(error, reader);
  } finally {
    await reader.close();
    await writer.close();
  }
  return {
    place: reader.place,
    isAtEnd,
    transactions: transactions.state,
    bytesRead: reader.bytesRead,
    damage,
    output: writer.state,
    isChanged,
    bytesWritten: writer.bytesWritten,
    counts: filter.counts,
  };
}

/** What the sources are damaged by; throws the error again where it says something else. */
function damageOf(error: unknown, reader: SourceReader): string {
  const isDamage =
    error instanceof DamagedLog ||
    (error instanceof KafkaError && error.code === ErrorCode.CORRUPT_MESSAGE);
  if (!isDamage) throw error;
  const path = reader.source?.path ?? '';
  const { message } = error;
  return message.startsWith(path) ? message : `${path} before ${reader.place.position}: ${message}`;
}

/** The jobs of this package by name: a worker starts them from their input alone. */
export const storageJobs: Readonly<Record<string, (input: never) => Job<unknown>>> = {
  'compaction.keys': mapKeysJob,
  'compaction.records': copyRecordsJob,
};
