// ProducerState: what a partition remembers of one producer — its epoch, its last five batches, its
// open transaction. Enough to tell a retry from a gap.

/** As many batches as an idempotent producer may have in flight. Source: KIP-98, KAFKA-5494. */
const REMEMBERED_BATCHES = 5;
const MAX_SEQUENCE = 2 ** 31 - 1;

export const NO_EPOCH = -1;
export const NO_SEQUENCE = -1;
export const NO_OFFSET = -1;

export interface BatchMemory {
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly timestamp: number;
}

export class ProducerState {
  readonly producerId: number;
  epoch: number;
  coordinatorEpoch = -1;
  /** Of the last batch or marker, in ms since 1970. Markers count, or an idle coordinator's epoch
   * would be forgotten while its producer lives (KAFKA-9144). */
  lastTimestamp = -1;
  /** The first offset of the open transaction; −1 without one. */
  transactionFirstOffset = NO_OFFSET;

  // The last batches as a ring, the oldest at `#first`. Parallel arrays: no object per batch.
  readonly #lastSequences: number[] = [];
  readonly #lastOffsets: number[] = [];
  readonly #offsetDeltas: number[] = [];
  readonly #timestamps: number[] = [];
  #newest = -1;

  constructor(producerId: number, epoch: number) {
    this.producerId = producerId;
    this.epoch = epoch;
  }

  get hasBatches(): boolean {
    return this.#newest >= 0;
  }

  get lastSequence(): number {
    return this.#lastSequences[this.#newest] ?? NO_SEQUENCE;
  }

  /** Of the last data batch; −1 where none is remembered. */
  get lastOffset(): number {
    return this.#lastOffsets[this.#newest] ?? NO_OFFSET;
  }

  get lastOffsetDelta(): number {
    return this.#offsetDeltas[this.#newest] ?? 0;
  }

  get lastBatchTimestamp(): number {
    return this.#timestamps[this.#newest] ?? this.lastTimestamp;
  }

  addBatch(lastSequence: number, lastOffset: number, offsetDelta: number, timestamp: number): void {
    this.#newest = (this.#newest + 1) % REMEMBERED_BATCHES;
    this.#lastSequences[this.#newest] = lastSequence;
    this.#lastOffsets[this.#newest] = lastOffset;
    this.#offsetDeltas[this.#newest] = offsetDelta;
    this.#timestamps[this.#newest] = timestamp;
    this.lastTimestamp = timestamp;
  }

  /** A new epoch counts its sequences from 0 and never repeats a batch of an older one. */
  moveToEpoch(epoch: number): void {
    if (this.epoch === epoch) return;
    this.epoch = epoch;
    this.#lastSequences.length = 0;
    this.#lastOffsets.length = 0;
    this.#offsetDeltas.length = 0;
    this.#timestamps.length = 0;
    this.#newest = -1;
  }

  /** The remembered batch with exactly these sequences: what arrives is a retry of it. */
  findBatch(firstSequence: number, lastSequence: number): BatchMemory | undefined {
    for (let slot = 0; slot < this.#lastSequences.length; slot++) {
      if (this.#lastSequences[slot] !== lastSequence) continue;
      const offsetDelta = this.#offsetDeltas[slot] ?? 0;
      if (sequenceBefore(lastSequence, offsetDelta) !== firstSequence) continue;
      const lastOffset = this.#lastOffsets[slot] ?? NO_OFFSET;
      return {
        firstSequence,
        lastSequence,
        firstOffset: lastOffset - offsetDelta,
        lastOffset,
        timestamp: this.#timestamps[slot] ?? -1,
      };
    }
    return undefined;
  }
}

/** The sequence `count` before; sequences run from 0 to 2^31−1 and start over. */
export function sequenceBefore(sequence: number, count: number): number {
  return sequence >= count ? sequence - count : MAX_SEQUENCE - (count - sequence) + 1;
}

export function isNextSequence(lastSequence: number, next: number): boolean {
  return next === lastSequence + 1 || (next === 0 && lastSequence === MAX_SEQUENCE);
}
