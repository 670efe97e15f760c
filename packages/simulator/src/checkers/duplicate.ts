// duplicate: no value is twice in a partition. Idempotent producers retry, all others send once.

import { type History } from '../workload/history.ts';
import { FinalLog } from './final-log.ts';
import { type Findings } from './finding.ts';
import { label } from './lost-write.ts';

/** No fault excuses a duplicate: what a power loss takes, it takes with its producer state. */
export function checkDuplicates(history: History, findings: Findings): void {
  for (const [partition, { offsetsOf }] of new FinalLog(history).partitions) {
    for (const [value, offsets] of offsetsOf) {
      if (offsets.length > 1) {
        findings.add('duplicate', `${label(value)} is in ${partition} at ${offsets.join(', ')}`);
      }
    }
  }
}
