// What record batches cost: summing, validating, walking, building.
//
// Run with: node packages/protocol/src/records/records.bench.ts [part of a case's name]

import { type CompressionName } from '@samsa/common';

import { logLines } from '../../test/log-lines.ts';
import { crc32c } from '../crc32c.ts';
import { BatchBuilder } from './batch-builder.ts';
import { BatchCursor } from './batch-cursor.ts';
import { readRecords } from './read-records.ts';
import { RecordCursor } from './record-cursor.ts';
import { BatchValidator, type ProduceRules } from './validate-batch.ts';

const MEASURED_MS = 300;
const NOW = 1_700_000_000_000;
const BATCH_BYTES = 16 * 1024;
const KEY = Buffer.from('key-1234');
const LINES = logLines(BATCH_BYTES + 2048);
const wanted = process.argv[2] ?? '';

const rules: ProduceRules = {
  nowMs: NOW,
  isLogAppendTime: false,
  timestampBeforeMaxMs: 2 ** 63,
  timestampAfterMaxMs: 3_600_000,
  isCompacted: false,
  maxBatchBytes: 1_048_588,
  maxDecompressedBytes: 16 * 1024 * 1024,
  crc32c,
};

for (const size of [64, 256, 1024, 16 * 1024, 1024 * 1024]) {
  const bytes = logLines(size);
  measure(`crc32c of ${size} bytes`, size, () => crc32c(bytes, 0, size));
}

for (const recordBytes of [100, 1024]) {
  for (const codec of ['none', 'lz4', 'snappy', 'zstd', 'gzip'] as const) {
    const batch = build(recordBytes, codec);
    const validator = new BatchValidator();
    const what = `16 KiB of ${recordBytes} B records, ${codec}`;
    measure(`validate ${what}`, BATCH_BYTES, () => {
      const problem = validator.begin(batch, rules) ?? validator.finish();
      return problem === undefined ? 1 : fail(problem.message);
    });
    if (codec !== 'none') continue;
    const stamped = BatchCursor.over(batch);
    const sumless = { ...rules, crc32c: () => stamped.crc };
    measure(`validate ${what}, without the CRC`, BATCH_BYTES, () => {
      const problem = validator.begin(batch, sumless) ?? validator.finish();
      return problem === undefined ? 1 : fail(problem.message);
    });
    const cursor = BatchCursor.over(batch);
    const records = new RecordCursor();
    measure(`walk ${what}`, BATCH_BYTES, () => {
      let sum = 1;
      records.aimInPlace(cursor);
      while (records.next()) sum += records.valueLength;
      return sum;
    });
    measure(`read keys and values of ${what}`, BATCH_BYTES, () => {
      let sum = 1;
      for (const record of readRecords(cursor, { maxDecompressedBytes: 0 })) {
        sum += (record.key()?.length ?? 0) + (record.value()?.length ?? 0);
      }
      return sum;
    });
    measure(`build ${what}`, BATCH_BYTES, () => build(recordBytes, codec).length);
  }
}

function build(recordBytes: number, codec: CompressionName): Uint8Array {
  const builder = new BatchBuilder({ codec, expectedBytes: BATCH_BYTES + recordBytes });
  for (let at = 0; builder.sizeInBytes < BATCH_BYTES; at += recordBytes) {
    builder.add(NOW + (at & 1023), KEY, LINES.subarray(at, at + recordBytes));
  }
  return builder.build();
}

function fail(message: string): never {
  throw new Error(message);
}

function measure(what: string, bytes: number, run: () => number): void {
  if (!what.includes(wanted)) return;
  let sum = 0;
  for (let i = 0; i < 300; i++) sum += run();
  let rounds = 0;
  const start = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < MEASURED_MS) {
    for (let i = 0; i < 20; i++) sum += run();
    rounds += 20;
    elapsedMs = performance.now() - start;
  }
  const us = ((elapsedMs * 1000) / rounds).toFixed(3);
  const gigabytes = ((bytes * rounds) / elapsedMs / 1e6).toFixed(2);
  const rate = `${us.padStart(10)} µs ${gigabytes.padStart(6)} GB/s`;
  console.log(`${what.padEnd(60)} ${rate}${sum === 0 ? ' ' : ''}`);
}
