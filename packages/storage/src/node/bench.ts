// For the benches of this package: a folder on the disk, and one line per case.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface BenchFolder {
  readonly path: string;
  remove(): void;
}

export function temporaryBenchFolder(): BenchFolder {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsa-bench-'));
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** @param timesMs  total time of each part; printed as time per operation, with the throughput of all */
export function report(
  name: string,
  operations: number,
  bytesPerOperation: number,
  timesMs: Readonly<Record<string, number>>,
): void {
  const parts = Object.entries(timesMs).map(
    ([part, ms]) => `${((ms * 1000) / operations).toFixed(2)} ${part}`,
  );
  const totalMs = Object.values(timesMs).reduce((sum, ms) => sum + ms, 0);
  const megabytesPerSecond = (operations * bytesPerOperation) / 1000 / totalMs;
  console.log(
    `${name.padEnd(40)} ${parts.join('  ').padEnd(36)} ${megabytesPerSecond.toFixed(0)} MB/s`,
  );
}
