import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AssertionFailure } from '@samsa/common';

import { ProtocolError } from './protocol-error.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

test('integers are written big-endian', () => {
  assert.equal(
    hex((writer) => {
      writer.int8(-1);
      writer.int16(-32767);
      writer.uint16(65535);
      writer.int32(-2147483648);
      writer.uint32(4294967295);
      writer.int64(2 ** 53 - 1);
      writer.int64(-1);
      writer.int64(-(2 ** 63));
      writer.bigint64(8521368705099478209n);
    }),
    'ff8001ffff80000000ffffffff001fffffffffffffffffffffffffffff80000000000000007641fbb06b95b4c1',
  );
});

test("2^63 is written as Kafka's Long.MAX_VALUE", () => {
  assert.equal(
    hex((writer) => {
      writer.int64(2 ** 63);
    }),
    '7fffffffffffffff',
  );
});

test('a number that its type cannot hold is refused, never cut', () => {
  refused((writer) => writer.int8(128));
  refused((writer) => writer.int16(40_000));
  refused((writer) => writer.uint16(-1));
  refused((writer) => writer.int32(2 ** 31));
  refused((writer) => writer.int32(0.5));
  refused((writer) => writer.uint32(-1));
  refused((writer) => writer.int64(1.5));
  refused((writer) => writer.int64(NaN));
  refused((writer) => writer.int64(2 ** 64));
  refused((writer) => writer.bigint64(2n ** 63n));
  refused((writer) => writer.uvarint(-1));
  refused((writer) => writer.varlong(2 ** 60));
});

test('varints come back as they were', () => {
  const values = [
    0,
    1,
    -1,
    63,
    -64,
    64,
    127,
    128,
    300,
    2 ** 27,
    2 ** 28 - 1,
    2 ** 31 - 1,
    -(2 ** 31),
  ];
  const long = [...values, 2 ** 28, 2 ** 33 + 5, -(2 ** 33) - 5, 2 ** 53 - 1, -(2 ** 53) + 1];
  const writer = new Writer();
  for (const value of values) writer.varint(value);
  for (const value of long) writer.varlong(value);
  const reader = new Reader(writer.toBytes());
  for (const value of values) assert.equal(reader.varint(), value);
  for (const value of long) assert.equal(reader.varlong(), value);
  reader.expectEnd();
});

test('text of every length and alphabet comes back as it was', () => {
  const texts = ['', 'a', 'é', '🪲', 'é'.repeat(16), 'x'.repeat(31) + 'é', '中'.repeat(42)];
  for (const length of [32, 33, 42, 43, 63, 126, 127, 128, 1000, 32_767]) {
    texts.push('x'.repeat(length));
  }
  for (const flexible of [true, false]) {
    const writer = new Writer();
    for (const text of texts) writer.string(text, flexible);
    const reader = new Reader(writer.toBytes());
    for (const text of texts) assert.equal(reader.string(flexible), text);
    reader.expectEnd();
  }
});

test("a string above Kafka's bound is refused", () => {
  refused((writer) => {
    writer.string('x'.repeat(32_768), true);
  });
  refused((writer) => {
    writer.string('中'.repeat(11_000), false);
  });
});

test('a uuid that is not one is refused', () => {
  for (const text of [
    '',
    'AAAAAAAAAAAAAAAAAAAAAB',
    'AAAAAAAAAAAAAAAAAAAA+A',
    'ÄAAAAAAAAAAAAAAAAAAAAA',
  ]) {
    refused((writer) => {
      writer.uuid(text);
    });
  }
});

test('uuids come back as they were, also when thousands pass through', () => {
  const uuids: string[] = [];
  for (let i = 0; i < 20_000; i++) {
    const bytes = Buffer.alloc(16, i % 251);
    bytes.writeUInt32BE(i, (i % 4) * 4);
    uuids.push(bytes.toString('base64url'));
  }
  const writer = new Writer();
  writer.uuidArray(uuids, true);
  writer.uuidArray(uuids, true);
  const reader = new Reader(writer.toBytes());
  assert.deepEqual(reader.uuidArray(true), uuids);
  assert.deepEqual(reader.uuidArray(true), uuids);
});

test('large records are passed on as they are, small ones are copied', () => {
  const large = new Uint8Array(10_000).fill(1);
  const small = new Uint8Array(100).fill(2);
  const writer = new Writer();
  writer.int32(7);
  writer.records([large, small], false);
  writer.records(small, true);
  assert.equal(writer.byteLength, 4 + 4 + 10_100 + 1 + 100);
  const chunks = writer.finish();
  assert.equal(chunks[1], large);
  assert.ok(chunks.length === 3 && !chunks.includes(small));
  assert.equal(Buffer.concat(chunks).length, 10_209);
});

test('bytes are always copied, whatever their size', () => {
  const bytes = new Uint8Array(10_000).fill(1);
  const writer = new Writer();
  writer.bytes(bytes, false);
  bytes.fill(2);
  assert.equal(Buffer.concat(writer.finish())[9000], 1);
});

test('records inside a tagged field are copied, so that its size is known', () => {
  const writer = new Writer();
  const opened = writer.openTaggedField(3);
  writer.records(new Uint8Array(5000).fill(9), true);
  writer.closeTaggedField(opened);
  const reader = new Reader(writer.toBytes());
  assert.equal(reader.tag(-1), 3);
  const end = reader.taggedFieldEnd();
  assert.equal(reader.bytes(true).byteLength, 5000);
  reader.closeTaggedField(3, end);
  reader.expectEnd();
});

test('the size of a tagged field is right at every length of its size', () => {
  for (const size of [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152]) {
    const writer = new Writer();
    const outer = writer.openTaggedField(1);
    const inner = writer.openTaggedField(2);
    writer.raw(new Uint8Array(size).fill(5));
    writer.closeTaggedField(inner);
    writer.closeTaggedField(outer);
    const reader = new Reader(writer.toBytes());
    reader.tag(-1);
    const outerEnd = reader.taggedFieldEnd();
    reader.tag(-1);
    const innerEnd = reader.taggedFieldEnd();
    const payload = reader.take(size);
    assert.ok(payload.every((byte) => byte === 5));
    reader.closeTaggedField(2, innerEnd);
    reader.closeTaggedField(1, outerEnd);
    reader.expectEnd();
  }
});

test('a frame larger than a slab is whole', () => {
  const writer = new Writer();
  writer.int32(0);
  for (let i = 0; i < 100_000; i++) writer.int32(i);
  writer.setInt32At(0, writer.byteLength - 4);
  const reader = new Reader(Buffer.concat(writer.finish()));
  assert.equal(reader.int32(), 400_000);
  for (let i = 0; i < 100_000; i++) assert.equal(reader.int32(), i);
  reader.expectEnd();
});

test('every kind of value may cross from one slab into the next', () => {
  const writeAll = (writer: Writer): void => {
    writer.boolean(true);
    writer.int8(1);
    writer.int16(2);
    writer.uint16(3);
    writer.int32(4);
    writer.uint32(5);
    writer.int64(6);
    writer.int64(2 ** 63);
    writer.bigint64(7n);
    writer.float64(0.5);
    writer.uuid('EjRWeJCrzfGAAAAAAAAAAg');
    writer.uvarint(300);
    writer.varlong(-(2 ** 40));
    writer.string('short', true);
    writer.string('long'.repeat(20), false);
    writer.nullableBytes(new Uint8Array([1, 2, 3]), true);
    writer.unknownTaggedFields(undefined);
    const opened = writer.openTaggedField(9);
    writer.raw(new Uint8Array(200).fill(8));
    writer.closeTaggedField(opened);
  };
  const once = Buffer.from(hex(writeAll), 'hex');
  const writer = new Writer();
  const rounds = 10_000;
  for (let i = 0; i < rounds; i++) {
    writeAll(writer);
    writer.raw(new Uint8Array(i % 3));
  }
  const all = Buffer.from(writer.toBytes());
  let position = 0;
  for (let i = 0; i < rounds; i++) {
    assert.equal(all.compare(once, 0, once.length, position, position + once.length), 0);
    position += once.length + (i % 3);
  }
  assert.equal(position, all.length);
});

test('the size in front can be filled in after records were passed on', () => {
  const writer = new Writer();
  writer.int32(0);
  writer.records(new Uint8Array(50_000), false);
  writer.setInt32At(0, writer.byteLength - 4);
  assert.equal(Buffer.concat(writer.finish()).readInt32BE(0), 50_004);
});

test('frames do not share bytes, neither one after another nor written side by side', () => {
  const frames: Uint8Array[][] = [];
  const open: Writer[] = [];
  for (let i = 0; i < 500; i++) {
    const writer = new Writer();
    writer.raw(new Uint8Array(300).fill(i));
    if (i % 3 === 0) open.push(writer);
    else frames[i] = writer.finish();
    if (i % 7 === 0) new Writer().raw(new Uint8Array(50).fill(255)); // one that is dropped
    if (i % 5 === 0) new Writer().toBytes();
  }
  for (const [n, writer] of open.entries()) frames[n * 3] = writer.finish();
  for (const [i, frame] of frames.entries()) {
    assert.deepEqual(Buffer.concat(frame), Buffer.alloc(300, i), `frame ${i}`);
  }
});

test('messages that are copied out leave no gap between the frames beside them', () => {
  new Writer().toBytes(); // takes a new slab if the last one is used up
  const place = (): number => {
    const writer = new Writer();
    writer.int8(1);
    return writer.finish()[0]?.byteOffset ?? 0;
  };
  const before = place();
  for (let i = 0; i < 100; i++) {
    const writer = new Writer();
    writer.raw(new Uint8Array(500));
    writer.toBytes();
  }
  assert.ok([before + 1, 0].includes(place()));
});

test('a frame ends once, and nothing is written behind its end', () => {
  for (const end of [(writer: Writer) => writer.finish(), (writer: Writer) => writer.toBytes()]) {
    const writer = new Writer();
    writer.int32(1);
    end(writer);
    assert.throws(() => end(writer), AssertionFailure);
    assert.throws(() => {
      writer.int8(1);
    }, AssertionFailure);
  }
});

test('toBytes owns its memory', () => {
  const writer = new Writer();
  writer.string('kept', true);
  const bytes = writer.toBytes();
  assert.equal(bytes.buffer.byteLength, bytes.byteLength);
  new Writer().raw(new Uint8Array(100).fill(255));
  assert.equal(new Reader(bytes).string(true), 'kept');
});

test('unknown tagged fields are written in their order and never twice', () => {
  const data = new Uint8Array([1]);
  assert.equal(
    hex((writer) => {
      writer.unknownTaggedFields([
        { tag: 2, data },
        { tag: 300, data },
      ]);
    }),
    '02020101ac020101',
  );
  refused((writer) => {
    writer.unknownTaggedFields([
      { tag: 2, data },
      { tag: 2, data },
    ]);
  });
  refused((writer) => {
    writer.unknownTaggedFieldsBelow([{ tag: 2, data }], 0, 2);
  });
});

function hex(write: (writer: Writer) => void): string {
  const writer = new Writer();
  write(writer);
  return Buffer.from(writer.toBytes()).toString('hex');
}

function refused(write: (writer: Writer) => void): void {
  assert.throws(() => {
    write(new Writer());
  }, ProtocolError);
}
