// The file `quorum-state` beside the metadata log: epoch and vote, safe before they count.

import { type Disk } from '@samsa/common';
import { formatQuorumState, parseQuorumState, type QuorumState } from '@samsa/raft';
import { readFileText, writeFileSafely } from '@samsa/storage';

const NAME = 'quorum-state';

/** Undefined on a new disk. Throws where the file cannot be understood: a vote is never forgotten. */
export async function readQuorumState(
  disk: Disk,
  folder: string,
): Promise<QuorumState | undefined> {
  const path = `${folder}/${NAME}`;
  const text = await readFileText(disk, path);
  if (text === undefined) return undefined;
  try {
    return parseQuorumState(text);
  } catch (cause) {
    throw new Error(`${path} cannot be read`, { cause });
  }
}

export function writeQuorumState(
  disk: Disk,
  folder: string,
  state: QuorumState,
  kraftVersion: number,
  staticVoterIds: readonly number[],
): Promise<void> {
  const text = formatQuorumState(state, kraftVersion >= 1 ? 1 : 0, staticVoterIds);
  return writeFileSafely(disk, `${folder}/${NAME}`, text, 'metadata');
}
