import assert from 'node:assert/strict';
import { test } from 'node:test';

import { JoinedChunks } from './joined-chunks.ts';

const memory = Uint8Array.from({ length: 100 }, (_, i) => i);
const other = Uint8Array.from({ length: 10 }, () => 200);

function join(...chunks: Uint8Array[]): Uint8Array[] {
  const joined = new JoinedChunks();
  for (const chunk of chunks) joined.add(chunk);
  assert.equal(joined.byteLength, Buffer.concat(chunks).length);
  const taken = joined.take();
  assert.ok(Buffer.concat(taken).equals(Buffer.concat(chunks)));
  assert.equal(joined.byteLength, 0);
  assert.deepEqual(joined.take(), []);
  return taken;
}

test('chunks that lie side by side become one', () => {
  const chunks = join(memory.subarray(0, 10), memory.subarray(10, 11), memory.subarray(11, 50));
  assert.equal(chunks.length, 1);
});

test('chunks with a gap, out of order or in other memory stay apart', () => {
  assert.equal(join(memory.subarray(0, 10), memory.subarray(11, 20)).length, 2);
  assert.equal(join(memory.subarray(10, 20), memory.subarray(0, 10)).length, 2);
  assert.equal(join(memory.subarray(0, 10), other.subarray(0, 10)).length, 2);
  assert.equal(join(memory.subarray(0, 10), memory.subarray(0, 10)).length, 2);
});

test('empty chunks are left out', () => {
  assert.equal(
    join(memory.subarray(5, 5), memory.subarray(0, 10), memory.subarray(3, 3)).length,
    1,
  );
});
