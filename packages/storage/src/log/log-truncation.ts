// Cutting the end of a log: what a follower wrote under an older leader and the new one does not have.

import { BatchCursor } from '@samsa/protocol';
import { DELETED_SUFFIX, offsetName, PRODUCER_SNAPSHOT_SUFFIX } from '../files/log-names.ts';
import { BATCH_HEADER_BYTES, positionOf } from './batch-headers.ts';
import { endOffsetByIndex, loadNewestSnapshot, replayProducers } from './log-loader.ts';
import { type LogSegment } from './log-segment.ts';
import { type LogState } from './log-state.ts';
import { type LogWriter } from './log-writer.ts';

/**
 * Cuts a log in which nothing is staged, at the start of the batch that holds the offset. The cut is
 * done when this returns; the promise is resolved when producer state has been read again.
 *
 * @returns whether anything was cut
 */
export async function truncateLog(
  state: LogState,
  writer: LogWriter,
  offset: number,
): Promise<boolean> {
  if (offset >= state.logEndOffset) {
    // An epoch without records may still stand there and contradict the leader (KAFKA-10706).
    state.leaderEpochs.truncateFromEnd(state.logEndOffset);
    return false;
  }
  const first = state.segments.first;
  if (first === undefined || offset <= first.baseOffset || offset < state.logStartOffset) {
    emptyLogAt(state, writer, offset);
    return true;
  }
  cut(state, writer, offset);
  if (state.producerStates.producerCount > 0) await rebuildProducers(state);
  return true;
}

/** Removes everything; the next record gets this offset. */
export function emptyLogAt(state: LogState, writer: LogWriter, offset: number): void {
  forgetMemory(state);
  state.deleteSegments(state.segments.all());
  dropLooseSnapshot(state);
  state.leaderEpochs.clear();
  state.producerStates.clear();
  state.logStartOffset = offset;
  state.logEndOffset = offset;
  state.stagedEndOffset = offset;
  state.recoveryPoint = Math.min(state.recoveryPoint, offset);
  state.firstDirtyOffset = Math.min(state.firstDirtyOffset, offset);
  state.highWatermark = offset;
  // Its name says where the log goes on, also after a crash.
  writer.addSegment(offset, state.nowMs());
}

function cut(state: LogState, writer: LogWriter, offset: number): void {
  const { headerBlock } = state.options.resources;
  const slot = state.segments.slotOf(offset);
  const segment = state.segments.at(slot) as LogSegment; // not below the first one
  const from = segment.offsetIndex.lookup(offset);
  const position = positionOf(segment.log, offset, from, segment.writtenBytes, headerBlock);
  const endOffset = position < 0 ? offset : Math.min(offset, baseOffsetAt(segment, position));
  if (endOffset < state.logStartOffset) {
    // The batch reaches below the log start, so nothing that may be read is left.
    emptyLogAt(state, writer, offset);
    return;
  }
  forgetMemory(state);
  state.deleteSegments(state.segments.all().slice(slot + 1));
  if (position >= 0) {
    segment.truncateNow(endOffset, position);
    endOffsetByIndex(segment, headerBlock); // finds the largest timestamp again
  }
  state.logEndOffset = endOffset;
  state.stagedEndOffset = endOffset;
  state.recoveryPoint = Math.min(state.recoveryPoint, endOffset);
  state.firstDirtyOffset = Math.min(state.firstDirtyOffset, endOffset);
  state.highWatermark = Math.min(state.highWatermark, endOffset);
  state.leaderEpochs.truncateFromEnd(endOffset);
  dropLooseSnapshot(state);
  state.mark('log.truncate');
}

/** Reads under way notice by the count; nothing in memory is of the new log. */
function forgetMemory(state: LogState): void {
  state.truncationCount++;
  state.tail.drop();
  state.recentWrites.clear();
}

async function rebuildProducers(state: LogState): Promise<void> {
  state.isRebuilding = true;
  try {
    state.producerStates.clear();
    const names = state.segments
      .all()
      .filter((segment) => segment.snapshot.exists)
      .map((segment) => offsetName(segment.baseOffset, PRODUCER_SNAPSHOT_SUFFIX));
    const { options, folder, producerStates, logEndOffset } = state;
    const from = await loadNewestSnapshot(options, folder, names, producerStates, logEndOffset);
    await replayProducers(state.segments, producerStates, from, logEndOffset);
    producerStates.committed(state.highWatermark);
  } finally {
    state.isRebuilding = false;
  }
}

/** It describes records that are gone. */
function dropLooseSnapshot(state: LogState): void {
  const loose = state.looseSnapshot;
  if (loose === undefined) return;
  state.looseSnapshot = undefined;
  loose.renameNow(loose.path + DELETED_SUFFIX);
  loose.closeNow();
  state.deleteLater([loose.path], 0);
}

function baseOffsetAt(segment: LogSegment, position: number): number {
  const header = new Uint8Array(BATCH_HEADER_BYTES);
  segment.log.now().readNow(header, position);
  return BatchCursor.over(header).baseOffset;
}
