import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';

import { KEYS_WITHOUT_EFFECT } from './keys-without-effect.ts';
import { nodeConfigs } from './node-config.ts';

/** Places that name keys without reading what they are set to. */
const NOT_READING = /\.test\.ts$|\/generated\/|keys-without-effect|broker-change-rules/;

test('every declared key is read somewhere, or told as one without effect', () => {
  const packages = resolve(import.meta.dirname, '../../..');
  const source = globSync('*/src/**/*.ts', { cwd: packages })
    .filter((path) => !NOT_READING.test(path))
    .map((path) => readFileSync(resolve(packages, path), 'utf8'))
    .join('\n');
  const unread = Object.keys(nodeConfigs).filter(
    // Its declaration is one place.
    (key) => source.split(`'${key}'`).length - 1 < 2,
  );
  assert.deepEqual(unread.toSorted(), [...KEYS_WITHOUT_EFFECT].toSorted());
});
