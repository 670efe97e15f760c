// BatchBuilder: writes records into one batch (magic 2), byte for byte as Kafka's own producers do.

import { assert, type CompressionName } from '@samsa/common';

import { compressNow } from '../compression/compress.ts';
import { crc32c } from '../crc32c.ts';
import { BatchCursor } from './batch-cursor.ts';
import {
  Attribute,
  BATCH_HEADER_BYTES,
  codecOf,
  CURRENT_MAGIC,
  Field,
  LOG_OVERHEAD_BYTES,
  NO_PRODUCER_EPOCH,
  NO_PRODUCER_ID,
  NO_SEQUENCE,
  NO_TIMESTAMP,
} from './batch-format.ts';
import { type RecordHeader } from './record-view.ts';

const FIRST_BYTES = 512;
/** The longest varint and varlong, and what stands around key, value and headers in a record. */
const MAX_FRAMING_BYTES = 5 + 1 + 10 + 5 + 5 + 5 + 5;
const MAX_INT32 = 2 ** 31 - 1;

export interface BatchOptions {
  readonly baseOffset?: number;
  readonly partitionLeaderEpoch?: number;
  readonly codec?: CompressionName;
  /** Of the codec; its own default when left out. */
  readonly level?: number;
  readonly isTransactional?: boolean;
  readonly isControl?: boolean;
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly baseSequence?: number;
  /** Written in place of the base timestamp; compaction sets it on batches with tombstones. */
  readonly deleteHorizonMs?: number;
  /** Makes this the time of every record; their own are kept in the bytes and read by nobody. */
  readonly logAppendTimeMs?: number;
  /** How many bytes of records are likely to come, so that the buffer need not grow. */
  readonly expectedBytes?: number;
}

export interface BuildOptions {
  /** The last offset that the batch covers, where compaction took the last records away. */
  readonly lastOffset?: number;
}

export class BatchBuilder {
  readonly #options: BatchOptions;
  readonly #baseOffset: number;
  #bytes: Buffer;
  #at: number = BATCH_HEADER_BYTES;
  #recordCount = 0;
  #lastOffset: number;
  #baseTimestamp: number;
  #maxTimestamp = NO_TIMESTAMP;
  #isBuilt = false;

  constructor(options: BatchOptions = {}) {
    assert(
      options.isTransactional !== true || (options.producerId ?? NO_PRODUCER_ID) >= 0,
      'a transactional batch has a producer id',
    );
    this.#options = options;
    this.#baseOffset = options.baseOffset ?? 0;
    this.#lastOffset = this.#baseOffset - 1;
    this.#baseTimestamp = options.deleteHorizonMs ?? NO_TIMESTAMP;
    const expectedBytes = options.expectedBytes ?? FIRST_BYTES;
    this.#bytes = Buffer.allocUnsafeSlow(BATCH_HEADER_BYTES + expectedBytes);
  }

  get recordCount(): number {
    return this.#recordCount;
  }

  /** The size of the batch if it ended here and were not compressed. */
  get sizeInBytes(): number {
    return this.#at;
  }

  get nextOffset(): number {
    return this.#lastOffset + 1;
  }

  /** Adds a record at the next offset. Key, value and headers are copied. */
  add(
    timestamp: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
    headers: readonly RecordHeader[] = [],
  ): void {
    this.addAt(this.#lastOffset + 1, timestamp, key, value, headers);
  }

  /** Adds a record at an offset beyond the last one: what compaction keeps has gaps. */
  addAt(
    offset: number,
    timestamp: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
    headers: readonly RecordHeader[] = [],
  ): void {
    assert(!this.#isBuilt, 'a built batch takes no more records');
    assert(offset > this.#lastOffset, 'offsets of a batch only grow');
    const offsetDelta = offset - this.#baseOffset;
    assert(offsetDelta <= MAX_INT32, 'a batch spans at most 2^31 offsets');
    if (this.#recordCount === 0 && this.#options.deleteHorizonMs === undefined) {
      this.#baseTimestamp = timestamp;
    }
    const timestampDelta = timestamp - this.#baseTimestamp;
    assert(Number.isSafeInteger(2 * timestampDelta), 'timestamps are exact');

    const headerBytes = sizeOfHeaders(headers);
    const length =
      1 +
      sizeOfVarlong(timestampDelta) +
      sizeOfVarint(offsetDelta) +
      sizeOfBytes(key) +
      sizeOfBytes(value) +
      headerBytes;
    this.#reserve(MAX_FRAMING_BYTES + length);
    this.#writeVarint(length);
    this.#bytes[this.#at++] = 0; // attributes
    this.#writeVarlong(timestampDelta);
    this.#writeVarint(offsetDelta);
    this.#writeBytes(key);
    this.#writeBytes(value);
    this.#writeVarint(headers.length);
    for (const header of headers) {
      const keyBytes = Buffer.byteLength(header.key);
      this.#writeVarint(keyBytes);
      this.#at += this.#bytes.write(header.key, this.#at, 'utf8');
      this.#writeBytes(header.value);
    }

    this.#recordCount++;
    this.#lastOffset = offset;
    if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
  }

  /** Ends the batch, once. The bytes belong to the caller. */
  build(options: BuildOptions = {}): Uint8Array {
    assert(!this.#isBuilt, 'a batch is built once');
    assert(this.#recordCount > 0, 'a batch has records');
    this.#isBuilt = true;
    const { codec = 'none', level } = this.#options;
    if (codec !== 'none') {
      const records = this.#bytes.subarray(BATCH_HEADER_BYTES, this.#at);
      const compressed = compressNow(codec, records, level);
      this.#bytes = Buffer.allocUnsafeSlow(BATCH_HEADER_BYTES + compressed.length);
      this.#bytes.set(compressed, BATCH_HEADER_BYTES);
      this.#at = this.#bytes.length;
    }
    const batch = this.#bytes.subarray(0, this.#at);
    const lastOffset = options.lastOffset ?? this.#lastOffset;
    assert(lastOffset >= this.#lastOffset, 'a batch covers all its records');
    this.#writeHeader(batch, lastOffset - this.#baseOffset);
    return batch;
  }

  #writeHeader(batch: Buffer, lastOffsetDelta: number): void {
    const o = this.#options;
    writeHeader(batch, {
      baseOffset: this.#baseOffset,
      partitionLeaderEpoch: o.partitionLeaderEpoch ?? -1,
      attributes:
        codecOf(o.codec ?? 'none') |
        (o.logAppendTimeMs === undefined ? 0 : Attribute.LOG_APPEND_TIME) |
        (o.isTransactional === true ? Attribute.TRANSACTIONAL : 0) |
        (o.isControl === true ? Attribute.CONTROL : 0) |
        (o.deleteHorizonMs === undefined ? 0 : Attribute.DELETE_HORIZON),
      lastOffsetDelta,
      baseTimestamp: this.#baseTimestamp,
      maxTimestamp: o.logAppendTimeMs ?? this.#maxTimestamp,
      producerId: o.producerId ?? NO_PRODUCER_ID,
      producerEpoch: o.producerEpoch ?? NO_PRODUCER_EPOCH,
      baseSequence: o.baseSequence ?? NO_SEQUENCE,
      recordCount: this.#recordCount,
    });
  }

  #reserve(more: number): void {
    const wanted = this.#at + more;
    if (wanted <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(wanted, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }

  #writeBytes(bytes: Uint8Array | null): void {
    if (bytes === null) {
      this.#writeVarint(-1);
      return;
    }
    this.#writeVarint(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #writeVarint(value: number): void {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#at++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#at++] = rest;
  }

  #writeVarlong(value: number): void {
    let rest = zigzag(value);
    for (; rest >= 0x80; rest = Math.floor(rest / 128)) {
      this.#bytes[this.#at++] = (rest % 128) | 0x80;
    }
    this.#bytes[this.#at++] = rest;
  }
}

/**
 * What compaction leaves of a batch that lost all its records but whose producer state must stay
 * visible: the header alone, uncompressed. The bytes belong to the caller.
 */
export function emptyBatchLike(batch: BatchCursor): Uint8Array {
  const empty = Buffer.allocUnsafeSlow(BATCH_HEADER_BYTES);
  const kept = Attribute.LOG_APPEND_TIME | Attribute.TRANSACTIONAL | Attribute.CONTROL;
  writeHeader(empty, {
    baseOffset: batch.baseOffset,
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    attributes: batch.attributes & kept,
    lastOffsetDelta: batch.lastOffsetDelta,
    baseTimestamp: NO_TIMESTAMP,
    maxTimestamp: batch.maxTimestamp,
    producerId: batch.producerId,
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    recordCount: 0,
  });
  return empty;
}

/**
 * The same batch under another codec: the records and every header field stay, only how they are
 * packed changes. The bytes belong to the caller.
 *
 * @param records  the uncompressed records of `batch`
 */
export function recompressed(
  batch: BatchCursor,
  records: Uint8Array,
  codec: CompressionName,
  level?: number,
): Uint8Array {
  const payload = codec === 'none' ? records : compressNow(codec, records, level);
  const bytes = Buffer.allocUnsafeSlow(BATCH_HEADER_BYTES + payload.length);
  bytes.set(batch.bytes.subarray(batch.start, batch.payloadStart));
  bytes.set(payload, BATCH_HEADER_BYTES);
  bytes.writeInt32BE(bytes.length - LOG_OVERHEAD_BYTES, Field.BATCH_LENGTH);
  const attributes = (batch.attributes & ~Attribute.CODEC_MASK) | codecOf(codec);
  bytes.writeUInt16BE(attributes, Field.ATTRIBUTES);
  bytes.writeUInt32BE(crc32c(bytes, Field.ATTRIBUTES, bytes.length), Field.CRC);
  return bytes;
}

interface HeaderFields {
  readonly baseOffset: number;
  readonly partitionLeaderEpoch: number;
  readonly attributes: number;
  readonly lastOffsetDelta: number;
  readonly baseTimestamp: number;
  readonly maxTimestamp: number;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  readonly recordCount: number;
}

/** Writes the header in front of records that are there already: the CRC covers them. */
function writeHeader(batch: Buffer, fields: HeaderFields): void {
  writeInt64(batch, Field.BASE_OFFSET, fields.baseOffset);
  batch.writeInt32BE(batch.length - LOG_OVERHEAD_BYTES, Field.BATCH_LENGTH);
  batch.writeInt32BE(fields.partitionLeaderEpoch, Field.PARTITION_LEADER_EPOCH);
  batch.writeInt8(CURRENT_MAGIC, Field.MAGIC);
  batch.writeUInt16BE(fields.attributes, Field.ATTRIBUTES);
  batch.writeInt32BE(fields.lastOffsetDelta, Field.LAST_OFFSET_DELTA);
  writeInt64(batch, Field.BASE_TIMESTAMP, fields.baseTimestamp);
  writeInt64(batch, Field.MAX_TIMESTAMP, fields.maxTimestamp);
  writeInt64(batch, Field.PRODUCER_ID, fields.producerId);
  batch.writeInt16BE(fields.producerEpoch, Field.PRODUCER_EPOCH);
  batch.writeInt32BE(fields.baseSequence, Field.BASE_SEQUENCE);
  batch.writeInt32BE(fields.recordCount, Field.RECORD_COUNT);
  batch.writeUInt32BE(crc32c(batch, Field.ATTRIBUTES, batch.length), Field.CRC);
}

function writeInt64(bytes: Buffer, at: number, value: number): void {
  const high = Math.floor(value / 2 ** 32);
  bytes.writeInt32BE(high, at);
  bytes.writeUInt32BE(value - high * 2 ** 32, at + 4);
}

function sizeOfHeaders(headers: readonly RecordHeader[]): number {
  let size = sizeOfVarint(headers.length);
  for (const header of headers) {
    const keyBytes = Buffer.byteLength(header.key);
    size += sizeOfVarint(keyBytes) + keyBytes + sizeOfBytes(header.value);
  }
  return size;
}

function sizeOfBytes(bytes: Uint8Array | null): number {
  return bytes === null ? 1 : sizeOfVarint(bytes.length) + bytes.length;
}

function sizeOfVarint(value: number): number {
  return groupsOf(((value << 1) ^ (value >> 31)) >>> 0);
}

function sizeOfVarlong(value: number): number {
  return groupsOf(zigzag(value));
}

function groupsOf(unsigned: number): number {
  let groups = 1;
  for (let rest = unsigned; rest >= 128; rest = Math.floor(rest / 128)) groups++;
  return groups;
}

function zigzag(value: number): number {
  return value >= 0 ? 2 * value : -2 * value - 1;
}
