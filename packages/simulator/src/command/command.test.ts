// The words of `samsa sim`, its exit status and its last line.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Report } from '../run/report.ts';
import { runSim } from './run-sim.ts';
import { budgetMs, parseSimArguments, runOptions, seedRange } from './sim-arguments.ts';
import { lastLine } from './summary.ts';

function reportOf(seed: number, isClean: boolean): Report {
  return {
    seed,
    profile: 'safe',
    isClean,
    hash: `hash${seed}`,
    simulatedMs: 1,
    realMs: 1,
    eventCount: 1,
    operations: { ok: 0, failed: 0, unknown: 0 },
    recordsAcked: 0,
    recordsRead: 0,
    faultsPlanned: 0,
    faultsStruck: 0,
    losses: 0,
    marks: {},
    violation: undefined,
    findings: [],
    plan: [],
  };
}

test('the last line counts seeds that ran, were clean and failed, and names the whole', () => {
  assert.match(
    lastLine([reportOf(1, true), reportOf(2, false)], 3),
    /^2 seeds, 1 clean, 1 failed, [0-9a-f]{16}$/,
  );
});

test('the last line does not depend on the order in which the seeds came in', () => {
  const [a, b] = [reportOf(1, true), reportOf(2, true)];
  assert.equal(lastLine([a, b], 2), lastLine([b, a], 2));
});

test('a range of seeds has both its ends', () => {
  assert.deepEqual(seedRange('3..5'), [3, 4, 5]);
  assert.deepEqual(seedRange('7'), [7]);
  assert.throws(() => seedRange('5..3'), /not a range/);
});

test('a budget is in seconds, minutes or hours', () => {
  assert.deepEqual(['90s', '20m', '2h', '5'].map(budgetMs), [90_000, 1_200_000, 7_200_000, 5_000]);
  assert.equal(budgetMs(undefined), Infinity);
});

test('options come as --name value and as --name=value', () => {
  const known = ['seconds', 'profile'];
  for (const args of [
    ['--seconds', '5', '--profile', 'wild'],
    ['--seconds=5', '--profile=wild'],
  ]) {
    const { seconds, profile } = runOptions(parseSimArguments(args, known).options);
    assert.deepEqual([seconds, profile], [5, 'wild']);
  }
});

const wrong: Record<string, string[]> = {
  'an unknown option': ['--sed', '1'],
  'no seed': ['--seconds', '5'],
  'a seed that is no number': ['--seed', 'x'],
  'an unknown profile': ['--seed', '1', '--profile', 'mild'],
  'an unknown workload': ['--seed', '1', '--workload', 'loog'],
  'a swarm without seeds': ['swarm'],
  'a check of nothing': ['check', '--seeds', '1..2'],
};

for (const [name, args] of Object.entries(wrong)) {
  test(`${name} ends with status 2 and the usage`, async () => {
    const lines: string[] = [];
    assert.equal(await runSim(args, (line) => lines.push(line)), 2);
    assert.match(lines.join('\n'), /usage: samsa sim/);
  });
}
