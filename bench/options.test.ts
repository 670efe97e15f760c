import assert from 'node:assert/strict';
import { test } from 'node:test';

import { OptionsError, parseOptions } from './options.ts';

test('a scenario may be named more than once and the rounds are a number', () => {
  const { what, options } = parseOptions(
    'ab --scenario ping-1 --scenario fetch-6 --rounds 5 --quick'.split(' '),
  );
  assert.equal(what, 'ab');
  assert.deepEqual(options.scenario, ['ping-1', 'fetch-6']);
  assert.equal(options.rounds, 5);
  assert.equal(options.isQuick, true);
});

test('what is not understood is refused instead of measured', () => {
  for (const line of [
    '',
    'ab start',
    'ab --rounds 0',
    'ab --rounds x',
    'ab --only redis',
    'ab --hurry',
  ]) {
    assert.throws(() => parseOptions(line.split(' ').filter(Boolean)), OptionsError, line);
  }
});
