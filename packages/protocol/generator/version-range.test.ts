import assert from 'node:assert/strict';
import { test } from 'node:test';

import { includes, outsideTest, parseVersions, versionTest, versionText } from './version-range.ts';

test('the notation of the schemas is understood, and nothing else', () => {
  assert.deepEqual(parseVersions('3'), { min: 3, max: 3 });
  assert.deepEqual(parseVersions('0-12'), { min: 0, max: 12 });
  assert.deepEqual(parseVersions('9+'), { min: 9, max: Infinity });
  assert.equal(versionText(parseVersions('none')), 'none');
  for (const text of ['', '1-', '+', '1-2+', 'x']) assert.throws(() => parseVersions(text));
});

test('the tests in generated code say what the ranges say', () => {
  const within = { min: 2, max: 9 };
  for (const text of ['none', '0+', '2-9', '4+', '0-5', '4-5', '7', '9', '2', '12+', '0-1']) {
    const range = parseVersions(text);
    for (let version = within.min; version <= within.max; version++) {
      assert.equal(holds(versionTest(range, within), version), includes(range, version), text);
      assert.equal(holds(outsideTest(range, within), version), !includes(range, version), text);
    }
  }
});

function holds(expression: string, version: number): boolean {
  // The expressions are our own, made by the functions under test.
  // oxlint-disable-next-line typescript/no-implied-eval
  return Boolean(new Function('version', `return ${expression};`)(version));
}
