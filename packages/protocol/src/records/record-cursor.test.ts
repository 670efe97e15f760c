import assert from 'node:assert/strict';
import { test } from 'node:test';

import { batchVector, bytesOf, primitiveVectors } from '../../test/batch-vectors.ts';
import { textOf } from '../../test/plain-records.ts';
import { BatchCursor } from './batch-cursor.ts';
import { Field } from './batch-format.ts';
import { RecordCursor } from './record-cursor.ts';

/** A batch at offset 100 and time 1000 that says it has `count` of these records. */
function batchOf(records: string, count = 1): BatchCursor {
  const payload = Buffer.from(records.replaceAll(' ', ''), 'hex');
  const bytes = Buffer.concat([Buffer.alloc(Field.RECORDS), payload]);
  bytes.writeInt8(2, Field.MAGIC);
  bytes.writeInt32BE(bytes.length - 12, Field.BATCH_LENGTH);
  bytes.writeBigInt64BE(100n, Field.BASE_OFFSET);
  bytes.writeBigInt64BE(1000n, Field.BASE_TIMESTAMP);
  bytes.writeInt32BE(-1, Field.BASE_SEQUENCE);
  bytes.writeInt32BE(count, Field.RECORD_COUNT);
  return BatchCursor.over(bytes);
}

/** A record whose length field is right. */
function record(body: string): string {
  const length = body.replaceAll(' ', '').length / 2;
  return Buffer.from([2 * length]).toString('hex') + body;
}

function problemOf(records: string, count = 1): string | undefined {
  const cursor = new RecordCursor().aimInPlace(batchOf(records, count));
  let walked = 0;
  while (cursor.next()) walked++;
  assert.equal(cursor.next(), false);
  if (cursor.problem === undefined) assert.equal(walked, count);
  return cursor.problem;
}

test('a cursor shows the parts of each record, in place and over a payload', () => {
  const batch = BatchCursor.over(bytesOf(batchVector('batch-v2-idempotent')));
  const payload = Buffer.from(batch.payload());
  const records = new RecordCursor();
  for (const isInPlace of [true, false]) {
    if (isInPlace) records.aimInPlace(batch);
    else records.aim(batch, payload);
    assert.ok(records.next());
    assert.equal(records.offset, 5);
    assert.equal(records.sequence, 17);
    assert.equal(records.timestamp, 1700000000000);
    assert.equal(textOf(records.key()), 'key0');
    assert.equal(records.keyLength, 4);
    assert.equal(textOf(records.value()), 'value-0');
    assert.equal(records.valueLength, 7);
    assert.equal(records.headerCount, 0);
    assert.equal(records.sizeInBytes, 18);
    assert.ok(records.next());
    assert.equal(records.offsetDelta, 1);
    assert.equal(records.sequence, 18);
    assert.equal(records.headerCount, 2);
    for (let times = 0; times < 2; times++) {
      const headers = records.headers().map((h) => [h.key, textOf(h.value)]);
      assert.deepEqual(headers, [
        ['h1', 'hv'],
        ['hn', null],
      ]);
    }
    assert.equal(records.sizeInBytes, payload.length - 18);
    assert.equal(records.next(), false);
    assert.equal(records.problem, undefined);
  }
});

test('timestamp deltas are the numbers that Kafka encodes', () => {
  const vectors = primitiveVectors('varlong');
  assert.ok(vectors.length >= 7);
  for (const { value, zigzagHex } of vectors) {
    const batch = batchOf(record(`00 ${String(zigzagHex)} 00 01 01 00`));
    const cursor = new RecordCursor().aimInPlace(batch);
    assert.equal(cursor.next(), true);
    assert.equal(cursor.timestamp, Number(BigInt(value as string) + 1000n));
  }
});

test('offset deltas are the numbers that Kafka encodes', () => {
  for (const { value, zigzagHex } of primitiveVectors('varint')) {
    const batch = batchOf(record(`00 00 ${String(zigzagHex)} 01 01 00`));
    const cursor = new RecordCursor().aimInPlace(batch);
    assert.equal(cursor.next(), true);
    assert.equal(cursor.offsetDelta, value);
  }
});

test('numbers with more bits or bytes than their type are refused', () => {
  assert.equal(problemOf(record('00 00 ffffffff0f 01 01 00')), undefined);
  assert.match(problemOf(record('00 00 ffffffff1f 01 01 00')) ?? '', /32 bits/);
  assert.match(problemOf(record('00 00 808080808000 01 01 00')) ?? '', /32 bits/);
  assert.equal(problemOf(record('00 ffffffffffffffffff01 00 01 01 00')), undefined);
  assert.match(problemOf(record('00 ffffffffffffffffff02 00 01 01 00')) ?? '', /64 bits/);
  assert.match(problemOf(record('00 8080808080808080808000 00 01 01 00')) ?? '', /64 bits/);
});

test('each length has to fit into what is around it', () => {
  const fits = record('00 00 00 02 6b 02 76 02 02 68 01');
  assert.equal(problemOf(fits), undefined);
  assert.match(problemOf(`${fits} 00`) ?? '', /follow the last record/);
  assert.match(problemOf(fits, 2) ?? '', /cannot hold 2|beyond/);
  const second = record('00 00 00 01 01 00');
  assert.equal(problemOf(fits + second, 2), undefined);
  const cases: [what: RegExp, records: string][] = [
    [/beyond the batch/, '10 00 00 00 01 01 00'],
    [/beyond the batch/, '01 00 00 00 01 01 00'],
    [/shorter than it says/, '0e 00 00 00 01 01 00 00'],
    [/beyond its record/, `0c 00 00 00 0a 01 00${second}`],
    [/beyond its record/, `0c 00 00 00 01 04 00${second}`],
    [/beyond its record/, record('00 00 00 01 01 80')],
    [/cannot hold -1 headers/, record('00 00 00 01 01 01')],
    [/cannot hold 9 headers/, record('00 00 00 01 01 12 00 01')],
    [/header key is null/, record('00 00 00 01 01 02 01 01')],
    [/beyond its record/, record('00 00 00 01 01 02 04 61')],
    [/beyond its record/, record('00 00 00 01 01 02 00 04 61')],
  ];
  for (const [what, records] of cases) {
    const count = records.endsWith(second) ? 2 : 1;
    assert.match(problemOf(records, count) ?? '', what, records);
  }
});

test('a count that the bytes cannot hold is refused before the first record', () => {
  const one = record('00 00 00 01 01 00');
  assert.match(problemOf(one, 2) ?? '', /7 bytes cannot hold 2 records/);
  assert.match(problemOf(one, 2 ** 31 - 1) ?? '', /cannot hold/);
  assert.match(problemOf(one, -1) ?? '', /cannot hold/);
});
