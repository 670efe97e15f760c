// The native CRC-32C, where its prebuilt binary is installed. The TypeScript one gives the same sums.

import { createRequire } from 'node:module';

type NativeModule = { readonly crc32c: (bytes: Uint8Array) => number };

/** Undefined where the machine has no prebuilt binary, or `SAMSA_NATIVE=off`. */
export function nativeCrc32c():
  | ((bytes: Uint8Array, from: number, to: number) => number)
  | undefined {
  if (process.env['SAMSA_NATIVE'] === 'off') return undefined;
  try {
    const native = createRequire(import.meta.url)('@node-rs/crc32') as NativeModule;
    return (bytes, from, to) => native.crc32c(bytes.subarray(from, to));
  } catch {
    return undefined; // an option, never a need
  }
}
