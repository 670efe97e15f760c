// Workspace: the temporary folder and the child processes of one run; both end with the run, however it ends.

import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As shells report a process that a signal ended. */
const SIGNAL_STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export class Workspace {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'bench-samsa-'));
  readonly #children = new Set<ChildProcess>();
  #folderCount = 0;

  constructor() {
    // The last event of every way out but SIGKILL: also of an error that nobody caught.
    process.once('exit', () => this.#clear());
    for (const [signal, status] of Object.entries(SIGNAL_STATUS)) {
      process.once(signal, () => process.exit(status));
    }
  }

  /** A new, empty folder inside the workspace. */
  async newFolder(name: string): Promise<string> {
    const folder = join(this.folder, `${name}-${++this.#folderCount}`);
    await mkdir(folder);
    return folder;
  }

  spawn(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, options);
    this.#children.add(child);
    child.once('close', () => this.#children.delete(child));
    return child;
  }

  /**
   * Runs a program to its end.
   *
   * @returns what it wrote to its standard output
   * @throws Error with all it wrote, when it fails
   */
  async run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
    const child = this.spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let errors = '';
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
    const [status] = (await once(child, 'close')) as [number | null];
    if (status !== 0) {
      const shown = [command, ...args].join(' ').slice(0, 200);
      throw new Error(`'${shown}' ended with status ${status}:\n${output}${errors}`);
    }
    return output;
  }

  #clear(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    // A killed process may still write for a moment.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
