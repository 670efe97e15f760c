// makeFolderDurably: a folder whose name is still there after a power loss.

import { type Disk } from '@samsa/common';

/** Makes the folder and its missing parents, and syncs the name of each one it made. */
export async function makeFolderDurably(disk: Disk, path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await exists(disk, folder)); folder = parentOf(folder)) {
    missing.push(folder);
  }
  if (missing.length === 0) return;
  await disk.mkdir(path);
  for (const folder of missing.toReversed()) await disk.syncDir(parentOf(folder));
}

async function exists(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.stat(path);
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ENOENT') throw error;
    return false;
  }
}

/** `.` for a name without a folder, so that the walk up ends in a folder that exists. */
function parentOf(path: string): string {
  const slash = path.replace(/\/+$/, '').lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}
