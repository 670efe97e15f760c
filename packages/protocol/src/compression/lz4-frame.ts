// LZ4 frames as Kafka writes them, and as its clients in other languages do.
//
// Read: independent blocks of any size up to 4 MiB, with or without block checksums, content size and
// content checksum. Refused, as Kafka's brokers and Java consumers refuse them: blocks that refer to
// earlier blocks, and dictionaries. What passes here can be read by every consumer.
// Source: the LZ4 frame format description of lz4/lz4.

import { CompressionError } from './compression-error.ts';
import { decodeLz4Block, encodeLz4Block, longestLz4Block } from './lz4-block.ts';
import { OutputSpace } from './output-space.ts';
import { borrowScratch, copyOut } from './scratch.ts';
import { littleInt32, xxhash32 } from './xxhash32.ts';

const MAGIC = 0x184d2204;
const Flag = {
  DICTIONARY: 0x01,
  RESERVED: 0x02,
  CONTENT_CHECKSUM: 0x04,
  CONTENT_SIZE: 0x08,
  BLOCK_CHECKSUM: 0x10,
  INDEPENDENT_BLOCKS: 0x20,
  VERSION_MASK: 0xc0,
  VERSION_1: 0x40,
} as const;
const RESERVED_DESCRIPTOR_BITS = 0x8f;
/** Set in a block's size when its bytes are stored as they are. */
const STORED = 0x80000000;
/** An LZ4 block grows by at most this factor: a length byte of 255 stands for 255 bytes. */
const MAX_GROWTH = 255;

/** What is written: version 1, independent blocks of 64 KiB, no checksums. The last byte is their check. */
const WRITTEN_HEADER = Uint8Array.of(0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82);
const WRITTEN_BLOCK_BYTES = 64 * 1024;
const END_MARK_BYTES = 4;

export interface Lz4ReadOptions {
  /** In message format 0 the header check covers the magic too: an error of the first writers. */
  readonly headerCheckCoversMagic?: boolean;
}

/** @throws CompressionError */
export function decompressLz4(
  bytes: Uint8Array,
  maxBytes: number,
  options: Lz4ReadOptions = {},
): Uint8Array {
  if (bytes.length < 7 || littleInt32(bytes, 0) !== MAGIC) throw damaged('no LZ4 frame');
  // The length was checked, so `!` holds.
  const flags = bytes[4]!;
  const descriptor = bytes[5]!;
  if ((flags & Flag.VERSION_MASK) !== Flag.VERSION_1) throw damaged('an unknown version');
  if ((flags & (Flag.RESERVED | Flag.DICTIONARY)) !== 0) throw damaged('a reserved flag');
  if ((flags & Flag.INDEPENDENT_BLOCKS) === 0) throw damaged('dependent blocks');
  const sizeCode = descriptor >>> 4;
  if ((descriptor & RESERVED_DESCRIPTOR_BITS) !== 0 || sizeCode < 4) throw damaged('a block size');
  const blockBytes = 1 << (8 + 2 * sizeCode);

  const headerCheckAt = (flags & Flag.CONTENT_SIZE) === 0 ? 6 : 14;
  if (headerCheckAt >= bytes.length) throw damaged('a cut header');
  const checkedFrom = options.headerCheckCoversMagic === true ? 0 : 4;
  if (((xxhash32(bytes, checkedFrom, headerCheckAt) >>> 8) & 0xff) !== bytes[headerCheckAt]) {
    throw damaged('a header check');
  }

  const out = new OutputSpace(maxBytes);
  const trailerBytes = (flags & Flag.BLOCK_CHECKSUM) === 0 ? 0 : 4;
  let at = headerCheckAt + 1;
  for (;;) {
    if (at + 4 > bytes.length) throw damaged('a missing end');
    const size = littleInt32(bytes, at) >>> 0;
    at += 4;
    if (size === 0) break;
    const isStored = size >= STORED;
    const end = at + (isStored ? size - STORED : size);
    if (end - at > blockBytes || end + trailerBytes > bytes.length) throw damaged('a block size');
    if (trailerBytes > 0 && xxhash32(bytes, at, end) !== littleInt32(bytes, end) >>> 0) {
      throw damaged('a block checksum');
    }
    if (isStored) store(bytes, at, end, out);
    else decode(bytes, at, end, out, blockBytes);
    at = end + trailerBytes;
  }

  const content = out.take();
  if ((flags & Flag.CONTENT_CHECKSUM) !== 0) {
    if (at + 4 > bytes.length) throw damaged('a missing end');
    if (xxhash32(content, 0, content.length) !== littleInt32(bytes, at) >>> 0) {
      throw damaged('a content checksum');
    }
  }
  return content;
}

function store(bytes: Uint8Array, from: number, to: number, out: OutputSpace): void {
  out.roomFor(to - from).set(bytes.subarray(from, to), out.length);
  out.length += to - from;
}

function decode(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: OutputSpace,
  blockBytes: number,
): void {
  const most = Math.min(blockBytes, MAX_GROWTH * (to - from));
  const target = out.room(most);
  const limit = Math.min(out.length + most, out.maxBytes);
  const end = decodeLz4Block(bytes, from, to, target, out.length, limit);
  if (end < 0) {
    if (limit === out.maxBytes) throw out.full();
    throw damaged('a block larger than the frame allows');
  }
  out.length = end;
}

function damaged(what: string): CompressionError {
  return new CompressionError(`damaged LZ4 frame: ${what}`);
}

export function compressLz4(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil(bytes.length / WRITTEN_BLOCK_BYTES);
  const most = longestLz4Block(WRITTEN_BLOCK_BYTES) + 4;
  const output = borrowScratch(WRITTEN_HEADER.length + blocks * most + END_MARK_BYTES);
  output.set(WRITTEN_HEADER);
  let at = WRITTEN_HEADER.length;
  for (let from = 0; from < bytes.length; from += WRITTEN_BLOCK_BYTES) {
    const to = Math.min(from + WRITTEN_BLOCK_BYTES, bytes.length);
    const start = at + 4;
    const end = encodeLz4Block(bytes, from, to, output, start);
    if (end - start < to - from) {
      writeLittleUint32(output, at, end - start);
      at = end;
    } else {
      writeLittleUint32(output, at, STORED + to - from);
      output.set(bytes.subarray(from, to), start);
      at = start + to - from;
    }
  }
  writeLittleUint32(output, at, 0);
  return copyOut(output, at + END_MARK_BYTES);
}

function writeLittleUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 0xff;
  bytes[at + 1] = (value >>> 8) & 0xff;
  bytes[at + 2] = (value >>> 16) & 0xff;
  bytes[at + 3] = value >>> 24;
}
