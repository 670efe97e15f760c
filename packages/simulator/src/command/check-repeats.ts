// Determinism: each seed runs in two processes that differ in what they ran before; both must agree.

import { ChildRuns } from '../node/child-runs.ts';
import { firstDifference } from '../node/files.ts';
import { type Report } from '../run/report.ts';
import { type RunOptions } from '../run/run-options.ts';

export interface RepeatCheck {
  readonly reports: readonly Report[];
  /** For each seed that differs: what, and the first differing event with those before it. */
  readonly differences: readonly (readonly string[])[];
}

export async function checkRepeats(
  seeds: readonly number[],
  options: Omit<RunOptions, 'seed'>,
): Promise<RepeatCheck> {
  const inOrder = await runAll(seeds, options);
  // The other way round: state that one run leaves behind for the next shows as a difference, too.
  const backwards = await runAll(seeds.toReversed(), options);
  const differences: string[][] = [];
  for (const [seed, first] of inOrder) {
    const second = backwards.get(seed);
    if (second?.hash === first.hash && second.eventCount === first.eventCount) continue;
    differences.push([
      `seed ${seed} differs: ${first.hash} with ${first.eventCount} events, then ${second?.hash} with ${second?.eventCount}`,
      ...(await traceBoth({ ...options, seed })),
    ]);
  }
  return { reports: [...inOrder.values()], differences };
}

async function runAll(
  seeds: readonly number[],
  options: Omit<RunOptions, 'seed'>,
): Promise<Map<number, Report>> {
  const child = new ChildRuns();
  const reports = new Map<number, Report>();
  try {
    for (const seed of seeds) reports.set(seed, await child.run({ ...options, seed }));
  } finally {
    child.end();
  }
  return reports;
}

async function traceBoth(options: RunOptions): Promise<string[]> {
  const traces = await Promise.all(
    ['a', 'b'].map(async (name) => {
      const child = new ChildRuns();
      try {
        return await child.trace(options, name);
      } finally {
        child.end();
      }
    }),
  );
  const [a, b] = traces as [string, string];
  return (
    firstDifference(a, b) ?? ['  two fresh processes agree: the runs before it made the difference']
  );
}
