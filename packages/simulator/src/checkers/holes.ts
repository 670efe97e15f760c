// L3: offsets follow each other without a hole. The topics of the log workload are not compacted, and
// no fault excuses a hole: what comes after lost records must be lost with them, or it would be served
// as if nothing were missing.

import { type History, partitionKey } from '../workload/history.ts';
import { type Findings } from './finding.ts';

export function checkHoles(history: History, findings: Findings): void {
  for (const read of history.finalReads) {
    let next = read.startOffset;
    for (const { offset } of read.records) {
      if (offset !== next) {
        findings.add('L3', `${partitionKey(read)} has nothing from ${next} to ${offset - 1}`);
        break;
      }
      next = offset + 1;
    }
  }
}
