// BatchCursor: points at one record batch in a larger buffer and reads or stamps its header in place.
//
// Meant to be kept and moved. The getters trust the bytes below the cursor: ask `isWhole` (bytes from
// a file or a peer may be cut or damaged) before the first field beyond the magic.

import { ErrorCode, KafkaError } from '@samsa/common';

import { type Crc32c } from '../crc32c.ts';
import {
  Attribute,
  BATCH_HEADER_BYTES,
  CURRENT_MAGIC,
  Field,
  HEADER_TO_MAGIC_BYTES,
  LOG_OVERHEAD_BYTES,
  NO_PRODUCER_ID,
  NO_SEQUENCE,
  NO_TIMESTAMP,
  sequenceAfter,
} from './batch-format.ts';

const TWO_TO_32 = 2 ** 32;

/** Bytes of a legacy message with null key and value, log overhead included: magic 0, magic 1. */
const MIN_LEGACY_BYTES = [26, 34] as const;

export class BatchCursor {
  #bytes: Uint8Array;
  /** Over the whole ArrayBuffer, so that it survives a move to another view of the same memory. */
  #view: DataView;
  #start = 0;
  /** Where the batch begins in `#view`. */
  #base = 0;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }

  static over(bytes: Uint8Array, start = 0): BatchCursor {
    return new BatchCursor(bytes).at(start);
  }

  /** Points into other bytes. Allocates only when they lie in another ArrayBuffer. */
  aim(bytes: Uint8Array, start = 0): this {
    this.#bytes = bytes;
    if (this.#view.buffer !== bytes.buffer) this.#view = new DataView(bytes.buffer);
    return this.at(start);
  }

  /** Moves inside the same bytes. */
  at(start: number): this {
    this.#start = start;
    this.#base = this.#bytes.byteOffset + start;
    return this;
  }

  /** Moves to where the next batch begins, or to the end of the bytes. */
  advance(): this {
    return this.at(this.end);
  }

  // ---- Is there a batch? -------------------------------------------------------------------------

  /** Size and magic may be read. */
  get hasHeader(): boolean {
    return this.#start + HEADER_TO_MAGIC_BYTES <= this.#bytes.length;
  }

  /** All bytes of a batch of a possible size are there. What they say is not checked. */
  get isWhole(): boolean {
    return this.hasHeader && !this.isMalformed && this.end <= this.#bytes.length;
  }

  /** The bytes are damaged rather than cut: unknown magic, or a size below the smallest of its magic. */
  get isMalformed(): boolean {
    if (!this.hasHeader) return false;
    const magic = this.magic;
    if (magic < 0 || magic > CURRENT_MAGIC) return true;
    const minBytes = magic === CURRENT_MAGIC ? BATCH_HEADER_BYTES : (MIN_LEGACY_BYTES[magic] ?? 0);
    return this.sizeInBytes < minBytes;
  }

  /** Magic 2 only. */
  isCrcValid(crc32c: Crc32c): boolean {
    return this.crc === this.computeCrc(crc32c);
  }

  computeCrc(crc32c: Crc32c): number {
    return crc32c(this.#bytes, this.#start + Field.ATTRIBUTES, this.end);
  }

  // ---- Place -------------------------------------------------------------------------------------

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get start(): number {
    return this.#start;
  }

  /** Where the next batch begins. */
  get end(): number {
    return this.#start + this.sizeInBytes;
  }

  get sizeInBytes(): number {
    return this.batchLength + LOG_OVERHEAD_BYTES;
  }

  /** A view of the whole batch. */
  view(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.end);
  }

  /** Where the records begin in `bytes`. */
  get payloadStart(): number {
    return this.#start + BATCH_HEADER_BYTES;
  }

  /** A view of the records, compressed as they are. */
  payload(): Uint8Array {
    return this.#bytes.subarray(this.payloadStart, this.end);
  }

  // ---- Header ------------------------------------------------------------------------------------

  /** In a legacy message set: the offset of the message, of a compressed one that of its last. */
  get baseOffset(): number {
    return this.#int64(Field.BASE_OFFSET);
  }

  get lastOffset(): number {
    return this.magic === CURRENT_MAGIC ? this.baseOffset + this.lastOffsetDelta : this.baseOffset;
  }

  /** The offset after the last one of this batch. */
  get nextOffset(): number {
    return this.lastOffset + 1;
  }

  get batchLength(): number {
    return this.#view.getInt32(this.#base + Field.BATCH_LENGTH);
  }

  get partitionLeaderEpoch(): number {
    return this.#view.getInt32(this.#base + Field.PARTITION_LEADER_EPOCH);
  }

  get magic(): number {
    return this.#view.getInt8(this.#base + Field.MAGIC);
  }

  get crc(): number {
    return this.#view.getUint32(this.#base + Field.CRC);
  }

  /** Unsigned, 16 bits. */
  get attributes(): number {
    return this.#view.getUint16(this.#base + Field.ATTRIBUTES);
  }

  /** A `Codec`, or a number that none has. */
  get codec(): number {
    return this.attributes & Attribute.CODEC_MASK;
  }

  get isLogAppendTime(): boolean {
    return (this.attributes & Attribute.LOG_APPEND_TIME) !== 0;
  }

  get isTransactional(): boolean {
    return (this.attributes & Attribute.TRANSACTIONAL) !== 0;
  }

  get isControl(): boolean {
    return (this.attributes & Attribute.CONTROL) !== 0;
  }

  get hasDeleteHorizon(): boolean {
    return (this.attributes & Attribute.DELETE_HORIZON) !== 0;
  }

  /** From when on compaction may drop tombstones and markers of this batch; −1 when not set yet. */
  get deleteHorizonMs(): number {
    return this.hasDeleteHorizon ? this.baseTimestamp : NO_TIMESTAMP;
  }

  get lastOffsetDelta(): number {
    return this.#view.getInt32(this.#base + Field.LAST_OFFSET_DELTA);
  }

  /** What timestamp deltas count from. With a delete horizon, that horizon. */
  get baseTimestamp(): number {
    return this.#int64(Field.BASE_TIMESTAMP);
  }

  get maxTimestamp(): number {
    return this.#int64(Field.MAX_TIMESTAMP);
  }

  get producerId(): number {
    return this.#int64(Field.PRODUCER_ID);
  }

  get hasProducerId(): boolean {
    return this.producerId > NO_PRODUCER_ID;
  }

  get producerEpoch(): number {
    return this.#view.getInt16(this.#base + Field.PRODUCER_EPOCH);
  }

  get baseSequence(): number {
    return this.#view.getInt32(this.#base + Field.BASE_SEQUENCE);
  }

  get lastSequence(): number {
    const baseSequence = this.baseSequence;
    return baseSequence === NO_SEQUENCE
      ? NO_SEQUENCE
      : sequenceAfter(baseSequence, this.lastOffsetDelta);
  }

  /** Fewer than `lastOffsetDelta + 1` after compaction. */
  get recordCount(): number {
    return this.#view.getInt32(this.#base + Field.RECORD_COUNT);
  }

  // ---- What the log stamps -----------------------------------------------------------------------

  /** Stamps what the leader owns. The CRC covers neither field, so the batch is not summed again. */
  assign(baseOffset: number, leaderEpoch: number): void {
    this.#setInt64(Field.BASE_OFFSET, baseOffset);
    this.#view.setInt32(this.#base + Field.PARTITION_LEADER_EPOCH, leaderEpoch);
  }

  /** Says that every record has the time at which the broker appended it. Writes a new CRC. */
  setLogAppendTime(nowMs: number, crc32c: Crc32c): void {
    this.#stampTime(this.attributes | Attribute.LOG_APPEND_TIME, nowMs, crc32c);
  }

  /** Corrects the largest create time of the records. Writes a new CRC. */
  setMaxTimestamp(maxTimestamp: number, crc32c: Crc32c): void {
    this.#stampTime(this.attributes & ~Attribute.LOG_APPEND_TIME, maxTimestamp, crc32c);
  }

  #stampTime(attributes: number, maxTimestamp: number, crc32c: Crc32c): void {
    this.#view.setUint16(this.#base + Field.ATTRIBUTES, attributes);
    this.#setInt64(Field.MAX_TIMESTAMP, maxTimestamp);
    this.#view.setUint32(this.#base + Field.CRC, this.computeCrc(crc32c));
  }

  #int64(field: number): number {
    const at = this.#base + field;
    return this.#view.getInt32(at) * TWO_TO_32 + this.#view.getUint32(at + 4);
  }

  #setInt64(field: number, value: number): void {
    const at = this.#base + field;
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setInt32(at, high);
    this.#view.setUint32(at + 4, value - high * TWO_TO_32);
  }
}

/**
 * Every whole batch of the bytes, by one cursor that moves: it is never a second object. An incomplete
 * batch at the end is passed over, as every reader of a fetch response does.
 *
 * @throws KafkaError CORRUPT_MESSAGE where the bytes cannot be a batch
 */
export function* batchesIn(bytes: Uint8Array, from = 0): Generator<BatchCursor, void> {
  const cursor = BatchCursor.over(bytes, from);
  for (; cursor.isWhole; cursor.advance()) yield cursor;
  if (cursor.isMalformed) {
    throw new KafkaError(
      ErrorCode.CORRUPT_MESSAGE,
      `no batch begins at position ${cursor.start}: magic ${cursor.magic}, size ${cursor.sizeInBytes}`,
    );
  }
}
