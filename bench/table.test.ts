import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatNumber, formatTable } from './table.ts';

test('columns are as wide as their widest cell and numbers stand under each other', () => {
  assert.equal(
    formatTable(
      ['what', 'ms'],
      [
        ['a longer name', '5'],
        ['b', '1,234'],
      ],
    ),
    [
      '| what          |    ms |',
      '| ------------- | ----: |',
      '| a longer name |     5 |',
      '| b             | 1,234 |',
    ].join('\n'),
  );
});

test('a number keeps three digits, and all of those before the point', () => {
  assert.deepEqual([0.012345, 1.2345, 12.345, 12_345.6, NaN, undefined, 0].map(formatNumber), [
    '0.0123',
    '1.23',
    '12.3',
    '12,346',
    '–',
    '–',
    '0',
  ]);
});
