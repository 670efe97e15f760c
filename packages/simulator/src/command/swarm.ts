// A swarm: many seeds, in several child processes, each of which runs one seed after the other.

import { ChildRuns } from '../node/child-runs.ts';
import { startStopwatch } from '../node/stopwatch.ts';
import { type Report } from '../run/report.ts';
import { type RunOptions } from '../run/run-options.ts';

/**
 * @param budgetMs  real time after which no further seed is begun
 * @param done  told about each report as it comes
 * @returns the reports in the order of the seeds; fewer than asked for when time ran out
 */
export async function runSwarm(
  seeds: readonly number[],
  options: Omit<RunOptions, 'seed'>,
  limits: { readonly jobs: number; readonly budgetMs: number },
  done: (report: Report) => void,
): Promise<Report[]> {
  const realMs = startStopwatch();
  const waiting = [...seeds].reverse();
  const reports: Report[] = [];
  const work = async (): Promise<void> => {
    const child = new ChildRuns();
    try {
      while (waiting.length > 0 && realMs() < limits.budgetMs) {
        const report = await child.run({ ...options, seed: waiting.pop() as number });
        reports.push(report);
        done(report);
      }
    } finally {
      child.end();
    }
  };
  const jobs = Math.max(1, Math.min(limits.jobs, seeds.length));
  await Promise.all(Array.from({ length: jobs }, work));
  return reports.sort((a, b) => a.seed - b.seed);
}
