// Finding offsets by time. The answer is always that of a scan over all visible records from the
// start; segments and time indexes only say which of them cannot be it (KAFKA-4734, 19407).

import { BatchCursor, CURRENT_MAGIC, readRecords } from '@samsa/protocol';
import { type LogSegment } from './log-segment.ts';
import { MAX_DECOMPRESSED_BYTES } from './limits.ts';
import { scanBatches } from './batch-headers.ts';
import { type SegmentList } from './segment-list.ts';

export interface TimestampAndOffset {
  readonly timestamp: number;
  readonly offset: number;
  /** Of the leader that appended the record; −1 in batches of old formats. */
  readonly leaderEpoch: number;
}

const READ_OPTIONS = { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES };

/** The first record in [from, to) whose timestamp is at least this one. */
export async function offsetForTimestamp(
  segments: SegmentList,
  from: number,
  to: number,
  timestamp: number,
): Promise<TimestampAndOffset | undefined> {
  for (const segment of segments.all().slice(Math.max(0, segments.slotOf(from)))) {
    if (segment.maxTimestamp < timestamp) continue;
    // Up to that offset no record is newer than the index entry, which is not newer than the target.
    const found = await firstInSegment(
      segment,
      segment.timeIndex.lookup(timestamp),
      (batch) => batch.maxTimestamp >= timestamp,
      (record) => record.timestamp >= timestamp,
      from,
      to,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first record in [from, to) with the largest timestamp of them all. */
export async function offsetOfMaxTimestamp(
  segments: SegmentList,
  from: number,
  to: number,
): Promise<TimestampAndOffset | undefined> {
  let newest: LogSegment | undefined;
  for (const segment of segments.all()) {
    if (segment.maxTimestamp >= 0 && segment.maxTimestamp > (newest?.maxTimestamp ?? -1)) {
      newest = segment;
    }
  }
  if (newest === undefined) return undefined;
  const { maxTimestamp, offsetOfMaxTimestamp: offset } = newest;
  return firstInSegment(
    newest,
    offset,
    (batch) => batch.maxTimestamp >= maxTimestamp,
    (record) => record.timestamp >= maxTimestamp,
    from,
    to,
  );
}

async function firstInSegment(
  segment: LogSegment,
  startOffset: number,
  mayHold: (batch: BatchCursor) => boolean,
  isIt: (record: { readonly timestamp: number }) => boolean,
  from: number,
  to: number,
): Promise<TimestampAndOffset | undefined> {
  await segment.warmIndexes();
  const start = segment.offsetIndex.lookup(Math.max(startOffset, from));
  let found: TimestampAndOffset | undefined;
  await scanBatches(segment.log, start, segment.writtenBytes, (batch) => {
    if (batch.baseOffset >= to) return true;
    if (batch.lastOffset < from || (batch.magic === CURRENT_MAGIC && !mayHold(batch))) {
      return undefined;
    }
    for (const record of readRecords(batch, READ_OPTIONS)) {
      if (record.offset < from || record.offset >= to || !isIt(record)) continue;
      const leaderEpoch = batch.magic === CURRENT_MAGIC ? batch.partitionLeaderEpoch : -1;
      found = { timestamp: record.timestamp, offset: record.offset, leaderEpoch };
      return true;
    }
    return undefined;
  });
  return found;
}
