// npm test: every test of the repository. Arguments narrow it: `npm test -- packages/storage` runs
// what lies under that folder; options starting with a dash go to Node's test runner.

import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith('-'));
const folders = args.filter((arg) => !arg.startsWith('-'));
const roots = folders.length === 0 ? ['packages', 'scripts', 'bench', 'compat', 'test'] : folders;
const globs = roots.map((root) => (root.endsWith('.ts') ? root : `${root}/**/*.test.ts`));

const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-timeout=180000', ...options, ...globs],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
