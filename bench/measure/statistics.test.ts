import assert from 'node:assert/strict';
import { test } from 'node:test';

import { median, percentilesOf, spreadOf } from './statistics.ts';

test('the median of an even count lies between the two middle values', () => {
  assert.equal(median([9, 1, 4, 2]), 3);
  assert.equal(median([10, 9, 1]), 9);
  assert.ok(Number.isNaN(median([])));
});

test('a spread names the ends that the median hides', () => {
  assert.deepEqual(spreadOf([3, 1, 8]), { median: 3, min: 1, max: 8 });
});

test('a percentile is a value that was measured, the smallest that covers its share', () => {
  const samples = Float64Array.from({ length: 1000 }, (_, index) => 1000 - index);
  assert.deepEqual(percentilesOf(samples), { p50: 500, p99: 990, p999: 999 });
  assert.deepEqual(percentilesOf(Float64Array.of(7)), { p50: 7, p99: 7, p999: 7 });
});
