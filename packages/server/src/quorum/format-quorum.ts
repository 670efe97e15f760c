// What `storage format` writes for the quorum: the first voters of a dynamic quorum in the 0-0
// checkpoint, and the records that the first leader writes, in `bootstrap.checkpoint`.

import { type Disk } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';
import { type Voter, VoterSet } from '@samsa/raft';
import { readFileBytes, writeFileSafely } from '@samsa/storage';

import { metadataLogFolder } from './metadata-log.ts';
import {
  NO_VOTERS_INSIDE,
  readSnapshotRecords,
  snapshotBytes,
  snapshotName,
} from './snapshot-file.ts';

export const BOOTSTRAP_CHECKPOINT = 'bootstrap.checkpoint';

/**
 * For `--standalone` and `--initial-controllers`. A node formatted without it (`--no-initial-controllers`)
 * starts as an observer, and with `controller.quorum.voters` the voters stand in the configuration.
 */
export async function formatDynamicQuorum(
  disk: Disk,
  logDir: string,
  voters: readonly Voter[],
  nowMs: number,
): Promise<void> {
  const folder = metadataLogFolder(logDir);
  await disk.mkdir(folder);
  const content = {
    lastContainedLogTimestamp: nowMs,
    kraftVersion: 1,
    voters: new VoterSet(voters),
  };
  const path = `${folder}/${snapshotName({ endOffset: 0, epoch: 0 })}`;
  await writeFileSafely(disk, path, snapshotBytes(content, [], 0, nowMs), 'metadata');
  await disk.syncDir(logDir);
}

export async function writeBootstrapCheckpoint(
  disk: Disk,
  logDir: string,
  records: Iterable<MetadataRecord>,
  nowMs: number,
): Promise<void> {
  const content = { lastContainedLogTimestamp: 0, ...NO_VOTERS_INSIDE };
  const bytes = snapshotBytes(content, records, 0, nowMs);
  await writeFileSafely(disk, `${logDir}/${BOOTSTRAP_CHECKPOINT}`, bytes, 'metadata');
}

/** Undefined where the folder was not formatted with one. Throws KafkaError for a damaged file. */
export async function readBootstrapCheckpoint(
  disk: Disk,
  logDir: string,
): Promise<MetadataRecord[] | undefined> {
  const bytes = await readFileBytes(disk, `${logDir}/${BOOTSTRAP_CHECKPOINT}`);
  return bytes === undefined ? undefined : readSnapshotRecords(bytes);
}
