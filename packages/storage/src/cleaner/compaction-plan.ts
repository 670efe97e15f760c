// What compaction would find to do in a log: from where to where, how dirty it is, and whether it is
// worth it. The rules are those of Kafka's LogCleanerManager.

import { type LogConfig } from '../configs/log-config.ts';
import { type LogSegment, MAX_RELATIVE_OFFSET } from '../log/log-segment.ts';
import { type LogState } from '../log/log-state.ts';

export interface CompactionPlan {
  readonly firstDirtyOffset: number;
  /** Exclusive, where a segment begins. */
  readonly upperOffset: number;
  readonly cleanBytes: number;
  readonly dirtyBytes: number;
  /** For how long the oldest dirty record has been waiting beyond max.compaction.lag.ms. */
  readonly delayMs: number;
}

/** The share of what could be compacted that is not yet. */
export function dirtyRatio(plan: CompactionPlan): number {
  return plan.dirtyBytes === 0 ? 0 : plan.dirtyBytes / (plan.cleanBytes + plan.dirtyBytes);
}

/** Whether a log should be compacted now. */
export function isCompactionDue(plan: CompactionPlan, config: LogConfig): boolean {
  if (plan.dirtyBytes === 0) return false;
  return plan.delayMs > 0 || dirtyRatio(plan) > config.minCleanableDirtyRatio;
}

/** Undefined where the log is not compacted, or has no complete segment. */
export function planCompaction(state: LogState, nowMs: number): CompactionPlan | undefined {
  const { config, segments, logStartOffset, logEndOffset } = state;
  if (!config.isCompacted || !state.canAppend || segments.length < 2) return undefined;
  // A start that moved, or an end that was cut, may have left the checkpoint outside the log.
  const isInside =
    state.firstDirtyOffset >= logStartOffset && state.firstDirtyOffset <= logEndOffset;
  const firstDirtyOffset = isInside ? state.firstDirtyOffset : logStartOffset;
  const limit = limitOffset(state, firstDirtyOffset, nowMs);
  let upperOffset = segments.first?.baseOffset ?? logStartOffset;
  let cleanBytes = 0;
  let dirtyBytes = 0;
  for (let slot = 0; ; slot++) {
    const segment = segments.at(slot);
    const endOffset = segments.at(slot + 1)?.baseOffset;
    if (segment === undefined || endOffset === undefined || endOffset > limit) break;
    upperOffset = endOffset;
    if (endOffset > firstDirtyOffset) dirtyBytes += segment.sizeInBytes;
    else cleanBytes += segment.sizeInBytes;
  }
  const delayMs = compactionDelayMs(state, firstDirtyOffset, nowMs);
  return { firstDirtyOffset, upperOffset, cleanBytes, dirtyBytes, delayMs };
}

/**
 * Nothing at or above this may be touched: what may still be cut (KAFKA-13194), undecided transactions,
 * the segment that grows, what a recovery would read again, and records that are too young.
 */
function limitOffset(state: LogState, firstDirtyOffset: number, nowMs: number): number {
  const { config, segments, recoveryPoint, lastStableOffset } = state;
  const { active } = segments;
  const limit = Math.min(lastStableOffset, recoveryPoint, active?.baseOffset ?? 0);
  if (config.minCompactionLagMs <= 0) return limit;
  const youngest = nowMs - config.minCompactionLagMs;
  const tooYoung = segments
    .all()
    .slice(Math.max(0, segments.slotOf(firstDirtyOffset)))
    .find((segment) => segment !== active && segment.retentionTimestampMs > youngest);
  return Math.min(limit, tooYoung?.baseOffset ?? limit);
}

function compactionDelayMs(state: LogState, firstDirtyOffset: number, nowMs: number): number {
  const { config, segments } = state;
  const latest = nowMs - config.maxCompactionLagMs;
  if (latest <= 0) return 0;
  let delayMs = 0;
  for (let slot = Math.max(0, segments.slotOf(firstDirtyOffset)); ; slot++) {
    const segment = segments.at(slot);
    if (segment === undefined || segment === segments.active) return delayMs;
    const first = segment.sizeInBytes === 0 ? -1 : segment.firstTimestamp;
    if (first > 0) delayMs = Math.max(delayMs, latest - first);
  }
}

/** Most segments that become one: all their files are renamed in one turn of the event loop. */
const MAX_GROUP = 100;

/**
 * Neighbours that become one segment, so that small leftovers do not stay for ever: together they are
 * not larger than a segment may be, and their offsets fit into its indexes (KAFKA-6264).
 *
 * @param segments  complete ones, in order
 * @param endOffset  where the last of them ends
 */
export function groupSegments(
  segments: readonly LogSegment[],
  endOffset: number,
  segmentBytes: number,
): LogSegment[][] {
  const groups: LogSegment[][] = [];
  let group: LogSegment[] = [];
  let bytes = 0;
  segments.forEach((segment, slot) => {
    const first = group[0] ?? segment;
    const lastOffset = (segments[slot + 1]?.baseOffset ?? endOffset) - 1;
    const fits =
      group.length < MAX_GROUP &&
      bytes + segment.sizeInBytes <= segmentBytes &&
      // An empty one has no offset to overflow.
      (segment.sizeInBytes === 0 || lastOffset - first.baseOffset <= MAX_RELATIVE_OFFSET);
    if (group.length > 0 && !fits) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(segment);
    bytes += segment.sizeInBytes;
  });
  if (group.length > 0) groups.push(group);
  return groups;
}
