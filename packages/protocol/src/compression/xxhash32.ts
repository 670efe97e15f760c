// xxHash32: the checksum of LZ4 frames.

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

/** Of bytes[from, to), which must lie inside; seed 0. Unsigned. */
export function xxhash32(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  let h: number;
  if (to - from >= 16) {
    let a = (PRIME_1 + PRIME_2) | 0;
    let b = PRIME_2 | 0;
    let c = 0;
    let d = -PRIME_1 | 0;
    for (const last = to - 16; i <= last; i += 16) {
      a = round(a, littleInt32(bytes, i));
      b = round(b, littleInt32(bytes, i + 4));
      c = round(c, littleInt32(bytes, i + 8));
      d = round(d, littleInt32(bytes, i + 12));
    }
    h = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
  } else {
    h = PRIME_5;
  }
  h = (h + (to - from)) | 0;
  for (; i + 4 <= to; i += 4) {
    h = (h + Math.imul(littleInt32(bytes, i), PRIME_3)) | 0;
    h = Math.imul(rotate(h, 17), PRIME_4);
  }
  for (; i < to; i++) {
    // Below `to`, so the byte is there.
    h = (h + Math.imul(bytes[i]!, PRIME_5)) | 0;
    h = Math.imul(rotate(h, 11), PRIME_1);
  }
  h = Math.imul(h ^ (h >>> 15), PRIME_2);
  h = Math.imul(h ^ (h >>> 13), PRIME_3);
  return (h ^ (h >>> 16)) >>> 0;
}

function round(lane: number, word: number): number {
  return Math.imul(rotate((lane + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** The caller has checked that four bytes are there. */
export function littleInt32(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
