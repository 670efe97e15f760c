// CRC-32C (Castagnoli): the checksum of record batches. Sixteen bytes a step over sixteen tables.
//
// The shell may have a native one (`platform.cpu.crc32c`); both give the same sums.

/** Sums bytes[from, to). Unsigned. */
export type Crc32c = (bytes: Uint8Array, from: number, to: number) => number;

/** The Castagnoli polynomial, bits reversed. */
const POLYNOMIAL = 0x82f63b78;
const STEP = 16;

/** Table k holds at [256 k + b] the sum of byte b followed by k zero bytes. */
const TABLES = makeTables();

/**
 * Sums bytes[from, to), which must lie inside `bytes`.
 *
 * @param previous  the sum of what came before, where one value is summed in pieces
 */
export function crc32c(bytes: Uint8Array, from: number, to: number, previous = 0): number {
  // Every index below is inside the arrays: `!` spares the test that it would cost to say so.
  const t = TABLES;
  let crc = ~previous;
  let i = from;
  for (const last = to - STEP; i <= last; i += STEP) {
    crc =
      t[0xf00 | (bytes[i]! ^ (crc & 0xff))]! ^
      t[0xe00 | (bytes[i + 1]! ^ ((crc >>> 8) & 0xff))]! ^
      t[0xd00 | (bytes[i + 2]! ^ ((crc >>> 16) & 0xff))]! ^
      t[0xc00 | (bytes[i + 3]! ^ (crc >>> 24))]! ^
      t[0xb00 | bytes[i + 4]!]! ^
      t[0xa00 | bytes[i + 5]!]! ^
      t[0x900 | bytes[i + 6]!]! ^
      t[0x800 | bytes[i + 7]!]! ^
      t[0x700 | bytes[i + 8]!]! ^
      t[0x600 | bytes[i + 9]!]! ^
      t[0x500 | bytes[i + 10]!]! ^
      t[0x400 | bytes[i + 11]!]! ^
      t[0x300 | bytes[i + 12]!]! ^
      t[0x200 | bytes[i + 13]!]! ^
      t[0x100 | bytes[i + 14]!]! ^
      t[bytes[i + 15]!]!;
  }
  for (; i < to; i++) crc = t[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeTables(): Int32Array {
  const tables = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ POLYNOMIAL;
    tables[byte] = sum;
  }
  for (let at = 256; at < tables.length; at++) {
    const sum = tables[at - 256]!;
    tables[at] = tables[sum & 0xff]! ^ (sum >>> 8);
  }
  return tables;
}
