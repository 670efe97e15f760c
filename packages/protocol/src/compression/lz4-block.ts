// LZ4 blocks: sequences of a token, literals, and a match that repeats what was written before.
//
// Source: the block format description of lz4/lz4.

import { CompressionError } from './compression-error.ts';
import { copyLiterals, copyWords16, repeatBytes, repeatWords, WORDS_SLACK } from './copy.ts';
import { MatchFinder, MIN_MATCH } from './match-finder.ts';

/** A length field of a token that is continued in the bytes after it. */
const CONTINUED = 15;

/**
 * Decodes input[from, to) to `output` from `at` on; matches reach back no further than to `at`. Bytes
 * between the end and `limit` may be overwritten.
 *
 * @param limit  where the output must end at the latest, at most output.length
 * @returns where the output ended, or −1 when more would come out than `limit` allows
 * @throws CompressionError on a damaged block
 */
export function decodeLz4Block(
  input: Uint8Array,
  from: number,
  to: number,
  output: Uint8Array,
  at: number,
  limit: number,
): number {
  const inputView = new DataView(input.buffer, input.byteOffset, input.length);
  const outputView = new DataView(output.buffer, output.byteOffset, output.length);
  const inputWordsEnd = to - WORDS_SLACK;
  const outputWordsEnd = limit - WORDS_SLACK;
  // Every index is compared with `to` before it is used, so `!` holds.
  let i = from;
  let o = at;
  while (i < to) {
    const token = input[i++]!;

    let literals = token >>> 4;
    if (literals === CONTINUED) {
      let more: number;
      do {
        if (i >= to) throw damaged(i);
        more = input[i++]!;
        literals += more;
      } while (more === 255);
    }
    if (literals > 0) {
      if (literals > to - i) throw damaged(i);
      if (literals > limit - o) return -1;
      if (literals <= WORDS_SLACK && i <= inputWordsEnd && o <= outputWordsEnd) {
        copyWords16(inputView, i, outputView, o, literals);
      } else {
        copyLiterals(input, i, output, o, literals);
      }
      i += literals;
      o += literals;
    }
    // The last sequence has literals only.
    if (i === to) return o;

    if (to - i < 2) throw damaged(i);
    const distance = input[i]! | (input[i + 1]! << 8);
    i += 2;
    if (distance === 0 || distance > o - at) throw damaged(i);
    let length = token & 15;
    if (length === CONTINUED) {
      let more: number;
      do {
        if (i >= to) throw damaged(i);
        more = input[i++]!;
        length += more;
      } while (more === 255);
    }
    length += MIN_MATCH;
    if (length > limit - o) return -1;
    const end = o + length;
    if (distance >= 8 && end <= outputWordsEnd) repeatWords(outputView, o, distance, length);
    else repeatBytes(output, o, distance, length);
    o = end;
  }
  throw damaged(i);
}

function damaged(position: number): CompressionError {
  return new CompressionError(`damaged LZ4 block at position ${position}`);
}

/** The most bytes that `encodeLz4Block` writes for this many. */
export function longestLz4Block(bytes: number): number {
  return bytes + Math.ceil(bytes / 255) + 16;
}

/**
 * Encodes input[from, to), at most 64 KiB, to `output` from `at` on, which has room for
 * `longestLz4Block(to - from)`.
 *
 * @returns where the output ended
 */
export function encodeLz4Block(
  input: Uint8Array,
  from: number,
  to: number,
  output: Uint8Array,
  at: number,
): number {
  const inputView = new DataView(input.buffer, input.byteOffset, input.length);
  const matches = new MatchFinder(inputView, from, to);
  let anchor = from;
  let o = at;
  while (matches.next()) {
    const literals = matches.start - anchor;
    const rest = matches.length - MIN_MATCH;
    output[o++] = (Math.min(literals, CONTINUED) << 4) | Math.min(rest, CONTINUED);
    if (literals >= CONTINUED) o = writeLength(output, o, literals - CONTINUED);
    copyLiterals(input, anchor, output, o, literals);
    o += literals;
    output[o++] = matches.distance & 0xff;
    output[o++] = matches.distance >>> 8;
    if (rest >= CONTINUED) o = writeLength(output, o, rest - CONTINUED);
    anchor = matches.start + matches.length;
  }
  const literals = to - anchor;
  output[o++] = Math.min(literals, CONTINUED) << 4;
  if (literals >= CONTINUED) o = writeLength(output, o, literals - CONTINUED);
  copyLiterals(input, anchor, output, o, literals);
  return o + literals;
}

function writeLength(output: Uint8Array, at: number, length: number): number {
  let o = at;
  let rest = length;
  for (; rest >= 255; rest -= 255) output[o++] = 255;
  output[o++] = rest;
  return o;
}
