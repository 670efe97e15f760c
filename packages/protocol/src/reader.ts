// Reader: moves over the bytes of one frame and takes values off its front.
//
// Whatever a peer may have written, a Reader returns or throws ProtocolError: it never reads past its
// end, and it checks every count and length against the bytes that are left before it allocates.

import { ProtocolError } from './protocol-error.ts';
import { type RawTaggedField } from './raw-tagged-field.ts';
import { uuidTextAt } from './uuid-text.ts';

/** More elements than any cluster has partitions; a count above it is an attack or an error. */
export const MAX_ARRAY_LENGTH = 1_000_000;

/**
 * Array elements and tagged fields of one frame together. Elements can take a byte each on the wire
 * and a hundred in memory; this keeps a large frame full of them from taking all of it.
 */
export const MAX_FRAME_ELEMENTS = 4_000_000;

/** Tagged fields of one struct; Kafka defines at most nine. */
export const MAX_TAGGED_FIELDS = 10_000;

/** Kafka's own bound for the UTF-8 bytes of a string, also where the length has more bits. */
export const MAX_STRING_BYTES = 32_767;

const TWO_TO_28 = 2 ** 28;
const TWO_TO_32 = 2 ** 32;
const TWO_TO_56 = 2 ** 56;

export class Reader {
  readonly #buffer: Buffer;
  readonly #view: DataView;
  #position: number;
  #end: number;
  #elementsLeft = MAX_FRAME_ELEMENTS;

  /**
   * @param bytes  stay owned by the caller; views that the reader returns point into them
   * @param from  where to begin
   * @param to  where the frame ends, exclusive
   */
  constructor(bytes: Uint8Array, from = 0, to = bytes.byteLength) {
    this.#buffer = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#position = from;
    this.#end = to;
    this.#checkRange(from, to);
  }

  /** Moves this reader to another frame in the same bytes. */
  within(from: number, to: number): this {
    this.#checkRange(from, to);
    this.#position = from;
    this.#end = to;
    this.#elementsLeft = MAX_FRAME_ELEMENTS;
    return this;
  }

  /** Where the next value begins, counted from the start of the bytes. */
  get position(): number {
    return this.#position;
  }

  get remaining(): number {
    return this.#end - this.#position;
  }

  /** Everything that is left, as a view; the reader is at its end afterwards. */
  rest(): Uint8Array {
    return this.take(this.#end - this.#position);
  }

  /** The next bytes as a view into the frame. */
  take(byteLength: number): Uint8Array {
    const start = this.#advance(byteLength);
    return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset + start, byteLength);
  }

  skip(byteLength: number): void {
    this.#advance(byteLength);
  }

  /** Throws if bytes are left that no field has claimed. */
  expectEnd(): void {
    if (this.#position !== this.#end) {
      throw this.#problem(`${this.#end - this.#position} bytes are left over`);
    }
  }

  boolean(): boolean {
    return this.#view.getInt8(this.#advance(1)) !== 0;
  }

  int8(): number {
    return this.#view.getInt8(this.#advance(1));
  }

  int16(): number {
    return this.#view.getInt16(this.#advance(2));
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2));
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4));
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4));
  }

  /** Exact to 2^53; beyond that the nearest double, so that Kafka's Long.MAX_VALUE reads as 2^63. */
  int64(): number {
    const start = this.#advance(8);
    return this.#view.getInt32(start) * TWO_TO_32 + this.#view.getUint32(start + 4);
  }

  /** For the few fields that use all 64 bits. */
  bigint64(): bigint {
    return this.#view.getBigInt64(this.#advance(8));
  }

  float64(): number {
    return this.#view.getFloat64(this.#advance(8));
  }

  /** 16 bytes in text form: 22 characters of unpadded base64url. */
  uuid(): string {
    return uuidTextAt(this.#buffer, this.#view, this.#advance(16));
  }

  /** An unsigned varint of at most 32 bits. */
  uvarint(): number {
    let position = this.#position;
    const end = this.#end;
    const buffer = this.#buffer;
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      if (position >= end) throw this.#problem('a varint runs past the end');
      const byte = buffer[position++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#position = position;
        return value;
      }
    }
    if (position >= end) throw this.#problem('a varint runs past the end');
    const last = buffer[position++] as number;
    if (last > 0x0f) throw this.#problem('a varint exceeds 32 bits');
    this.#position = position;
    return (value | (last << 28)) >>> 0;
  }

  /** A signed (zigzag) varint of at most 32 bits. */
  varint(): number {
    const value = this.uvarint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A signed (zigzag) varint of at most 64 bits; exact to 2^53 like `int64`. */
  varlong(): number {
    const low = this.#fourGroups();
    const middle = this.#lastGroupContinued ? this.#fourGroups() : 0;
    let high = 0;
    if (this.#lastGroupContinued) {
      high = this.uvarint();
      if (high > 0xff) throw this.#problem('a varlong exceeds 64 bits');
    }
    const half = (low >>> 1) + middle * (TWO_TO_28 / 2) + high * (TWO_TO_56 / 2);
    return (low & 1) === 0 ? half : -half - 1;
  }

  /** A string; null is an error. */
  string(flexible: boolean): string {
    const length = flexible ? this.uvarint() - 1 : this.int16();
    if (length < 0) throw this.#problem('null where a string is required');
    return this.#text(length);
  }

  nullableString(flexible: boolean): string | null {
    const length = flexible ? this.uvarint() - 1 : this.int16();
    return length < 0 ? null : this.#text(length);
  }

  /** Bytes as a view into the frame; null is an error. */
  bytes(flexible: boolean): Uint8Array {
    const length = flexible ? this.uvarint() - 1 : this.int32();
    if (length < 0) throw this.#problem('null where bytes are required');
    return this.take(length);
  }

  nullableBytes(flexible: boolean): Uint8Array | null {
    const length = flexible ? this.uvarint() - 1 : this.int32();
    return length < 0 ? null : this.take(length);
  }

  /**
   * The element count of an array; null is an error.
   *
   * @param elementBytes  the least that one element takes, which bounds the count before allocation
   */
  arrayLength(flexible: boolean, elementBytes: number): number {
    const length = this.nullableArrayLength(flexible, elementBytes);
    if (length < 0) throw this.#problem('null where an array is required');
    return length;
  }

  /** The element count of an array, -1 for null. */
  nullableArrayLength(flexible: boolean, elementBytes: number): number {
    const length = flexible ? this.uvarint() - 1 : this.int32();
    if (length < 0) return -1;
    if (length > MAX_ARRAY_LENGTH || length * elementBytes > this.#end - this.#position) {
      throw this.#problem(`an array claims ${length} elements`);
    }
    this.#countElements(length);
    return length;
  }

  int8Array(flexible: boolean): number[] {
    const length = this.arrayLength(flexible, 1);
    const elements: number[] = [];
    for (let i = 0; i < length; i++) elements.push(this.int8());
    return elements;
  }

  nullableInt8Array(flexible: boolean): number[] | null {
    return this.#isNullArray(flexible) ? null : this.int8Array(flexible);
  }

  int16Array(flexible: boolean): number[] {
    const length = this.arrayLength(flexible, 2);
    const elements: number[] = [];
    for (let i = 0; i < length; i++) elements.push(this.int16());
    return elements;
  }

  nullableInt16Array(flexible: boolean): number[] | null {
    return this.#isNullArray(flexible) ? null : this.int16Array(flexible);
  }

  int32Array(flexible: boolean): number[] {
    const length = this.arrayLength(flexible, 4);
    const elements: number[] = [];
    for (let i = 0; i < length; i++) elements.push(this.int32());
    return elements;
  }

  nullableInt32Array(flexible: boolean): number[] | null {
    return this.#isNullArray(flexible) ? null : this.int32Array(flexible);
  }

  int64Array(flexible: boolean): number[] {
    const length = this.arrayLength(flexible, 8);
    const elements: number[] = [];
    for (let i = 0; i < length; i++) elements.push(this.int64());
    return elements;
  }

  nullableInt64Array(flexible: boolean): number[] | null {
    return this.#isNullArray(flexible) ? null : this.int64Array(flexible);
  }

  uuidArray(flexible: boolean): string[] {
    const length = this.arrayLength(flexible, 16);
    const elements: string[] = [];
    for (let i = 0; i < length; i++) elements.push(this.uuid());
    return elements;
  }

  nullableUuidArray(flexible: boolean): string[] | null {
    return this.#isNullArray(flexible) ? null : this.uuidArray(flexible);
  }

  stringArray(flexible: boolean): string[] {
    const length = this.arrayLength(flexible, flexible ? 1 : 2);
    const elements: string[] = [];
    for (let i = 0; i < length; i++) elements.push(this.string(flexible));
    return elements;
  }

  nullableStringArray(flexible: boolean): string[] | null {
    return this.#isNullArray(flexible) ? null : this.stringArray(flexible);
  }

  /** The tagged section of a struct whose schema defines no tags for this version. */
  unknownTaggedFields(): RawTaggedField[] | undefined {
    const count = this.taggedFieldCount();
    if (count === 0) return undefined;
    const fields: RawTaggedField[] = [];
    let tag = -1;
    for (let i = 0; i < count; i++) {
      tag = this.tag(tag);
      fields.push({ tag, data: this.take(this.uvarint()) });
    }
    return fields;
  }

  taggedFieldCount(): number {
    const count = this.uvarint();
    if (count > MAX_TAGGED_FIELDS || count * 2 > this.#end - this.#position) {
      throw this.#problem(`a struct claims ${count} tagged fields`);
    }
    this.#countElements(count);
    return count;
  }

  /** The next tag, which must be above the one before it. */
  tag(previous: number): number {
    const tag = this.uvarint();
    if (tag <= previous) throw this.#problem(`tag ${tag} follows tag ${previous}`);
    return tag;
  }

  /** The size of a tagged field, as the position where its payload ends. */
  taggedFieldEnd(): number {
    const size = this.uvarint();
    if (size > this.#end - this.#position) {
      throw this.#problem(`a tagged field of ${size} bytes runs past the end`);
    }
    return this.#position + size;
  }

  /** Checks that a tagged field's payload was as long as its size said. */
  closeTaggedField(tag: number, end: number): void {
    if (this.#position !== end) {
      throw this.#problem(`tagged field ${tag} should end at byte ${end}`);
    }
  }

  #lastGroupContinued = false;

  /** Up to four 7-bit groups, 28 bits; says in `#lastGroupContinued` whether more follow. */
  #fourGroups(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#buffer[this.#advance(1)] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#lastGroupContinued = false;
        return value;
      }
    }
    this.#lastGroupContinued = true;
    return value;
  }

  /** True after taking the count of an array that is null; otherwise nothing is taken. */
  #isNullArray(flexible: boolean): boolean {
    const start = this.#position;
    const isNull = flexible ? this.uvarint() === 0 : this.int32() < 0;
    if (!isNull) this.#position = start;
    return isNull;
  }

  #countElements(count: number): void {
    this.#elementsLeft -= count;
    if (this.#elementsLeft < 0) {
      throw this.#problem(`a frame of more than ${MAX_FRAME_ELEMENTS} elements`);
    }
  }

  #text(byteLength: number): string {
    if (byteLength > MAX_STRING_BYTES) throw this.#problem(`a string of ${byteLength} bytes`);
    const start = this.#advance(byteLength);
    return this.#buffer.toString('utf8', start, start + byteLength);
  }

  #advance(byteLength: number): number {
    const start = this.#position;
    if (byteLength > this.#end - start) {
      throw this.#problem(`${byteLength} bytes wanted, ${this.#end - start} left`);
    }
    this.#position = start + byteLength;
    return start;
  }

  #checkRange(from: number, to: number): void {
    if (from < 0 || to < from || to > this.#buffer.byteLength) {
      throw new RangeError(`no frame from ${from} to ${to} in ${this.#buffer.byteLength} bytes`);
    }
  }

  #problem(what: string): ProtocolError {
    return new ProtocolError(`${what} (byte ${this.#position})`);
  }
}
