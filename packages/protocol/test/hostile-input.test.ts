// Damaged and hostile bytes: every codec either reads them or throws ProtocolError, and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ProtocolError } from '../src/protocol-error.ts';
import { Reader } from '../src/reader.ts';
import { loadModule } from './json-form.ts';
import { bytesOf, loadVectors } from './vectors.ts';

const DAMAGES_PER_VECTOR = 30;
/** Values that begin lengths, counts and varints with something extreme. */
const EXTREME_BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff];

for (const folder of ['messages', 'records'] as const) {
  test(`damaged ${folder} never end in anything but ProtocolError`, async () => {
    const vectors = loadVectors(`codec-${folder}`) as {
      name: string;
      version: number;
      case: string;
      hex: string;
    }[];
    const random = xorshift(0x5a35a);
    let refused = 0;
    for (const { name, version, hex } of vectors) {
      const { codec } = await loadModule(folder, name);
      const original = bytesOf(hex);
      for (let i = 0; i < DAMAGES_PER_VECTOR && original.length > 0; i++) {
        const damaged = damage(original, random);
        try {
          codec.read(new Reader(damaged), version);
        } catch (problem) {
          refused++;
          assert.ok(problem instanceof ProtocolError, `${name} v${version}: ${String(problem)}`);
        }
      }
    }
    assert.ok(refused > vectors.length);
  });
}

test('a frame cut anywhere is refused, never read as shorter', async () => {
  const vectors = loadVectors('codec-messages') as {
    name: string;
    version: number;
    case: string;
    hex: string;
  }[];
  for (const { name, version, case: kind, hex } of vectors) {
    if (kind !== 'full') continue;
    const { codec } = await loadModule('messages', name);
    const bytes = bytesOf(hex);
    for (let length = 0; length < bytes.length; length++) {
      const reader = new Reader(bytes, 0, length);
      assert.throws(
        () => codec.read(reader, version),
        ProtocolError,
        `${name} v${version} ${length}`,
      );
    }
  }
});

/** A copy with some bytes replaced, and sometimes a piece cut off or put on. */
function damage(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = original.slice();
  for (let changes = 1 + (random() % 3); changes > 0; changes--) {
    const extreme = EXTREME_BYTES[random() % EXTREME_BYTES.length] as number;
    bytes[random() % bytes.length] = random() % 2 === 0 ? extreme : random() & 0xff;
  }
  return random() % 4 === 0 ? bytes.subarray(0, random() % bytes.length) : bytes;
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
