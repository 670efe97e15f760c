// Whole runs of the log workload against the toy broker: a right one stays clean, each bug is caught.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { shrink } from '../src/command/shrink.ts';
import { describeReport, failureId, type Report } from '../src/run/report.ts';
import { type Profile } from '../src/run/run-options.ts';
import { runSimulation, type StartNode } from '../src/run/run-simulation.ts';
import { type Bug, ToyBroker } from './toy-broker.ts';

function run(seed: number, profile: Profile, ...bugs: Bug[]): Promise<Report> {
  const chosen = new Set(bugs);
  return runSimulation({ seed, seconds: 6, profile, workloads: ['log'] }, (platform, plan) =>
    ToyBroker.start(platform, plan, chosen),
  );
}

test('a right broker is clean without faults', async () => {
  const report = await run(1, 'quiet');
  assert.equal(failureId(report), undefined, describeReport(report).join('\n'));
  assert.ok(report.recordsAcked > 100);
  assert.ok(report.recordsRead >= report.recordsAcked);
});

test('the same seed gives the same run, whatever ran before it', async () => {
  const first = await run(3, 'safe');
  await run(4, 'safe');
  const second = await run(3, 'safe');
  assert.equal(second.hash, first.hash);
  assert.equal(second.eventCount, first.eventCount);
  assert.deepEqual(second.operations, first.operations);
});

test('a right broker is clean under faults', async () => {
  for (let seed = 1; seed <= 2; seed++) {
    for (const profile of ['safe', 'wild'] as const) {
      const report = await run(seed, profile);
      assert.equal(failureId(report), undefined, describeReport(report).join('\n'));
    }
  }
});

test('shrinking keeps the failure and drops the faults that it does not need', async () => {
  const bugs = new Set<Bug>(['cuts-on-restart']);
  const start: StartNode = (platform, plan) => ToyBroker.start(platform, plan, bugs);
  for (let seed = 1; ; seed++) {
    const whole = { seed, seconds: 6, profile: 'safe', workloads: ['log'] } as const;
    const found = await shrink(
      whole,
      (options) => runSimulation(options, start),
      () => {},
    );
    if (found === undefined) continue;
    assert.equal(found.failure, 'L14');
    assert.equal(found.run.plan?.length, 1);
    assert.equal(failureId(await runSimulation(found.run, start)), 'L14');
    return;
  }
});

const caught: Record<Bug, { ids: RegExp; profile: Profile }> = {
  'acks-before-write': { ids: /lost-write|inconsistent-offsets|stale-latest/, profile: 'quiet' },
  'cuts-on-restart': { ids: /L14/, profile: 'safe' },
  'forgets-sync': { ids: /lost-write|inconsistent-offsets/, profile: 'safe' },
  'forgets-sequences': { ids: /duplicate/, profile: 'safe' },
  'leaves-records-out': { ids: /int-poll-skip|lost-write|disk-disagrees/, profile: 'quiet' },
  'rejects-unhandled': { ids: /P1/, profile: 'quiet' },
};

for (const [bug, { ids, profile }] of Object.entries(caught)) {
  test(`a broker that ${bug} is caught`, async () => {
    const seen: (string | undefined)[] = [];
    for (let seed = 1; seed <= 12; seed++) {
      const id = failureId(await run(seed, profile, bug as Bug));
      seen.push(id);
      if (id !== undefined && ids.test(id)) return;
    }
    assert.fail(`twelve seeds gave ${seen.join(', ')}`);
  });
}
