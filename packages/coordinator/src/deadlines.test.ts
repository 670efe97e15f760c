import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as fc from 'fast-check';

import { Deadline, Deadlines } from './deadlines.ts';

test('the earliest deadline is taken first, and only when it is due', () => {
  const deadlines = new Deadlines<string>();
  const a = new Deadline('a');
  const b = new Deadline('b');
  deadlines.set(a, 20);
  deadlines.set(b, 10);
  assert.equal(deadlines.nextMs(), 10);
  assert.equal(deadlines.takeDue(9), undefined);
  assert.equal(deadlines.takeDue(20), b);
  assert.equal(deadlines.takeDue(20), a);
  assert.equal(deadlines.nextMs(), Infinity);
});

test('a deadline that was moved later does not fire at its old time', () => {
  const deadlines = new Deadlines<string>();
  const a = new Deadline('a');
  deadlines.set(a, 10);
  deadlines.set(a, 30);
  assert.equal(deadlines.nextMs(), 30);
  assert.equal(deadlines.takeDue(29), undefined);
});

test('a deadline that was taken or cleared can be set again', () => {
  const deadlines = new Deadlines<string>();
  const a = new Deadline('a');
  deadlines.set(a, 10);
  deadlines.clear(a);
  deadlines.clear(a);
  assert.equal(a.isSet, false);
  assert.equal(deadlines.size, 0);
  deadlines.set(a, 5);
  assert.equal(deadlines.takeDue(5), a);
});

test('whatever is set, moved and cleared, deadlines come out as a sorted list would give them', () => {
  const step = fc.record({
    which: fc.nat(7),
    atMs: fc.oneof(fc.nat(50), fc.constant(Infinity)),
    takeAtMs: fc.option(fc.nat(50)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const deadlines = new Deadlines<number>();
      const all = Array.from({ length: 8 }, (_, i) => new Deadline(i));
      const model = new Map<number, number>();
      for (const { which, atMs, takeAtMs } of steps) {
        const deadline = all[which];
        assert(deadline !== undefined);
        deadlines.set(deadline, atMs);
        model.set(which, atMs);
        assert.equal(deadlines.nextMs(), Math.min(...model.values()));
        if (takeAtMs === null) continue;
        const taken = deadlines.takeDue(takeAtMs);
        const earliest = Math.min(...model.values());
        assert.equal(taken !== undefined, earliest <= takeAtMs);
        if (taken === undefined) continue;
        assert.equal(model.get(taken.what), earliest);
        model.set(taken.what, Infinity);
      }
    }),
  );
});
