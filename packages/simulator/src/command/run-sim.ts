// runSim: the `samsa sim` command. One run, a swarm of them, the check that runs repeat, shrink, replay.

import { readText, traceToFile, writeText } from '../node/files.ts';
import { startStopwatch } from '../node/stopwatch.ts';
import { describeReport, type Report } from '../run/report.ts';
import { type RunOptions } from '../run/run-options.ts';
import { runSimulation, type StartNode } from '../run/run-simulation.ts';
import { checkRepeats } from './check-repeats.ts';
import { shrink, type SimCase } from './shrink.ts';
import {
  budgetMs,
  parseSimArguments,
  RUN_OPTION_NAMES,
  runOptions,
  seedRange,
  SIM_USAGE,
  type SimArguments,
  SimUsageError,
  wholeNumber,
} from './sim-arguments.ts';
import { lastLine } from './summary.ts';
import { runSwarm } from './swarm.ts';

const CLEAN = 0;
const FAILED = 1;
const USAGE = 2;

const COMMANDS: Readonly<
  Record<string, (args: readonly string[], print: Print) => Promise<number>>
> = {
  swarm: swarmCommand,
  check: checkCommand,
  shrink: shrinkCommand,
  replay: replayCommand,
};

type Print = (line: string) => void;

/** @returns the exit status: 0 clean, 1 a violation or fewer runs than asked for, 2 wrong usage */
export async function runSim(args: readonly string[], print: Print): Promise<number> {
  try {
    const command = COMMANDS[args[0] ?? ''];
    return command === undefined ? await oneRun(args, print) : await command(args.slice(1), print);
  } catch (error) {
    if (!(error instanceof SimUsageError)) throw error;
    print(`samsa sim: ${error.message}`);
    print('');
    print(SIM_USAGE);
    return USAGE;
  }
}

async function oneRun(args: readonly string[], print: Print): Promise<number> {
  const { options, positionals } = parse(args, ['seed', 'trace', 'stop-at', 'help']);
  if (options.has('help')) {
    print(SIM_USAGE);
    return CLEAN;
  }
  if (positionals.length > 0) throw new SimUsageError(`unknown word ${positionals[0]}`);
  const seed = wholeNumber(options, 'seed');
  return report(await run({ ...runOptions(options), seed }, options), print);
}

async function replayCommand(args: readonly string[], print: Print): Promise<number> {
  const { options, positionals } = parse(args, ['trace', 'stop-at']);
  const [file] = positionals;
  if (file === undefined) throw new SimUsageError('which case?');
  const { run: recorded } = JSON.parse(readText(file)) as SimCase;
  return report(await run(recorded, options), print);
}

async function run(options: RunOptions, given: ReadonlyMap<string, string>): Promise<Report> {
  const stopAt = given.has('stop-at') ? { stopAtEvent: wholeNumber(given, 'stop-at') } : {};
  const file = given.get('trace');
  const trace = file === undefined ? undefined : traceToFile(file);
  return runSimulation({ ...options, ...stopAt }, await samsa(), trace);
}

/** Loaded here and not above: whoever only wants a simulated world need not load a whole server. */
async function samsa(): Promise<StartNode> {
  return (await import('../run/start-samsa-node.ts')).startSamsaNode;
}

function report(result: Report, print: Print): number {
  for (const line of describeReport(result)) print(line);
  print(lastLine([result], 1));
  return result.isClean ? CLEAN : FAILED;
}

async function swarmCommand(args: readonly string[], print: Print): Promise<number> {
  const { options } = parse(args, ['seeds', 'jobs', 'budget', 'report']);
  const seeds = seedRange(options.get('seeds'));
  const realMs = startStopwatch();
  const reports = await runSwarm(
    seeds,
    runOptions(options),
    { jobs: wholeNumber(options, 'jobs', 1), budgetMs: budgetMs(options.get('budget')) },
    (done) => {
      if (!done.isClean) for (const line of describeReport(done)) print(line);
    },
  );
  const file = options.get('report');
  if (file !== undefined) writeText(file, `${JSON.stringify(reports, null, 1)}\n`);
  const simulatedMs = reports.reduce((sum, one) => sum + one.simulatedMs, 0);
  print(
    `${(simulatedMs / 3_600_000).toFixed(2)} simulated hours in ${(realMs() / 1000).toFixed(0)} s, ` +
      `${sum(reports, 'recordsAcked')} records acked, ${sum(reports, 'faultsStruck')} faults struck`,
  );
  if (reports.length < seeds.length) {
    print(`only ${reports.length} of ${seeds.length} seeds ran`);
  }
  print(lastLine(reports, seeds.length));
  return reports.length === seeds.length && reports.every((one) => one.isClean) ? CLEAN : FAILED;
}

async function checkCommand(args: readonly string[], print: Print): Promise<number> {
  const { options } = parse(args, ['seeds', 'twice']);
  if (!options.has('twice')) throw new SimUsageError('check what? --twice');
  const seeds = seedRange(options.get('seeds'));
  const { reports, differences } = await checkRepeats(seeds, runOptions(options));
  for (const difference of differences) for (const line of difference) print(line);
  print(`${seeds.length} seeds ran twice, ${differences.length} differ`);
  print(lastLine(reports, seeds.length, differences.length));
  return differences.length === 0 && reports.length === seeds.length ? CLEAN : FAILED;
}

async function shrinkCommand(args: readonly string[], print: Print): Promise<number> {
  const { options } = parse(args, ['seed', 'out']);
  const whole: RunOptions = { ...runOptions(options), seed: wholeNumber(options, 'seed') };
  const startNode = await samsa();
  const found = await shrink(whole, (one) => runSimulation(one, startNode), print);
  if (found === undefined) {
    print(`seed ${whole.seed} is clean: there is nothing to shrink`);
    return FAILED;
  }
  const file = options.get('out') ?? 'case.json';
  writeText(file, `${JSON.stringify(found, null, 1)}\n`);
  print(
    `${file}: ${found.failure}, ${found.run.plan?.length ?? 0} faults in ${found.run.seconds} s`,
  );
  return CLEAN;
}

function parse(args: readonly string[], names: readonly string[]): SimArguments {
  return parseSimArguments(args, [...names, ...RUN_OPTION_NAMES]);
}

function sum(reports: readonly Report[], field: 'recordsAcked' | 'faultsStruck'): number {
  return reports.reduce((total, one) => total + one[field], 0);
}
