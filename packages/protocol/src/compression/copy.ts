// Copies of a few bytes, as LZ4 and snappy are made of: whole words as long as there is room for a word too
// many, since most copies are shorter than a call of `set` or `copyWithin` costs.

/** How many bytes a decoder keeps free behind a copy by words: what `copyWords16` writes at most. */
export const WORDS_SLACK = 16;
/** From here on one call is cheaper than a loop. */
const LONG_COPY = 64;

/** Copies sixteen bytes; the caller uses the first `length`, at most 16, and overwrites the rest. */
export function copyWords16(
  from: DataView,
  fromAt: number,
  to: DataView,
  toAt: number,
  length: number,
): void {
  to.setUint32(toAt, from.getUint32(fromAt));
  to.setUint32(toAt + 4, from.getUint32(fromAt + 4));
  if (length <= 8) return;
  to.setUint32(toAt + 8, from.getUint32(fromAt + 8));
  to.setUint32(toAt + 12, from.getUint32(fromAt + 12));
}

/** Copies exactly `length` bytes of `input`. The caller has checked both ranges. */
export function copyLiterals(
  input: Uint8Array,
  from: number,
  output: Uint8Array,
  at: number,
  length: number,
): void {
  if (length >= LONG_COPY) {
    output.set(input.subarray(from, from + length), at);
    return;
  }
  const end = at + length;
  // Inside both ranges, so the byte is there.
  for (let i = from, o = at; o < end; i++, o++) output[o] = input[i]!;
}

/**
 * Repeats `length` bytes of `output` from `distance` before `at`; where the two overlap, bytes written
 * here are read again. The caller has checked both ranges, and that `WORDS_SLACK` bytes behind the end
 * may be overwritten.
 */
export function repeatWords(view: DataView, at: number, distance: number, length: number): void {
  const end = at + length;
  for (let o = at, source = at - distance; o < end; o += 8, source += 8) {
    view.setUint32(o, view.getUint32(source));
    view.setUint32(o + 4, view.getUint32(source + 4));
  }
}

/** The same for any distance and for ends without slack. */
export function repeatBytes(
  output: Uint8Array,
  at: number,
  distance: number,
  length: number,
): void {
  const source = at - distance;
  if (length >= LONG_COPY && distance >= length) {
    output.copyWithin(at, source, source + length);
    return;
  }
  for (let i = 0; i < length; i++) output[at + i] = output[source + i]!;
}
