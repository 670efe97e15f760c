// Files of the simulation commands on the real disk: traces, reports and cases.

import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';

import { JsonTrace, type Trace } from '../world/trace.ts';

const BUFFERED_CHARACTERS = 1 << 20;
/** Lines shown before two traces part. */
const CONTEXT_LINES = 12;

export function traceToFile(path: string): Trace {
  const file = openSync(path, 'w');
  let buffered = '';
  const flush = (): void => {
    writeSync(file, buffered);
    buffered = '';
  };
  return new JsonTrace(
    (line) => {
      buffered += `${line}\n`;
      if (buffered.length > BUFFERED_CHARACTERS) flush();
    },
    () => {
      flush();
      closeSync(file);
    },
  );
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

export function writeText(path: string, text: string): void {
  writeFileSync(path, text);
}

/** The first line in which two traces differ, in both forms, with the lines before it. */
export function firstDifference(pathA: string, pathB: string): string[] | undefined {
  const [a, b] = [readText(pathA).split('\n'), readText(pathB).split('\n')];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] === b[i]) continue;
    const before = a.slice(Math.max(0, i - CONTEXT_LINES), i).map((line) => `    ${line}`);
    return [...before, `  - ${a[i] ?? 'the end'}`, `  + ${b[i] ?? 'the end'}`];
  }
  return undefined;
}
