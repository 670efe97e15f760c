// A real node of Samsa in the simulated world: the shortest run there is, so that it never rots.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeReport, failureId } from '../src/run/report.ts';
import { runSimulation } from '../src/run/run-simulation.ts';
import { startSamsaNode } from '../src/run/start-samsa-node.ts';

const run = () =>
  runSimulation({ seed: 1, seconds: 1, profile: 'quiet', workloads: ['log'] }, startSamsaNode);

test('a node serves the log workload, and the same seed gives the same run', async () => {
  const first = await run();
  assert.equal(failureId(first), undefined, describeReport(first).join('\n'));
  assert.ok(first.recordsAcked > 100);
  assert.equal(first.recordsRead, first.recordsAcked);
  assert.equal((await run()).hash, first.hash);
});
