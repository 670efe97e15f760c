// inconsistent-offsets: an offset stands for one record, whoever is told about it and whenever. A
// record once consumed never changes.

import { type Ledger } from '../run/ledger.ts';
import { type History, type Partition, partitionKey } from '../workload/history.ts';
import { type Findings } from './finding.ts';
import { label } from './lost-write.ts';

interface Sighting {
  readonly value: string;
  /** Of an acknowledged send; undefined where it was only read. */
  readonly acks: number | undefined;
  /** From when on the record may have been in the log. */
  readonly sinceMs: number;
  readonly by: string;
}

export function checkInconsistentOffsets(
  history: History,
  ledger: Ledger,
  findings: Findings,
): void {
  const sightings = new Map<string, Sighting>();
  const see = (at: Partition, offset: number, seen: Sighting): void => {
    const key = `${partitionKey(at)} ${offset}`;
    const before = sightings.get(key);
    if (before === undefined || before.value === seen.value) {
      if (before === undefined || (seen.acks !== undefined && before.acks === undefined))
        sightings.set(key, seen);
      return;
    }
    const earlier = before.sinceMs <= seen.sinceMs ? before : seen;
    const isExcused =
      earlier.acks === undefined
        ? ledger.mayLoseSeen(earlier.sinceMs)
        : ledger.mayLoseAcked(earlier.sinceMs, earlier.acks);
    if (isExcused) return;
    findings.add(
      'inconsistent-offsets',
      `offset ${offset} of ${partitionKey(at)} is ${label(before.value)} for ${before.by} and ` +
        `${label(seen.value)} for ${seen.by}`,
    );
  };
  for (const send of history.sends) {
    if (send.outcome !== 'ok' || send.baseOffset < 0) continue;
    for (const [index, value] of send.values.entries()) {
      see(send, send.baseOffset + index, {
        value,
        acks: send.acks,
        sinceMs: send.invokedMs,
        by: send.process,
      });
    }
  }
  for (const poll of history.polls) {
    for (const { offset, value } of poll.records) {
      see(poll, offset, { value, acks: undefined, sinceMs: poll.invokedMs, by: poll.process });
    }
  }
  for (const read of history.finalReads) {
    for (const { offset, value } of read.records) {
      see(read, offset, { value, acks: undefined, sinceMs: Infinity, by: 'the final read' });
    }
  }
}
