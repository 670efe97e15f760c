import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import * as fc from 'fast-check';

import { batchVector, batchVectors, bytesOf, currentVectors } from '../../test/batch-vectors.ts';
import { bytesOfText } from '../../test/plain-records.ts';
import { compressNow } from '../compression/compress.ts';
import { crc32c } from '../crc32c.ts';
import { BatchBuilder, type BatchOptions } from './batch-builder.ts';
import { BatchCursor } from './batch-cursor.ts';
import { Attribute, Codec, Field } from './batch-format.ts';
import {
  type BatchProblem,
  BatchValidator,
  MAX_RECORD_ERRORS,
  type ProduceRules,
  validateProducedBatch,
} from './validate-batch.ts';

const NOW = 1700000000000;
const RULES: ProduceRules = {
  nowMs: NOW,
  isLogAppendTime: false,
  timestampBeforeMaxMs: 2 ** 63,
  timestampAfterMaxMs: 3_600_000,
  isCompacted: false,
  maxBatchBytes: 1_048_588,
  maxDecompressedBytes: 1_000_000,
  crc32c,
};

type KeyAndTime = [key: string | null, timestamp: number];
const THREE: KeyAndTime[] = [
  ['a', NOW],
  ['b', NOW - 5],
  ['c', NOW + 5],
];

function build(options: BatchOptions = {}, records = THREE): Buffer {
  const builder = new BatchBuilder(options);
  for (const [key, time] of records) builder.add(time, bytesOfText(key), Buffer.from('value'));
  return Buffer.from(builder.build());
}

/** Changes header or records and makes the checksum right again. */
function changed(bytes: Buffer, change: (bytes: Buffer) => void): Buffer {
  change(bytes);
  bytes.writeUInt32BE(crc32c(bytes, Field.ATTRIBUTES, bytes.length), Field.CRC);
  return bytes;
}

function codeOf(problem: BatchProblem | undefined): number {
  return problem?.errorCode ?? ErrorCode.NONE;
}

function codeFor(bytes: Uint8Array, rules: Partial<ProduceRules> = {}): number {
  return codeOf(validateProducedBatch(bytes, { ...RULES, ...rules }));
}

test('a batch that a producer may send is accepted, whatever compressed it', () => {
  for (const codec of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const) {
    assert.equal(codeFor(build({ codec })), ErrorCode.NONE, codec);
    const producer = { producerId: 9, producerEpoch: 0, baseSequence: 0 };
    assert.equal(codeFor(build({ codec, ...producer, isTransactional: true })), ErrorCode.NONE);
  }
});

test('batches of the client library are accepted when their base offset is 0', () => {
  for (const vector of currentVectors) {
    if (!/^batch-v2-(none|gzip|snappy|lz4|zstd|idempotent|transactional)$/.test(vector.name)) {
      continue;
    }
    const bytes = bytesOf(vector);
    assert.equal(codeFor(bytes), ErrorCode.INVALID_RECORD, vector.name);
    BatchCursor.over(bytes).assign(0, -1);
    assert.equal(codeFor(bytes), ErrorCode.NONE, vector.name);
  }
});

test('a producer without an id may leave any epoch and sequence, as kafkajs does', () => {
  const bytes = build({ producerEpoch: 0, baseSequence: 0 });
  assert.equal(codeFor(bytes), ErrorCode.NONE);
});

test('anything but one whole batch of the present format is refused', () => {
  const good = build();
  assert.equal(codeFor(new Uint8Array(0)), ErrorCode.INVALID_RECORD);
  for (let cut = 1; cut < good.length; cut++) {
    assert.equal(codeFor(good.subarray(0, cut)), ErrorCode.INVALID_RECORD, `cut at ${cut}`);
  }
  assert.equal(codeFor(Buffer.concat([good, good])), ErrorCode.INVALID_RECORD);
  assert.equal(codeFor(Buffer.concat([good, Buffer.alloc(1)])), ErrorCode.INVALID_RECORD);
  for (const vector of batchVectors) {
    if (!vector.name.startsWith('legacy') || vector.name.endsWith('none')) continue;
    const bytes = bytesOf(vector);
    bytes.writeBigInt64BE(0n, Field.BASE_OFFSET);
    const problem = validateProducedBatch(bytes, RULES);
    assert.equal(codeOf(problem), ErrorCode.INVALID_RECORD, vector.name);
    assert.match(problem?.message ?? '', /magic/);
  }
});

test('an impossible size or magic is corruption', () => {
  const sizes = [-13, -12, 0, 14, 48, -(2 ** 31)];
  for (const size of sizes) {
    const bytes = build();
    bytes.writeInt32BE(size, Field.BATCH_LENGTH);
    assert.equal(codeFor(bytes), ErrorCode.CORRUPT_MESSAGE, `size ${size}`);
  }
  const bytes = build();
  bytes.writeInt8(3, Field.MAGIC);
  assert.equal(codeFor(bytes), ErrorCode.CORRUPT_MESSAGE);
});

test('one changed bit below the checksum is corruption', () => {
  const size = build().length;
  for (let at: number = Field.CRC; at < size; at++) {
    const bytes = build();
    bytes[at]! ^= 0x10;
    assert.equal(codeFor(bytes), ErrorCode.CORRUPT_MESSAGE, `byte ${at}`);
  }
});

test('a base offset other than 0 and a batch larger than allowed are refused', () => {
  assert.equal(codeFor(build({ baseOffset: 1 })), ErrorCode.INVALID_RECORD);
  assert.equal(codeFor(build({ baseOffset: -1 })), ErrorCode.INVALID_RECORD);
  const bytes = build();
  assert.equal(codeFor(bytes, { maxBatchBytes: bytes.length }), ErrorCode.NONE);
  assert.equal(codeFor(bytes, { maxBatchBytes: bytes.length - 1 }), ErrorCode.MESSAGE_TOO_LARGE);
});

test('attributes that are not for clients are refused', () => {
  const attributes = (value: number): Buffer =>
    changed(build(), (bytes) => bytes.writeUInt16BE(value, Field.ATTRIBUTES));
  assert.equal(codeFor(attributes(Attribute.CONTROL)), ErrorCode.INVALID_RECORD);
  assert.equal(codeFor(attributes(Attribute.DELETE_HORIZON)), ErrorCode.INVALID_RECORD);
  assert.equal(codeFor(attributes(Attribute.TRANSACTIONAL)), ErrorCode.INVALID_RECORD);
  for (let bit = 7; bit < 16; bit++) {
    assert.equal(codeFor(attributes(1 << bit)), ErrorCode.INVALID_RECORD, `bit ${bit}`);
  }
  for (const isLogAppendTime of [true, false]) {
    const bytes = attributes(Attribute.LOG_APPEND_TIME);
    assert.equal(codeFor(bytes, { isLogAppendTime }), ErrorCode.INVALID_TIMESTAMP);
  }
  for (const codec of [5, 6, 7]) {
    assert.equal(codeFor(attributes(codec)), ErrorCode.UNSUPPORTED_COMPRESSION_TYPE);
  }
  const zstd = build({ codec: 'zstd' });
  assert.equal(codeFor(zstd, { refusesZstd: true }), ErrorCode.UNSUPPORTED_COMPRESSION_TYPE);
});

test('counts, deltas and producer fields have to fit each other', () => {
  const cases: [string, (bytes: Buffer) => void][] = [
    ['a count of 0', (b) => b.writeInt32BE(0, Field.RECORD_COUNT)],
    ['no records', (b) => setCount(b, 0)],
    ['a negative count', (b) => setCount(b, -3)],
    ['one record too many', (b) => b.writeInt32BE(4, Field.RECORD_COUNT)],
    ['a last delta too large', (b) => b.writeInt32BE(3, Field.LAST_OFFSET_DELTA)],
    ['a last delta too small', (b) => b.writeInt32BE(1, Field.LAST_OFFSET_DELTA)],
    ['a negative last delta', (b) => b.writeInt32BE(-1, Field.LAST_OFFSET_DELTA)],
    ['the largest count', (b) => setCount(b, 2 ** 31 - 1)],
    ['fewer records than bytes', (b) => setCount(b, 2)],
    ['more records than bytes', (b) => setCount(b, 4)],
    ['a producer id below -1', (b) => b.writeBigInt64BE(-2n, Field.PRODUCER_ID)],
    ['a producer id that is not exact', (b) => b.writeBigInt64BE(2n ** 62n, Field.PRODUCER_ID)],
  ];
  const idempotent = { producerId: 7, producerEpoch: 0, baseSequence: 0 };
  assert.equal(codeFor(build(idempotent)), ErrorCode.NONE);
  for (const [what, change] of cases) {
    assert.equal(codeFor(changed(build(idempotent), change)), ErrorCode.INVALID_RECORD, what);
  }
  const empty = build().subarray(0, Field.RECORDS);
  empty.writeInt32BE(empty.length - 12, Field.BATCH_LENGTH);
  assert.equal(codeFor(changed(empty, (b) => setCount(b, 0))), ErrorCode.INVALID_RECORD);
  assert.equal(codeFor(build({ ...idempotent, baseSequence: -1 })), ErrorCode.INVALID_RECORD);
  assert.equal(codeFor(build({ ...idempotent, producerEpoch: -1 })), ErrorCode.INVALID_RECORD);

  function setCount(bytes: Buffer, count: number): void {
    bytes.writeInt32BE(count, Field.RECORD_COUNT);
    bytes.writeInt32BE(count - 1, Field.LAST_OFFSET_DELTA);
  }
});

test('offset deltas are counted from 0 without gaps, also inside a compressed batch', () => {
  const gap = new BatchBuilder();
  gap.addAt(0, NOW, null, null);
  gap.addAt(2, NOW, null, null);
  const bytes = changed(Buffer.from(gap.build()), (b) =>
    b.writeInt32BE(1, Field.LAST_OFFSET_DELTA),
  );
  assert.equal(codeFor(bytes), ErrorCode.INVALID_RECORD);
  const packed = Buffer.concat([
    bytes.subarray(0, Field.RECORDS),
    compressNow('lz4', bytes.subarray(Field.RECORDS)),
  ]);
  packed.writeInt32BE(packed.length - 12, Field.BATCH_LENGTH);
  changed(packed, (b) => b.writeUInt16BE(Codec.LZ4, Field.ATTRIBUTES));
  assert.equal(codeFor(packed), ErrorCode.INVALID_RECORD);
});

test('damaged records are refused wherever the damage is', () => {
  const records = bytesOf(batchVector('batch-v2-none')).subarray(Field.RECORDS);
  fc.assert(
    fc.property(fc.nat(records.length - 1), fc.nat(255), (place, value) => {
      const bytes = bytesOf(batchVector('batch-v2-none'));
      BatchCursor.over(bytes).assign(0, -1);
      changed(bytes, (b) => {
        b[Field.RECORDS + place] = value;
      });
      const code = codeFor(bytes);
      const known: number[] = [
        ErrorCode.NONE,
        ErrorCode.INVALID_RECORD,
        ErrorCode.INVALID_TIMESTAMP,
      ];
      assert.ok(known.includes(code), `code ${code}`);
    }),
    { numRuns: 500 },
  );
  const truncated = changed(build(), (bytes) => {
    bytes[Field.RECORDS]! += 2; // the first record says it is one byte longer
  });
  assert.equal(codeFor(truncated), ErrorCode.INVALID_RECORD);
});

test('each record of a compacted topic needs a key, and the answer names those without', () => {
  const records: KeyAndTime[] = [
    ['a', NOW],
    [null, NOW],
    ['c', NOW],
    [null, NOW],
  ];
  for (const codec of ['none', 'lz4'] as const) {
    const bytes = build({ codec }, records);
    assert.equal(codeFor(bytes), ErrorCode.NONE);
    const problem = validateProducedBatch(bytes, { ...RULES, isCompacted: true });
    assert.equal(codeOf(problem), ErrorCode.INVALID_RECORD);
    assert.deepEqual(
      problem?.recordErrors.map((e) => e.batchIndex),
      [1, 3],
    );
  }
});

test('an answer names no more records than the limit, and its message says how many there were', () => {
  const records = Array.from({ length: MAX_RECORD_ERRORS + 50 }, (): KeyAndTime => [null, NOW]);
  const problem = validateProducedBatch(build({}, records), { ...RULES, isCompacted: true });
  assert.equal(problem?.recordErrors.length, MAX_RECORD_ERRORS);
  assert.match(problem.message, new RegExp(`${MAX_RECORD_ERRORS + 50} in total`));
});

test('times outside the window of the topic are refused, except none at all', () => {
  const window = { timestampBeforeMaxMs: 1000, timestampAfterMaxMs: 2000 };
  const at = (time: number, rules: Partial<ProduceRules> = {}): number =>
    codeFor(build({}, [['k', time]]), { ...window, ...rules });
  assert.equal(at(NOW - 1000), ErrorCode.NONE);
  assert.equal(at(NOW + 2000), ErrorCode.NONE);
  assert.equal(at(NOW - 1001), ErrorCode.INVALID_TIMESTAMP);
  assert.equal(at(NOW + 2001), ErrorCode.INVALID_TIMESTAMP);
  assert.equal(at(-1), ErrorCode.NONE);
  assert.equal(at(NOW - 1001, { isLogAppendTime: true }), ErrorCode.NONE);
  const both: KeyAndTime[] = [
    ['k', NOW + 9_000],
    [null, NOW],
  ];
  const problem = validateProducedBatch(build({}, both), {
    ...RULES,
    ...window,
    isCompacted: true,
  });
  assert.equal(codeOf(problem), ErrorCode.INVALID_TIMESTAMP);
  assert.equal(problem?.recordErrors.length, 2);
});

test('times that no number holds exactly are refused in the header and in a record', () => {
  for (const time of [2n ** 63n - 1n, -(2n ** 63n), 2n ** 60n]) {
    const bytes = changed(build(), (b) => b.writeBigInt64BE(time, Field.BASE_TIMESTAMP));
    for (const isLogAppendTime of [false, true]) {
      assert.equal(
        codeFor(bytes, { isLogAppendTime }),
        ErrorCode.INVALID_TIMESTAMP,
        `base ${time}`,
      );
    }
  }
  // No attributes, the smallest int64 as timestamp delta, offset delta 0, null, null, no headers.
  const body = Buffer.from('00 ffffffffffffffffff01 00 01 01 00'.replaceAll(' ', ''), 'hex');
  const record = Buffer.concat([Buffer.from([2 * body.length]), body]);
  const bytes = Buffer.concat([build().subarray(0, Field.RECORDS), record]);
  bytes.writeInt32BE(bytes.length - 12, Field.BATCH_LENGTH);
  bytes.writeInt32BE(0, Field.LAST_OFFSET_DELTA);
  bytes.writeInt32BE(1, Field.RECORD_COUNT);
  const problem = validateProducedBatch(
    changed(bytes, () => undefined),
    RULES,
  );
  assert.equal(codeOf(problem), ErrorCode.INVALID_TIMESTAMP);
  assert.equal(problem?.recordErrors[0]?.batchIndex, 0);
});

test('the validator knows the real maximum of the times, whatever the header says', () => {
  const bytes = changed(build(), (b) => b.writeBigInt64BE(BigInt(NOW + 77), Field.MAX_TIMESTAMP));
  const validator = new BatchValidator();
  assert.equal(validator.begin(bytes, RULES), undefined);
  assert.equal(validator.finish(), undefined);
  assert.equal(validator.maxTimestamp, NOW + 5);
  assert.equal(validator.offsetDeltaOfMaxTimestamp, 2);
  assert.equal(validator.batch.maxTimestamp, NOW + 77);
  const untimed: KeyAndTime[] = [['k', -1]];
  assert.equal(validator.begin(build({}, untimed), RULES) ?? validator.finish(), undefined);
  assert.equal(validator.maxTimestamp, -1);
  assert.equal(validator.offsetDeltaOfMaxTimestamp, -1);
});

test('a validator is reused, and takes records that were decompressed elsewhere', () => {
  const validator = new BatchValidator();
  const plain = build();
  for (const codec of ['none', 'zstd', 'none', 'gzip'] as const) {
    const bytes = build({ codec });
    assert.equal(validator.begin(bytes, RULES), undefined);
    assert.equal(validator.needsDecompression, codec !== 'none');
    const payload = plain.subarray(Field.RECORDS);
    assert.equal(validator.finish(payload), undefined);
    assert.equal(validator.maxTimestamp, NOW + 5);
  }
  assert.equal(validator.begin(build({ codec: 'lz4' }), RULES), undefined);
  assert.equal(
    codeOf(validator.finish(plain.subarray(Field.RECORDS, -1))),
    ErrorCode.INVALID_RECORD,
  );
});

test('bombs are refused without becoming what they claim', () => {
  const zeros = Buffer.alloc(4 * 1024 * 1024);
  for (const codec of ['gzip', 'snappy', 'lz4', 'zstd'] as const) {
    const bomb = Buffer.concat([build().subarray(0, Field.RECORDS), compressNow(codec, zeros)]);
    bomb.writeInt32BE(bomb.length - 12, Field.BATCH_LENGTH);
    changed(bomb, (b) => b.writeUInt16BE(Codec[upper(codec)], Field.ATTRIBUTES));
    const before = process.memoryUsage().arrayBuffers;
    const problem = validateProducedBatch(bomb, RULES);
    assert.equal(codeOf(problem), ErrorCode.INVALID_RECORD, codec);
    assert.match(problem?.message ?? '', /more than 1000000 bytes/);
    const grown = process.memoryUsage().arrayBuffers - before;
    assert.ok(grown < 3 * RULES.maxDecompressedBytes, `${codec}: ${grown} bytes`);
  }

  function upper(codec: 'gzip' | 'snappy' | 'lz4' | 'zstd'): 'GZIP' | 'SNAPPY' | 'LZ4' | 'ZSTD' {
    return codec.toUpperCase() as 'GZIP' | 'SNAPPY' | 'LZ4' | 'ZSTD';
  }
});

test('no mutation of a compressed batch with a right checksum does more than be refused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('gzip', 'snappy', 'lz4', 'zstd'),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }),
      fc.nat(30),
      (codec, changes, cut) => {
        let bytes = bytesOf(batchVector(`batch-v2-repeat-${codec}`));
        bytes = bytes.subarray(0, Math.max(62, bytes.length - cut));
        bytes.writeInt32BE(bytes.length - 12, Field.BATCH_LENGTH);
        changed(bytes, (b) => {
          for (const [place, value] of changes) {
            b[Field.RECORDS + (place % (b.length - Field.RECORDS))] = value;
          }
        });
        const known: number[] = [
          ErrorCode.NONE,
          ErrorCode.INVALID_RECORD,
          ErrorCode.INVALID_TIMESTAMP,
        ];
        assert.ok(known.includes(codeFor(bytes)));
      },
    ),
    { numRuns: 2000 },
  );
});
