// npm run check: types, lint, format, house rules and generated code, side by side, in seconds.

import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'tidy', command: ['node', 'scripts/tidy/main.ts'] },
  { name: 'generated code', command: ['node', 'scripts/check-generated.ts'] },
];

interface Result {
  readonly step: Step;
  readonly status: number;
  readonly output: string;
  readonly seconds: string;
}

function run(step: Step): Promise<Result> {
  const started = performance.now();
  return new Promise((resolve) => {
    const [program, ...args] = step.command as [string, ...string[]];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ step, status: status ?? 1, output, seconds });
    });
  });
}

const results = await Promise.all(STEPS.map(run));
for (const { step, status, output, seconds } of results) {
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
  if (status !== 0) console.log(output);
}
process.exitCode = results.every((result) => result.status === 0) ? 0 : 1;
