// Scratch: memory that decoders and encoders write to before the result is copied out at its true size.
//
// One for the process: a call fills it and is done with it before the next one starts. It saves an
// allocation of the largest possible result for every batch.

/** A larger one is used once and dropped: one huge batch must not hold memory for ever. */
const KEPT_BYTES = 1024 * 1024;

let kept: Uint8Array = Buffer.allocUnsafeSlow(64 * 1024);

/** At least `bytes` long. What is in it now is overwritten by the next borrower. */
export function borrowScratch(bytes: number): Uint8Array {
  if (kept.length >= bytes) return kept;
  if (bytes > KEPT_BYTES) return Buffer.allocUnsafeSlow(bytes);
  kept = Buffer.allocUnsafeSlow(Math.min(Math.max(bytes, 2 * kept.length), KEPT_BYTES));
  return kept;
}

/** A copy of its own, of exactly its size. */
export function copyOut(bytes: Uint8Array, length: number): Uint8Array {
  const copy = Buffer.allocUnsafeSlow(length);
  copy.set(bytes.subarray(0, length));
  return copy;
}
