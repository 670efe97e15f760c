// What the words behind `samsa sim` mean.

import {
  PROFILES,
  type Profile,
  type RunOptions,
  type Workload,
  WORKLOADS,
} from '../run/run-options.ts';

export class SimUsageError extends Error {
  override readonly name = 'SimUsageError';
}

export const SIM_USAGE = `usage: samsa sim --seed N [--seconds S] [--profile P] [--workload W,...] [--trace FILE] [--stop-at EVENT]
       samsa sim swarm --seeds A..B [--jobs N] [--budget 20m] [--report FILE] [--seconds S] [--profile P]
       samsa sim check --twice --seeds A..B [--seconds S] [--profile P]
       samsa sim shrink --seed N [--seconds S] [--profile P] [--out case.json]
       samsa sim replay case.json [--trace FILE] [--stop-at EVENT]

Runs whole nodes, their clients, disks and network in one process, decided by a seed.

  --seconds   simulated seconds of faults (60); start, healing and last reads come on top
  --profile   safe (default), wild or quiet (no faults)
  --workload  log`;

const DEFAULT_SECONDS = 60;

export interface SimArguments {
  readonly positionals: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

const FLAGS_WITHOUT_VALUE: ReadonlySet<string> = new Set(['twice', 'help']);

/** Reads `--name value` and `--name=value`; what has no dashes is a positional. */
export function parseSimArguments(args: readonly string[], known: readonly string[]): SimArguments {
  const positionals: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('--')) {
      positionals.push(arg);
      continue;
    }
    const [name, inline] = splitOnce(arg.slice(2), '=');
    if (!known.includes(name)) throw new SimUsageError(`unknown option --${name}`);
    if (FLAGS_WITHOUT_VALUE.has(name)) options.set(name, 'true');
    else if (inline !== undefined) options.set(name, inline);
    else {
      const value = args[++i];
      if (value === undefined) throw new SimUsageError(`--${name} needs a value`);
      options.set(name, value);
    }
  }
  return { positionals, options };
}

export function wholeNumber(
  options: ReadonlyMap<string, string>,
  name: string,
  fallback?: number,
): number {
  const text = options.get(name);
  if (text === undefined) {
    if (fallback !== undefined) return fallback;
    throw new SimUsageError(`--${name} is missing`);
  }
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new SimUsageError(`--${name} ${text} is not a whole number`);
  }
  return value;
}

/** `7`, or `1..200` with both ends. */
export function seedRange(text: string | undefined): number[] {
  if (text === undefined) throw new SimUsageError('--seeds is missing');
  const [first, last = first] = splitOnce(text, '..');
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || to < from) {
    throw new SimUsageError(`--seeds ${text} is not a range such as 1..200`);
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** `90s`, `20m`, `2h` or a number of seconds, in ms. */
export function budgetMs(text: string | undefined): number {
  if (text === undefined) return Infinity;
  const match = /^(\d+)([smh]?)$/.exec(text);
  if (match === null) throw new SimUsageError(`--budget ${text} is not a time such as 20m`);
  const unit = { s: 1000, m: 60_000, h: 3_600_000 }[match[2] === '' ? 's' : (match[2] as string)];
  return Number(match[1]) * (unit ?? 1000);
}

export const RUN_OPTION_NAMES = ['seconds', 'profile', 'workload'] as const;

/** Everything of a run but its seed. */
export function runOptions(options: ReadonlyMap<string, string>): Omit<RunOptions, 'seed'> {
  const seconds = wholeNumber(options, 'seconds', DEFAULT_SECONDS);
  const profile = options.get('profile') ?? 'safe';
  if (!isOneOf(PROFILES, profile)) {
    throw new SimUsageError(`--profile ${profile} is not one of: ${PROFILES.join(', ')}`);
  }
  const workloads = (options.get('workload') ?? 'log').split(',');
  for (const workload of workloads) {
    if (!isOneOf(WORKLOADS, workload)) {
      throw new SimUsageError(`--workload ${workload} is not one of: ${WORKLOADS.join(', ')}`);
    }
  }
  return { seconds, profile: profile as Profile, workloads: workloads as Workload[] };
}

function isOneOf(allowed: readonly string[], text: string): boolean {
  return allowed.includes(text);
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
