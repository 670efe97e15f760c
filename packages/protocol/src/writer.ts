// Writer: builds the bytes of one frame.
//
// Small values are copied into a shared slab; large `records` are passed on as they are, so that a
// fetch response goes to the socket as a list of chunks without a copy. A Writer is used once: it ends
// with `finish`, `toBytes`, or is dropped.

import { assert } from '@samsa/common';

import { ProtocolError } from './protocol-error.ts';
import { type RawTaggedField } from './raw-tagged-field.ts';
import { MAX_STRING_BYTES } from './reader.ts';
import { type RecordBytes, recordBytesLength } from './record-bytes.ts';
import { writeUuidText } from './uuid-text.ts';

/** Memory is taken in slabs of this size and shared by the frames written one after another. */
const SLAB_BYTES = 64 * 1024;

/** A slab with less room than this is not handed on. */
const WORTHWHILE_SLAB_BYTES = 1024;

/** From this size on a chunk of records is cheaper to pass on than to copy. */
const GATHER_FROM_BYTES = 4096;

/** UTF-8 takes at most three bytes for one UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;

/** A string of this many units has at most 126 bytes: its length and null marker fit one byte. */
const ONE_BYTE_LENGTH_UNITS = 42;

/** Up to this length a loop over ASCII characters beats the call into the UTF-8 encoder. */
const SHORT_TEXT_UNITS = 32;

const TWO_TO_28 = 2 ** 28;
const TWO_TO_32 = 2 ** 32;
const TWO_TO_63 = 2 ** 63;

interface Slab {
  readonly buffer: Buffer;
  readonly view: DataView;
  /** Bytes that frames of earlier writers occupy. */
  used: number;
}

/** What a writer that has ended writes into: anything that takes room fails. */
const NO_BUFFER = Buffer.alloc(0);

/** Writers that are open at the same time, as when a frame holds a message of its own. */
const MAX_SPARE_SLABS = 4;

/** Slabs of writers that finished. A writer at work owns its slab alone. */
const spareSlabs: Slab[] = [];

export class Writer {
  /** Undefined once the frame has ended: its slab may belong to the next writer already. */
  #slab: Slab | undefined;
  #buffer: Buffer;
  #view: DataView;
  /** Where the piece being written begins in the buffer. */
  #pieceStart: number;
  #position: number;
  /** Pieces that are complete: parts of buffers, and chunks that were passed on. */
  #pieces: Uint8Array[] | undefined = undefined;
  #piecesBytes = 0;
  /** Open tagged fields; inside one everything is copied, so that its size can be filled in. */
  #openTaggedFields = 0;

  constructor() {
    const slab = spareSlabs.pop() ?? newSlab(SLAB_BYTES);
    this.#slab = slab;
    this.#buffer = slab.buffer;
    this.#view = slab.view;
    this.#pieceStart = slab.used;
    this.#position = slab.used;
  }

  /** How many bytes were written so far. */
  get byteLength(): number {
    return this.#piecesBytes + this.#position - this.#pieceStart;
  }

  /** Ends the frame: its bytes in order, as chunks for a gathering write. */
  finish(): Uint8Array[] {
    const slab = this.#ownSlab();
    this.#closePiece();
    this.#handOn(slab);
    return this.#pieces ?? [];
  }

  /** Ends the frame and copies it into memory of its own, fit to be kept. */
  toBytes(): Uint8Array {
    const slab = this.#ownSlab();
    const bytes = new Uint8Array(this.byteLength);
    let at = 0;
    for (const piece of this.#pieces ?? []) {
      bytes.set(piece, at);
      at += piece.byteLength;
    }
    bytes.set(this.#view8(this.#pieceStart, this.#position), at);
    this.#position = this.#pieceStart;
    this.#handOn(slab);
    return bytes;
  }

  boolean(value: boolean): void {
    const start = this.#room(1);
    this.#view.setInt8(start, value ? 1 : 0);
  }

  int8(value: number): void {
    if ((value << 24) >> 24 !== value) throw outOfRange('int8', value);
    const start = this.#room(1);
    this.#view.setInt8(start, value);
  }

  int16(value: number): void {
    if ((value << 16) >> 16 !== value) throw outOfRange('int16', value);
    const start = this.#room(2);
    this.#view.setInt16(start, value);
  }

  uint16(value: number): void {
    if ((value & 0xffff) !== value) throw outOfRange('uint16', value);
    const start = this.#room(2);
    this.#view.setUint16(start, value);
  }

  int32(value: number): void {
    if ((value | 0) !== value) throw outOfRange('int32', value);
    const start = this.#room(4);
    this.#view.setInt32(start, value);
  }

  uint32(value: number): void {
    if (value >>> 0 !== value) throw outOfRange('uint32', value);
    const start = this.#room(4);
    this.#view.setUint32(start, value);
  }

  /** Exact to 2^53. 2^63 is written as Kafka's Long.MAX_VALUE. */
  int64(value: number): void {
    if (!Number.isInteger(value) || value > TWO_TO_63 || value < -TWO_TO_63) {
      throw outOfRange('int64', value);
    }
    const start = this.#room(8);
    if (value === TWO_TO_63) {
      this.#view.setInt32(start, 0x7fffffff);
      this.#view.setUint32(start + 4, 0xffffffff);
      return;
    }
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setInt32(start, high);
    this.#view.setUint32(start + 4, value - high * TWO_TO_32);
  }

  /** For the few fields that use all 64 bits. */
  bigint64(value: bigint): void {
    if (BigInt.asIntN(64, value) !== value) throw outOfRange('int64', value);
    const start = this.#room(8);
    this.#view.setBigInt64(start, value);
  }

  float64(value: number): void {
    const start = this.#room(8);
    this.#view.setFloat64(start, value);
  }

  /** 16 bytes from their text form: 22 characters of unpadded base64url. */
  uuid(value: string): void {
    const start = this.#room(16);
    writeUuidText(this.#buffer, start, value);
  }

  uvarint(value: number): void {
    if (value >>> 0 !== value) throw outOfRange('uvarint', value);
    let at = this.#reserve(5);
    const buffer = this.#buffer;
    let rest = value;
    while (rest > 0x7f) {
      buffer[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[at++] = rest;
    this.#position = at;
  }

  varint(value: number): void {
    if ((value | 0) !== value) throw outOfRange('varint', value);
    this.uvarint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  /** Exact to 2^53 like `int64`. */
  varlong(value: number): void {
    if (!Number.isSafeInteger(value)) throw outOfRange('varlong', value);
    let half = value < 0 ? -value - 1 : value;
    const sign = value < 0 ? 1 : 0;
    if (half < TWO_TO_28) {
      this.uvarint(((half << 1) | sign) >>> 0);
      return;
    }
    let at = this.#reserve(10);
    const buffer = this.#buffer;
    buffer[at++] = ((half % 64) << 1) | sign | 0x80;
    half = Math.floor(half / 64);
    while (half > 0x7f) {
      buffer[at++] = (half % 128) | 0x80;
      half = Math.floor(half / 128);
    }
    buffer[at++] = half;
    this.#position = at;
  }

  string(value: string, flexible: boolean): void {
    const units = value.length;
    if (flexible && units <= ONE_BYTE_LENGTH_UNITS) {
      const start = this.#reserve(1 + units * MAX_BYTES_PER_UNIT);
      const written = this.#text(value, start + 1);
      this.#buffer[start] = written + 1;
      this.#position = start + 1 + written;
      return;
    }
    const byteLength = Buffer.byteLength(value);
    if (byteLength > MAX_STRING_BYTES) {
      throw new ProtocolError(`a string of ${byteLength} bytes`);
    }
    if (flexible) this.uvarint(byteLength + 1);
    else this.int16(byteLength);
    this.#text(value, this.#room(byteLength));
  }

  nullableString(value: string | null, flexible: boolean): void {
    if (value !== null) this.string(value, flexible);
    else if (flexible) this.uvarint(0);
    else this.int16(-1);
  }

  /** Copies the bytes; they may be reused as soon as this returns. */
  bytes(value: Uint8Array, flexible: boolean): void {
    this.#byteLength(value.byteLength, flexible);
    this.raw(value);
  }

  nullableBytes(value: Uint8Array | null, flexible: boolean): void {
    if (value !== null) this.bytes(value, flexible);
    else this.#byteLength(-1, flexible);
  }

  /** Small records are copied; large chunks must stay unchanged until the frame has been sent. */
  records(value: RecordBytes, flexible: boolean): void {
    this.#byteLength(recordBytesLength(value), flexible);
    if (value instanceof Uint8Array) this.#gather(value);
    else for (const chunk of value) this.#gather(chunk);
  }

  nullableRecords(value: RecordBytes | null, flexible: boolean): void {
    if (value !== null) this.records(value, flexible);
    else this.#byteLength(-1, flexible);
  }

  /** Copies bytes as they are, without a length. */
  raw(bytes: Uint8Array): void {
    const start = this.#room(bytes.byteLength);
    this.#buffer.set(bytes, start);
  }

  /** @param length  the element count, -1 for null */
  arrayLength(length: number, flexible: boolean): void {
    if (flexible) this.uvarint(length + 1);
    else this.int32(length);
  }

  int8Array(elements: readonly number[], flexible: boolean): void {
    this.arrayLength(elements.length, flexible);
    for (const element of elements) this.int8(element);
  }

  nullableInt8Array(elements: readonly number[] | null, flexible: boolean): void {
    if (elements === null) this.arrayLength(-1, flexible);
    else this.int8Array(elements, flexible);
  }

  int16Array(elements: readonly number[], flexible: boolean): void {
    this.arrayLength(elements.length, flexible);
    for (const element of elements) this.int16(element);
  }

  nullableInt16Array(elements: readonly number[] | null, flexible: boolean): void {
    if (elements === null) this.arrayLength(-1, flexible);
    else this.int16Array(elements, flexible);
  }

  int32Array(elements: readonly number[], flexible: boolean): void {
    this.arrayLength(elements.length, flexible);
    for (const element of elements) this.int32(element);
  }

  nullableInt32Array(elements: readonly number[] | null, flexible: boolean): void {
    if (elements === null) this.arrayLength(-1, flexible);
    else this.int32Array(elements, flexible);
  }

  int64Array(elements: readonly number[], flexible: boolean): void {
    this.arrayLength(elements.length, flexible);
    for (const element of elements) this.int64(element);
  }

  nullableInt64Array(elements: readonly number[] | null, flexible: boolean): void {
    if (elements === null) this.arrayLength(-1, flexible);
    else this.int64Array(elements, flexible);
  }

  uuidArray(elements: readonly string[], flexible: boolean): void {
    this.arrayLength(elements.length, flexible);
    for (const element of elements) this.uuid(element);
  }

  nullableUuidArray(elements: readonly string[] | null, flexible: boolean): void {
    if (elements === null) this.arrayLength(-1, flexible);
    else this.uuidArray(elements, flexible);
  }

  stringArray(elements: readonly string[], flexible: boolean): void {
    this.arrayLength(elements.length, flexible);
    for (const element of elements) this.string(element, flexible);
  }

  nullableStringArray(elements: readonly string[] | null, flexible: boolean): void {
    if (elements === null) this.arrayLength(-1, flexible);
    else this.stringArray(elements, flexible);
  }

  /** The tagged section of a struct that writes no tagged fields of its own. */
  unknownTaggedFields(fields: readonly RawTaggedField[] | undefined): void {
    if (fields === undefined) {
      const start = this.#room(1);
      this.#buffer[start] = 0;
      return;
    }
    this.uvarint(fields.length);
    this.unknownTaggedFieldsBelow(fields, 0, Infinity);
  }

  /**
   * Writes those of the unknown fields that come before a known tag.
   *
   * @param from  the index where the previous call stopped
   * @returns the index where the next call goes on
   */
  unknownTaggedFieldsBelow(
    fields: readonly RawTaggedField[] | undefined,
    from: number,
    tag: number,
  ): number {
    if (fields === undefined) return 0;
    let index = from;
    for (; index < fields.length; index++) {
      const field = fields[index] as RawTaggedField;
      if (field.tag > tag) break;
      if (
        field.tag === tag ||
        (index > 0 && field.tag <= (fields[index - 1] as RawTaggedField).tag)
      ) {
        throw new ProtocolError(`tag ${field.tag} is written twice or out of order`);
      }
      this.uvarint(field.tag);
      this.uvarint(field.data.byteLength);
      this.raw(field.data);
    }
    return index;
  }

  /** Begins a tagged field; its size is filled in by `closeTaggedField`. */
  openTaggedField(tag: number): number {
    this.uvarint(tag);
    this.#openTaggedFields++;
    return this.#room(1) - this.#pieceStart;
  }

  /** @param opened  what `openTaggedField` returned */
  closeTaggedField(opened: number): void {
    const sizeAt = this.#pieceStart + opened;
    const size = this.#position - sizeAt - 1;
    this.#openTaggedFields--;
    if (size < 0x80) {
      this.#buffer[sizeAt] = size;
      return;
    }
    const extraBytes = size < 0x4000 ? 1 : size < 0x200000 ? 2 : size < TWO_TO_28 ? 3 : 4;
    this.#reserve(extraBytes);
    const movedSizeAt = this.#pieceStart + opened;
    const end = movedSizeAt + 1 + size;
    this.#buffer.copyWithin(movedSizeAt + 1 + extraBytes, movedSizeAt + 1, end);
    this.#position = movedSizeAt;
    this.uvarint(size);
    this.#position = end + extraBytes;
  }

  /** Overwrites four bytes near the start, before any records were written: a size known at the end. */
  setInt32At(position: number, value: number): void {
    const first = this.#pieces?.[0];
    if (first === undefined) this.#view.setInt32(this.#pieceStart + position, value);
    else
      Buffer.from(first.buffer, first.byteOffset, first.byteLength).writeInt32BE(value, position);
  }

  #byteLength(length: number, flexible: boolean): void {
    if (flexible) this.uvarint(length + 1);
    else this.int32(length);
  }

  /** @returns how many bytes the text took; there is room for three times its units */
  #text(value: string, start: number): number {
    const units = value.length;
    const buffer = this.#buffer;
    if (units <= SHORT_TEXT_UNITS) {
      let i = 0;
      for (; i < units; i++) {
        const unit = value.charCodeAt(i);
        if (unit > 0x7f) break;
        buffer[start + i] = unit;
      }
      if (i === units) return units;
    }
    return buffer.write(value, start, 'utf8');
  }

  #gather(chunk: Uint8Array): void {
    if (chunk.byteLength < GATHER_FROM_BYTES || this.#openTaggedFields > 0) {
      this.raw(chunk);
      return;
    }
    this.#closePiece();
    (this.#pieces ??= []).push(chunk);
    this.#piecesBytes += chunk.byteLength;
  }

  #closePiece(): void {
    if (this.#position === this.#pieceStart) return;
    (this.#pieces ??= []).push(this.#view8(this.#pieceStart, this.#position));
    this.#piecesBytes += this.#position - this.#pieceStart;
    this.#pieceStart = this.#position;
  }

  #view8(from: number, to: number): Uint8Array {
    return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset + from, to - from);
  }

  /**
   * Makes room and moves on. Take the result first, then `#buffer` or `#view`: both may be new.
   *
   * @returns where the room begins
   */
  #room(byteLength: number): number {
    const start = this.#reserve(byteLength);
    this.#position = start + byteLength;
    return start;
  }

  /** Makes room without moving on. */
  #reserve(byteLength: number): number {
    if (this.#position + byteLength > this.#buffer.byteLength) this.#grow(byteLength);
    return this.#position;
  }

  /** Moves the unfinished piece to a larger slab. Finished pieces stay where they are. */
  #grow(byteLength: number): void {
    this.#ownSlab();
    const unfinished = this.#position - this.#pieceStart;
    const slab = newSlab(Math.max(SLAB_BYTES, (unfinished + byteLength) * 2));
    this.#buffer.copy(slab.buffer, 0, this.#pieceStart, this.#position);
    this.#slab = slab;
    this.#buffer = slab.buffer;
    this.#view = slab.view;
    this.#pieceStart = 0;
    this.#position = unfinished;
  }

  #ownSlab(): Slab {
    assert(this.#slab !== undefined, 'a frame ends once, and nothing is written behind its end');
    return this.#slab;
  }

  #handOn(slab: Slab): void {
    slab.used = this.#position;
    this.#slab = undefined;
    this.#buffer = NO_BUFFER;
    const isWorthwhile = slab.buffer.byteLength - slab.used >= WORTHWHILE_SLAB_BYTES;
    const isOrdinary = slab.buffer.byteLength === SLAB_BYTES;
    if (isWorthwhile && isOrdinary && spareSlabs.length < MAX_SPARE_SLABS) spareSlabs.push(slab);
  }
}

function newSlab(byteLength: number): Slab {
  const buffer = Buffer.allocUnsafeSlow(byteLength);
  return { buffer, view: new DataView(buffer.buffer, 0, byteLength), used: 0 };
}

function outOfRange(type: string, value: unknown): ProtocolError {
  return new ProtocolError(`${String(value)} is no ${type}`);
}
