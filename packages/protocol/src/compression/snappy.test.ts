import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CompressionError } from './compression-error.ts';
import { compressSnappy, decompressSnappy } from './snappy.ts';

const STREAM_HEADER = Buffer.from('82534e41505059000000000100000001', 'hex');

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

function isDamage(error: unknown): boolean {
  return error instanceof CompressionError && !error.isTooLarge;
}

test('a bare block is read, with literals and copies of every kind', () => {
  const cases: [block: string, content: string][] = [
    ['03 08 616263', 'abc'],
    ['0a 04 6162 1102', 'ab'.repeat(5)], // copy of 8 at distance 2
    ['06 08 616263 0a 0300', 'abcabc'], // two bytes of distance
    ['06 08 616263 0b 03000000', 'abcabc'], // four bytes of distance
    ['00', ''],
    ['03 f002 616263', 'abc'], // the length of the literal in a byte of its own
    ['03 f40200 616263', 'abc'],
    ['03 fc02000000 616263', 'abc'],
  ];
  for (const [block, content] of cases) {
    assert.equal(Buffer.from(decompressSnappy(hex(block), 100)).toString(), content, block);
  }
});

test('streams that follow each other are read as one', () => {
  const one = compressSnappy(Buffer.from('one '));
  const two = compressSnappy(Buffer.from('two'));
  const both = decompressSnappy(Buffer.concat([one, two]), 100);
  assert.equal(Buffer.from(both).toString(), 'one two');
});

test('a block that lies is damage', () => {
  const blocks = {
    'nothing at all': '',
    'a length without end': 'ffffffffff01',
    'a length of hundreds of empty groups': `${'80'.repeat(300)}00`,
    'a claim that its bytes cannot meet': 'ffff7f 08616263',
    'less than it claims': '04 08 616263',
    'more than it claims': '02 08 616263',
    'a literal that is cut': '03 08 6162',
    'a copy from before the start': '08 04 6162 0903',
    'a copy at distance 0': '06 04 6162 0100',
    'a copy whose distance is cut': '06 08 616263 0a 03',
    'a literal length that is cut': '06 fc0200',
  };
  for (const [what, block] of Object.entries(blocks)) {
    assert.throws(() => decompressSnappy(hex(block), 1000), isDamage, what);
  }
});

test('a stream with impossible block lengths is damage', () => {
  for (const length of ['00000000', 'ffffffff', '7fffffff', '00000005', '0000']) {
    const bytes = Buffer.concat([STREAM_HEADER, hex(length)]);
    assert.throws(() => decompressSnappy(bytes, 1000), isDamage, length);
  }
});

test('what is written has blocks of at most 32 KiB, as readers expect', () => {
  const compressed = Buffer.from(compressSnappy(Buffer.alloc(100_000, 'kafka')));
  assert.ok(compressed.subarray(0, 16).equals(STREAM_HEADER));
  let blocks = 0;
  for (let at = 16; at < compressed.length; at += 4 + compressed.readInt32BE(at)) blocks++;
  assert.equal(blocks, 4);
});
