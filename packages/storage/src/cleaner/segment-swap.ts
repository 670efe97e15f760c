// Putting a compacted segment in the place of those it was made of. A crash at any step leaves either
// the sources or the replacement, and loading tells which:
//
// | step                                        | what a crash behind it leaves                     |
// | ------------------------------------------- | ------------------------------------------------- |
// | `.cleaned` files synced, then their names   | `.cleaned`: not complete, removed                 |
// | renamed to `.swap`; names synced            | some `.cleaned`: removed all; else the `.swap` count |
// | sources renamed to `.deleted`; names synced | `.swap`, which replaces what is left of them      |
// | `.swap` renamed to the names of a segment, which are synced | the segment; what still ends in `.swap` gets its name |
//
// Readers change over with the second step, in one event of the loop. Names are synced between the
// steps, as a disk may make later renames durable before earlier ones.

import { CLEANED_SUFFIX, SWAP_SUFFIX } from '../files/log-names.ts';
import { LogSegment } from '../log/log-segment.ts';
import { type LogState } from '../log/log-state.ts';
import { type CleanedSegmentState } from './cleaned-segment-writer.ts';

/**
 * @param sources  neighbours in the log when the compaction read them
 * @param isCurrent  whether the sources are still what they were
 * @returns false where they are not, and nothing was changed
 * @throws what the disk throws; then the log is in no state to go on
 */
export async function swapSegments(
  state: LogState,
  sources: readonly LogSegment[],
  output: CleanedSegmentState,
  isCurrent: () => boolean,
): Promise<boolean> {
  const { resources } = state.options;
  const { disk } = resources.platform;
  const { folder } = state;
  const [first] = sources;
  const last = sources.at(-1);
  if (first === undefined || last === undefined) return false;

  await disk.syncDir(folder);
  if (!isCurrent()) return false;

  const replacement = LogSegment.cleaned(
    resources,
    folder,
    first,
    output.sizes.log,
    output.sizes.transactions > 0,
    last.createdMs,
    CLEANED_SUFFIX,
  );
  replacement.changeSuffixNow(CLEANED_SUFFIX, SWAP_SUFFIX, 'log last');
  state.replaceSegments(sources, replacement);
  state.mark('log.compaction.swap');
  await disk.syncDir(folder);

  // From here on the log may have been closed, cut or deleted; loading ends what is not done here.
  if (!state.isReadable) return true;
  state.retireReplaced();
  await disk.syncDir(folder);

  if (!state.isReadable || replacement.isDeleted) return true;
  replacement.changeSuffixNow(SWAP_SUFFIX, '', 'log first');
  // A `.cleaned` of the next swap beside a `.swap` of this one would take that for incomplete, too.
  await disk.syncDir(folder);
  return true;
}
