// Apache Kafka's tools as programs: each is a class on the class path, and is judged by what it prints.

import { type SamsaProcess } from '../../test/support/samsa-process.ts';
import { javaLaunch } from '../clients/java.ts';
import { Program } from '../runner/program.ts';
import { pinnedVersion } from '../runner/versions.ts';

export interface ToolContext {
  readonly samsa: SamsaProcess;
  readonly tools: Tools;
}

export interface ToolCase {
  /** The tool as Kafka's scripts name it. */
  readonly name: string;
  /** Of what is run, from versions.json. */
  readonly version: string;
  run(context: ToolContext): Promise<void>;
}

/** All of Apache Kafka's tools have one version. */
export const KAFKA_VERSION = pinnedVersion('maven', 'kafka');

const PACKAGE = 'org.apache.kafka.tools';
const LIMIT_MS = 60_000;

export class Tools {
  readonly #samsa: SamsaProcess;
  readonly #said: string[] = [];

  constructor(samsa: SamsaProcess) {
    this.#samsa = samsa;
  }

  /** What the tools of the case printed, to explain a failure. */
  get transcript(): string {
    return this.#said.join('\n');
  }

  /** Runs a class of the tools' package, told the node's address, and returns all that it printed. */
  run(tool: string, args: readonly string[], input: readonly string[] = []): Promise<string> {
    return this.runClass(
      `${PACKAGE}.${tool}`,
      ['--bootstrap-server', this.#samsa.bootstrap, ...args],
      input,
    );
  }

  /** The tool for configs, which lives in another package. */
  configure(args: readonly string[], type = 'topics'): Promise<string> {
    const address = ['--bootstrap-server', this.#samsa.bootstrap, '--entity-type', type];
    return this.runClass('kafka.admin.ConfigCommand', [...address, ...args]);
  }

  /** The same for a tool whose verb comes before the address. */
  runVerb(tool: string, verb: string): Promise<string> {
    const address = ['--bootstrap-server', this.#samsa.bootstrap];
    return this.runClass(`${PACKAGE}.${tool}`, [verb, ...address]);
  }

  /** The same through the controller's listener. */
  runOnController(tool: string, args: readonly string[]): Promise<string> {
    const controller = `127.0.0.1:${this.#samsa.controllerPort}`;
    return this.runClass(`${PACKAGE}.${tool}`, ['--bootstrap-controller', controller, ...args]);
  }

  /** Runs any class with exactly these arguments; a status other than 0 is a failure. */
  async runClass(
    name: string,
    args: readonly string[],
    input: readonly string[] = [],
  ): Promise<string> {
    const launch = javaLaunch();
    const program = Program.start({ ...launch, args: [...launch.args, name, ...args] }, name);
    for (const line of input) program.tell(line);
    const status = await program.end(LIMIT_MS);
    const text = [...program.lines, program.errorText].join('\n').trim();
    this.#said.push(`$ ${name} ${args.join(' ')}\n${text}`);
    if (status !== 0) throw new Error(`${name} ended with ${status ?? 'a signal'}: ${text}`);
    return text;
  }
}

/** Fails unless the text holds something like this. */
export function expectIn(text: string, ...patterns: readonly RegExp[]): void {
  for (const pattern of patterns) {
    if (!pattern.test(text)) throw new Error(`${String(pattern)} is not in: ${text}`);
  }
}
