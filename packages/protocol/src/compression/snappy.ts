// Snappy as Kafka's clients write it: the stream of snappy-java (magic, two versions, then blocks with
// their lengths), or one bare block.
//
// Source: the format description of google/snappy.

import { CompressionError } from './compression-error.ts';
import { decodeSnappyBlock, encodeSnappyBlock, longestSnappyBlock } from './snappy-block.ts';
import { OutputSpace } from './output-space.ts';
import { borrowScratch, copyOut } from './scratch.ts';

/** `82 S N A P P Y 00`, version 1, readable by version 1. */
const STREAM_HEADER = Uint8Array.of(
  0x82,
  0x53,
  0x4e,
  0x41,
  0x50,
  0x50,
  0x59,
  0,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  1,
);
const STREAM_MAGIC_BYTES = 8;
const WRITTEN_BLOCK_BYTES = 32 * 1024;

/** @throws CompressionError */
export function decompressSnappy(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const out = new OutputSpace(maxBytes);
  if (!isStreamHeader(bytes, 0)) {
    decodeSnappyBlock(bytes, 0, bytes.length, out);
    return out.take();
  }
  let at = STREAM_HEADER.length;
  while (at < bytes.length) {
    // Streams may follow each other without a mark; no block has a length that reads like the magic.
    if (isStreamHeader(bytes, at)) {
      at += STREAM_HEADER.length;
      continue;
    }
    if (at + 4 > bytes.length) throw new CompressionError('damaged snappy stream: a cut length');
    // The length was checked, so `!` holds.
    const length =
      (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
    at += 4;
    if (length <= 0 || length > bytes.length - at) {
      throw new CompressionError(`damaged snappy stream: a block of ${length} bytes`);
    }
    decodeSnappyBlock(bytes, at, at + length, out);
    at += length;
  }
  return out.take();
}

function isStreamHeader(bytes: Uint8Array, at: number): boolean {
  if (bytes.length - at < STREAM_HEADER.length) return false;
  for (let i = 0; i < STREAM_MAGIC_BYTES; i++) {
    if (bytes[at + i] !== STREAM_HEADER[i]) return false;
  }
  return true;
}

export function compressSnappy(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil(bytes.length / WRITTEN_BLOCK_BYTES);
  const most = longestSnappyBlock(WRITTEN_BLOCK_BYTES) + 4;
  const output = borrowScratch(STREAM_HEADER.length + blocks * most);
  output.set(STREAM_HEADER);
  let at = STREAM_HEADER.length;
  for (let from = 0; from < bytes.length; from += WRITTEN_BLOCK_BYTES) {
    const to = Math.min(from + WRITTEN_BLOCK_BYTES, bytes.length);
    const end = encodeSnappyBlock(bytes, from, to, output, at + 4);
    const length = end - at - 4;
    output[at] = 0; // blocks of 32 KiB never come near 2^24 bytes
    output[at + 1] = length >>> 16;
    output[at + 2] = (length >>> 8) & 0xff;
    output[at + 3] = length & 0xff;
    at = end;
  }
  return copyOut(output, at);
}
