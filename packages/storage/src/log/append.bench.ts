// What an append costs: staging alone, and with the write that ends a turn.
//
// Run with: node packages/storage/src/log/append.bench.ts [part of a case's name]

import { report, temporaryBenchFolder } from '../node/bench.ts';
import { batchOf, TestStorage } from '../node/test-storage.ts';

const MEASURED_BYTES = 256 * 1024 * 1024;
const MAX_APPENDS = 200_000;
const BATCHES_PER_TURN = 8;
const wanted = process.argv[2] ?? '';

/** In a batch header. */
const BASE_SEQUENCE_AT = 53;

interface Case {
  readonly name: string;
  readonly kib: number;
  readonly origin: 'client' | 'validated';
  readonly isIdempotent: boolean;
}

const CASES: readonly Case[] = [1, 16, 100, 900].flatMap((kib) => [
  { name: `${kib} KiB batch`, kib, origin: 'validated', isIdempotent: false },
  { name: `${kib} KiB batch, idempotent`, kib, origin: 'validated', isIdempotent: true },
  { name: `${kib} KiB batch, judged here`, kib, origin: 'client', isIdempotent: false },
]);

const folder = temporaryBenchFolder();
try {
  CASES.forEach((each, n) => {
    if (each.name.includes(wanted)) run(each, n);
  });
} finally {
  folder.remove();
}

function run({ name, kib, origin, isIdempotent }: Case, partition: number): void {
  const storage = new TestStorage(folder.path);
  const log = storage.create({ segmentBytes: 2 ** 30 }, 'bench', partition);
  const producer = isIdempotent ? { producerId: 1, producerEpoch: 0, baseSequence: 0 } : {};
  const values = Array.from({ length: kib }, () => 'x'.repeat(1000));
  const batch = batchOf({ values, ...producer });
  const header = new DataView(batch.buffer, batch.byteOffset);
  let sequence = 0;
  const append = (): void => {
    if (isIdempotent) header.setInt32(BASE_SEQUENCE_AT, sequence);
    sequence += kib;
    const result = log.appendAsLeader(batch, 0, origin);
    if (result.errorCode !== 0) throw new Error(result.errorMessage ?? 'refused');
  };
  const count = Math.min(MAX_APPENDS, Math.ceil(MEASURED_BYTES / batch.length));
  // What is measured is compiled first.
  for (let n = 0; n < Math.min(2000, count / 4); n++) append();
  log.writeStaged();
  let stagingMs = 0;
  let writingMs = 0;
  for (let n = 0; n < count; n += BATCHES_PER_TURN) {
    const startMs = performance.now();
    for (let i = 0; i < BATCHES_PER_TURN; i++) append();
    const stagedMs = performance.now();
    log.writeStaged();
    stagingMs += stagedMs - startMs;
    writingMs += performance.now() - stagedMs;
  }
  report(name, count, batch.length, { 'stage us': stagingMs, 'write us': writingMs });
  log.abandon();
}
