// ChildRuns: a child process that runs one simulation after the other. Processes, not threads: they
// share nothing that could make two runs depend on each other.

import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Report } from '../run/report.ts';
import { type RunOptions } from '../run/run-options.ts';

export interface ChildTask {
  readonly options: RunOptions;
  readonly traceFile: string | undefined;
}

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

export class ChildRuns {
  readonly #child: ChildProcess = fork(CHILD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

  run(options: RunOptions): Promise<Report> {
    return this.#send({ options, traceFile: undefined });
  }

  /** @returns the file with the trace of the run */
  async trace(options: RunOptions, name: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'samsa-sim-'));
    const traceFile = join(folder, `seed-${options.seed}-${name}.jsonl`);
    await this.#send({ options, traceFile });
    return traceFile;
  }

  end(): void {
    this.#child.disconnect();
  }

  #send(task: ChildTask): Promise<Report> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => {
        reject(new Error(`the child process ended with ${code} in seed ${task.options.seed}`));
      };
      this.#child.once('exit', ended);
      this.#child.once('message', (report) => {
        this.#child.removeListener('exit', ended);
        resolve(report as Report);
      });
      this.#child.send(task);
    });
  }
}
