import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  arrows,
  dependencyOwner,
  finished,
  handlersDoor,
  honestTests,
  indexFiles,
  oneIdea,
  opening,
  type Rule,
  seam,
  tellingNames,
} from './rules.ts';

function complaints(rule: Rule, path: string, text: string): string[] {
  return rule({ path, text }).map((problem) => `${problem.line}: ${problem.what}`);
}

test('a package imports only the packages its arrows name', () => {
  const path = 'packages/storage/src/log.ts';
  assert.deepEqual(complaints(arrows, path, "import { a } from '@samsa/common';"), []);
  assert.deepEqual(complaints(arrows, path, "import { a } from '@samsa/server';"), [
    '1: storage may not import server',
  ]);
  assert.deepEqual(complaints(arrows, path, "\nexport { a } from '@samsa/network/node';"), [
    '2: storage may not import network',
  ]);
  assert.deepEqual(complaints(arrows, path, "await import('@samsa/server');"), [
    '1: storage may not import server',
  ]);
});

test('inside a package imports are relative, across packages by name', () => {
  const path = 'packages/storage/src/log.ts';
  assert.equal(complaints(arrows, path, "import { a } from '@samsa/storage';").length, 1);
  assert.equal(complaints(arrows, path, "import { a } from '../../common/src/a.ts';").length, 1);
  assert.equal(complaints(arrows, path, "import { a } from './a';").length, 1);
  assert.deepEqual(complaints(arrows, path, "import { a } from './a.ts';"), []);
});

test('an import in a comment is no import', () => {
  const text = "// import { a } from '@samsa/server';\n/* import '@samsa/cli' */";
  assert.deepEqual(complaints(arrows, 'packages/storage/src/log.ts', text), []);
});

test('only the pipeline reaches the handlers', () => {
  const text = "import { brokerHandlers } from '../handlers/index.ts';";
  assert.equal(complaints(handlersDoor, 'packages/server/src/fetch/a.ts', text).length, 1);
  assert.deepEqual(complaints(handlersDoor, 'packages/server/src/pipeline/a.ts', text), []);
});

test('clock, timers, randomness and sockets are reached through the platform only', () => {
  const path = 'packages/server/src/fetch/a.ts';
  for (const text of [
    'const a = Date.now();',
    'const a = new Date();',
    'const a = performance.now();',
    'const a = Math.random();',
    'setTimeout(run, 5);',
    'setImmediate(run);',
    'const a = process.env;',
    'process.nextTick(run);',
    "import { readFile } from 'node:fs';",
    "import { connect } from 'net';",
    "import { gunzip } from 'node:zlib';",
    "console.log('a');",
  ]) {
    assert.equal(complaints(seam, path, text).length, 1, text);
  }
  assert.deepEqual(complaints(seam, path, "const a = 'Date.now()'; // setTimeout(b)"), []);
  assert.deepEqual(complaints(seam, path, 'const a = new Date(nowMs);'), []);
});

test('the folders named node, the command line and tests may reach outside', () => {
  const text = "import { readFileSync } from 'node:fs';\nDate.now();";
  assert.deepEqual(complaints(seam, 'packages/storage/src/node/disk.ts', text), []);
  assert.deepEqual(complaints(seam, 'packages/cli/src/main.ts', text), []);
  assert.deepEqual(complaints(seam, 'packages/storage/src/log.test.ts', text), []);
});

test('a package from outside is imported in its one agreed place', () => {
  const text = "import { a } from '@node-rs/crc32';";
  assert.deepEqual(complaints(dependencyOwner, 'packages/server/src/node/a.ts', text), []);
  assert.equal(complaints(dependencyOwner, 'packages/storage/src/a.ts', text).length, 1);
  assert.equal(
    complaints(dependencyOwner, 'packages/storage/src/a.ts', "import _ from 'lodash';").length,
    1,
  );
});

test('names that say nothing are refused', () => {
  assert.equal(complaints(tellingNames, 'packages/storage/src/log-manager.ts', '').length, 1);
  assert.equal(
    complaints(tellingNames, 'packages/storage/src/a.ts', 'export class GroupService {}').length,
    1,
  );
  assert.deepEqual(complaints(tellingNames, 'packages/storage/src/a.ts', 'class Groups {}'), []);
});

test("index.ts stands at a package's root and lists names", () => {
  assert.deepEqual(
    complaints(indexFiles, 'packages/storage/src/index.ts', "export { a } from './a.ts';"),
    [],
  );
  assert.equal(
    complaints(indexFiles, 'packages/storage/src/index.ts', "export * from './a.ts';").length,
    1,
  );
  assert.equal(complaints(indexFiles, 'packages/storage/src/log/index.ts', '').length, 1);
});

test('a file opens with a comment, holds one idea and nothing unfinished', () => {
  const path = 'packages/storage/src/a.ts';
  assert.equal(complaints(opening, path, 'const a = 1;').length, 1);
  assert.deepEqual(complaints(opening, path, '// What it is.\n'), []);
  assert.equal(complaints(oneIdea, path, '\n'.repeat(701)).length, 1);
  assert.equal(complaints(finished, path, '// TODO: later').length, 1);
});

test('no test runs alone or is put off', () => {
  assert.equal(complaints(honestTests, 'a.test.ts', "test.only('x', () => {});").length, 1);
  assert.deepEqual(complaints(honestTests, 'a.test.ts', "test('x', () => {});"), []);
});
