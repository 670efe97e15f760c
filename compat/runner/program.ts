// Program: a client program as a process of its own. It is told what to do by its arguments and, while
// it runs, by lines on its standard input; it answers in lines on its standard output.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How much of a program's error output is kept to explain a failure. */
const ERROR_TEXT_MAX = 20_000;
const END_LIMIT_MS = 30_000;

export class Program {
  readonly what: string;
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #closed: Promise<void>;
  #errorText = '';
  #status: number | null | undefined;
  #startError: Error | undefined;

  private constructor(launch: Launch, what: string) {
    this.what = what;
    this.#child = spawn(launch.command, launch.args, {
      cwd: launch.cwd,
      env: { ...process.env, ...launch.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const { stdin, stdout, stderr } = this.#child;
    if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
    // A program that ended before it was told something is found by its exit status.
    stdin.on('error', () => {});
    const reader = createInterface({ input: stdout });
    reader.on('line', (line) => {
      this.#lines.push(line);
      this.#tell();
    });
    stderr.on('data', (chunk: Buffer) => {
      this.#errorText = (this.#errorText + chunk.toString()).slice(-ERROR_TEXT_MAX);
    });
    this.#child.once('error', (error) => {
      this.#startError = error;
    });
    this.#closed = Promise.all([
      once(reader, 'close'),
      new Promise<void>((resolve) => {
        this.#child.once('close', (status) => {
          this.#status = status;
          resolve();
        });
      }),
    ]).then(() => this.#tell());
  }

  static start(launch: Launch, what: string): Program {
    return new Program(launch, what);
  }

  /** Everything it has printed on standard output so far. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  get hasEnded(): boolean {
    return this.#status !== undefined;
  }

  get errorText(): string {
    return this.#errorText;
  }

  /** Lines that begin with a word, without the word. */
  linesOf(word: string): string[] {
    const prefix = `${word} `;
    return this.#lines
      .filter((line) => line === word || line.startsWith(prefix))
      .map((line) => line.slice(prefix.length));
  }

  /** Waits until what it printed satisfies a condition; fails when it ends or time is over first. */
  async until(condition: () => boolean, limitMs: number, whatFor: string): Promise<void> {
    const reached = Promise.withResolvers<void>();
    const look = (): void => {
      if (condition()) reached.resolve();
      else if (this.#status !== undefined) reached.reject(this.#failure(`ended before ${whatFor}`));
    };
    const limit = setTimeout(
      () => reached.reject(this.#failure(`${limitMs} ms without ${whatFor}`)),
      limitMs,
    );
    this.#watchers.add(look);
    try {
      look();
      await reached.promise;
    } finally {
      clearTimeout(limit);
      this.#watchers.delete(look);
    }
  }

  tell(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Closes its input, so that it knows that nothing more is coming. */
  endInput(): void {
    this.#child.stdin?.end();
  }

  /** Waits for its end; any status but 0 is a failure. */
  async ended(limitMs: number = END_LIMIT_MS): Promise<void> {
    const status = await this.end(limitMs);
    if (status !== 0) throw this.#failure(`ended with status ${status}`);
  }

  /** Waits for its end and returns the exit status, whatever it is; null after a signal. */
  async end(limitMs: number = END_LIMIT_MS): Promise<number | null> {
    this.endInput();
    const limit = setTimeout(() => this.#child.kill('SIGKILL'), limitMs);
    await this.#closed;
    clearTimeout(limit);
    if (this.#startError !== undefined) throw this.#startError;
    return this.#status ?? null;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #failure(how: string): Error {
    const errors = this.#errorText.trim().split('\n').slice(-4).join(' / ');
    const last = this.#lines.at(-1) ?? 'nothing';
    return new Error(`${this.what} ${how}; last line: ${last}; errors: ${errors || 'none'}`);
  }
}
