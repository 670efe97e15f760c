// The last line of a simulation command, for machines: `N seeds, N clean, N failed, HASH`.

import { RollingHash } from '../kernel/rolling-hash.ts';
import { type Report } from '../run/report.ts';

/**
 * @param asked  seeds that were to run; those that did not run count as neither clean nor failed
 * @param alsoFailed  failures that no single report shows
 */
export function lastLine(reports: readonly Report[], asked: number, alsoFailed = 0): string {
  const failed = reports.filter((report) => !report.isClean).length;
  const hash = new RollingHash();
  for (const report of [...reports].sort((a, b) => a.seed - b.seed)) {
    hash.float(report.seed);
    hash.text(report.hash);
  }
  const ran = Math.min(asked, reports.length);
  return `${ran} seeds, ${ran - failed} clean, ${failed + alsoFailed} failed, ${hash.digest}`;
}
