// fetchRecords: reads the partitions of one Fetch request, and waits, up to the client's limit, until
// there is as much as the client wants.

import { ErrorCode, type TimingWheel } from '@samsa/common';
import { type AbortedTransaction, type LogRead } from '@samsa/storage';

import { type PartitionFetch } from './fetch-session.ts';
import { type Partition } from '../replication/partition.ts';

export interface FetchLimits {
  readonly maxWaitMs: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isReadCommitted: boolean;
}

export interface FetchTarget {
  readonly fetch: PartitionFetch;
  readonly partition: Partition | undefined;
  /** NONE, or why this partition is refused without reading. */
  readonly refused: ErrorCode;
}

export interface FetchedPartition {
  readonly fetch: PartitionFetch;
  readonly partition: Partition | undefined;
  readonly errorCode: ErrorCode;
  readonly highWatermark: number;
  readonly lastStableOffset: number;
  readonly logStartOffset: number;
  /** Null for readers who see uncommitted records. */
  readonly abortedTransactions: readonly AbortedTransaction[] | null;
  /** Views that stay valid until `release`. */
  readonly chunks: readonly Uint8Array[];
  readonly sizeInBytes: number;
}

export interface Fetched {
  readonly partitions: readonly FetchedPartition[];
  /** Gives every buffer back; exactly once, when the answer is on its way. */
  readonly release: () => void;
}

/**
 * @param onGone  registers what to do when nobody waits for the answer any more
 * @returns what there is, at once where that is enough
 */
export function fetchRecords(
  targets: readonly FetchTarget[],
  limits: FetchLimits,
  deadlines: TimingWheel,
  onGone: (run: () => void) => void,
): Fetched | Promise<Fetched> {
  const round = new ReadRound(targets, limits);
  const read = round.read();
  if (read instanceof Promise) {
    return read.then(() =>
      round.isEnough ? round.result() : waitForMore(round, targets, limits, deadlines, onGone),
    );
  }
  return round.isEnough ? round.result() : waitForMore(round, targets, limits, deadlines, onGone);
}

/** Reads again each time a partition moved, until it is enough or the time is over. */
async function waitForMore(
  first: ReadRound,
  targets: readonly FetchTarget[],
  limits: FetchLimits,
  deadlines: TimingWheel,
  onGone: (run: () => void) => void,
): Promise<Fetched> {
  let round = first;
  let isOver = false;
  let isGone = false;
  let isMoved = false;
  let wake: (() => void) | undefined;
  const moved = (): void => {
    isMoved = true;
    wake?.();
  };
  const partitions = new Set<Partition>();
  for (const { partition } of targets) if (partition !== undefined) partitions.add(partition);
  for (const partition of partitions) partition.onMoved(moved);
  const deadline = deadlines.after(limits.maxWaitMs, () => {
    isOver = true;
    wake?.();
  });
  // A client may ask for weeks and leave at once: its wait ends with its connection.
  onGone(() => {
    isGone = true;
    wake?.();
  });
  try {
    for (;;) {
      if (!isOver && !isMoved && !isGone) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (isGone) return round.result();
      isMoved = false;
      round.release();
      round = new ReadRound(targets, limits);
      await round.read();
      if (isOver || round.isEnough) return round.result();
    }
  } finally {
    deadline.cancel();
    for (const partition of partitions) partition.offMoved(moved);
  }
}

/** One pass over the partitions of a request, each taking from the bytes that are left. */
class ReadRound {
  readonly #targets: readonly FetchTarget[];
  readonly #limits: FetchLimits;
  readonly #fetched: FetchedPartition[] = [];
  readonly #reads: LogRead[] = [];
  #bytes = 0;
  #hasError = false;

  constructor(targets: readonly FetchTarget[], limits: FetchLimits) {
    this.#targets = targets;
    this.#limits = limits;
  }

  /** An error, enough bytes, or nothing to wait for: answer now. */
  get isEnough(): boolean {
    return (
      this.#hasError ||
      this.#bytes >= this.#limits.minBytes ||
      this.#limits.maxWaitMs <= 0 ||
      this.#targets.length === 0
    );
  }

  read(): Promise<void> | undefined {
    for (let index = 0; index < this.#targets.length; index++) {
      const reading = this.#readOne(this.#targets[index]!); // below the length
      if (reading !== undefined) return this.#readRest(reading, index + 1);
    }
    return undefined;
  }

  result(): Fetched {
    return { partitions: this.#fetched, release: () => this.release() };
  }

  release(): void {
    for (const read of this.#reads) read.release();
    this.#reads.length = 0;
  }

  async #readRest(first: Promise<void>, next: number): Promise<void> {
    await first;
    for (let index = next; index < this.#targets.length; index++) {
      await this.#readOne(this.#targets[index]!); // below the length
    }
  }

  #readOne(target: FetchTarget): Promise<void> | undefined {
    const { fetch, partition } = target;
    const problem =
      partition === undefined || target.refused !== ErrorCode.NONE
        ? target.refused
        : partition.leaderProblem(fetch.currentLeaderEpoch);
    if (partition === undefined || problem !== ErrorCode.NONE) {
      this.#fail(target, problem);
      return undefined;
    }
    const left = this.#limits.maxBytes - this.#bytes;
    const read = partition.read(
      fetch.fetchOffset,
      Math.max(0, Math.min(fetch.maxBytes, left)),
      // The first batch is given even when it is larger than every limit, so that all get on.
      this.#bytes === 0,
      this.#limits.isReadCommitted,
    );
    if (read === undefined) {
      this.#fail(target, ErrorCode.KAFKA_STORAGE_ERROR);
      return undefined;
    }
    if (read instanceof Promise) return read.then((done) => this.#took(target, partition, done));
    return this.#took(target, partition, read);
  }

  #took(target: FetchTarget, partition: Partition, read: LogRead): Promise<void> | undefined {
    this.#reads.push(read);
    const { log } = partition;
    if (log === undefined) {
      this.#fail(target, ErrorCode.KAFKA_STORAGE_ERROR);
      return undefined;
    }
    if (read.errorCode !== ErrorCode.NONE) {
      this.#fail(target, read.errorCode);
      return undefined;
    }
    this.#bytes += read.sizeInBytes;
    // Both watermarks are taken in one moment with the read (KAFKA-9807).
    const { highWatermark, lastStableOffset, logStartOffset } = log;
    const add = (abortedTransactions: readonly AbortedTransaction[] | null): void => {
      this.#fetched.push({
        fetch: target.fetch,
        partition,
        errorCode: ErrorCode.NONE,
        highWatermark,
        lastStableOffset,
        logStartOffset,
        abortedTransactions,
        chunks: read.chunks,
        sizeInBytes: read.sizeInBytes,
      });
    };
    if (!this.#limits.isReadCommitted) {
      add(null);
      return undefined;
    }
    const aborted = log.abortedTransactions(target.fetch.fetchOffset, read.nextOffset);
    if (aborted instanceof Promise) return aborted.then(add);
    add(aborted);
    return undefined;
  }

  #fail(target: FetchTarget, errorCode: ErrorCode): void {
    this.#hasError = true;
    this.#fetched.push({
      fetch: target.fetch,
      partition: target.partition,
      errorCode,
      highWatermark: -1,
      lastStableOffset: -1,
      logStartOffset: -1,
      abortedTransactions: null,
      chunks: [],
      sizeInBytes: 0,
    });
  }
}
