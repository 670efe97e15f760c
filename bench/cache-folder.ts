// Where programs of others are kept between runs: outside git, gone with node_modules.

import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const CACHE = resolve(import.meta.dirname, '../node_modules/.cache/bench');

/**
 * The cached folder of this name, made by `fill` when it is not there yet. It appears whole or not
 * at all, so that an interrupted download is never used.
 */
export async function cachedFolder(
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = resolve(CACHE, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(unfinished), { recursive: true });
  await fill(unfinished);
  await rename(unfinished, folder);
  return folder;
}
