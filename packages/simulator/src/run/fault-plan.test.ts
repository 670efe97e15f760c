// The fault plan: the same for the same seed, within its profile and its time.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SimRandom } from '../kernel/sim-random.ts';
import { drawClusterPlan } from './cluster-plan.ts';
import { drawFaultPlan, FAULT_KINDS } from './fault-plan.ts';

const plan = (seed: number, profile: 'safe' | 'wild' | 'quiet') =>
  drawFaultPlan(new SimRandom(`${seed}/plan`), profile, 60);

test('one seed gives one plan and one cluster', () => {
  assert.deepEqual(plan(5, 'safe'), plan(5, 'safe'));
  assert.notDeepEqual(plan(5, 'safe'), plan(6, 'safe'));
  assert.deepEqual(drawClusterPlan(new SimRandom('5')), drawClusterPlan(new SimRandom('5')));
});

test('a quiet plan is empty', () => {
  assert.deepEqual(plan(1, 'quiet'), []);
});

test('a hundred seeds use every kind, and a failing sync only in the wild', () => {
  const kinds = (profile: 'safe' | 'wild'): Set<string> =>
    new Set(
      Array.from({ length: 100 }, (_, seed) => plan(seed, profile).map(({ kind }) => kind)).flat(),
    );
  assert.deepEqual([...kinds('wild')].sort(), [...FAULT_KINDS].sort());
  assert.ok(!kinds('safe').has('disk-sync-failure'));
});

test('about half of the faults wait for a mark', () => {
  const all = Array.from({ length: 100 }, (_, seed) => plan(seed, 'safe')).flat();
  const share = all.filter((fault) => fault.on !== undefined).length / all.length;
  assert.ok(share > 0.4 && share < 0.6, `${share}`);
  assert.ok(all.every((fault) => fault.atMs >= 0 && fault.atMs < 60_000));
});
