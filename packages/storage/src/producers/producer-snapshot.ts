// Producer snapshots: the producer state as of one offset, so that a start need not read the whole
// log. Only the last batch of each producer is kept, as in Kafka.

import { getLong, setLong } from '../indexes/longs.ts';
import { crc32c } from '@samsa/protocol';
import { NO_OFFSET, NO_SEQUENCE, ProducerState } from './producer-state.ts';

const VERSION = 1;
const CRC_AT = 2;
const SUMMED_FROM = 6;
const HEADER_BYTES = 10;
const ENTRY_BYTES = 46;

export function encodeProducerSnapshot(
  producers: Iterable<ProducerState>,
  count: number,
): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + count * ENTRY_BYTES);
  const view = new DataView(bytes.buffer);
  view.setInt16(0, VERSION);
  view.setInt32(SUMMED_FROM, count);
  let at = HEADER_BYTES;
  for (const producer of producers) {
    setLong(view, at, producer.producerId);
    view.setInt16(at + 8, producer.epoch);
    view.setInt32(at + 10, producer.lastSequence);
    setLong(view, at + 14, producer.lastOffset);
    view.setInt32(at + 22, producer.lastOffsetDelta);
    setLong(view, at + 26, producer.lastTimestamp);
    view.setInt32(at + 34, producer.coordinatorEpoch);
    setLong(view, at + 38, producer.transactionFirstOffset);
    at += ENTRY_BYTES;
  }
  view.setUint32(CRC_AT, crc32c(bytes, SUMMED_FROM, bytes.length));
  return bytes;
}

/** The producers of a snapshot, or undefined where it is damaged or torn. */
export function decodeProducerSnapshot(bytes: Uint8Array): ProducerState[] | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getInt32(SUMMED_FROM);
  if (view.getInt16(0) !== VERSION || bytes.length !== HEADER_BYTES + count * ENTRY_BYTES) {
    return undefined;
  }
  if (view.getUint32(CRC_AT) !== crc32c(bytes, SUMMED_FROM, bytes.length)) return undefined;
  const producers: ProducerState[] = [];
  for (let at = HEADER_BYTES; at < bytes.length; at += ENTRY_BYTES) {
    producers.push(decodeEntry(view, at));
  }
  return producers;
}

function decodeEntry(view: DataView, at: number): ProducerState {
  const producer = new ProducerState(getLong(view, at), view.getInt16(at + 8));
  const lastSequence = view.getInt32(at + 10);
  const lastOffset = getLong(view, at + 14);
  const timestamp = getLong(view, at + 26);
  if (lastSequence !== NO_SEQUENCE || lastOffset !== NO_OFFSET) {
    producer.addBatch(lastSequence, lastOffset, view.getInt32(at + 22), timestamp);
  }
  producer.lastTimestamp = timestamp;
  producer.coordinatorEpoch = view.getInt32(at + 34);
  producer.transactionFirstOffset = getLong(view, at + 38);
  return producer;
}
