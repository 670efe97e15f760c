// npm run bench -- <what>: measures Samsa beside Apache Kafka on this machine.

import { OptionsError, type Options, parseOptions } from './options.ts';
import { printReport, type Report, saveReport } from './results.ts';
import { ToolMissing } from './tools.ts';
import { Workspace } from './workspace.ts';

const USAGE = `usage: npm run bench -- <what> [options]

  start      from the spawn to the first answer, warm and cold, and memory at rest
  topics     2,000 topics one by one, 2,000 partitions in one request
  ab         produce, fetch and small requests, both brokers in turn

  --quick             less volume and fewer repetitions
  --only samsa|kafka  leave the other out
  --save NAME         keep the result as bench/results/NAME.json and .md
  --rounds N          ab: rounds per scenario (3)
  --scenario NAME     ab: this one only; may be repeated
  --profile FOLDER    ab: write processor profiles of Samsa there and print what costs most`;

type Bench = (workspace: Workspace, options: Options) => Promise<Report>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  start: async () => (await import('./start.ts')).start,
  topics: async () => (await import('./topics.ts')).topics,
  ab: async () => (await import('./ab/ab.ts')).ab,
};

async function main(args: readonly string[]): Promise<number> {
  try {
    const { what, options } = parseOptions(args);
    const load = Object.hasOwn(BENCHES, what) ? BENCHES[what] : undefined;
    if (load === undefined) throw new OptionsError(`'${what}' cannot be measured`);
    const bench = await load();
    const report = await bench(new Workspace(), options);
    printReport(report);
    if (options.save !== undefined) await saveReport(options.save, report);
    return 0;
  } catch (error) {
    if (error instanceof OptionsError) {
      console.error(`bench: ${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof ToolMissing) {
      console.error(`bench: ${error.message}`);
      return 1;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
