// Random lives of a log — appends, rolls, cuts, deletions, restarts clean and not — against a model
// that is a plain list of records.

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { batchesIn, buildEndTransactionMarker, readRecords } from '@samsa/protocol';
import { batchOf, START_MS, temporaryFolder, TestStorage } from '../node/test-storage.ts';
import { type LogConfig } from '../configs/log-config.ts';
import { type PartitionLog } from './partition-log.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 12);
const STEPS = 220;

interface ModelRecord {
  readonly offset: number;
  readonly value: string;
  readonly timestamp: number;
  readonly epoch: number;
  readonly isControl: boolean;
}

/** A small generator, so that a failing seed can be run again. */
class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 + 1;
  }

  int(n: number): number {
    this.#state = (Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state) + 0x6d2b79f5) | 0;
    const mixed = Math.imul(this.#state ^ (this.#state >>> 13), 0x85ebca6b) >>> 0;
    return mixed % n;
  }

  oneOf<T>(values: readonly T[]): T {
    return values[this.int(values.length)] as T;
  }
}

class Life {
  readonly #draws: Draws;
  readonly #config: Partial<LogConfig>;
  #storage: TestStorage;
  #log: PartitionLog;
  /** Every record up to the staged end; those below `#start` may be gone from disk. */
  #records: ModelRecord[] = [];
  #start = 0;
  #epoch = 0;
  #timestamp = START_MS;
  #counter = 0;
  #transactions = new Map<number, { epoch: number; sequence: number; open: boolean }>();

  constructor(t: TestContext, seed: number) {
    this.#draws = new Draws(seed);
    this.#config = {
      segmentBytes: this.#draws.oneOf([600, 4096, 64 * 1024, 1024 * 1024]),
      indexIntervalBytes: this.#draws.oneOf([0, 64, 4096]),
      segmentIndexBytes: this.#draws.oneOf([64, 10_485_760]),
      fileDeleteDelayMs: this.#draws.oneOf([0, 60_000]),
      retentionMs: -1,
    };
    const limits = {
      tailCacheBytes: this.#draws.oneOf([0, 20_000, 64 * 1024 * 1024]),
      maxOpenFiles: this.#draws.oneOf([1, 3, 4096]),
      cachedReadBytes: this.#draws.oneOf([0, 100_000, 1e9]),
    };
    this.#storage = new TestStorage(temporaryFolder(t), { limits });
    this.#log = this.#storage.create(this.#config);
  }

  async live(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      await this.#step();
      assert.deepEqual(this.#storage.failures, []);
    }
    this.#log.writeStaged();
    await this.#checkEverything();
    await this.#restart(true);
    await this.#checkEverything();
  }

  async #step(): Promise<void> {
    const choice = this.#draws.int(100);
    if (choice < 45) return this.#append();
    if (choice < 60) return void this.#log.writeStaged();
    if (choice < 78) return this.#read();
    if (choice < 82) return this.#log.roll();
    if (choice < 86) return this.#truncate();
    if (choice < 88) return this.#deleteRecords();
    if (choice < 90) return this.#deleteSegments();
    if (choice < 93) return this.#log.flush();
    if (choice < 96) return this.#checkTimes();
    return this.#restart(choice < 98);
  }

  // ---- Changing --------------------------------------------------------------------------------

  #append(): void {
    const kind = this.#draws.int(10);
    if (this.#draws.int(8) === 0) this.#epoch += 1 + this.#draws.int(2);
    if (kind < 6) return this.#appendPlain();
    if (kind < 8) return this.#appendTransactional();
    return this.#endTransaction();
  }

  #appendPlain(): void {
    const count = 1 + this.#draws.int(4);
    const isLarge = this.#draws.int(25) === 0 && (this.#config.segmentBytes ?? 0) > 500_000;
    const values = Array.from({ length: count }, () => this.#value(isLarge ? 90_000 : 60));
    const timestamp = this.#timestamp + this.#draws.int(2000) - 500;
    const bytes = batchOf({ values, timestamp });
    const result = this.#log.appendAsLeader(bytes, this.#epoch, 'client');
    if (bytes.length > (this.#config.segmentBytes ?? 0)) {
      assert.equal(result.errorCode, ErrorCode.RECORD_LIST_TOO_LARGE);
      return;
    }
    assert.equal(result.errorCode, ErrorCode.NONE);
    assert.equal(result.baseOffset, this.#end);
    values.forEach((value, index) => this.#record(value, timestamp + index, false));
    this.#timestamp += this.#draws.int(300);
  }

  #appendTransactional(): void {
    const producerId = 1 + this.#draws.int(3);
    const producer = this.#transactions.get(producerId) ?? { epoch: 0, sequence: 0, open: false };
    const values = [this.#value(20), this.#value(20)];
    const bytes = batchOf({
      values,
      timestamp: this.#timestamp,
      producerId,
      producerEpoch: producer.epoch,
      baseSequence: producer.sequence,
      isTransactional: true,
    });
    const result = this.#log.appendAsLeader(bytes, this.#epoch, 'client');
    assert.equal(result.errorCode, ErrorCode.NONE);
    const again = this.#log.appendAsLeader(bytes, this.#epoch, 'client');
    assert.deepEqual([again.isDuplicate, again.baseOffset], [true, result.baseOffset]);
    values.forEach((value, index) => this.#record(value, this.#timestamp + index, false));
    producer.sequence += values.length;
    producer.open = true;
    this.#transactions.set(producerId, producer);
  }

  #endTransaction(): void {
    const open = [...this.#transactions].find(([, producer]) => producer.open);
    if (open === undefined) return;
    const [producerId, producer] = open;
    const marker = buildEndTransactionMarker({
      isCommit: this.#draws.int(2) === 0,
      producerId,
      producerEpoch: producer.epoch,
      coordinatorEpoch: 1,
      timestamp: this.#timestamp,
    });
    const result = this.#log.appendAsLeader(marker, this.#epoch, 'coordinator');
    assert.equal(result.errorCode, ErrorCode.NONE);
    this.#record('', this.#timestamp, true);
    producer.open = false;
  }

  async #truncate(): Promise<void> {
    if (this.#records.length === 0) return;
    const target = this.#start + this.#draws.int(this.#end - this.#start + 1);
    await this.#log.truncateTo(target);
    const end = this.#log.logEndOffset;
    // Whole batches go: the end may lie below what was asked for, never above.
    assert.ok(end <= target);
    assert.equal(this.#log.stagedEndOffset, end);
    this.#records = this.#records.filter((record) => record.offset < end);
    assert.ok(this.#log.logStartOffset >= this.#start, 'the start never falls');
    this.#start = this.#log.logStartOffset;
    this.#forgetProducers();
    // An epoch is never used again after a truncation.
    this.#epoch++;
  }

  /** Their state now is the log's business; the model goes on with new ones. */
  #forgetProducers(): void {
    for (const [producerId, producer] of this.#transactions) {
      const known = this.#log.producerStates.producer(producerId);
      producer.sequence = known === undefined ? 0 : known.lastSequence + 1;
      producer.open = known !== undefined && known.transactionFirstOffset >= 0;
    }
  }

  #deleteRecords(): void {
    this.#log.writeStaged();
    this.#log.setHighWatermark(this.#log.logEndOffset);
    const offset = this.#start + this.#draws.int(this.#log.logEndOffset - this.#start + 1);
    this.#log.deleteRecordsBefore(offset);
    this.#start = Math.max(this.#start, offset);
    this.#log.deleteSegmentsBelowLogStart();
    assert.equal(this.#log.logStartOffset, this.#start);
  }

  #deleteSegments(): void {
    this.#log.writeStaged();
    const highWatermark = this.#start + this.#draws.int(this.#log.logEndOffset - this.#start + 1);
    this.#log.setHighWatermark(highWatermark);
    this.#log.configure({
      ...this.#log.config,
      retentionBytes: Math.floor(this.#log.sizeInBytes / 2),
    });
    this.#log.deleteOldSegments(this.#storage.clock.nowMs);
    this.#log.configure({ ...this.#log.config, retentionBytes: -1 });
    assert.ok(this.#log.logStartOffset <= Math.max(highWatermark, this.#start));
    this.#start = this.#log.logStartOffset;
  }

  async #restart(isClean: boolean): Promise<void> {
    const hadFolder = this.#log.exists;
    if (isClean) await this.#log.close();
    else {
      // A killed process leaves what it wrote; what was only staged is gone.
      this.#records = this.#records.filter((record) => record.offset < this.#log.logEndOffset);
      this.#log.abandon();
      await this.#storage.settle();
    }
    const { recoveryPoint } = this.#log;
    const producersBefore = producersOf(this.#log);
    this.#storage = this.#storage.restart();
    this.#log = await this.#storage.open(this.#config, {
      isClean,
      recoveryPoint,
      logStartOffset: this.#start,
    });
    assert.deepEqual(this.#storage.failures, []);
    if (hadFolder) assert.equal(this.#log.logEndOffset, this.#end);
    if (isClean) assert.deepEqual(producersOf(this.#log), producersBefore);
    this.#forgetProducers();
    await this.#checkEverything();
  }

  // ---- Checking --------------------------------------------------------------------------------

  async #read(): Promise<void> {
    const end = this.#log.logEndOffset;
    if (end === this.#start) return;
    const offset = this.#start + this.#draws.int(end - this.#start);
    const maxOffset = offset + this.#draws.int(end - offset + 5);
    const maxBytes = this.#draws.oneOf([0, 100, 1000, 70_000, 3_000_000]);
    const minOneBatch = this.#draws.int(2) === 0;
    const read = await this.#log.read({ offset, maxBytes, maxOffset, minOneBatch });
    assert.equal(read.errorCode, ErrorCode.NONE);
    const bytes = Buffer.concat(read.chunks);
    assert.equal(bytes.length, read.sizeInBytes);
    let batches = 0;
    let next = offset;
    for (const batch of batchesIn(bytes)) {
      batches++;
      assert.ok(batch.isCrcValid(this.#storage.resources.platform.cpu.crc32c));
      assert.ok(batch.lastOffset < Math.min(maxOffset, end), 'nothing above the limit');
      for (const record of readRecords(batch, { maxDecompressedBytes: 1e8 })) {
        if (record.offset < offset) continue;
        assert.equal(record.offset, next++);
        this.#checkRecord(record.offset, batch.partitionLeaderEpoch, record.value());
      }
    }
    assert.equal(read.nextOffset, next);
    if (batches > 1 || !minOneBatch) assert.ok(bytes.length <= maxBytes);
    read.release();
  }

  async #checkEverything(): Promise<void> {
    const request = { maxBytes: 1e7, minOneBatch: true, maxOffset: Infinity };
    let next = this.#start;
    while (next < this.#log.logEndOffset) {
      const read = await this.#log.read({ ...request, offset: next });
      assert.equal(read.errorCode, ErrorCode.NONE);
      for (const batch of batchesIn(Buffer.concat(read.chunks))) {
        for (const record of readRecords(batch, { maxDecompressedBytes: 1e8 })) {
          if (record.offset >= next) {
            this.#checkRecord(record.offset, batch.partitionLeaderEpoch, record.value());
          }
        }
      }
      assert.ok(read.nextOffset > next);
      next = read.nextOffset;
      read.release();
    }
    assert.equal(this.#storage.resources.readBuffers.lentBytes, 0);
    this.#checkEpochs();
  }

  /** L6: the epochs are what a scan of the records would give. */
  #checkEpochs(): void {
    const expected: { epoch: number; startOffset: number }[] = [];
    for (const { offset, epoch } of this.#records) {
      if (offset >= this.#log.logEndOffset) break;
      if (expected.at(-1)?.epoch === epoch) continue;
      if (offset <= this.#start) expected.length = 0;
      expected.push({ epoch, startOffset: Math.max(offset, this.#start) });
    }
    const entries = this.#log.leaderEpochs.entries.filter(
      (entry) => entry.startOffset < this.#log.logEndOffset,
    );
    if (this.#log.logEndOffset > this.#start) assert.deepEqual(entries, expected);
  }

  /** L10: a look-up by time finds what a scan of all records finds. */
  async #checkTimes(): Promise<void> {
    this.#log.writeStaged();
    const visible = this.#records.filter((record) => record.offset >= this.#start);
    const target = this.#timestamp - this.#draws.int(5000) + 2500;
    const expected = visible.find((record) => record.timestamp >= target);
    const found = await this.#log.offsetForTimestamp(target);
    assert.equal(found?.offset, expected?.offset, `the record at ${target}`);
    assert.equal(found?.timestamp, expected?.timestamp);
    assert.equal(found?.leaderEpoch, expected?.epoch);
  }

  #checkRecord(offset: number, epoch: number, value: Uint8Array | null): void {
    const expected = this.#records[offset - (this.#records[0]?.offset ?? 0)];
    assert.equal(expected?.offset, offset);
    assert.equal(epoch, expected.epoch);
    if (!expected.isControl) assert.equal(Buffer.from(value ?? []).toString(), expected.value);
  }

  #value(maxLength: number): string {
    return `${this.#counter++}-${'x'.repeat(this.#draws.int(maxLength))}`;
  }

  #record(value: string, timestamp: number, isControl: boolean): void {
    this.#records.push({ offset: this.#end, value, timestamp, epoch: this.#epoch, isControl });
  }

  get #end(): number {
    return (this.#records.at(-1)?.offset ?? this.#start - 1) + 1;
  }
}

function producersOf(log: PartitionLog): unknown[] {
  return [...log.producerStates.producers()]
    .map((each) => [
      each.producerId,
      each.epoch,
      each.lastSequence,
      each.lastOffset,
      each.coordinatorEpoch,
      each.transactionFirstOffset,
    ])
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

test('a log is a list of records through any life', async (t) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    await t.test(`seed ${seed}`, async (t) => {
      await new Life(t, seed).live();
    });
  }
});
