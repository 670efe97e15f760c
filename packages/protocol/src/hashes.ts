// The two hashes that choose partitions: murmur2 for record keys, Java's string hash for the names
// that coordinators look after.

const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/** Kafka's 32-bit murmur2 of the bytes. Signed, as Java has it. */
export function murmur2(bytes: Uint8Array): number {
  const length = bytes.length;
  const wholeWordsEnd = length & ~3;
  let h = SEED ^ length;
  // Indexes stay below the length, so `!` holds.
  for (let i = 0; i < wholeWordsEnd; i += 4) {
    let k = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    k = Math.imul(k, M);
    k ^= k >>> R;
    h = Math.imul(h, M) ^ Math.imul(k, M);
  }
  const tail = length - wholeWordsEnd;
  if (tail >= 3) h ^= bytes[wholeWordsEnd + 2]! << 16;
  if (tail >= 2) h ^= bytes[wholeWordsEnd + 1]! << 8;
  if (tail >= 1) h = Math.imul(h ^ bytes[wholeWordsEnd]!, M);
  h ^= h >>> 13;
  h = Math.imul(h, M);
  return h ^ (h >>> 15);
}

/** The hash without its sign bit: not its absolute value. */
export function toPositive(hash: number): number {
  return hash & 0x7fffffff;
}

/** The partition that every Kafka client chooses for a record with this key. */
export function partitionForKey(key: Uint8Array, partitionCount: number): number {
  return toPositive(murmur2(key)) % partitionCount;
}

/** `String.hashCode` of Java: over UTF-16 units, signed 32 bits. */
export function javaStringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/**
 * The partition of a coordinator's topic that owns a name: a group id in `__consumer_offsets`, a
 * transactional id in `__transaction_state`, `groupId:topicId:partition` in `__share_group_state`.
 */
export function partitionForName(name: string, partitionCount: number): number {
  const hash = javaStringHash(name);
  // The one number without a positive counterpart counts as 0, as Kafka's `Utils.abs` has it.
  return hash === -0x80000000 ? 0 : Math.abs(hash) % partitionCount;
}
