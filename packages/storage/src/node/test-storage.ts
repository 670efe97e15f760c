// For tests of this package: a folder that goes away, a platform with a clock that the test moves, and
// logs in that folder.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import assert from 'node:assert/strict';
import { type TestContext } from 'node:test';

import { type Cancel, type Disk, type Job, type Platform, unreachable } from '@samsa/common';
import { nodeRandom } from '@samsa/common/node';
import { batchesIn, BatchBuilder, crc32c, readRecords, type RecordHeader } from '@samsa/protocol';
import { type LogCheckpoints } from '../log/log-options.ts';
import { logConfig, type LogConfig } from '../configs/log-config.ts';
import { type LogResourceLimits, LogResources } from '../log-resources.ts';
import { NodeDisk } from './node-disk.ts';
import { PartitionLog } from '../log/partition-log.ts';

export const TEST_DISK = new NodeDisk();

export const TOPIC_ID = '8-iPxDk1SGyf_ysx94hNkg';

/** 2023-11-14; record times of the tests lie around it. */
export const START_MS = 1_700_000_000_000;

const JOB_SLICE_MS = 5;

export function temporaryFolder(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsa-storage-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export class TestClock {
  nowMs = START_MS;
  readonly #timers = new Set<{ readonly atMs: number; readonly run: () => void }>();

  after(ms: number, run: () => void): Cancel {
    const timer = { atMs: this.nowMs + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  advance(ms: number): void {
    this.nowMs += ms;
    for (const timer of this.#timers) {
      if (timer.atMs > this.nowMs) continue;
      this.#timers.delete(timer);
      timer.run();
    }
  }
}

export function testPlatform(disk: Disk, clock = new TestClock()): Platform {
  const unused = unreachable as never;
  return {
    self: { host: 'test', process: 'test', incarnation: 1 },
    clock: { nowMs: () => clock.nowMs, monotonicMs: () => performance.now() },
    timers: {
      sleep: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
      after: (ms, run) => clock.after(ms, run),
      every: () => () => undefined,
      endOfTurn: (run) => void setImmediate(run),
      yield: () => new Promise((resolve) => void setImmediate(resolve)),
    },
    random: nodeRandom,
    net: unused,
    disk,
    cpu: {
      compress: unused,
      decompress: unused,
      pbkdf2: unused,
      run: async <T>(job: Job<T>): Promise<T> => {
        const steps = job.start(disk, JOB_SLICE_MS);
        for (;;) {
          const step = await steps.next();
          if (step.done === true) return step.value;
        }
      },
      crc32c: (bytes, from, to) => crc32c(bytes, from, to),
    },
    log: () => undefined,
    logs: () => false,
    fatal: (reason) => {
      throw new Error(reason);
    },
    buggify: () => false,
    mark: () => undefined,
  };
}

/** Logs of one folder, as one run of a broker holds them. `restart` gives the next run. */
export class TestStorage {
  readonly folder: string;
  readonly clock: TestClock;
  readonly disk: NodeDisk;
  readonly resources: LogResources;
  readonly dirty: PartitionLog[] = [];
  readonly failures: unknown[] = [];
  readonly #limits: LogResourceLimits;

  constructor(
    folder: string,
    options: { disk?: NodeDisk; clock?: TestClock; limits?: LogResourceLimits } = {},
  ) {
    const { disk = new NodeDisk(), clock = new TestClock(), limits = {} } = options;
    this.folder = folder;
    this.clock = clock;
    this.disk = disk;
    this.#limits = limits;
    this.resources = new LogResources(testPlatform(disk, clock), limits);
  }

  options(config: Partial<LogConfig> = {}, topic = 'orders', partition = 0) {
    return {
      resources: this.resources,
      logDir: this.folder,
      topic,
      partition,
      topicId: TOPIC_ID,
      config: { ...logConfig(), ...config },
      dirty: (log: PartitionLog) => void this.dirty.push(log),
      onDiskFailure: (_: PartitionLog, error: unknown) => void this.failures.push(error),
    };
  }

  create(config: Partial<LogConfig> = {}, topic = 'orders', partition = 0): PartitionLog {
    return PartitionLog.createNow(this.options(config, topic, partition));
  }

  open(config: Partial<LogConfig> = {}, checkpoints: Partial<LogCheckpoints> = {}) {
    return PartitionLog.open(this.options(config), {
      recoveryPoint: 0,
      logStartOffset: 0,
      isClean: true,
      ...checkpoints,
    });
  }

  /** What a killed process had under way ends with it; here it has to end before the next one begins. */
  async settle(): Promise<void> {
    for (let quietTurns = 0; quietTurns < 3; quietTurns++) {
      await new Promise(setImmediate);
      if (!this.disk.isIdle) quietTurns = -1;
    }
  }

  /** The same folder seen by a new process: no file or memory of this one is shared. */
  restart(): TestStorage {
    return new TestStorage(this.folder, {
      disk: this.disk,
      clock: this.clock,
      limits: this.#limits,
    });
  }

  files(partitionFolder = 'orders-0'): string[] {
    return fs.readdirSync(path.join(this.folder, partitionFolder)).sort();
  }

  path(name: string, partitionFolder = 'orders-0'): string {
    return path.join(this.folder, partitionFolder, name);
  }
}

export interface TestBatch {
  readonly values: readonly string[];
  readonly timestamp?: number;
  readonly keys?: readonly (string | null)[];
  readonly headers?: readonly RecordHeader[];
  readonly producerId?: number;
  readonly producerEpoch?: number;
  readonly baseSequence?: number;
  readonly isTransactional?: boolean;
  readonly baseOffset?: number;
  readonly partitionLeaderEpoch?: number;
  readonly codec?: 'none' | 'gzip' | 'lz4' | 'snappy' | 'zstd';
}

/** A batch as a producer sends it; record i is `i` ms newer than the first. */
export function batchOf(batch: TestBatch): Uint8Array {
  const { values, timestamp = START_MS, keys = [], headers = [], ...options } = batch;
  const builder = new BatchBuilder(options);
  values.forEach((value, index) => {
    const key = keys[index] ?? null;
    builder.add(
      timestamp + index,
      key === null ? null : Buffer.from(key),
      Buffer.from(value),
      headers,
    );
  });
  return builder.build();
}

export const EVERYTHING = { maxBytes: 64 * 1024 * 1024, minOneBatch: true, maxOffset: Infinity };

/** The values of all visible records from an offset on. */
export async function valuesFrom(log: PartitionLog, offset: number): Promise<string[]> {
  const values: string[] = [];
  let next = offset;
  while (next < log.logEndOffset) {
    const read = await log.read({ ...EVERYTHING, offset: next });
    assert.equal(read.errorCode, 0);
    assert.ok(read.nextOffset > next, 'a read below the end returns something');
    for (const batch of batchesIn(Buffer.concat(read.chunks))) {
      for (const record of readRecords(batch, { maxDecompressedBytes: 1e8 })) {
        if (record.offset < next) continue;
        values.push(Buffer.from(record.value() ?? []).toString());
      }
    }
    next = read.nextOffset;
    read.release();
  }
  return values;
}
