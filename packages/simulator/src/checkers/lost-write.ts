// lost-write: an acknowledged record is at its offset in the end, unless the ledger explains its loss.

import { type Ledger } from '../run/ledger.ts';
import { type History, partitionKey } from '../workload/history.ts';
import { FinalLog } from './final-log.ts';
import { type Findings } from './finding.ts';

export function checkLostWrites(history: History, ledger: Ledger, findings: Findings): void {
  const log = new FinalLog(history);
  for (const send of history.sends) {
    if (send.outcome !== 'ok') continue;
    const final = log.of(send);
    if (final === undefined || ledger.mayLoseAcked(send.invokedMs, send.acks)) continue;
    for (const [index, value] of send.values.entries()) {
      const offset = send.baseOffset + index;
      // The offset of a duplicate is not told; then the value counts wherever it is.
      const isThere =
        send.baseOffset < 0 ? final.offsetsOf.has(value) : final.valueAt.get(offset) === value;
      if (isThere || (send.baseOffset >= 0 && offset < final.startOffset)) continue;
      findings.add(
        'lost-write',
        `${label(value)} of ${send.process} was acknowledged (acks ${send.acks}) at offset ${offset} of ` +
          `${partitionKey(send)} at ${send.completedMs.toFixed(0)} ms; at that offset there is ` +
          `${label(final.valueAt.get(offset))}, the log is ${final.startOffset} to ${final.endOffset}`,
      );
    }
  }
}

export function label(value: string | undefined): string {
  if (value === undefined) return 'nothing';
  return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
}
