import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type CompressionName } from '@samsa/common';
import * as fc from 'fast-check';

import { batchVectors, bytesOf } from '../../test/batch-vectors.ts';
import { compressNow, decompressNow } from './compress.ts';
import { CompressionError } from './compression-error.ts';

const CODECS: readonly CompressionName[] = ['gzip', 'snappy', 'lz4', 'zstd'];

function isTooLarge(error: unknown): boolean {
  return error instanceof CompressionError && error.isTooLarge;
}

function isDamage(error: unknown): boolean {
  return error instanceof CompressionError && !error.isTooLarge;
}

/** Bytes with repeats of all distances and lengths, and stretches of noise, from one seed. */
function bytesFrom(seed: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let at = 0; at < length;) {
    const run = Math.min(1 + draw(draw(2) === 0 ? 20 : 400), length - at);
    const kind = draw(4);
    const back = at === 0 ? 0 : 1 + draw(Math.min(at, draw(2) === 0 ? 12 : 70_000));
    for (let i = 0; i < run; i++, at++) {
      if (kind === 0) bytes[at] = draw(256);
      else if (kind === 1) bytes[at] = 97 + draw(4);
      else bytes[at] = bytes[at - back] ?? 0;
    }
  }
  return bytes;
}

test('what was compressed is decompressed to the same bytes, at every size around a block', () => {
  const sizes = [0, 1, 4, 5, 12, 13, 16, 17, 100, 1000, 32767, 32768, 32769, 65535, 65536, 65537];
  for (const codec of CODECS) {
    for (const size of [...sizes, 200_000]) {
      const bytes = bytesFrom(size, size);
      const back = decompressNow(codec, compressNow(codec, bytes), Math.max(size, 1));
      assert.ok(bytes.equals(back), `${codec} of ${size} bytes`);
    }
  }
});

test('round trips hold for bytes of any kind', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CODECS),
      fc.integer(),
      fc.integer({ min: 1, max: 3000 }),
      (codec, seed, size) => {
        const bytes = bytesFrom(seed, size);
        const back = decompressNow(codec, compressNow(codec, bytes), size);
        assert.ok(bytes.equals(back));
      },
    ),
    { numRuns: 500 },
  );
});

test('the bound is exact: one byte less is too few', () => {
  for (const codec of CODECS) {
    for (const size of [100, 5000, 70_000]) {
      const compressed = compressNow(codec, Buffer.alloc(size, 'kafka '));
      assert.equal(decompressNow(codec, compressed, size).length, size);
      assert.throws(() => decompressNow(codec, compressed, size - 1), isTooLarge, codec);
      assert.throws(() => decompressNow(codec, compressed, 0), isTooLarge, codec);
    }
  }
});

test('text becomes smaller, and noise hardly larger', () => {
  const text = Buffer.from('a record of a log, '.repeat(500));
  const noise = bytesFrom(1, 0);
  const random = Buffer.from(Array.from({ length: 100_000 }, (_, i) => Math.imul(i, i * 31) >>> 7));
  assert.equal(noise.length, 0);
  for (const codec of CODECS) {
    assert.ok(compressNow(codec, text).length < text.length / 10, codec);
    assert.ok(compressNow(codec, random).length < random.length * 1.01 + 100, codec);
  }
});

test('gzip and zstd take a level', () => {
  const bytes = bytesFrom(7, 50_000);
  for (const codec of ['gzip', 'zstd'] as const) {
    const fast = compressNow(codec, bytes, 1);
    const small = compressNow(codec, bytes, 9);
    assert.ok(small.length < fast.length, codec);
    assert.ok(bytes.equals(decompressNow(codec, small, bytes.length)));
  }
});

test('compressed bytes that are cut anywhere are damage', () => {
  for (const vector of batchVectors) {
    const codec = CODECS.find((name) => vector.name === `batch-v2-repeat-${name}`);
    if (codec === undefined) continue;
    const payload = bytesOf(vector).subarray(61);
    for (let cut = 1; cut < payload.length; cut++) {
      // A stream of snappy blocks has no end mark: cut between two blocks, it is a shorter one.
      if (codec === 'snappy' && cut === 16) continue;
      const part = payload.subarray(0, cut);
      assert.throws(() => decompressNow(codec, part, 1000), isDamage, `${codec} cut at ${cut}`);
    }
  }
});

test('results do not change when the next one is computed', () => {
  const first = compressNow('lz4', Buffer.from('first first first first first'));
  const firstBytes = Buffer.from(first);
  const opened = decompressNow('lz4', first, 100);
  compressNow('snappy', Buffer.from('second second second second'));
  decompressNow('lz4', compressNow('lz4', Buffer.alloc(100, 'third')), 100);
  assert.ok(firstBytes.equals(first));
  assert.equal(Buffer.from(opened).toString(), 'first first first first first');
});

test('without compression the bytes are the same object', () => {
  const bytes = Buffer.from('as they are');
  assert.equal(compressNow('none', bytes), bytes);
  assert.equal(decompressNow('none', bytes, 0), bytes);
});
