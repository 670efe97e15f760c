// LastBatches: which batches say how far the living producers of a log have come. Without them a
// restart, or a follower, would take a producer's retry for something new (KAFKA-7385).

import { type BatchCursor } from '@samsa/protocol';
import { NO_OFFSET } from '../producers/producer-state.ts';
import { type ProducerStates } from '../producers/producer-states.ts';

const FIELDS = 3;

/** Producer id, offset of its last data batch or −1, and epoch, of one producer after another. */
export type LastBatchList = Float64Array<SharedArrayBuffer>;

/** @param upperOffset  producers with a later data batch need nothing below it */
export function lastBatchList(producers: ProducerStates, upperOffset: number): LastBatchList {
  const fields: number[] = [];
  for (const producer of producers.producers()) {
    if (producer.lastOffset >= upperOffset) continue;
    fields.push(producer.producerId, producer.lastOffset, producer.epoch);
  }
  const list = new Float64Array(new SharedArrayBuffer(fields.length * 8));
  list.set(fields);
  return list;
}

export class LastBatches {
  readonly #list: LastBatchList;
  /** Where a producer's fields begin. */
  readonly #places = new Map<number, number>();

  constructor(list: LastBatchList) {
    this.#list = list;
    for (let at = 0; at < list.length; at += FIELDS) this.#places.set(list[at] ?? 0, at);
  }

  /** @param batch  of magic 2, with a producer id */
  has(batch: BatchCursor): boolean {
    const at = this.#places.get(batch.producerId);
    if (at === undefined) return false;
    const lastOffset = this.#list[at + 1] ?? NO_OFFSET;
    if (lastOffset !== NO_OFFSET) return batch.lastOffset === lastOffset;
    // Nothing but a marker tells its epoch, which fences the producer's older self.
    return batch.isControl && batch.producerEpoch === this.#list[at + 2];
  }
}
