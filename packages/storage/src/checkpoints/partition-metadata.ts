// partition.metadata: which topic id the folder of a partition belongs to.

import { type Disk, isUuid, type Uuid } from '@samsa/common';
import { DamagedCheckpoint } from './offset-checkpoint.ts';
import { readFileText } from '../files/atomic-file.ts';
import { join } from '../files/paths.ts';

export const PARTITION_METADATA_FILE = 'partition.metadata';

export function formatPartitionMetadata(topicId: Uuid): string {
  return `version: 0\ntopic_id: ${topicId}`;
}

export function parsePartitionMetadata(text: string, path: string): Uuid {
  const match = /^version: 0\ntopic_id: (\S{22})\n?$/.exec(text);
  if (match === null || !isUuid(match[1] ?? '')) throw new DamagedCheckpoint(path, 'no topic id');
  return match[1] ?? '';
}

/**
 * The topic id of a partition's folder. Undefined where the file is missing, or torn: it is synced with
 * the first flush of its log, so a power loss before that may leave anything.
 */
export async function readPartitionMetadata(disk: Disk, folder: string): Promise<Uuid | undefined> {
  const path = join(folder, PARTITION_METADATA_FILE);
  const text = await readFileText(disk, path);
  if (text === undefined) return undefined;
  try {
    return parsePartitionMetadata(text, path);
  } catch (error) {
    if (!(error instanceof DamagedCheckpoint)) throw error;
    return undefined; // as good as missing
  }
}
