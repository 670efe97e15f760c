import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ZERO_UUID } from '@samsa/common';

import { ReplicaProgress } from './replica-progress.ts';
import { replicaKey } from './replica-key.ts';
import { VoterSet } from './voter-set.ts';

function votersOf(...ids: number[]): VoterSet {
  return new VoterSet(
    ids.map((id) => ({
      id,
      directoryId: ZERO_UUID,
      endpoints: [],
      minKRaftVersion: 0,
      maxKRaftVersion: 1,
    })),
  );
}

const VOTERS = votersOf(1, 2, 3);

test('a majority has what the second of three has synced', () => {
  const progress = new ReplicaProgress(replicaKey(1), 0);
  assert.equal(progress.majorityEndOffset(VOTERS, 10), -1);
  progress.fetched(replicaKey(2), 4, 10, VOTERS, 100);
  assert.equal(progress.majorityEndOffset(VOTERS, 10), 4);
  progress.fetched(replicaKey(3), 8, 10, VOTERS, 100);
  assert.equal(progress.majorityEndOffset(VOTERS, 10), 8);
  assert.equal(progress.majorityEndOffset(VOTERS, 6), 6, 'the leader counts what it has synced');
  assert.equal(progress.majorityEndOffset(votersOf(2, 3), 10), 4, 'and nothing once voted out');
});

test('observers move no majority', () => {
  const progress = new ReplicaProgress(replicaKey(1), 0);
  progress.fetched(replicaKey(9), 10, 10, VOTERS, 5000);
  assert.equal(progress.majorityEndOffset(VOTERS, 10), -1);
  assert.equal(progress.majorityContactMs(VOTERS), 0);
});

test('the last contact with a majority is that of the second of three', () => {
  const progress = new ReplicaProgress(replicaKey(1), 1000);
  assert.equal(progress.majorityContactMs(VOTERS), 1000);
  progress.contacted(replicaKey(2), VOTERS, 1500);
  assert.equal(progress.majorityContactMs(VOTERS), 1500);
  assert.equal(progress.majorityContactMs(votersOf(1)), Infinity, 'an only voter is never alone');
});

test('a replica is caught up when it has all that the leader had at its fetch before', () => {
  const progress = new ReplicaProgress(replicaKey(1), 0);
  const key = replicaKey(2);
  progress.fetched(key, 5, 10, VOTERS, 100);
  assert.equal(progress.of(key)?.lastCaughtUpMs, -Infinity);
  progress.fetched(key, 10, 20, VOTERS, 200);
  assert.equal(progress.of(key)?.lastCaughtUpMs, 100);
  progress.fetched(key, 20, 20, VOTERS, 300);
  assert.equal(progress.of(key)?.lastCaughtUpMs, 300);
});

test('an observer that is silent for five minutes is forgotten, a voter is not', () => {
  const progress = new ReplicaProgress(replicaKey(1), 0);
  progress.contacted(replicaKey(9), VOTERS, 0);
  progress.contacted(replicaKey(2), VOTERS, 0);
  assert.equal(progress.observers(VOTERS, 300_000).length, 1);
  assert.equal(progress.observers(VOTERS, 300_001).length, 0);
  assert.equal(progress.of(replicaKey(2))?.lastFetchMs, 0);
});

test('the successor with the longest log comes first', () => {
  const progress = new ReplicaProgress(replicaKey(1), 0);
  progress.fetched(replicaKey(2), 4, 10, VOTERS, 100);
  progress.fetched(replicaKey(3), 8, 10, VOTERS, 100);
  assert.deepEqual(
    progress.successors(VOTERS).map((key) => key.id),
    [3, 2],
  );
});
