// How one batch of a log changes the producer state: the same when it is appended, replicated or read
// again at a start.

import {
  type BatchCursor,
  ControlType,
  controlTypeOf,
  coordinatorEpochOf,
  RecordCursor,
} from '@samsa/protocol';
import { type AbortedTransaction } from '../indexes/transaction-index.ts';
import { type EndMarker, type ProducerStates } from './producer-states.ts';

const records = (batch: BatchCursor): RecordCursor => new RecordCursor().aimInPlace(batch);

/** The end of a transaction that this control batch says, or undefined where it says something else. */
export function endMarkerOf(batch: BatchCursor): EndMarker | undefined {
  const record = records(batch);
  if (!record.next()) return undefined;
  const type = controlTypeOf(record);
  if (type !== ControlType.ABORT && type !== ControlType.COMMIT) return undefined;
  return { isAbort: type === ControlType.ABORT, coordinatorEpoch: coordinatorEpochOf(record) };
}

/**
 * Applies a batch that has its offsets. The aborted transaction for the index, if it ends one.
 *
 * @param batch  of magic 2, all its bytes in memory where it is a control batch
 */
export function replayBatch(
  producers: ProducerStates,
  batch: BatchCursor,
): AbortedTransaction | undefined {
  if (!batch.hasProducerId) return undefined;
  if (!batch.isControl) {
    producers.appended(
      batch.producerId,
      batch.producerEpoch,
      batch.lastSequence,
      batch.baseOffset,
      batch.lastOffset,
      batch.maxTimestamp,
      batch.isTransactional,
    );
    return undefined;
  }
  const marker = endMarkerOf(batch);
  if (marker === undefined) return undefined;
  return producers.ended(
    batch.producerId,
    batch.producerEpoch,
    marker,
    batch.lastOffset,
    batch.maxTimestamp,
  );
}
