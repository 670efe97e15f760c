// One raw snappy block: the length of the content, then literals and copies of what was written before.
//
// Source: the format description of google/snappy.

import { CompressionError } from './compression-error.ts';
import { copyLiterals, copyWords16, repeatBytes, repeatWords, WORDS_SLACK } from './copy.ts';
import { MatchFinder } from './match-finder.ts';
import { type OutputSpace } from './output-space.ts';

/** A copy of three bytes gives at most 64: a block that claims more than this factor lies. */
const MAX_GROWTH = 22;
const MAX_COPY = 64;
const MIN_COPY = 4;

/**
 * Decodes input[from, to) to the end of `out`. What the block claims to become is weighed before a
 * byte is allocated for it.
 *
 * @throws CompressionError on a damaged block, or when more would come out than `out` takes
 */
export function decodeSnappyBlock(
  input: Uint8Array,
  from: number,
  to: number,
  out: OutputSpace,
): void {
  // Every index is compared with `to` before it is used, so `!` holds.
  let i = from;
  let claimed = 0;
  for (let weight = 1; ; weight *= 128) {
    if (i >= to || weight > 2 ** 28) throw damaged(i);
    const byte = input[i++]!;
    claimed += (byte & 0x7f) * weight;
    if (byte < 0x80) break;
  }
  if (claimed > MAX_GROWTH * (to - i)) throw damaged(i);

  const output = out.roomFor(claimed);
  const inputView = new DataView(input.buffer, input.byteOffset, input.length);
  const outputView = new DataView(output.buffer, output.byteOffset, output.length);
  const start = out.length;
  const limit = start + claimed;
  const inputWordsEnd = to - WORDS_SLACK;
  const outputWordsEnd = limit - WORDS_SLACK;
  let o = start;
  while (i < to) {
    const tag = input[i++]!;
    const kind = tag & 3;
    let length = (tag >>> 2) + 1;
    if (kind === 0) {
      if (length > 60) {
        const lengthBytes = length - 60;
        if (i + lengthBytes > to) throw damaged(i);
        length = 1;
        for (let b = 0; b < lengthBytes; b++) length += input[i++]! * 2 ** (8 * b);
      }
      if (length > to - i || length > limit - o) throw damaged(i);
      if (length <= WORDS_SLACK && i <= inputWordsEnd && o <= outputWordsEnd) {
        copyWords16(inputView, i, outputView, o, length);
      } else {
        copyLiterals(input, i, output, o, length);
      }
      i += length;
      o += length;
      continue;
    }
    let distance: number;
    if (kind === 1) {
      if (i >= to) throw damaged(i);
      length = ((tag >>> 2) & 7) + 4;
      distance = ((tag >>> 5) << 8) | input[i++]!;
    } else if (kind === 2) {
      if (i + 2 > to) throw damaged(i);
      distance = input[i]! | (input[i + 1]! << 8);
      i += 2;
    } else {
      if (i + 4 > to) throw damaged(i);
      distance = inputView.getUint32(i, true);
      i += 4;
    }
    if (distance === 0 || distance > o - start || length > limit - o) throw damaged(i);
    const end = o + length;
    if (distance >= 8 && end <= outputWordsEnd) repeatWords(outputView, o, distance, length);
    else repeatBytes(output, o, distance, length);
    o = end;
  }
  if (o !== limit) throw damaged(i);
  out.length = o;
}

function damaged(position: number): CompressionError {
  return new CompressionError(`damaged snappy block at position ${position}`);
}

/** The most bytes that `encodeSnappyBlock` writes for this many. */
export function longestSnappyBlock(bytes: number): number {
  return 32 + bytes + Math.ceil(bytes / 6);
}

/**
 * Encodes input[from, to), at most 64 KiB, to `output` from `at` on, which has room for
 * `longestSnappyBlock(to - from)`.
 *
 * @returns where the output ended
 */
export function encodeSnappyBlock(
  input: Uint8Array,
  from: number,
  to: number,
  output: Uint8Array,
  at: number,
): number {
  const inputView = new DataView(input.buffer, input.byteOffset, input.length);
  let o = at;
  let claimed = to - from;
  for (; claimed >= 0x80; claimed >>>= 7) output[o++] = (claimed & 0x7f) | 0x80;
  output[o++] = claimed;

  const matches = new MatchFinder(inputView, from, to);
  let anchor = from;
  while (matches.next()) {
    const literals = matches.start - anchor;
    if (literals > 0) {
      o = writeLiteralTag(output, o, literals);
      copyLiterals(input, anchor, output, o, literals);
      o += literals;
    }
    o = writeCopies(output, o, matches.distance, matches.length);
    anchor = matches.start + matches.length;
  }
  const literals = to - anchor;
  if (literals === 0) return o;
  o = writeLiteralTag(output, o, literals);
  copyLiterals(input, anchor, output, o, literals);
  return o + literals;
}

function writeLiteralTag(output: Uint8Array, at: number, length: number): number {
  let o = at;
  const rest = length - 1;
  if (rest < 60) {
    output[o++] = rest << 2;
  } else if (rest < 0x100) {
    output[o++] = 60 << 2;
    output[o++] = rest;
  } else {
    output[o++] = 61 << 2;
    output[o++] = rest & 0xff;
    output[o++] = rest >>> 8;
  }
  return o;
}

function writeCopies(output: Uint8Array, at: number, distance: number, length: number): number {
  let o = at;
  let rest = length;
  while (rest > MAX_COPY) {
    // What stays over is at least four, the least that a short copy can say.
    const part = rest >= MAX_COPY + MIN_COPY ? MAX_COPY : MAX_COPY - MIN_COPY;
    o = writeCopy(output, o, distance, part);
    rest -= part;
  }
  return writeCopy(output, o, distance, rest);
}

function writeCopy(output: Uint8Array, at: number, distance: number, length: number): number {
  let o = at;
  if (length < 12 && distance < 2048) {
    output[o++] = 1 | ((length - MIN_COPY) << 2) | ((distance >>> 8) << 5);
    output[o++] = distance & 0xff;
  } else {
    output[o++] = 2 | ((length - 1) << 2);
    output[o++] = distance & 0xff;
    output[o++] = distance >>> 8;
  }
  return o;
}
