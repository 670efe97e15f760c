import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CompressionError } from './compression-error.ts';
import { compressLz4, decompressLz4 } from './lz4-frame.ts';
import { xxhash32 } from './xxhash32.ts';

const STORED = 0x80000000;

interface Frame {
  readonly flags?: number;
  readonly descriptor?: number;
  readonly headerExtra?: Buffer;
  readonly blocks: readonly { readonly bytes: Buffer; readonly isStored?: boolean }[];
  readonly content?: Buffer;
}

/** A frame made by hand, with each checksum that its flags ask for. */
function frame({ flags = 0x60, descriptor = 0x40, headerExtra, blocks, content }: Frame): Buffer {
  const header = Buffer.concat([Buffer.from([flags, descriptor]), headerExtra ?? Buffer.alloc(0)]);
  const parts: Buffer[] = [
    Buffer.from('04224d18', 'hex'),
    header,
    Buffer.from([(xxhash32(header, 0, header.length) >>> 8) & 0xff]),
  ];
  for (const { bytes, isStored = true } of blocks) {
    parts.push(little(bytes.length + (isStored ? STORED : 0)), bytes);
    if ((flags & 0x10) !== 0) parts.push(little(xxhash32(bytes, 0, bytes.length)));
  }
  parts.push(little(0));
  if (content !== undefined) parts.push(little(xxhash32(content, 0, content.length)));
  return Buffer.concat(parts);
}

function little(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const HELLO = Buffer.from('hello lz4');

function isDamage(error: unknown): boolean {
  return error instanceof CompressionError && !error.isTooLarge;
}

test('xxhash32 gives its published sums', () => {
  assert.equal(xxhash32(Buffer.alloc(0), 0, 0), 0x02cc5d05);
  const text = Buffer.from('Nobody inspects the spammish repetition');
  assert.equal(xxhash32(text, 0, text.length), 0xe2293b2f);
});

test('frames with checksums, a content size and other block sizes are read', () => {
  const blocks = [{ bytes: HELLO }];
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(HELLO.length));
  const frames = {
    'block checksums': frame({ flags: 0x70, blocks }),
    'a content checksum': frame({ flags: 0x64, blocks, content: HELLO }),
    'a content size': frame({ flags: 0x68, headerExtra: size, blocks }),
    'blocks of 4 MiB': frame({ descriptor: 0x70, blocks }),
    'all of them': frame({
      flags: 0x7c,
      descriptor: 0x60,
      headerExtra: size,
      blocks,
      content: HELLO,
    }),
  };
  for (const [what, bytes] of Object.entries(frames)) {
    assert.ok(HELLO.equals(decompressLz4(bytes, 100)), what);
  }
});

test('what Java consumers cannot read is refused', () => {
  const blocks = [{ bytes: HELLO }];
  const refused = {
    'dependent blocks': frame({ flags: 0x40, blocks }),
    'a dictionary': frame({ flags: 0x61, headerExtra: little(1), blocks }),
    'a reserved flag': frame({ flags: 0x62, blocks }),
    'version 0': frame({ flags: 0x20, blocks }),
    'a block size of the future': frame({ descriptor: 0x30, blocks }),
    'a reserved descriptor bit': frame({ descriptor: 0x41, blocks }),
  };
  for (const [what, bytes] of Object.entries(refused)) {
    assert.throws(() => decompressLz4(bytes, 100), isDamage, what);
  }
});

test('each wrong checksum is damage', () => {
  const header = frame({ blocks: [{ bytes: HELLO }] });
  header[6]! ^= 1;
  assert.throws(() => decompressLz4(header, 100), /header check/);
  const block = frame({ flags: 0x70, blocks: [{ bytes: HELLO }] });
  block[12]! ^= 1;
  assert.throws(() => decompressLz4(block, 100), /block checksum/);
  const content = frame({ flags: 0x64, blocks: [{ bytes: HELLO }], content: HELLO });
  content[content.length - 1]! ^= 1;
  assert.throws(() => decompressLz4(content, 100), /content checksum/);
});

test('a block is not larger than its frame allows, and matches stay inside it', () => {
  const tooLarge = frame({ blocks: [{ bytes: Buffer.alloc(64 * 1024 + 1) }] });
  assert.throws(() => decompressLz4(tooLarge, 100_000), isDamage);
  // A literal, then a match of 65,600 bytes at distance 1.
  const long = Buffer.concat([
    Buffer.from([0x1f, 0x61, 0x01, 0x00]),
    Buffer.alloc(257, 255),
    Buffer.from([50, 0x10, 0x62]),
  ]);
  const grown = frame({ blocks: [{ bytes: long, isStored: false }] });
  assert.throws(() => decompressLz4(grown, 100_000), isDamage);
  const larger = frame({ descriptor: 0x50, blocks: [{ bytes: long, isStored: false }] });
  assert.equal(decompressLz4(larger, 100_000).length, 1 + 257 * 255 + 50 + 19 + 1);
  // The second block refers to the first.
  const reaching = frame({
    blocks: [{ bytes: HELLO }, { bytes: Buffer.from([0x10, 0x61, 0x05, 0x00]), isStored: false }],
  });
  assert.throws(() => decompressLz4(reaching, 100), isDamage);
});

test('bytes that do not get smaller are stored as they are', () => {
  const noise = Buffer.from(Array.from({ length: 1000 }, (_, i) => Math.imul(i, i * 31) >>> 7));
  const compressed = compressLz4(noise);
  assert.ok(compressed.length <= noise.length + 7 + 4 + 4);
  assert.ok(noise.equals(decompressLz4(compressed, 1000)));
});
