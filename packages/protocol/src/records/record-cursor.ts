// RecordCursor: walks the records of one batch (magic 2) over uncompressed bytes, checking each length.
//
// It allocates nothing while it moves; key, value and headers become views only when asked for.
// Damaged bytes end the walk with `problem` instead of an exception: peers may send anything.

import { type BatchCursor } from './batch-cursor.ts';
import { MIN_RECORD_BYTES, NO_SEQUENCE, sequenceAfter } from './batch-format.ts';
import { type RecordHeader, type RecordView } from './record-view.ts';

const MIN_HEADER_BYTES = 2;
/** The value of the eighth bit of a fifth 7-bit group: what no longer fits into 32 bits. */
const LAST_VARINT_BYTE = 0x0f;
const VARLONG_BYTES = 10;
const NO_BYTES = new Uint8Array(0);

export class RecordCursor implements RecordView {
  #bytes: Uint8Array = NO_BYTES;
  /** Where the next byte is read, and the end of what may be read: of the record, else of the payload. */
  #at = 0;
  #limit = 0;
  #payloadEnd = 0;
  /** Records not walked yet, by the count in the header. */
  #remaining = 0;
  #problem: string | undefined;

  #baseOffset = 0;
  #baseTimestamp = 0;
  #baseSequence = NO_SEQUENCE;
  /** The time of every record, or NaN where each has its own. */
  #appendTimestamp = NaN;

  #recordStart = 0;
  #timestampDelta = 0;
  #offsetDelta = 0;
  #keyStart = 0;
  #keyLength = -1;
  #valueStart = 0;
  #valueLength = -1;
  #headerCount = 0;
  #headersStart = 0;

  /** Stands before the first record. `payload` holds the records of `batch`, uncompressed. */
  aim(batch: BatchCursor, payload: Uint8Array): this {
    return this.#aim(batch, payload, 0, payload.length);
  }

  /** The same for a batch whose own bytes are uncompressed. */
  aimInPlace(batch: BatchCursor): this {
    return this.#aim(batch, batch.bytes, batch.payloadStart, batch.end);
  }

  #aim(batch: BatchCursor, bytes: Uint8Array, from: number, to: number): this {
    this.#bytes = bytes;
    this.#at = from;
    this.#limit = to;
    this.#payloadEnd = to;
    this.#recordStart = from;
    this.#problem = undefined;
    this.#baseOffset = batch.baseOffset;
    this.#baseTimestamp = batch.baseTimestamp;
    this.#baseSequence = batch.baseSequence;
    this.#appendTimestamp = batch.isLogAppendTime ? batch.maxTimestamp : NaN;
    this.#remaining = batch.recordCount;
    if (this.#remaining < 0 || this.#remaining > (to - from) / MIN_RECORD_BYTES) {
      this.#problem = `${to - from} bytes cannot hold ${this.#remaining} records`;
    }
    return this;
  }

  /** Moves to the next record; false after the last one and where `problem` says that bytes are wrong. */
  next(): boolean {
    if (this.#problem !== undefined) return false;
    if (this.#remaining === 0) {
      if (this.#at !== this.#payloadEnd) this.#fail('bytes follow the last record');
      return false;
    }
    this.#remaining--;
    this.#recordStart = this.#at;
    this.#limit = this.#payloadEnd;
    const length = this.#varint();
    if (length < 0 || length > this.#payloadEnd - this.#at) {
      return this.#fail('a record reaches beyond the batch');
    }
    const end = this.#at + length;
    this.#limit = end;

    this.#at++; // attributes: none are defined
    this.#timestampDelta = this.#varlong();
    this.#offsetDelta = this.#varint();
    this.#keyLength = this.#varint();
    this.#keyStart = this.#at;
    this.#skip(this.#keyLength);
    this.#valueLength = this.#varint();
    this.#valueStart = this.#at;
    this.#skip(this.#valueLength);
    this.#headerCount = this.#varint();
    this.#headersStart = this.#at;
    if (this.#headerCount !== 0) this.#skipHeaders();

    if (this.#problem !== undefined) return false;
    if (this.#at !== end) return this.#fail('a record is shorter than it says');
    return true;
  }

  /** What is wrong with the bytes, or undefined. */
  get problem(): string | undefined {
    return this.#problem;
  }

  // ---- The record below the cursor ---------------------------------------------------------------

  get offset(): number {
    return this.#baseOffset + this.#offsetDelta;
  }

  get offsetDelta(): number {
    return this.#offsetDelta;
  }

  /** Not exact where it lies outside the safe integers; validation refuses such records. */
  get timestamp(): number {
    return Number.isNaN(this.#appendTimestamp)
      ? this.#baseTimestamp + this.#timestampDelta
      : this.#appendTimestamp;
  }

  get sequence(): number {
    return this.#baseSequence === NO_SEQUENCE
      ? NO_SEQUENCE
      : sequenceAfter(this.#baseSequence, this.#offsetDelta);
  }

  /** Bytes of the record in its batch, uncompressed, its length field included. */
  get sizeInBytes(): number {
    return this.#at - this.#recordStart;
  }

  get hasKey(): boolean {
    return this.#keyLength >= 0;
  }

  /** In bytes; negative for null. */
  get keyLength(): number {
    return this.#keyLength;
  }

  get hasValue(): boolean {
    return this.#valueLength >= 0;
  }

  /** In bytes; negative for null. */
  get valueLength(): number {
    return this.#valueLength;
  }

  get headerCount(): number {
    return this.#headerCount;
  }

  key(): Uint8Array | null {
    if (this.#keyLength < 0) return null;
    return this.#bytes.subarray(this.#keyStart, this.#keyStart + this.#keyLength);
  }

  value(): Uint8Array | null {
    if (this.#valueLength < 0) return null;
    return this.#bytes.subarray(this.#valueStart, this.#valueStart + this.#valueLength);
  }

  headers(): RecordHeader[] {
    const headers: RecordHeader[] = [];
    // Headers are the last part of a record: reading them ends where the cursor stands now.
    this.#at = this.#headersStart;
    for (let i = 0; i < this.#headerCount; i++) {
      const keyLength = this.#varint();
      const key = this.#text(this.#at, keyLength);
      this.#at += keyLength;
      const valueLength = this.#varint();
      if (valueLength < 0) {
        headers.push({ key, value: null });
      } else {
        headers.push({ key, value: this.#bytes.subarray(this.#at, this.#at + valueLength) });
        this.#at += valueLength;
      }
    }
    return headers;
  }

  // ---- Bytes -------------------------------------------------------------------------------------

  #text(start: number, length: number): string {
    const { buffer, byteOffset } = this.#bytes;
    return Buffer.from(buffer, byteOffset + start, length).toString('utf8');
  }

  /** Steps over a key or value; any negative length reads as null, as Kafka does. */
  #skip(length: number): void {
    if (length <= 0) return;
    if (length > this.#limit - this.#at) this.#fail('a key or value reaches beyond its record');
    else this.#at += length;
  }

  #skipHeaders(): void {
    const count = this.#headerCount;
    if (count < 0 || count > (this.#limit - this.#at) / MIN_HEADER_BYTES) {
      this.#fail(`a record cannot hold ${count} headers`);
      return;
    }
    for (let i = 0; i < count; i++) {
      const keyLength = this.#varint();
      if (keyLength < 0) {
        this.#fail('a header key is null');
        return;
      }
      this.#skip(keyLength);
      this.#skip(this.#varint());
      if (this.#problem !== undefined) return;
    }
  }

  /** The first failure counts; what is read after it means nothing. */
  #fail(what: string): false {
    this.#problem ??= `${what}, at position ${this.#at}`;
    return false;
  }

  // Positions are compared with the limit before a byte is read, so `!` holds below.

  #varint(): number {
    const bytes = this.#bytes;
    const limit = this.#limit;
    let at = this.#at;
    if (at >= limit) return this.#cutVarint();
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      if (at >= limit) return this.#cutVarint();
      byte = bytes[at++]!;
      if (shift === 28 && byte > LAST_VARINT_BYTE) {
        this.#fail('a varint has more than 32 bits');
        return 0;
      }
      value |= (byte & 0x7f) << shift;
    }
    this.#at = at;
    return (value >>> 1) ^ -(value & 1);
  }

  #varlong(): number {
    const bytes = this.#bytes;
    const limit = this.#limit;
    let at = this.#at;
    if (at >= limit) return this.#cutVarint();
    let byte = bytes[at++]!;
    const isNegative = (byte & 1) === 1;
    // Half of the unsigned value, in which the sign bit is gone: exact up to 2^53.
    let half = (byte & 0x7f) >>> 1;
    let weight = 64;
    for (let count = 1; byte >= 0x80; count++) {
      if (at >= limit) return this.#cutVarint();
      byte = bytes[at++]!;
      if (count === VARLONG_BYTES - 1 && byte > 1) {
        this.#fail('a varlong has more than 64 bits');
        return 0;
      }
      half += (byte & 0x7f) * weight;
      weight *= 128;
    }
    this.#at = at;
    return isNegative ? -half - 1 : half;
  }

  #cutVarint(): number {
    this.#fail('a number reaches beyond its record');
    return 0;
  }
}
