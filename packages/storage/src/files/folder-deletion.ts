// Removing the folder of a deleted partition, at once or what a crash left of it.

import { type Disk } from '@samsa/common';
import { hasCode, removeFile } from './atomic-file.ts';
import { join } from './paths.ts';

/** A write that was under way when the log went may end between the listing and the removal. */
const ATTEMPTS = 10;

export async function deleteFolder(disk: Disk, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      for (const name of await disk.list(folder)) await removeFile(disk, join(folder, name));
      await disk.rmdir(folder);
      return;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return; // gone is what was wanted
      if (!hasCode(error, 'ENOTEMPTY') || attempt === ATTEMPTS) throw error;
    }
  }
}
