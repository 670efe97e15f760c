// Each transcript in golden/ happens again exactly as it is written there. After a wanted change:
// node packages/raft/test/update-golden.ts, and read the diff.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { replay } from './transcript.ts';

const FOLDER = new URL('../golden/', import.meta.url);

for (const name of readdirSync(FOLDER).sort()) {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  test(`golden: ${name.replace('.txt', '').replaceAll('-', ' ')}`, () => {
    assert.equal(replay(text), text);
  });
}
