// G1a and phantom: nothing is in the log that was refused, or that nobody sent to it.

import { type History, partitionKey, type Send } from '../workload/history.ts';
import { type Findings } from './finding.ts';
import { label } from './lost-write.ts';

export function checkUnsentValues(history: History, findings: Findings): void {
  const sent = new Map<string, Send>();
  for (const send of history.sends) {
    for (const value of send.values) sent.set(`${partitionKey(send)} ${value}`, send);
  }
  for (const read of [...history.polls, ...history.finalReads]) {
    const partition = partitionKey(read);
    for (const { offset, value } of read.records) {
      const send = sent.get(`${partition} ${value}`);
      if (send === undefined) {
        findings.add(
          'phantom',
          `${label(value)} at ${offset} of ${partition} was never sent there`,
        );
      } else if (send.outcome === 'failed') {
        findings.add(
          'G1a',
          `${label(value)} at ${offset} of ${partition} was refused with ${send.error ?? 'an error'}`,
        );
      }
    }
  }
}
