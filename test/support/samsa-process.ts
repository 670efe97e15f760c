// SamsaProcess: a real node in a process of its own, on free ports and a folder that goes with it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../bin/samsa');
const START_LIMIT_MS = 30_000;

export interface SamsaOptions {
  /** Kept across restarts by the caller; a new folder where it is not given. */
  readonly folder?: string;
  readonly overrides?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** A properties file instead of the listeners and quorum that are set otherwise. */
  readonly file?: string;
  /** Broker and controller port; free ones where they are not given. */
  readonly ports?: readonly [number, number];
}

const children = new Set<ChildProcess>();

// A test that dies leaves no node behind.
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export class SamsaProcess {
  readonly folder: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly #overrides: Readonly<Record<string, string>>;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #file: string | undefined;
  #child: ChildProcess | undefined;
  output = '';

  private constructor(folder: string, ports: readonly [number, number], options: SamsaOptions) {
    this.folder = folder;
    [this.port, this.controllerPort] = ports;
    this.#overrides = options.overrides ?? {};
    this.#environment = options.environment ?? {};
    this.#file = options.file;
  }

  static async start(options: SamsaOptions = {}): Promise<SamsaProcess> {
    const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'samsa-')));
    const ports = options.ports ?? [await freePort(), await freePort()];
    const samsa = new SamsaProcess(folder, ports, options);
    await samsa.start();
    return samsa;
  }

  get bootstrap(): string {
    return `127.0.0.1:${this.port}`;
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** True where the process ended, by itself or because it was told to. */
  get hasEnded(): boolean {
    const child = this.#child;
    return child === undefined || child.exitCode !== null || child.signalCode !== null;
  }

  /** Resolves when the node says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(BIN, ['server', ...this.#arguments()], {
      cwd: this.folder,
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    children.add(child);
    const ready = Promise.withResolvers<void>();
    const limit = setTimeout(() => ready.reject(this.#failure('is not ready')), START_LIMIT_MS);
    const take = (chunk: Buffer): void => {
      this.output += chunk.toString();
      if (this.output.includes('is ready in')) ready.resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (status) => ready.reject(this.#failure(`ended with status ${status}`)));
    this.output = '';
    try {
      await ready.promise;
    } finally {
      clearTimeout(limit);
    }
  }

  /** Ends it as an operator does; returns the exit status. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops the node, if it runs, and removes its folder. */
  async discard(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The exit status, or null where there was nothing to end. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    const [status] = await ended;
    return status;
  }

  #arguments(): string[] {
    if (this.#file !== undefined) return [this.#file];
    const overrides = {
      listeners: `PLAINTEXT://127.0.0.1:${this.port},CONTROLLER://127.0.0.1:${this.controllerPort}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${this.port},CONTROLLER://127.0.0.1:${this.controllerPort}`,
      'controller.quorum.bootstrap.servers': `127.0.0.1:${this.controllerPort}`,
      ...this.#overrides,
    };
    return Object.entries(overrides).flatMap(([key, value]) => ['--override', `${key}=${value}`]);
  }

  #failure(what: string): Error {
    return new Error(`samsa ${what}; it said:\n${this.output}`);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port to be had');
  return address.port;
}
