// runSamsa: the `samsa` command from its start to its end, for commands that end by themselves.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export const BIN = resolve(import.meta.dirname, '../../bin/samsa');
const LIMIT_MS = 30_000;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The folder it is started in. */
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is started; default: the launcher itself. */
  readonly command?: readonly [string, ...string[]];
}

export async function runSamsa(args: readonly string[], options: RunOptions): Promise<Ended> {
  const [program, ...before] = options.command ?? [BIN];
  const child = spawn(program, [...before, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}
