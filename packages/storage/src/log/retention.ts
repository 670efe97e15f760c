// Retention: which segments a log no longer has to keep. Always from the start, always whole segments,
// and never one that is not below the high watermark completely (KAFKA-5634).

import { type LogConfig } from '../configs/log-config.ts';
import { type LogSegment } from './log-segment.ts';
import { type SegmentList } from './segment-list.ts';

export function deletableSegments(
  segments: SegmentList,
  config: LogConfig,
  highWatermark: number,
  logStartOffset: number,
  logEndOffset: number,
  nowMs: number,
): readonly LogSegment[] {
  let excessBytes = config.retentionBytes < 0 ? 0 : segments.sizeInBytes - config.retentionBytes;
  let count = 0;
  for (const segment of segments.all()) {
    const endOffset = segments.at(count + 1)?.baseOffset ?? logEndOffset;
    const isEmptyActive = segment === segments.active && segment.sizeInBytes === 0;
    if (endOffset > highWatermark || isEmptyActive) break;
    const isBelowStart = endOffset <= logStartOffset && segment !== segments.active;
    if (!isBelowStart && !config.isDeletedByPolicy) break;
    const isTooOld =
      config.retentionMs >= 0 && nowMs - segment.retentionTimestampMs > config.retentionMs;
    const isTooMuch = config.retentionBytes >= 0 && excessBytes >= segment.sizeInBytes;
    if (!isBelowStart && !isTooOld && !isTooMuch) break;
    excessBytes -= segment.sizeInBytes;
    count++;
  }
  return segments.all().slice(0, count);
}

/** Segments that lie below the log start completely; the active one stays. */
export function segmentsBelow(
  segments: SegmentList,
  logStartOffset: number,
): readonly LogSegment[] {
  let count = 0;
  while (count + 1 < segments.length) {
    const next = segments.at(count + 1);
    if (next === undefined || next.baseOffset > logStartOffset) break;
    count++;
  }
  return segments.all().slice(0, count);
}
