// Order of what consumers see: within one answer, from answer to answer, and without gaps.

import { type Ledger } from '../run/ledger.ts';
import { type History, partitionKey, type Poll } from '../workload/history.ts';
import { FinalLog } from './final-log.ts';
import { type Findings } from './finding.ts';
import { label } from './lost-write.ts';

export function checkPollOrder(history: History, ledger: Ledger, findings: Findings): void {
  const log = new FinalLog(history);
  const lastSeen = new Map<string, number>();
  for (const poll of history.polls) {
    const where = `${poll.process} at ${partitionKey(poll)}`;
    const key = `${where} ${poll.session}`;
    let last = lastSeen.get(key) ?? -1;
    const first = poll.records[0];
    if (first !== undefined && first.offset <= last) {
      findings.add('nonmonotonic-poll', `${where} saw ${first.offset} after ${last}`);
    }
    let previous = -1;
    for (const { offset } of poll.records) {
      if (offset <= previous) {
        findings.add('int-nonmonotonic-poll', `${where} saw ${offset} behind ${previous}`);
      }
      previous = offset;
    }
    last = Math.max(last, previous);
    lastSeen.set(key, last);
    if (!ledger.mayLoseSeen(poll.invokedMs)) checkGaps(poll, log, findings);
  }
}

/** What is in the log in the end was there, or came later, but it cannot have been passed over. */
function checkGaps(poll: Poll, log: FinalLog, findings: Findings): void {
  const final = log.of(poll);
  if (final === undefined || poll.nextOffset <= poll.fetchOffset) return;
  const seen = new Map(poll.records.map((record) => [record.offset, record.value]));
  for (let offset = poll.fetchOffset; offset < poll.nextOffset; offset++) {
    const value = final.valueAt.get(offset);
    if (value === undefined || seen.has(offset)) continue;
    findings.add(
      'int-poll-skip',
      `${poll.process} fetched ${partitionKey(poll)} from ${poll.fetchOffset} to ${poll.nextOffset} ` +
        `and did not see ${label(value)} at ${offset}`,
    );
  }
}
