// Small files that are replaced as a whole: checkpoints, properties, quorum state. After a power
// loss the name holds the old content or the new one, never a mixture and never nothing.

import { type Disk, type DiskLane } from '@samsa/common';
import { dirname } from './paths.ts';

/** Writes beside the file, syncs, renames over it and syncs the folder's names. */
export async function writeFileSafely(
  disk: Disk,
  path: string,
  content: Uint8Array | string,
  lane: DiskLane = 'data',
): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const temporary = `${path}.tmp`;
  await writeFile(disk, temporary, bytes, lane);
  await disk.rename(temporary, path);
  await disk.syncDir(dirname(path));
}

/** Writes and syncs a file under its final name; for files whose content carries its own checksum. */
export async function writeFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  lane: DiskLane = 'data',
): Promise<void> {
  const file = await openEmpty(disk, path);
  try {
    let written = 0;
    while (written < bytes.length) {
      const count = await file.write([bytes.subarray(written)], written);
      if (count <= 0) throw new Error(`no byte could be written to ${path}`);
      written += count;
    }
    await file.sync('all', lane);
  } finally {
    await file.close();
  }
}

/** Makes the content of an existing file survive power loss. */
export async function syncFile(disk: Disk, path: string, lane: DiskLane = 'data'): Promise<void> {
  const file = await disk.open(path, 'rw');
  try {
    await file.sync('all', lane);
  } finally {
    await file.close();
  }
}

/** A file left by a crash is used again, empty. */
async function openEmpty(disk: Disk, path: string) {
  try {
    return await disk.open(path, 'create');
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const file = await disk.open(path, 'rw');
  try {
    await file.truncate(0);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The whole file, or undefined where there is none. */
export async function readFileBytes(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  let file;
  try {
    file = await disk.open(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  try {
    const bytes = new Uint8Array(file.size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = await file.read(bytes.subarray(filled), filled);
      if (count <= 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** The whole file as UTF-8, or undefined where there is none. */
export async function readFileText(disk: Disk, path: string): Promise<string | undefined> {
  const bytes = await readFileBytes(disk, path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

/** Removes a file that may be gone already. */
export async function removeFile(disk: Disk, path: string): Promise<void> {
  try {
    await disk.unlink(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error; // gone is what was wanted
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
