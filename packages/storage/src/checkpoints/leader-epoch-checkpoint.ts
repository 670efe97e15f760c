// leader-epoch-checkpoint: where each leader epoch of a partition begins, as Kafka writes it.

import { type Disk } from '@samsa/common';
import { checkpointLines, DamagedCheckpoint } from './offset-checkpoint.ts';
import { readFileText } from '../files/atomic-file.ts';

export const LEADER_EPOCH_FILE = 'leader-epoch-checkpoint';

const VERSION = '0';

export interface EpochEntry {
  readonly epoch: number;
  /** The offset of the first record that this epoch's leader wrote or may have written. */
  readonly startOffset: number;
}

export async function readLeaderEpochs(disk: Disk, path: string): Promise<EpochEntry[]> {
  const text = await readFileText(disk, path);
  return text === undefined || text === '' ? [] : parseLeaderEpochs(text, path);
}

export function formatLeaderEpochs(entries: readonly EpochEntry[]): string {
  const lines = entries.map(({ epoch, startOffset }) => `${epoch} ${startOffset}\n`);
  return `${VERSION}\n${entries.length}\n${lines.join('')}`;
}

export function parseLeaderEpochs(text: string, path: string): EpochEntry[] {
  return checkpointLines(text, path, VERSION).map((line) => {
    const match = /^(\d+) (\d+)$/.exec(line);
    if (match === null) throw new DamagedCheckpoint(path, `line '${line}'`);
    return { epoch: Number(match[1]), startOffset: Number(match[2]) };
  });
}
