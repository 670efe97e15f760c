// Another implementation as judge: the Rust codecs (lz4_flex, snap) that other clients use as WASM.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  lz4Compress,
  lz4Decompress,
  snappyCompress,
  snappyDecompress,
} from '@platformatic/wasm-utils';

import { logLines } from '../../test/log-lines.ts';
import { compressNow, decompressNow } from './compress.ts';

const CONTENTS: readonly Buffer[] = [
  ...[1, 5, 13, 100, 1000, 5000, 16_384, 32_768, 65_536, 65_537, 300_000].map((size) =>
    logLines(size, size),
  ),
  Buffer.alloc(100_000, 'a'),
  Buffer.alloc(100_000, 'abcdefghijk'),
  Buffer.from(Array.from({ length: 70_000 }, (_, i) => Math.imul(i, i * 31) >>> 7)),
];

test('others read the LZ4 frames that we write', () => {
  for (const content of CONTENTS) {
    const frame = Buffer.from(compressNow('lz4', content));
    assert.ok(content.equals(lz4Decompress(frame)), `${content.length} bytes`);
  }
});

test('we read the LZ4 frames and snappy blocks that others write', () => {
  for (const content of CONTENTS) {
    const frame = lz4Compress(content);
    assert.ok(content.equals(decompressNow('lz4', frame, content.length)));
    const block = snappyCompress(content);
    assert.ok(content.equals(decompressNow('snappy', block, content.length)));
  }
});

test('others read the snappy blocks that we write', () => {
  for (const content of CONTENTS) {
    const stream = Buffer.from(compressNow('snappy', content));
    const parts: Buffer[] = [];
    for (let at = 16; at < stream.length;) {
      const end = at + 4 + stream.readInt32BE(at);
      parts.push(snappyDecompress(stream.subarray(at + 4, end)));
      at = end;
    }
    assert.ok(content.equals(Buffer.concat(parts)), `${content.length} bytes`);
  }
});
