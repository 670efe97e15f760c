import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as fc from 'fast-check';

import { currentVectors, bytesOf, headerOf, primitiveVectors } from '../test/batch-vectors.ts';
import { crc32c } from './crc32c.ts';

test('crc32c gives the sums that Kafka gives', () => {
  for (const { ascii, value } of primitiveVectors('crc32c')) {
    const bytes = Buffer.from(ascii as string, 'ascii');
    assert.equal(crc32c(bytes, 0, bytes.length), value, `of '${String(ascii)}'`);
  }
  for (const vector of currentVectors) {
    const bytes = bytesOf(vector);
    assert.equal(crc32c(bytes, 21, bytes.length), headerOf(vector).crc, vector.name);
  }
});

test('sixteen bytes a step sum to the same as bit by bit, wherever the range begins and ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(40), fc.nat(40), (bytes, cut, end) => {
      const from = Math.min(cut, bytes.length);
      const to = Math.max(from, bytes.length - end);
      assert.equal(crc32c(bytes, from, to), sumBitByBit(bytes.subarray(from, to)));
    }),
  );
});

test('a sum goes on where an earlier one ended', () => {
  const bytes = Buffer.from('one value that comes in two pieces, the second rather long');
  for (let cut = 0; cut <= bytes.length; cut++) {
    const first = crc32c(bytes, 0, cut);
    assert.equal(crc32c(bytes, cut, bytes.length, first), crc32c(bytes, 0, bytes.length));
  }
});

function sumBitByBit(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}
