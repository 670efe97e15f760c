import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytesOf } from '../test/vectors.ts';
import { ProtocolError } from './protocol-error.ts';
import {
  MAX_ARRAY_LENGTH,
  MAX_FRAME_ELEMENTS,
  MAX_STRING_BYTES,
  MAX_TAGGED_FIELDS,
  Reader,
} from './reader.ts';
import { Writer } from './writer.ts';

test('integers are read big-endian and signed', () => {
  const reader = over('ff 8001 ffff 80000000 ffffffff 001fffffffffffff 8000000000000000');
  assert.equal(reader.int8(), -1);
  assert.equal(reader.int16(), -32767);
  assert.equal(reader.uint16(), 65535);
  assert.equal(reader.int32(), -2147483648);
  assert.equal(reader.uint32(), 4294967295);
  assert.equal(reader.int64(), 2 ** 53 - 1);
  assert.equal(reader.int64(), -(2 ** 63));
  reader.expectEnd();
});

test("Kafka's Long.MAX_VALUE reads as 2^63 and -1 as -1", () => {
  const reader = over('7fffffffffffffff ffffffffffffffff');
  assert.equal(reader.int64(), 2 ** 63);
  assert.equal(reader.int64(), -1);
});

test('bigint64 keeps all 64 bits', () => {
  assert.equal(over('7641fbb06b95b4c1').bigint64(), 8521368705099478209n);
});

test('any byte but zero is true', () => {
  const reader = over('00 01 ff');
  assert.deepEqual([reader.boolean(), reader.boolean(), reader.boolean()], [false, true, true]);
});

test('varints are read to their last bit', () => {
  assert.equal(over('00').uvarint(), 0);
  assert.equal(over('7f').uvarint(), 127);
  assert.equal(over('8001').uvarint(), 128);
  assert.equal(over('ffffffff0f').uvarint(), 4294967295);
  assert.equal(over('ffffffff0f').varint(), -2147483648);
  assert.equal(over('feffffff0f').varint(), 2147483647);
  assert.equal(over('01').varlong(), -1);
  assert.equal(over('8080808010').varlong(), 2 ** 31);
  assert.equal(over('feffffffffffff1f').varlong(), 2 ** 53 - 1);
  assert.equal(over('ffffffffffffffffff01').varlong(), -(2 ** 63));
});

test('a varint of more bits than its type is refused', () => {
  refused(() => over('ffffffff1f').uvarint());
  refused(() => over('8080808080').uvarint());
  refused(() => over('808080808001').uvarint());
  refused(() => over('ffffffffffffffffff02').varlong());
  refused(() => over('8080808080808080808001').varlong());
});

test('nothing is read past the end of the frame', () => {
  const reads: ((reader: Reader) => unknown)[] = [
    (reader) => reader.boolean(),
    (reader) => reader.int8(),
    (reader) => reader.int16(),
    (reader) => reader.int32(),
    (reader) => reader.int64(),
    (reader) => reader.bigint64(),
    (reader) => reader.float64(),
    (reader) => reader.uuid(),
    (reader) => reader.uvarint(),
    (reader) => reader.varlong(),
    (reader) => reader.string(true),
    (reader) => reader.bytes(false),
    (reader) => reader.int32Array(false),
    (reader) => reader.unknownTaggedFields(),
    (reader) => reader.take(1),
  ];
  // The bytes behind the frame are there, and would do.
  const bytes = new Uint8Array(64).fill(1);
  for (const read of reads) refused(() => read(new Reader(bytes, 8, 8)));
});

test('a length beyond the frame is refused', () => {
  refused(() => over('0005 616263').string(false));
  refused(() => over('06 616263').string(true));
  refused(() => over('00000004 616263').bytes(false));
  refused(() => over('ffffffff0f 616263').bytes(true));
});

test('null and empty stay apart in both encodings', () => {
  assert.equal(over('ffff').nullableString(false), null);
  assert.equal(over('0000').nullableString(false), '');
  assert.equal(over('00').nullableString(true), null);
  assert.equal(over('01').nullableString(true), '');
  assert.equal(over('ffffffff').nullableBytes(false), null);
  assert.equal(over('01').nullableBytes(true)?.byteLength, 0);
  assert.equal(over('ffffffff').nullableInt32Array(false), null);
  assert.deepEqual(over('01').nullableInt32Array(true), []);
});

test('null is refused where a value is required', () => {
  refused(() => over('ffff').string(false));
  refused(() => over('00').string(true));
  refused(() => over('ffffffff').bytes(false));
  refused(() => over('00').bytes(true));
  refused(() => over('00').int32Array(true));
});

test("a string above Kafka's bound is refused although its bytes are there", () => {
  const writer = new Writer();
  writer.uvarint(MAX_STRING_BYTES + 2);
  writer.raw(new Uint8Array(MAX_STRING_BYTES + 1).fill(97));
  const bytes = writer.toBytes();
  refused(() => new Reader(bytes).string(true));
});

test('an array that claims more elements than bytes are left is refused before it is made', () => {
  refused(() => over('7fffffff 00000001').int32Array(false));
  refused(() => over('00000002 00000001').int32Array(false));
  refused(() => over('ffffffff0f').arrayLength(true, 1));
  refused(() => over('00000002 00000001 000000').arrayLength(false, 4));
  refused(() => over('03 0000 00').nullableArrayLength(true, 2));
  refused(() => over('00000003 0000').stringArray(false));
});

test('an array longer than any real one is refused although its bytes are there', () => {
  const writer = new Writer();
  writer.arrayLength(MAX_ARRAY_LENGTH + 1, true);
  writer.raw(new Uint8Array(MAX_ARRAY_LENGTH + 1));
  const bytes = writer.toBytes();
  refused(() => new Reader(bytes).int8Array(true));
});

test('the elements of all arrays in a frame have a bound of their own', () => {
  const writer = new Writer();
  const arrays = MAX_FRAME_ELEMENTS / MAX_ARRAY_LENGTH + 1;
  for (let i = 0; i < arrays; i++) writer.arrayLength(MAX_ARRAY_LENGTH, true);
  writer.raw(new Uint8Array(MAX_ARRAY_LENGTH));
  const reader = new Reader(writer.toBytes());
  for (let i = 1; i < arrays; i++) reader.arrayLength(true, 1);
  refused(() => reader.arrayLength(true, 1));
  assert.equal(reader.within(0, reader.position).arrayLength(true, 0), MAX_ARRAY_LENGTH);
});

test('unknown tagged fields are kept as bytes', () => {
  assert.equal(over('00').unknownTaggedFields(), undefined);
  const reader = over('02 00 01 aa 07 00');
  assert.deepEqual(reader.unknownTaggedFields(), [
    { tag: 0, data: new Uint8Array([0xaa]) },
    { tag: 7, data: new Uint8Array() },
  ]);
  reader.expectEnd();
});

test('tags that repeat or go back are refused', () => {
  refused(() => over('02 03 00 03 00').unknownTaggedFields());
  refused(() => over('02 03 00 02 00').unknownTaggedFields());
});

test('a tagged section of too many or impossible fields is refused', () => {
  refused(() => over('05 00 00').unknownTaggedFields());
  const writer = new Writer();
  writer.uvarint(MAX_TAGGED_FIELDS + 1);
  writer.raw(new Uint8Array(3 * MAX_TAGGED_FIELDS));
  const bytes = writer.toBytes();
  refused(() => new Reader(bytes).taggedFieldCount());
});

test('a tagged field that ends elsewhere than its size says is refused', () => {
  const reader = over('05 00000001');
  refused(() => reader.taggedFieldEnd());
  const shorter = over('03 00000001');
  const end = shorter.taggedFieldEnd();
  shorter.int32();
  refused(() => {
    shorter.closeTaggedField(0, end);
  });
});

test('text is read as UTF-8', () => {
  const text = 'zażółć 中文 🪲';
  const utf8 = Buffer.from(text);
  const bytes = Buffer.concat([Buffer.from([0, utf8.length]), utf8]);
  assert.equal(new Reader(bytes).string(false), text);
});

test('bytes are views into the frame, not copies', () => {
  const frame = Buffer.from('0461626300', 'hex');
  const view = new Reader(frame).bytes(true);
  frame.writeUInt8(0x7a, 1);
  assert.equal(Buffer.from(view).toString(), 'zbc');
});

test('a reader moves from frame to frame in the same bytes', () => {
  const reader = new Reader(new Uint8Array([1, 2, 3, 4]), 0, 1);
  assert.equal(reader.int8(), 1);
  assert.equal(reader.within(2, 4).int16(), 0x0304);
  assert.equal(reader.remaining, 0);
  assert.throws(() => reader.within(2, 5), RangeError);
});

test('bytes that no field has claimed are refused', () => {
  const reader = over('0001 00');
  reader.int16();
  refused(() => {
    reader.expectEnd();
  });
});

function over(hex: string): Reader {
  return new Reader(bytesOf(hex));
}

function refused(read: () => unknown): void {
  assert.throws(read, ProtocolError);
}
