// PBKDF2, synchronously: in the simulation only the time that it takes is simulated.

import { pbkdf2Sync } from 'node:crypto';

export function pbkdf2Now(
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  algorithm: 'sha256' | 'sha512',
): Uint8Array {
  return pbkdf2Sync(password, salt, iterations, algorithm === 'sha256' ? 32 : 64, algorithm);
}
