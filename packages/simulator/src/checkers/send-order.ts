// Order of what producers send, and what the server may refuse an idempotent one.

import { type Ledger } from '../run/ledger.ts';
import { type History, partitionKey, type Send } from '../workload/history.ts';
import { type Findings } from './finding.ts';

const SEQUENCE_ERRORS: ReadonlySet<string> = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
]);

export function checkSendOrder(history: History, ledger: Ledger, findings: Findings): void {
  const lastAcked = new Map<string, Send>();
  const firstOfProducer = new Map<number, Send>();
  for (const send of history.sends) {
    const key = `${send.process} ${partitionKey(send)}`;
    if (send.producerId >= 0 && !firstOfProducer.has(send.producerId)) {
      firstOfProducer.set(send.producerId, send);
    }
    if (send.error !== undefined && SEQUENCE_ERRORS.has(send.error)) {
      // The producer sends a batch only when the one before it was acknowledged, so nothing but a
      // loss of its state can put the server and it at odds.
      const sinceMs = firstOfProducer.get(send.producerId)?.invokedMs ?? 0;
      if (!ledger.mayLoseSeen(sinceMs)) {
        findings.add(
          'sequence-refused',
          `${send.process} was refused sequence ${send.sequence} of producer ${send.producerId} in ` +
            `${partitionKey(send)} with ${send.error}`,
        );
      }
    }
    if (send.outcome !== 'ok' || send.baseOffset < 0) continue;
    const before = lastAcked.get(key);
    if (
      before !== undefined &&
      before.completed < send.invoked &&
      send.baseOffset <= before.baseOffset &&
      !ledger.mayLoseAcked(before.invokedMs, before.acks)
    ) {
      findings.add(
        'nonmonotonic-send',
        `${key} was told offset ${send.baseOffset} after ${before.baseOffset}`,
      );
    }
    lastAcked.set(key, send);
  }
}
