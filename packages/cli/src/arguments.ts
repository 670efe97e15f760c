// Command-line arguments in the manner of Kafka's tools.

import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import { UsageError } from './exit-status.ts';

/** As node:util's parseArgs, strict; a mistake becomes a UsageError. */
export function parseArguments<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
): {
  readonly values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];
  readonly positionals: readonly string[];
} {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // What is wrong comes first; what follows it advises programmers.
    const [problem] = (error as Error).message.split('. ');
    throw new UsageError(problem ?? '', { cause: error });
  }
}
