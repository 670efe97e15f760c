// Bounds that the server tells its clients: log start ≤ last stable offset ≤ high watermark, the end
// never falls, and a consumer's position never ends up outside the log.

import { type Ledger } from '../run/ledger.ts';
import { type History, partitionKey } from '../workload/history.ts';
import { type Findings } from './finding.ts';

export function checkOffsetBounds(history: History, ledger: Ledger, findings: Findings): void {
  checkPolls(history, findings);
  checkLatest(history, ledger, findings);
  for (const reset of history.resets) {
    if (reset.fromOffset < reset.logStartOffset || ledger.mayLoseSeen(0)) continue;
    findings.add(
      'position-lost',
      `${reset.process} at ${partitionKey(reset)} had read up to ${reset.fromOffset}, and the log ` +
        `now ends at ${reset.latestOffset}`,
    );
  }
}

function checkPolls(history: History, findings: Findings): void {
  for (const poll of history.polls) {
    const { logStartOffset, lastStableOffset, highWatermark } = poll;
    // Versions before 5 do not tell the log start; −1 is the default of both.
    const isInOrder =
      logStartOffset <= lastStableOffset && lastStableOffset <= highWatermark && highWatermark >= 0;
    if (!isInOrder) {
      findings.add(
        'L7',
        `${partitionKey(poll)} answered log start ${logStartOffset}, last stable offset ` +
          `${lastStableOffset}, high watermark ${highWatermark}`,
      );
    }
    const last = poll.records.at(-1);
    if (last !== undefined && last.offset >= highWatermark) {
      findings.add(
        'above-high-watermark',
        `${poll.process} saw offset ${last.offset} of ${partitionKey(poll)} with high watermark ${highWatermark}`,
      );
    }
  }
}

function checkLatest(history: History, ledger: Ledger, findings: Findings): void {
  const highest = new Map<string, { offset: number; sinceMs: number }>();
  for (const latest of history.latestOffsets) {
    const key = `${latest.process} ${partitionKey(latest)}`;
    const before = highest.get(key);
    if (
      before !== undefined &&
      latest.offset < before.offset &&
      !ledger.mayLoseSeen(before.sinceMs)
    ) {
      findings.add('L4', `${key} was told the end is ${latest.offset}, after ${before.offset}`);
    }
    highest.set(key, { offset: latest.offset, sinceMs: latest.invokedMs });
  }
  checkLatestAgainstAcks(history, ledger, findings);
}

/** Whoever asks for the end after an acks=all record was acknowledged gets an end behind it. */
function checkLatestAgainstAcks(history: History, ledger: Ledger, findings: Findings): void {
  const acked = history.sends
    .filter((send) => send.outcome === 'ok' && send.acks === -1 && send.baseOffset >= 0)
    .sort((a, b) => a.completed - b.completed);
  const asked = [...history.latestOffsets].sort((a, b) => a.invoked - b.invoked);
  const end = new Map<string, { offset: number; sinceMs: number }>();
  let next = 0;
  for (const latest of asked) {
    for (; (acked[next]?.completed ?? Infinity) < latest.invoked; next++) {
      const send = acked[next];
      if (send === undefined) break;
      const key = partitionKey(send);
      const offset = send.baseOffset + send.values.length;
      if (offset > (end.get(key)?.offset ?? 0)) end.set(key, { offset, sinceMs: send.invokedMs });
    }
    const known = end.get(partitionKey(latest));
    if (known === undefined || latest.offset >= known.offset) continue;
    if (ledger.mayLoseAcked(known.sinceMs, -1)) continue;
    findings.add(
      'stale-latest',
      `${latest.process} was told that ${partitionKey(latest)} ends at ${latest.offset}, after a record ` +
        `before ${known.offset} was acknowledged`,
    );
  }
}
