// ProducerStates: which batches each producer of a partition has written, and which transactions are
// open. Rebuilt from snapshot and log; the order of calls is the order of the log.
//
// Rules as in Kafka's ProducerStateManager and ProducerAppendInfo. Checking changes nothing; the
// log applies a batch when it has a place in the log.

import { assert, ErrorCode } from '@samsa/common';
import { type AbortedTransaction } from '../indexes/transaction-index.ts';
import {
  type BatchMemory,
  isNextSequence,
  NO_EPOCH,
  NO_OFFSET,
  NO_SEQUENCE,
  ProducerState,
} from './producer-state.ts';

/** Who appends: only client batches are held to their sequence, replicas take what the leader took. */
export type ProducerOrigin = 'client' | 'coordinator' | 'replica';

/** What a marker at the end of a transaction says. */
export interface EndMarker {
  readonly isAbort: boolean;
  readonly coordinatorEpoch: number;
}

export class ProducerStates {
  readonly #producers = new Map<number, ProducerState>();
  /** Open transactions by their first offset. The insertion order is the order of those offsets. */
  readonly #open = new Map<number, number>();
  /** Ended transactions whose markers are not below the high watermark: first → marker offset. They
   * hold back the last stable offset, too: a marker that may be lost has ended nothing yet. */
  readonly #endedUncommitted = new Map<number, number>();

  get producerCount(): number {
    return this.#producers.size;
  }

  producers(): IterableIterator<ProducerState> {
    return this.#producers.values();
  }

  producer(producerId: number): ProducerState | undefined {
    return this.#producers.get(producerId);
  }

  hasOngoingTransaction(producerId: number, epoch: number): boolean {
    const producer = this.#producers.get(producerId);
    return (
      producer !== undefined &&
      producer.epoch === epoch &&
      producer.transactionFirstOffset !== NO_OFFSET
    );
  }

  /** Where read_committed must stop: the first offset of a transaction without a committed end. */
  get firstUnstableOffset(): number | undefined {
    let first = this.#firstOpenOffset();
    for (const firstOffset of this.#endedUncommitted.keys()) {
      if (first === undefined || firstOffset < first) first = firstOffset;
    }
    return first;
  }

  /** The batch that this one repeats, if it is one of the last five. */
  findDuplicate(
    producerId: number,
    epoch: number,
    firstSequence: number,
    lastSequence: number,
  ): BatchMemory | undefined {
    const producer = this.#producers.get(producerId);
    if (producer === undefined || producer.epoch !== epoch) return undefined;
    return producer.findBatch(firstSequence, lastSequence);
  }

  /** Whether a data batch may be appended now. NONE, or the error its producer gets. */
  check(
    producerId: number,
    epoch: number,
    firstSequence: number,
    isTransactional: boolean,
    origin: ProducerOrigin,
  ): ErrorCode {
    const producer = this.#producers.get(producerId);
    // Its records may all be gone by retention, so any sequence may come first.
    if (producer === undefined || origin === 'replica') return ErrorCode.NONE;
    if (epoch < producer.epoch) return ErrorCode.INVALID_PRODUCER_EPOCH;
    if (origin === 'client' && !isExpectedSequence(producer, epoch, firstSequence)) {
      return ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER;
    }
    if (producer.transactionFirstOffset !== NO_OFFSET && !isTransactional) {
      return ErrorCode.INVALID_TXN_STATE;
    }
    return ErrorCode.NONE;
  }

  /** Whether an end marker may be appended now. */
  checkMarker(producerId: number, epoch: number, marker: EndMarker): ErrorCode {
    const producer = this.#producers.get(producerId);
    if (producer === undefined) return ErrorCode.NONE;
    if (epoch < producer.epoch) return ErrorCode.INVALID_PRODUCER_EPOCH;
    if (marker.coordinatorEpoch < producer.coordinatorEpoch) {
      return ErrorCode.TRANSACTION_COORDINATOR_FENCED;
    }
    return ErrorCode.NONE;
  }

  /** Takes in a data batch that has its place in the log. */
  appended(
    producerId: number,
    epoch: number,
    lastSequence: number,
    firstOffset: number,
    lastOffset: number,
    timestamp: number,
    isTransactional: boolean,
  ): void {
    const producer = this.#producerFor(producerId, epoch);
    producer.moveToEpoch(epoch);
    producer.addBatch(lastSequence, lastOffset, lastOffset - firstOffset, timestamp);
    if (isTransactional && producer.transactionFirstOffset === NO_OFFSET) {
      producer.transactionFirstOffset = firstOffset;
      this.#open.set(firstOffset, producerId);
    }
  }

  /**
   * Takes in an end marker. The aborted transaction for the index, or undefined where the marker
   * commits or ends nothing: a transaction without records here leaves no trace.
   */
  ended(
    producerId: number,
    epoch: number,
    marker: EndMarker,
    offset: number,
    timestamp: number,
  ): AbortedTransaction | undefined {
    const producer = this.#producerFor(producerId, epoch);
    const firstOffset = producer.transactionFirstOffset;
    producer.moveToEpoch(epoch);
    producer.coordinatorEpoch = marker.coordinatorEpoch;
    producer.lastTimestamp = timestamp;
    producer.transactionFirstOffset = NO_OFFSET;
    if (firstOffset === NO_OFFSET) return undefined;
    this.#open.delete(firstOffset);
    this.#endedUncommitted.set(firstOffset, offset);
    if (!marker.isAbort) return undefined;
    const lastStableOffset = this.#firstOpenOffset() ?? offset + 1;
    return { producerId, firstOffset, lastOffset: offset, lastStableOffset };
  }

  /** Markers below the high watermark cannot be lost any more. */
  committed(highWatermark: number): void {
    for (const [firstOffset, markerOffset] of this.#endedUncommitted) {
      if (markerOffset < highWatermark) this.#endedUncommitted.delete(firstOffset);
    }
  }

  /** Records below this offset are gone, and with them the ends of their transactions. */
  logStartMoved(logStartOffset: number): void {
    for (const [firstOffset, markerOffset] of this.#endedUncommitted) {
      if (markerOffset < logStartOffset) this.#endedUncommitted.delete(firstOffset);
    }
  }

  isExpired(producer: ProducerState, nowMs: number, expirationMs: number): boolean {
    return (
      producer.transactionFirstOffset === NO_OFFSET &&
      nowMs - producer.lastTimestamp >= expirationMs
    );
  }

  /** Forgets producers that were silent for so long. Returns how many. */
  expire(nowMs: number, expirationMs: number): number {
    let expired = 0;
    for (const producer of this.#producers.values()) {
      if (!this.isExpired(producer, nowMs, expirationMs)) continue;
      this.#producers.delete(producer.producerId);
      expired++;
    }
    return expired;
  }

  clear(): void {
    this.#producers.clear();
    this.#open.clear();
    this.#endedUncommitted.clear();
  }

  /** Takes over what a snapshot says; only into an empty state. */
  load(producers: readonly ProducerState[]): void {
    assert(this.#producers.size === 0, 'a snapshot is loaded into an empty producer state');
    const open: ProducerState[] = [];
    for (const producer of producers) {
      this.#producers.set(producer.producerId, producer);
      if (producer.transactionFirstOffset !== NO_OFFSET) open.push(producer);
    }
    open.sort((a, b) => a.transactionFirstOffset - b.transactionFirstOffset);
    for (const producer of open) {
      this.#open.set(producer.transactionFirstOffset, producer.producerId);
    }
  }

  #firstOpenOffset(): number | undefined {
    for (const firstOffset of this.#open.keys()) return firstOffset;
    return undefined;
  }

  #producerFor(producerId: number, epoch: number): ProducerState {
    const known = this.#producers.get(producerId);
    if (known !== undefined) return known;
    const producer = new ProducerState(producerId, epoch);
    this.#producers.set(producerId, producer);
    return producer;
  }
}

function isExpectedSequence(
  producer: ProducerState,
  epoch: number,
  firstSequence: number,
): boolean {
  if (epoch !== producer.epoch) return firstSequence === 0 || producer.epoch === NO_EPOCH;
  const lastSequence = producer.hasBatches ? producer.lastSequence : NO_SEQUENCE;
  return isNextSequence(lastSequence, firstSequence);
}
