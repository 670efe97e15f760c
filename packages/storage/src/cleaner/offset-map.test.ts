import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BYTES_PER_SLOT, OffsetMap, offsetMapMemory } from './offset-map.ts';

const key = (n: number): Uint8Array => Buffer.from(`key-${n}`);

test('the map holds the last offset of each key, whatever the order of its slots', () => {
  const map = new OffsetMap(offsetMapMemory(1000, 1e6, 0.9));
  for (let n = 0; n < 1000; n++) assert.equal(map.put(key(n % 300), n), true);
  assert.equal(map.keyCount, 300);
  for (let n = 0; n < 300; n++) {
    const last = n < 100 ? n + 900 : n + 600;
    assert.equal(map.get(key(n)), last);
  }
  assert.equal(map.get(key(300)), -1);
});

test('a full map refuses new keys and still takes later offsets of known ones', () => {
  const memory = offsetMapMemory(1e9, 10 * BYTES_PER_SLOT, 0.5);
  assert.equal(memory.bytes.byteLength, 10 * BYTES_PER_SLOT);
  const map = new OffsetMap(memory);
  for (let n = 0; n < 5; n++) assert.equal(map.put(key(n), n), true);
  assert.equal(map.put(key(5), 5), false);
  assert.equal(map.put(key(4), 6), true);
  assert.equal(map.get(key(4)), 6);
  assert.equal(map.get(key(5)), -1);
});

test('a map for few records takes little memory', () => {
  assert.ok(offsetMapMemory(100, 128 * 1024 * 1024, 0.9).bytes.byteLength < 3000);
});

test('another map over the same memory goes on where the first one ended', () => {
  const memory = offsetMapMemory(10, 1e6, 0.9);
  const first = new OffsetMap(memory);
  first.put(key(1), 17);
  const second = new OffsetMap(memory, first.keyCount);
  assert.equal(second.get(key(1)), 17);
  assert.equal(second.keyCount, 1);
});
