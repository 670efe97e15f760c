import assert from 'node:assert/strict';
import { test } from 'node:test';

import { uuidTextAt, writeUuidText } from './uuid-text.ts';

test('every byte at every place reads as base64url and is written back', () => {
  const buffer = Buffer.alloc(17);
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const back = Buffer.alloc(17);
  for (let place = 1; place < 17; place++) {
    for (let byte = 0; byte < 256; byte++) {
      buffer.fill(0).writeUInt8(byte, place);
      const text = uuidTextAt(buffer, view, 1);
      assert.equal(text, buffer.toString('base64url', 1));
      writeUuidText(back, 1, text);
      assert.deepEqual(back, buffer);
    }
  }
});

test('equal uuids read one after another are the same string', () => {
  const buffer = Buffer.alloc(32, 0xab);
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  assert.equal(uuidTextAt(buffer, view, 0), uuidTextAt(buffer, view, 16));
  buffer.writeUInt8(0, 31);
  assert.notEqual(uuidTextAt(buffer, view, 0), uuidTextAt(buffer, view, 16));
});
