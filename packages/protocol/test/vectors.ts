// Loads the vectors: bytes that Apache Kafka 4.3.1 itself wrote, with what they mean.

import { readFileSync } from 'node:fs';

/** A JSON value; an integer that a double cannot hold exactly is its text. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Reads one file of test/vectors/.
 *
 * Big integers are kept as text: rounded on both sides of a comparison they would let a wrong codec
 * pass.
 */
export function loadVectors(name: string): unknown {
  const text = readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text, (_key, value: unknown, context?: { source: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? context?.source
      : value,
  ) as unknown;
}

/** @param hex  spaces may stand anywhere in it */
export function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
