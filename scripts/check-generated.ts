// Runs every generator and wants no generated file to change: what is committed is what they write.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const GENERATORS = [
  'packages/common/generator/main.ts',
  'packages/protocol/generator/main.ts',
  'packages/server/generator/main.ts',
  'scripts/docs/main.ts',
];

function generatedFiles(): Map<string, string> {
  const patterns = ['packages/*/src/generated/**', 'docs/*.md'];
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...patterns], {
    encoding: 'utf8',
  });
  const hashes = new Map<string, string>();
  for (const path of listed.split('\n')) {
    if (path === '' || !existsSync(path)) continue;
    hashes.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return hashes;
}

const before = generatedFiles();
for (const generator of GENERATORS) {
  execFileSync(process.execPath, [generator], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const after = generatedFiles();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
);
for (const path of changed) console.log(`${path}: was not what its generator writes`);
process.exitCode = changed.length === 0 ? 0 : 1;
