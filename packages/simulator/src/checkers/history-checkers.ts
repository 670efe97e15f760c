// All checkers of a finished history.

import { type Ledger } from '../run/ledger.ts';
import { type History } from '../workload/history.ts';
import { checkDuplicates } from './duplicate.ts';
import { Findings } from './finding.ts';
import { checkHoles } from './holes.ts';
import { checkInconsistentOffsets } from './inconsistent-offsets.ts';
import { checkLostWrites } from './lost-write.ts';
import { checkOffsetBounds } from './offset-bounds.ts';
import { checkPollOrder } from './poll-order.ts';
import { checkSendOrder } from './send-order.ts';
import { checkUnsentValues } from './unsent-value.ts';

export function checkHistory(history: History, ledger: Ledger): Findings {
  const findings = new Findings();
  checkLostWrites(history, ledger, findings);
  checkHoles(history, findings);
  checkDuplicates(history, findings);
  checkUnsentValues(history, findings);
  checkInconsistentOffsets(history, ledger, findings);
  checkPollOrder(history, ledger, findings);
  checkSendOrder(history, ledger, findings);
  checkOffsetBounds(history, ledger, findings);
  return findings;
}
