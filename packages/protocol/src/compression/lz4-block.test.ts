import assert from 'node:assert/strict';
import { test } from 'node:test';

import { logLines } from '../../test/log-lines.ts';
import { CompressionError } from './compression-error.ts';
import { decodeLz4Block, encodeLz4Block, longestLz4Block } from './lz4-block.ts';

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

test('nothing outside the limits is written, and nothing but the range is read', () => {
  for (const size of [1, 13, 20, 64, 100, 1000, 5000]) {
    const content = logLines(size, size);
    const encoded = Buffer.alloc(3 + longestLz4Block(size) + 3, 0xee);
    const end = encodeLz4Block(content, 0, size, encoded, 3);
    assert.ok(encoded.subarray(0, 3).equals(hex('eeeeee')));
    const before = 5;
    const output = Buffer.alloc(before + size + 20, 0xaa);
    const limit = before + size;
    assert.equal(decodeLz4Block(encoded, 3, end, output, before, limit), limit);
    assert.ok(output.subarray(before, limit).equals(content));
    assert.ok(output.subarray(0, before).equals(Buffer.alloc(before, 0xaa)));
    assert.ok(output.subarray(limit).equals(Buffer.alloc(20, 0xaa)), `size ${size}`);
    const exact = Buffer.alloc(size);
    assert.equal(decodeLz4Block(encoded.subarray(0, end), 3, end, exact, 0, size), size);
    assert.equal(decodeLz4Block(encoded, 3, end, exact, 0, size - 1), -1);
  }
});

test('a match that ends the block counts towards the limit', () => {
  const block = hex('14 61 0100 00'); // one literal, a match of eight at distance 1, no literals
  const output = Buffer.alloc(20);
  assert.equal(decodeLz4Block(block, 0, block.length, output, 0, 9), 9);
  assert.equal(output.toString('latin1', 0, 9), 'a'.repeat(9));
  assert.equal(decodeLz4Block(block, 0, block.length, output, 0, 8), -1);
});

test('damaged blocks are refused', () => {
  const blocks = {
    'nothing at all': '',
    'literals that are cut': '30 6162',
    'a literal length that is cut': 'f0 ff',
    'a distance that is cut': '14 61 01',
    'a distance of 0': '14 61 0000 00',
    'a distance before the start': '14 61 0200 00',
    'a match length that is cut': '1f 61 0100 ff',
    'an end inside a sequence': '14 61 0100',
  };
  for (const [what, block] of Object.entries(blocks)) {
    const input = hex(`${block} 6262626262626262`);
    const to = input.length - 8;
    const decode = (): number => decodeLz4Block(input, 0, to, Buffer.alloc(600), 0, 600);
    assert.throws(decode, CompressionError, what);
  }
});
