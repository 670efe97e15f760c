// The kernel of the simulation: order of events, random streams, the rolling hash.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { RollingHash } from './rolling-hash.ts';
import { Scheduler } from './scheduler.ts';
import { SimRandom } from './sim-random.ts';

function drain(scheduler: Scheduler): void {
  for (let event = scheduler.next(); event !== undefined; event = scheduler.next()) event.run();
}

test('events run in the order of their times, whatever the order of their making', () => {
  const random = new SimRandom('order');
  const scheduler = new Scheduler(random.fork('ties'));
  const seen: number[] = [];
  const times = Array.from({ length: 1000 }, () => random.int(200));
  for (const timeMs of times) scheduler.at(timeMs, 'timer', undefined, () => seen.push(timeMs));
  drain(scheduler);
  assert.deepEqual(
    seen,
    times.toSorted((a, b) => a - b),
  );
  assert.equal(scheduler.eventCount, 1000);
});

test('events of one instant run in an order that the seed decides', () => {
  const order = (seed: string): string => {
    const scheduler = new Scheduler(new SimRandom(seed));
    const seen: string[] = [];
    for (const name of 'abcdefgh') scheduler.at(5, 'timer', undefined, () => seen.push(name));
    drain(scheduler);
    return seen.join('');
  };
  assert.equal(order('1'), order('1'));
  assert.ok(new Set(['1', '2', '3', '4'].map(order)).size > 1);
});

test('a cancelled event does not run and does not count', () => {
  const scheduler = new Scheduler(new SimRandom('1'));
  const event = scheduler.at(5, 'timer', undefined, () => assert.fail('it ran'));
  event.isCancelled = true;
  drain(scheduler);
  assert.equal(scheduler.eventCount, 0);
});

test('an event in the past happens now, and time does not go back', () => {
  const scheduler = new Scheduler(new SimRandom('1'));
  const seen: number[] = [];
  scheduler.at(10, 'timer', undefined, () => {
    scheduler.at(3, 'timer', undefined, () => seen.push(scheduler.nowMs));
  });
  drain(scheduler);
  assert.deepEqual(seen, [10]);
});

test('draws from one fork leave the other forks as they were', () => {
  const undisturbed = new SimRandom('7').fork('disk').u32();
  const random = new SimRandom('7');
  for (let i = 0; i < 100; i++) random.u32();
  random.fork('net').u32();
  assert.equal(random.fork('disk').u32(), undisturbed);
});

test('two forks of one name are two streams', () => {
  const random = new SimRandom('7');
  assert.notEqual(random.fork('producer').uuid(), random.fork('producer').uuid());
});

test('floats fill the range evenly', () => {
  const random = new SimRandom('even');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i++) {
    const slot = Math.floor(random.float() * 10);
    counts[slot] = (counts[slot] as number) + 1;
  }
  assert.ok(
    counts.every((count) => count > 850 && count < 1150),
    counts.join(' '),
  );
});

test('the digest tells two courses of events apart that differ in one word', () => {
  const digest = (...words: number[]): string => {
    const hash = new RollingHash();
    for (const word of words) hash.word(word);
    return hash.digest;
  };
  assert.equal(digest(1, 2, 3), digest(1, 2, 3));
  const digests = [
    digest(1, 2, 3),
    digest(1, 3, 2),
    digest(1, 2, 4),
    digest(0, 2, 3),
    digest(1, 2),
  ];
  assert.equal(new Set(digests).size, digests.length);
});
