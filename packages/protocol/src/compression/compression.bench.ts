// What the codecs cost, at the sizes of record batches.
//
// Run with: node packages/protocol/src/compression/compression.bench.ts [part of a case's name]

import { logLines } from '../../test/log-lines.ts';
import { compressNow, decompressNow } from './compress.ts';

const MEASURED_MS = 200;
const wanted = process.argv[2] ?? '';

for (const codec of ['lz4', 'snappy', 'zstd', 'gzip'] as const) {
  for (const size of [1024, 16 * 1024, 256 * 1024]) {
    const bytes = logLines(size);
    const compressed = compressNow(codec, bytes);
    const ratio = (size / compressed.length).toFixed(2);
    measure(`${codec} compress ${size} bytes to 1/${ratio}`, size, () => compressNow(codec, bytes));
    measure(`${codec} decompress ${size} bytes`, size, () =>
      decompressNow(codec, compressed, size),
    );
  }
}

function measure(what: string, bytes: number, run: () => Uint8Array): void {
  if (!what.includes(wanted)) return;
  let sum = 0;
  for (let i = 0; i < 100; i++) sum += run().length;
  let rounds = 0;
  const start = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < MEASURED_MS) {
    for (let i = 0; i < 10; i++) sum += run().length;
    rounds += 10;
    elapsedMs = performance.now() - start;
  }
  const us = ((elapsedMs * 1000) / rounds).toFixed(2);
  const gigabytes = ((bytes * rounds) / elapsedMs / 1e6).toFixed(2);
  const rate = `${us.padStart(10)} µs ${gigabytes.padStart(6)} GB/s`;
  console.log(`${what.padEnd(48)} ${rate}${sum === 0 ? ' ' : ''}`);
}
