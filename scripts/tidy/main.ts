// Checks the house rules over every source file that git knows; exit status 1 when one is broken.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { RULES } from './rules.ts';

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', '*.ts'], {
  encoding: 'utf8',
});
const paths = listed.split('\n').filter((path) => path !== '' && existsSync(path));

let problems = 0;
for (const path of paths) {
  const file = { path, text: readFileSync(path, 'utf8') };
  for (const rule of RULES) {
    for (const problem of rule(file)) {
      problems++;
      console.log(`${problem.path}:${problem.line}: ${problem.what}`);
    }
  }
}
console.log(`tidy: ${paths.length} files, ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;
