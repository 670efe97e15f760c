// Removing the folder of a deleted partition, at once or what a crash left of it.

import { type Disk } from '@samsa/common';
import { hasCode, removeFile } from './atomic-file.ts';
import { join } from './paths.ts';

export async function deleteFolder(disk: Disk, folder: string): Promise<void> {
  try {
    for (const name of await disk.list(folder)) await removeFile(disk, join(folder, name));
    await disk.rmdir(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error; // gone is what was wanted
  }
}
