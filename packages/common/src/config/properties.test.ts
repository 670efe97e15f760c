import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatProperties, parseProperties } from './properties.ts';

function entries(text: string): [string, string][] {
  return parseProperties(text).map(({ key, value }) => [key, value]);
}

test('the first separator that no backslash protects ends the key', () => {
  assert.deepEqual(entries('a=1\nb: 2\nc 3\nd\\=e = 4=5\nf'), [
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
    ['d=e', '4=5'],
    ['f', ''],
  ]);
});

test('comments and empty lines are passed over, and lines are counted', () => {
  assert.deepEqual(parseProperties('# one\n\n  ! two\r\n key=value\n'), [
    { key: 'key', value: 'value', line: 4 },
  ]);
});

test('a backslash at the end of a line continues it, an even number of them does not', () => {
  assert.deepEqual(entries('a=1,\\\n   2\nb=x\\\\\nc=3'), [
    ['a', '1,2'],
    ['b', 'x\\'],
    ['c', '3'],
  ]);
});

test('escapes stand for their characters', () => {
  assert.deepEqual(entries('a=\\u0041\\t\\q'), [['a', 'A\tq']]);
});

test('what is formatted parses to the same entries', () => {
  const all: [string, string][] = [
    ['plain.key', 'value'],
    ['with space:and=', ' leading, and \\ back'],
    ['lines', 'a\nb\r\tc'],
  ];
  assert.deepEqual(entries(formatProperties(all)), all);
});
