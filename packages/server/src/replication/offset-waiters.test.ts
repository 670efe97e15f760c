import assert from 'node:assert/strict';
import { test } from 'node:test';

import { OffsetWaiters } from './offset-waiters.ts';

test('a waiter is told once, when its end offset is passed', () => {
  const waiters = new OffsetWaiters();
  const told: string[] = [];
  waiters.add(5, (isPassed) => told.push(`5 ${isPassed}`));
  waiters.add(7, (isPassed) => told.push(`7 ${isPassed}`));
  waiters.passed(4);
  assert.deepEqual(told, []);
  waiters.passed(5);
  assert.deepEqual(told, ['5 true']);
  waiters.passed(9);
  waiters.failAll();
  assert.deepEqual(told, ['5 true', '7 true']);
  assert.equal(waiters.count, 0);
});

test('whoever still waits is told false when it was in vain', () => {
  const waiters = new OffsetWaiters();
  const told: boolean[] = [];
  waiters.add(5, (isPassed) => told.push(isPassed));
  waiters.failAll();
  waiters.passed(10);
  assert.deepEqual(told, [false]);
});

test('a waiter that is told may wait again', () => {
  const waiters = new OffsetWaiters();
  let rounds = 0;
  const again = (): void => {
    rounds++;
    if (rounds < 3) waiters.add(rounds, again);
  };
  waiters.add(0, again);
  waiters.passed(2);
  assert.equal(rounds, 3);
});

test('the queue lets go of what has been told', () => {
  const waiters = new OffsetWaiters();
  for (let offset = 0; offset < 5000; offset++) waiters.add(offset, () => undefined);
  for (let offset = 0; offset < 4999; offset++) waiters.passed(offset);
  assert.equal(waiters.count, 1);
});
