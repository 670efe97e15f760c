// RollingHash: one number for the whole course of a run. Two runs of one seed must end with the same.

const floatBits = new Float64Array(1);
const wordBits = new Uint32Array(floatBits.buffer);

export class RollingHash {
  #high = 0x6a09e667;
  #low = 0x3c6ef372;

  word(value: number): void {
    this.#low = Math.imul(this.#low ^ value, 0x9e3779b1);
    this.#low = (this.#low << 13) | (this.#low >>> 19);
    this.#high = (Math.imul(this.#high ^ this.#low, 0x85ebca77) + 0x165667b1) | 0;
    this.#high ^= this.#high >>> 15;
  }

  float(value: number): void {
    floatBits[0] = value;
    this.word(wordBits[0] as number);
    this.word(wordBits[1] as number);
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
  }

  /** 16 hexadecimal digits. */
  get digest(): string {
    return hex(this.#high) + hex(this.#low);
  }
}

export function hashBytes(bytes: Uint8Array, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
