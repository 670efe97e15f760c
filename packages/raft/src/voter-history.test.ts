import assert from 'node:assert/strict';
import { test } from 'node:test';

import { VoterHistory } from './voter-history.ts';
import { type Voter, VoterSet } from './voter-set.ts';

function voter(id: number): Voter {
  return {
    id,
    directoryId: `eTdDbWvYps9ikwHAsoBg${id}Q`.slice(0, 22),
    endpoints: [{ name: 'CONTROLLER', host: 'localhost', port: 9093 }],
    minKRaftVersion: 0,
    maxKRaftVersion: 1,
  };
}

const setOf = (...ids: number[]): VoterSet => new VoterSet(ids.map(voter));

test('a voter set counts from its append and goes when its record is cut away', () => {
  const history = VoterHistory.ofBootstrapVoters(setOf(1));
  history.addVoters(10, setOf(1, 2));
  assert.deepEqual(history.voters.ids, [1, 2]);
  history.truncateTo(11);
  assert.deepEqual(history.voters.ids, [1, 2]);
  history.truncateTo(10);
  assert.deepEqual(history.voters.ids, [1]);
});

test('a snapshot is made with the voters that were in force below its end', () => {
  const history = VoterHistory.ofBootstrapVoters(setOf(1));
  history.addVoters(10, setOf(1, 2));
  history.addVoters(20, setOf(2));
  assert.deepEqual(history.votersBelow(10).ids, [1]);
  assert.deepEqual(history.votersBelow(11).ids, [1, 2]);
  assert.deepEqual(history.votersBelow(21).ids, [2]);
});

test('voters of the bootstrap checkpoint are written into the log once', () => {
  const history = VoterHistory.ofBootstrapVoters(setOf(1));
  assert.ok(history.isOnlyInBootstrap);
  history.addKRaftVersion(1, 1);
  history.addVoters(2, setOf(1));
  assert.ok(!history.isOnlyInBootstrap);
  assert.ok(!VoterHistory.ofStaticVoters(setOf(1)).isOnlyInBootstrap);
});

test('static voters outlive a snapshot that names none', () => {
  const history = VoterHistory.ofStaticVoters(setOf(1, 2, 3));
  history.startAt(100, VoterSet.EMPTY, 0);
  assert.deepEqual(history.voters.ids, [1, 2, 3]);
  const dynamic = VoterHistory.unknown();
  dynamic.startAt(100, setOf(4), 1);
  assert.deepEqual([dynamic.voters.ids, dynamic.kraftVersion], [[4], 1]);
});

test('who is voted out stays electable until that is committed', () => {
  const history = VoterHistory.ofBootstrapVoters(setOf(1, 2));
  history.addVoters(10, setOf(2));
  assert.ok(history.mayVote(voter(1), -1));
  assert.ok(history.mayVote(voter(1), 10));
  assert.ok(!history.mayVote(voter(1), 11));
});

test('a node with another directory is not the voter of its id', () => {
  const voters = setOf(1, 2, 3);
  assert.ok(voters.isVoter(voter(1)));
  assert.ok(!voters.isVoter({ id: 1, directoryId: '5ngbgZnZRru89lWM375Kuw' }));
  assert.ok(voters.isVoter({ id: 1, directoryId: 'AAAAAAAAAAAAAAAAAAAAAA' }));
});

test('majorities of two sets meet only when at most one voter differs (R7)', () => {
  assert.ok(setOf(1, 2).overlaps(setOf(1, 2, 3)));
  assert.ok(setOf(1, 2, 3).overlaps(setOf(1, 2)));
  assert.ok(!setOf(1, 2).overlaps(setOf(1, 3)));
  assert.deepEqual(
    [setOf(1).majority, setOf(1, 2).majority, setOf(1, 2, 3, 4, 5).majority],
    [1, 2, 3],
  );
});
