import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inOnePiece, recordBytesLength } from './record-bytes.ts';

test('one chunk stays the view that it is', () => {
  const chunk = new Uint8Array([1, 2]);
  assert.equal(inOnePiece(chunk), chunk);
  assert.equal(inOnePiece([chunk]), chunk);
});

test('several chunks become one copy in their order', () => {
  const chunks = [new Uint8Array([1, 2]), new Uint8Array(), new Uint8Array([3])];
  assert.equal(recordBytesLength(chunks), 3);
  assert.deepEqual(inOnePiece(chunks), new Uint8Array([1, 2, 3]));
  assert.equal(inOnePiece([]).byteLength, 0);
});
