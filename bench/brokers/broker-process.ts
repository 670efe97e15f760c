// BrokerProcess: one broker, Samsa or Apache Kafka, in a process of its own; started and stopped as
// often as a measurement needs.

import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { memoryUse, type MemoryUse } from '../measure/process-account.ts';
import { WireClient } from '../raw/wire-client.ts';
import { type Workspace } from '../workspace.ts';

export type BrokerName = 'samsa' | 'kafka';

export interface BrokerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface BrokerSetup extends BrokerCommand {
  readonly name: BrokerName;
  readonly title: string;
  readonly port: number;
  /** The folder to start in; what the process writes beside its data lands there. */
  readonly folder: string;
  /** Prepares the data folder, as a user does once before the first start. */
  readonly format: BrokerCommand;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 60_000;
const OUTPUT_KEPT = 8_192;

export class BrokerProcess {
  readonly setup: BrokerSetup;
  readonly #workspace: Workspace;
  #child: ChildProcess | undefined;
  #output = '';

  constructor(workspace: Workspace, setup: BrokerSetup) {
    this.#workspace = workspace;
    this.setup = setup;
  }

  get name(): BrokerName {
    return this.setup.name;
  }

  get port(): number {
    return this.setup.port;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error(`${this.setup.title} does not run`);
    return pid;
  }

  get memory(): MemoryUse {
    return memoryUse(this.pid);
  }

  async format(): Promise<void> {
    const { command, args, environment } = this.setup.format;
    await this.#workspace.run(command, args, {
      cwd: this.setup.folder,
      env: { ...process.env, ...environment },
    });
  }

  /**
   * Starts it and waits for the first good answer to Metadata.
   *
   * @param environment  in addition to the broker's own
   * @returns milliseconds from the spawn to that answer
   */
  async start(environment: Readonly<Record<string, string>> = {}): Promise<number> {
    const startedMs = performance.now();
    const child = this.#workspace.spawn(this.setup.command, this.setup.args, {
      cwd: this.setup.folder,
      env: { ...process.env, ...this.setup.environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#output = '';
    const keep = (data: Buffer): void => {
      this.#output = (this.#output + data.toString()).slice(-OUTPUT_KEPT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    while (!(await WireClient.isServing(this.port))) {
      if (hasEnded(child)) {
        throw new Error(`${this.setup.title} did not start; it said:\n${this.#output}`);
      }
      if (performance.now() - startedMs > START_LIMIT_MS) {
        throw new Error(`${this.setup.title} is not ready in time; it said:\n${this.#output}`);
      }
    }
    return performance.now() - startedMs;
  }

  /** What went wrong: the broker's own end, where there was one, else what its user noticed. */
  explained(error: unknown): unknown {
    const child = this.#child;
    if (child === undefined || !hasEnded(child)) return error;
    const what = `${this.setup.title} ended before its time; it said:\n${this.#output}`;
    return new Error(what, { cause: error });
  }

  /** Ends it as an operator does. A process that does not end, or ends badly, fails the run. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    if (hasEnded(child)) throw this.explained(undefined);
    this.#child = undefined;
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.kill('SIGTERM');
    const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
    clearTimeout(limit);
    // Java reports the signal that it was stopped by as its status.
    if (status !== 0 && status !== 143) {
      throw new Error(
        `${this.setup.title} ended with ${status ?? signal}; it said:\n${this.#output}`,
      );
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
