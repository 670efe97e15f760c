// What the command line of the bench may say.

import { parseArgs } from 'node:util';

export interface Options {
  /** A quarter of the volume, a third of the repetitions. */
  readonly isQuick: boolean;
  readonly rounds: number;
  /** Names of scenarios; empty for all. */
  readonly scenario: readonly string[];
  /** Leaves the other broker out. */
  readonly only: 'samsa' | 'kafka' | undefined;
  /** Folder for processor profiles of Samsa. */
  readonly profile: string | undefined;
  /** Name under bench/results/. */
  readonly save: string | undefined;
}

/** The user asked for what does not exist. */
export class OptionsError extends Error {}

const MIN_ROUNDS = 1;
const DEFAULT_ROUNDS = 3;

/** @throws OptionsError */
export function parseOptions(args: readonly string[]): { what: string; options: Options } {
  const { values, positionals } = parse(args);
  const [what, ...rest] = positionals;
  if (what === undefined) throw new OptionsError('say what to measure');
  if (rest.length > 0) throw new OptionsError(`one thing at a time, not '${rest[0]}' as well`);
  const rounds = Number(values.rounds ?? DEFAULT_ROUNDS);
  if (!Number.isInteger(rounds) || rounds < MIN_ROUNDS) {
    throw new OptionsError(
      `--rounds ${values.rounds} is not allowed; allowed: ${MIN_ROUNDS} or more`,
    );
  }
  const { only } = values;
  if (only !== undefined && only !== 'samsa' && only !== 'kafka') {
    throw new OptionsError(`--only ${only} is not allowed; allowed: samsa, kafka`);
  }
  return {
    what,
    options: {
      isQuick: values.quick,
      rounds,
      scenario: values.scenario ?? [],
      only,
      profile: values.profile,
      save: values.save,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        scenario: { type: 'string', multiple: true },
        only: { type: 'string' },
        profile: { type: 'string' },
        save: { type: 'string' },
      },
    });
  } catch (error) {
    throw new OptionsError((error as Error).message, { cause: error });
  }
}
