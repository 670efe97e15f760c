// Shrink: finds a shorter run that fails under the same name — fewer seconds first, then fewer faults.

import { type Fault } from '../run/fault-plan.ts';
import { failureId, type Report } from '../run/report.ts';
import { type RunOptions } from '../run/run-options.ts';

/** A run that fails, kept with its whole plan: seeds change their meaning with the code. */
export interface SimCase {
  readonly failure: string;
  readonly message: string;
  readonly run: RunOptions;
}

export async function shrink(
  whole: RunOptions,
  run: (options: RunOptions) => Promise<Report>,
  print: (line: string) => void,
): Promise<SimCase | undefined> {
  const first = await run(whole);
  const failure = failureId(first);
  if (failure === undefined) return undefined;
  let best: RunOptions = { ...whole, plan: first.plan };
  let message = messageOf(first);
  const stillFails = async (candidate: RunOptions): Promise<boolean> => {
    const report = await run(candidate);
    if (failureId(report) !== failure) return false;
    best = candidate;
    message = messageOf(report);
    return true;
  };
  print(`${failure}: ${first.plan.length} faults in ${whole.seconds} s`);
  for (
    let seconds = Math.floor(whole.seconds / 2);
    seconds > 0;
    seconds = Math.floor(seconds / 2)
  ) {
    const plan = (best.plan ?? []).filter((fault) => fault.atMs < seconds * 1000);
    if (!(await stillFails({ ...best, seconds, plan }))) break;
    print(`  ${plan.length} faults in ${seconds} s`);
  }
  await dropFaults(best.plan ?? [], async (plan) => {
    const fails = await stillFails({ ...best, plan });
    if (fails) print(`  ${plan.length} faults`);
    return fails;
  });
  return { failure, message, run: best };
}

/** Delta debugging: leaves out ever smaller pieces as long as what is left still fails. */
async function dropFaults(
  plan: readonly Fault[],
  stillFails: (plan: readonly Fault[]) => Promise<boolean>,
): Promise<void> {
  let left = plan;
  for (let size = Math.ceil(left.length / 2); size >= 1;) {
    let hasDropped = false;
    for (let from = 0; from < left.length;) {
      const candidate = [...left.slice(0, from), ...left.slice(from + size)];
      if (await stillFails(candidate)) {
        left = candidate;
        hasDropped = true;
      } else {
        from += size;
      }
    }
    if (size === 1 && !hasDropped) return;
    size = size === 1 ? 1 : Math.ceil(size / 2);
    if (left.length === 0) return;
  }
}

function messageOf(report: Report): string {
  return report.violation?.message ?? report.findings[0]?.message ?? '';
}
