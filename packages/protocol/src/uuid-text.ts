// Uuids between their 16 bytes and their text, unpadded base64url of 22 characters.
//
// The same few topic ids pass through a node in every request. A small table of recent texts makes
// reading one ten times cheaper than encoding it, and gives equal ids the same string, whose hash a
// Map then already knows. What the table holds changes speed only, never a result.

import { ProtocolError } from './protocol-error.ts';

const TABLE_BITS = 12;
const UUID_BYTES = 16;
const UUID_CHARACTERS = 22;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The four words of the uuid in each slot, and its text; an empty text marks a free slot. */
const words = new Int32Array(4 << TABLE_BITS);
const texts: string[] = Array.from({ length: 1 << TABLE_BITS }, () => '');

/** The six bits of each ASCII character, -1 for the others. */
const SIX_BITS = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) SIX_BITS[ALPHABET.charCodeAt(i)] = i;

/** @param view  over the same bytes as `buffer` */
export function uuidTextAt(buffer: Buffer, view: DataView, at: number): string {
  const a = view.getInt32(at);
  const b = view.getInt32(at + 4);
  const c = view.getInt32(at + 8);
  const d = view.getInt32(at + 12);
  const mixed = a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35);
  const slot = Math.imul(mixed, 0x27d4eb2f) >>> (32 - TABLE_BITS);
  const word = slot << 2;
  if (
    words[word] === a &&
    words[word + 1] === b &&
    words[word + 2] === c &&
    words[word + 3] === d &&
    texts[slot] !== ''
  ) {
    return texts[slot] as string;
  }
  const text = buffer.toString('base64url', at, at + UUID_BYTES);
  words[word] = a;
  words[word + 1] = b;
  words[word + 2] = c;
  words[word + 3] = d;
  texts[slot] = text;
  return text;
}

/** Writes the 16 bytes of a uuid. There must be room for them. */
export function writeUuidText(buffer: Uint8Array, at: number, text: string): void {
  if (text.length !== UUID_CHARACTERS) throw notUuid(text);
  let to = at;
  for (let i = 0; i < UUID_CHARACTERS - 2; i += 4) {
    const bits =
      (sixBits(text, i) << 18) |
      (sixBits(text, i + 1) << 12) |
      (sixBits(text, i + 2) << 6) |
      sixBits(text, i + 3);
    if (bits < 0) throw notUuid(text);
    buffer[to++] = bits >> 16;
    buffer[to++] = bits >> 8;
    buffer[to++] = bits;
  }
  const last = (sixBits(text, UUID_CHARACTERS - 2) << 6) | sixBits(text, UUID_CHARACTERS - 1);
  // The last character carries two bits; the others must be zero, or two texts would be one uuid.
  if (last < 0 || (last & 0xf) !== 0) throw notUuid(text);
  buffer[to] = last >> 4;
}

/** Negative where the character does not belong: the sign survives every shift and `|`. */
function sixBits(text: string, index: number): number {
  return SIX_BITS[text.charCodeAt(index)] ?? -1;
}

function notUuid(text: string): ProtocolError {
  return new ProtocolError(`not a uuid: '${text}'`);
}
