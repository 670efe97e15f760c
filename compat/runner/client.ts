// Client: a client library as published, behind a small program that obeys one set of commands.
//
// Commands are the first argument, settings follow as name=value:
//   create topic partitions               prints 'created', or 'exists'
//   partitions topic count                raises the number of partitions; prints 'done'
//   delete topic                          prints 'done'
//   delete-records topic partition offset  deletes what is below the offset; prints 'done'
//   produce topic partitions codec first count [pace]
//                                         records `first` to `first + count`, in order; with pace a pause
//                                         of so many ms after each 100; prints 'progress N', then 'done'
//   read topic partitions count           from the first offset, without a group; prints 'record …'
//   member topic group                    joins; prints 'assigned 0,2' (or 'assigned'), 'record …', commits
//                                         what it printed; 'stop' on standard input: commits, leaves, 'left'
//   time topic partition timestamp        prints 'offset N' and the record there
//   config topic name value               alters it, describes it, prints 'config name value'

import { type Launch, Program } from './program.ts';
import { type RecordLimits } from './records.ts';

export type Codec = 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
export const CODECS: readonly Codec[] = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];

export interface Client {
  readonly name: string;
  /** Of the library, from versions.json. */
  readonly version: string;
  /** Installs and compiles what is needed; throws ToolchainMissing. */
  prepare(): Launch;
  /** Cases that the library itself cannot run, with the reason. */
  readonly cannot: Readonly<Record<string, string>>;
  readonly limits?: RecordLimits;
}

const TRANSCRIPT_LINES = 40;

/** A client whose program is ready, told where its node is. */
export class ReadyClient {
  readonly client: Client;
  readonly #launch: Launch;
  readonly #bootstrap: string;
  readonly #running = new Set<Program>();

  constructor(client: Client, launch: Launch, bootstrap: string) {
    this.client = client;
    this.#launch = launch;
    this.#bootstrap = bootstrap;
  }

  start(command: string, settings: Readonly<Record<string, string | number>> = {}): Program {
    const args = Object.entries({ bootstrap: this.#bootstrap, ...settings });
    const program = Program.start(
      {
        ...this.#launch,
        args: [...this.#launch.args, command, ...args.map(([name, value]) => `${name}=${value}`)],
      },
      `${this.client.name} ${command}`,
    );
    this.#running.add(program);
    return program;
  }

  /** Runs a command to its end. */
  async run(
    command: string,
    settings: Readonly<Record<string, string | number>> = {},
    limitMs = 60_000,
  ): Promise<Program> {
    const program = this.start(command, settings);
    await program.ended(limitMs);
    return program;
  }

  /** The last that each program of the case said, to explain a failure. */
  transcripts(): string {
    return [...this.#running]
      .map(({ what, lines, errorText }) =>
        [`--- ${what}`, ...lines.slice(-TRANSCRIPT_LINES), errorText].join('\n'),
      )
      .join('\n');
  }

  /** Ends what a failed case left behind. */
  async killAll(): Promise<void> {
    await Promise.all([...this.#running].map((program) => program.kill()));
    this.#running.clear();
  }
}
