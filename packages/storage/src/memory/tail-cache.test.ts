import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LogTail, TailCache } from './tail-cache.ts';

/** Appends and writes `size` bytes of one record each time. */
class Filler {
  readonly tail: LogTail;
  #position = 0;
  #offset = 0;

  constructor(cache: TailCache) {
    this.tail = new LogTail(cache);
  }

  fill(size: number, isWritten = true): void {
    const chunk = this.tail.roomFor(size, 0, this.#position, this.#offset);
    chunk.used += size;
    chunk.endOffset = ++this.#offset;
    this.#position += size;
    if (!isWritten) return;
    chunk.written = chunk.used;
    chunk.writtenEndOffset = chunk.endOffset;
  }
}

test('all logs together stay within the budget, and the least recently used one gives way', () => {
  const cache = new TailCache(300_000);
  const idle = new Filler(cache);
  const busy = new Filler(cache);
  idle.fill(1000);
  for (let n = 0; n < 2000; n++) {
    busy.fill(1000);
    assert.ok(cache.retainedBytes <= 300_000);
  }
  assert.equal(idle.tail.isEmpty, true);
  assert.equal(busy.tail.slotOf(1999) >= 0, true);
  assert.equal(busy.tail.slotOf(0), -1);
});

test('a log that is written rarely pins little', () => {
  const cache = new TailCache(1e9);
  for (let n = 0; n < 100; n++) new Filler(cache).fill(100);
  assert.ok(cache.retainedBytes <= 100 * 4096);
});

test('bytes that wait for their write stay whatever the budget says', () => {
  const cache = new TailCache(0);
  const waiting = new Filler(cache);
  waiting.fill(3000, false);
  new Filler(cache).fill(3000);
  assert.equal(waiting.tail.chunks.length, 1);
  assert.equal(waiting.tail.slotOf(0), -1, 'and nobody may read them');
});

test('a chunk that a reader holds is not filled again before it is released', () => {
  const cache = new TailCache(140_000);
  const filler = new Filler(cache);
  for (let n = 0; n < 3; n++) filler.fill(100_000);
  const held = filler.tail.chunks.at(-1);
  held?.hold();
  for (let n = 0; n < 10; n++) {
    filler.fill(100_000);
    assert.notEqual(filler.tail.chunks.at(-1), held);
  }
  held?.release();
});

test('dropping a log gives back what it holds', () => {
  const cache = new TailCache(1e9);
  const filler = new Filler(cache);
  for (let n = 0; n < 50; n++) filler.fill(10_000);
  filler.tail.drop();
  assert.equal(cache.retainedBytes, 0);
});
