// Folders that belong to no partition of the cluster are renamed, never deleted: only a person knows
// whether their records are still wanted.

import { type Disk, type Uuid, uuidToBytes } from '@samsa/common';

const FOLDER_NAME_MAX = 255;

/** Renames `folder` to `<topic>-<p>.<32 hex>-stray`, and returns that name. */
export async function setFolderAside(
  disk: Disk,
  directory: string,
  folder: string,
  topicId: Uuid,
): Promise<string> {
  const suffix = `.${Buffer.from(uuidToBytes(topicId)).toString('hex')}-stray`;
  const dash = folder.lastIndexOf('-');
  const topic = folder.slice(0, dash);
  const partition = folder.slice(dash);
  const room = FOLDER_NAME_MAX - suffix.length - partition.length;
  const stray = `${topic.slice(0, room)}${partition}${suffix}`;
  await disk.rename(`${directory}/${folder}`, `${directory}/${stray}`);
  await disk.syncDir(directory);
  return stray;
}
