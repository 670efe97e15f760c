// The cache: where compilers, package managers and logs leave what they make, outside of git.
// A folder is filled once per set of versions; a mark written last says that it is whole.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const COMPAT_FOLDER = resolve(import.meta.dirname, '..');
const CACHE_FOLDER = resolve(COMPAT_FOLDER, '../node_modules/.cache/compat');
const TOOL_LIMIT_MS = 10 * 60_000;

/** A compiler, package manager or registry that is not to be had; what needs it is skipped by name. */
export class ToolchainMissing extends Error {
  override name = 'ToolchainMissing';
}

/** A path in the cache; nothing is created. */
export function cachePath(...parts: string[]): string {
  return join(CACHE_FOLDER, ...parts);
}

/** A folder of the cache, filled by `fill` unless it was filled from the same `inputs` before. */
export function cachedFolder(
  name: string,
  inputs: readonly string[],
  fill: (folder: string) => void,
): string {
  const folder = cachePath(name);
  const mark = join(folder, '.filled');
  const state = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fill(folder);
  writeFileSync(mark, state);
  return folder;
}

export interface ToolOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a tool of a toolchain to its end and returns what it printed. */
export function runTool(
  program: string,
  args: readonly string[],
  options: ToolOptions = {},
): string {
  const result = spawnSync(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    timeout: TOOL_LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error !== undefined) {
    throw new ToolchainMissing(`${program}: ${result.error.message}`);
  }
  if (result.status !== 0) {
    const said = `${result.stderr}\n${result.stdout}`.trim().split('\n').slice(-5).join(' / ');
    throw new ToolchainMissing(`${program} ${args[0] ?? ''} ended with ${result.status}: ${said}`);
  }
  return result.stdout;
}
