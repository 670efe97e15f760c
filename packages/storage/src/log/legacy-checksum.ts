// The checksum of message sets from before Kafka 0.11: CRC-32 (IEEE) from the magic byte on. Such
// segments are read and never written, so a small table is enough.

import { type BatchCursor } from '@samsa/protocol';

const CRC_AT = 12;
const SUMMED_FROM = 16;
const POLYNOMIAL = 0xed_b8_83_20;

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? POLYNOMIAL : 0);
  return sum;
});

/** @param message  of magic 0 or 1, whole in memory */
export function isLegacyCrcValid(message: BatchCursor): boolean {
  const bytes = message.view();
  let sum = -1;
  for (let at = SUMMED_FROM; at < bytes.length; at++) {
    sum = (sum >>> 8) ^ (TABLE[(sum ^ (bytes[at] as number)) & 0xff] as number); // both in range
  }
  const stored = new DataView(bytes.buffer, bytes.byteOffset + CRC_AT, 4).getInt32(0);
  return ~sum === stored;
}
