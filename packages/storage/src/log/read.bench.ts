// What a read costs: from the tail in memory, from the page cache at once, and through the pool.
//
// Run with: node packages/storage/src/log/read.bench.ts [part of a case's name]

import { report, temporaryBenchFolder } from '../node/bench.ts';
import { batchOf, TestStorage } from '../node/test-storage.ts';
import { type LogResourceLimits } from '../log-resources.ts';
import { type PartitionLog } from './partition-log.ts';

const LOG_BYTES = 48 * 1024 * 1024;
const ROUNDS = 10;
const wanted = process.argv[2] ?? '';

const PLACES: Readonly<Record<string, LogResourceLimits>> = {
  tail: { tailCacheBytes: 256 * 1024 * 1024 },
  'page cache': { tailCacheBytes: 0 },
  pool: { tailCacheBytes: 0, cachedReadBytes: 0 },
};

const folder = temporaryBenchFolder();
try {
  for (const [place, limits] of Object.entries(PLACES)) {
    for (const batchKib of [1, 16]) {
      for (const maxKib of [64, 1024]) {
        const name = `${place}: ${maxKib} KiB of ${batchKib} KiB batches`;
        if (name.includes(wanted)) await run(name, limits, batchKib, maxKib * 1024);
      }
    }
  }
} finally {
  folder.remove();
}

async function run(
  name: string,
  limits: LogResourceLimits,
  batchKib: number,
  maxBytes: number,
): Promise<void> {
  const storage = new TestStorage(folder.path, { limits });
  const log = storage.create({}, name.replaceAll(/\W/g, '_'));
  const batch = batchOf({ values: Array.from({ length: batchKib }, () => 'x'.repeat(1000)) });
  for (let bytes = 0; bytes < LOG_BYTES; bytes += batch.length) {
    log.appendAsLeader(batch, 0, 'validated');
    log.writeStaged();
  }
  await readAll(log, maxBytes);
  const startMs = performance.now();
  let reads = 0;
  for (let round = 0; round < ROUNDS; round++) reads += await readAll(log, maxBytes);
  const ms = performance.now() - startMs;
  report(name, reads, (ROUNDS * log.sizeInBytes) / reads, { 'us a read': ms });
  log.abandon();
}

async function readAll(log: PartitionLog, maxBytes: number): Promise<number> {
  let offset = 0;
  let reads = 0;
  while (offset < log.logEndOffset) {
    const result = log.read({ offset, maxBytes, maxOffset: Infinity, minOneBatch: true });
    const read = result instanceof Promise ? await result : result;
    offset = read.nextOffset;
    read.release();
    reads++;
  }
  return reads;
}
