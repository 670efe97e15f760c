// Mutations: a valid frame, damaged in one of the ways in which a broken or hostile peer damages it.
// The same seed gives the same damage.

/** Numbers in [0, n), the same ones for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(n: number): number {
    // mulberry32
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T; // never called with an empty list
  }
}

const SIZE_BYTES = 4;
const EXTREME_INT32 = [-1, 0, 1, -(2 ** 31), 2 ** 31 - 1, 1_000_000, 0x7f7f_7f7f, 65_536];
const EXTREME_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff];

type Damage = (bytes: Buffer, dice: Dice) => Buffer;

const DAMAGES: readonly Damage[] = [
  function flipBits(bytes, dice) {
    for (let i = dice.below(4); i >= 0; i--) {
      const at = dice.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
    }
    return bytes;
  },
  function setBytes(bytes, dice) {
    for (let i = dice.below(4); i >= 0; i--)
      bytes[dice.below(bytes.length)] = dice.of(EXTREME_BYTES);
    return bytes;
  },
  function setInt(bytes, dice) {
    if (bytes.length < 4) return bytes;
    bytes.writeInt32BE(dice.of(EXTREME_INT32), dice.below(bytes.length - 3));
    return bytes;
  },
  function cutOff(bytes, dice) {
    return bytes.subarray(0, dice.below(bytes.length));
  },
  function takeOut(bytes, dice) {
    const from = dice.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + dice.below(8))]);
  },
  function repeat(bytes, dice) {
    const from = dice.below(bytes.length);
    const to = from + 1 + dice.below(64);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
];

const HEADER_DAMAGES: readonly Damage[] = [
  ...DAMAGES,
  function changeKey(header, dice) {
    if (header.length >= 2) header.writeInt16BE(dice.below(100) - 2, 0);
    return header;
  },
  function changeVersion(header, dice) {
    if (header.length >= 4) header.writeInt16BE(dice.below(20) - 1, 2);
    return header;
  },
];

/** API key, version and correlation id. */
const HEADER_BYTES = 8;

/** @param frame  a valid one, size first; it is not changed */
export function damaged(frame: Buffer, dice: Dice): Buffer {
  let header = Buffer.from(frame.subarray(SIZE_BYTES, SIZE_BYTES + HEADER_BYTES));
  let rest = Buffer.from(frame.subarray(SIZE_BYTES + HEADER_BYTES));
  // Most frames begin well, so that the damage is found further in.
  if (dice.below(5) === 0) header = Buffer.from(dice.of(HEADER_DAMAGES)(header, dice));
  else if (rest.length > 0) rest = Buffer.from(dice.of(DAMAGES)(rest, dice));
  const body = Buffer.concat([header, rest]);
  const size = Buffer.alloc(SIZE_BYTES);
  const lies = dice.below(20) === 0;
  size.writeInt32BE(lies ? dice.of(EXTREME_INT32) : body.length);
  return Buffer.concat([size, body]);
}
