import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LeaderEpochCache } from './leader-epoch-cache.ts';

function cacheOf(...entries: readonly (readonly [number, number])[]): LeaderEpochCache {
  const cache = new LeaderEpochCache();
  for (const [epoch, startOffset] of entries) cache.assign(epoch, startOffset);
  return cache;
}

function pairs(cache: LeaderEpochCache): [number, number][] {
  return cache.entries.map((entry) => [entry.epoch, entry.startOffset]);
}

test('an epoch ends where the next known one begins', () => {
  const cache = cacheOf([2, 10], [4, 20], [7, 30]);
  assert.deepEqual(cache.endOffsetFor(2, 50), { epoch: 2, endOffset: 20 });
  assert.deepEqual(cache.endOffsetFor(4, 50), { epoch: 4, endOffset: 30 });
});

test('the latest epoch ends at the end of the log', () => {
  assert.deepEqual(cacheOf([2, 10]).endOffsetFor(2, 50), { epoch: 2, endOffset: 50 });
});

test('for an epoch without entry the largest one below it answers', () => {
  const cache = cacheOf([2, 10], [4, 20], [7, 30]);
  assert.deepEqual(cache.endOffsetFor(5, 50), { epoch: 4, endOffset: 30 });
  assert.deepEqual(cache.endOffsetFor(1, 50), { epoch: 1, endOffset: 10 });
});

test('of an epoch above all known ones nothing can be said', () => {
  assert.deepEqual(cacheOf([2, 10]).endOffsetFor(3, 50), { epoch: -1, endOffset: -1 });
  assert.deepEqual(cacheOf([2, 10]).endOffsetFor(-1, 50), { epoch: -1, endOffset: -1 });
  assert.deepEqual(new LeaderEpochCache().endOffsetFor(0, 0), { epoch: -1, endOffset: -1 });
});

test('a new entry removes what contradicts it', () => {
  const cache = cacheOf([2, 10], [4, 20], [7, 30]);
  cache.assign(8, 20);
  assert.deepEqual(pairs(cache), [
    [2, 10],
    [8, 20],
  ]);
  cache.assign(3, 15);
  assert.deepEqual(pairs(cache), [
    [2, 10],
    [3, 15],
  ]);
});

test('assigning the latest epoch again changes nothing', () => {
  const cache = cacheOf([2, 10]);
  const { version } = cache;
  cache.assign(2, 40);
  assert.deepEqual([pairs(cache), cache.version], [[[2, 10]], version]);
});

test('epochs that begin at the new end of the log go with the records', () => {
  const cache = cacheOf([0, 0], [2, 10], [4, 20]);
  cache.truncateFromEnd(20);
  assert.deepEqual(pairs(cache), [
    [0, 0],
    [2, 10],
  ]);
  cache.truncateFromEnd(1);
  assert.deepEqual(pairs(cache), [[0, 0]]);
  assert.equal(cache.latestEpoch, 0);
  cache.truncateFromEnd(0);
  assert.equal(cache.latestEpoch, -1);
});

test('the epoch of the first record left begins at it', () => {
  const cache = cacheOf([0, 0], [2, 10], [4, 20]);
  cache.truncateFromStart(15);
  assert.deepEqual(pairs(cache), [
    [2, 15],
    [4, 20],
  ]);
  cache.truncateFromStart(20);
  assert.deepEqual(pairs(cache), [[4, 20]]);
});

test('each offset has the epoch of the entry at or before it', () => {
  const cache = cacheOf([2, 10], [4, 20]);
  assert.deepEqual(
    [9, 10, 19, 20, 99].map((offset) => cache.epochAt(offset)),
    [-1, 2, 2, 4, 4],
  );
  assert.deepEqual([cache.previousEpoch(), cache.previousEpoch(2)], [2, -1]);
});
