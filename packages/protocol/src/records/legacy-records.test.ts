import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plainRecords } from '../../test/plain-records.ts';
import { compressNow } from '../compression/compress.ts';
import { crc32Of } from '../compression/zlib.ts';
import { BatchCursor } from './batch-cursor.ts';
import { readRecords } from './read-records.ts';

interface Message {
  readonly offset: number;
  readonly magic?: number;
  readonly attributes?: number;
  readonly timestamp?: number;
  readonly value: Uint8Array | null;
}

/** A legacy message without a key. */
function message({ offset, magic = 1, attributes = 0, timestamp = 5, value }: Message): Buffer {
  const body = Buffer.alloc(magic === 0 ? 10 : 18);
  body.writeInt8(magic, 0);
  body.writeInt8(attributes, 1);
  if (magic === 1) body.writeBigInt64BE(BigInt(timestamp), 2);
  body.writeInt32BE(-1, body.length - 8);
  body.writeInt32BE(value?.length ?? -1, body.length - 4);
  const summed = Buffer.concat([body, value ?? Buffer.alloc(0)]);
  const header = Buffer.alloc(16);
  header.writeBigInt64BE(BigInt(offset), 0);
  header.writeInt32BE(summed.length + 4, 8);
  header.writeUInt32BE(crc32Of(summed), 12);
  return Buffer.concat([header, summed]);
}

const GZIP = 1;
const LOG_APPEND_TIME = 8;

function wrapped(inner: Buffer[], wrapper: Partial<Message> = {}): Buffer {
  const value = compressNow('gzip', Buffer.concat(inner));
  return message({ offset: 20, attributes: GZIP, ...wrapper, value });
}

function read(bytes: Buffer): ReturnType<typeof plainRecords> {
  return plainRecords(readRecords(BatchCursor.over(bytes), { maxDecompressedBytes: 10_000 }));
}

const A = Buffer.from('a');

test('a wrapper with the append time gives it to every message inside', () => {
  const inner = [message({ offset: 0, timestamp: 1, value: A }), message({ offset: 1, value: A })];
  const own = read(wrapped(inner, { timestamp: 77 }));
  assert.deepEqual(
    own.map((r) => [r.offset, r.timestamp]),
    [
      [19, 1],
      [20, 5],
    ],
  );
  const appended = read(wrapped(inner, { timestamp: 77, attributes: GZIP | LOG_APPEND_TIME }));
  assert.deepEqual(
    appended.map((r) => r.timestamp),
    [77, 77],
  );
});

test('offsets inside a wrapper that compaction thinned out keep their gaps', () => {
  const inner = [message({ offset: 1, value: A }), message({ offset: 4, value: null })];
  assert.deepEqual(
    read(wrapped(inner)).map((r) => [r.offset, r.value]),
    [
      [17, 'a'],
      [20, null],
    ],
  );
});

test('damaged messages and messages inside the wrong ones are refused', () => {
  const plain = message({ offset: 3, value: A });
  assert.equal(read(plain)[0]?.value, 'a');
  const cases: [what: RegExp, bytes: Buffer][] = [
    [/CRC/, Buffer.from(plain.map((byte, at) => (at === plain.length - 1 ? byte ^ 1 : byte)))],
    [/magic 0 inside 1/, wrapped([message({ offset: 0, magic: 0, value: A })])],
    [/compressed message in another/, wrapped([wrapped([plain])])],
    [/empty wrapper/, message({ offset: 3, attributes: GZIP, value: null })],
    [/cut inner message/, wrapped([plain.subarray(0, 9)])],
    [/inner message of wrong size/, wrapped([plain.subarray(0, -1)])],
  ];
  for (const [what, bytes] of cases) assert.throws(() => read(bytes), what);
});
