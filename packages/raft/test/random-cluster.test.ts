// Quorums under random loss, reordering, repeats, pauses, kills, power loss, partitions and voter
// changes. Every step is checked for R1 … R9; after the faults end, the quorum has to work again.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { runSeed } from './random-run.ts';

const SEEDS = 200;

test(`R1 to R9 hold under faults, and the quorum works afterwards (${SEEDS} seeds)`, () => {
  const tally = { elections: 0, truncations: 0, snapshots: 0, committed: 0, voterChanges: 0 };
  for (let seed = 1; seed <= SEEDS; seed++) {
    try {
      runSeed(seed, tally);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
  // The runs must reach the places where replicas can go wrong.
  assert.ok(tally.elections > SEEDS, `elections ${tally.elections}`);
  assert.ok(tally.truncations > SEEDS / 10, `truncations ${tally.truncations}`);
  assert.ok(tally.snapshots > SEEDS / 10, `snapshots ${tally.snapshots}`);
  assert.ok(tally.committed > SEEDS * 10, `committed ${tally.committed}`);
  assert.ok(tally.voterChanges > SEEDS / 10, `voter changes ${tally.voterChanges}`);
});
