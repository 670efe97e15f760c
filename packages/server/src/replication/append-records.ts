// appendRecords: the batches of one Produce request, appended in order and answered together, once
// each is as safe as the producer asked for.

import { ErrorCode, type TimingWheel } from '@samsa/common';
import { AppendResult } from '@samsa/storage';

import { type Partition } from './partition.ts';

/** One partition's batch; `refused` where there is nothing to append to. */
export interface RecordsToAppend {
  readonly partition: Partition | undefined;
  /** NONE, or why this partition is refused without looking at its records. */
  readonly refused: ErrorCode;
  /** Read during the call only. */
  readonly records: Uint8Array;
}

/**
 * @param acks  1: in the leader's log, −1: on all in-sync replicas, 0: do not wait
 * @param timeoutMs  how long to wait for other replicas
 * @returns one result per entry, in the same order; a promise where it has to be waited for
 */
export function appendRecords(
  entries: readonly RecordsToAppend[],
  acks: number,
  timeoutMs: number,
  deadlines: TimingWheel,
): AppendResult[] | Promise<AppendResult[]> {
  const request = new AppendRequest(entries, acks);
  return request.isDone ? request.results : request.wait(timeoutMs, deadlines);
}

const NO_START_OFFSET = -1;

function refusal(errorCode: ErrorCode, message?: string): AppendResult {
  return AppendResult.refused(errorCode, NO_START_OFFSET, message);
}

class AppendRequest {
  readonly results: AppendResult[] = [];
  readonly #acks: number;
  /** Partitions whose outcome is open. One more while the constructor runs. */
  #open = 1;
  #finish: (() => void) | undefined;
  /** By entry: true while it waits for its offset. */
  readonly #isWaiting: boolean[] = [];

  constructor(entries: readonly RecordsToAppend[], acks: number) {
    this.#acks = acks;
    for (let index = 0; index < entries.length; index++) {
      this.#isWaiting.push(false);
      this.#append(index, entries[index]!); // below the length
    }
    this.#closed();
  }

  get isDone(): boolean {
    return this.#open === 0;
  }

  wait(timeoutMs: number, deadlines: TimingWheel): Promise<AppendResult[]> {
    const { promise, resolve } = Promise.withResolvers<AppendResult[]>();
    // Without other replicas to wait for, the turn's write answers long before any timeout.
    const deadline =
      this.#acks === -1 ? deadlines.after(timeoutMs, () => this.#timeOut()) : undefined;
    this.#finish = () => {
      deadline?.cancel();
      resolve(this.results);
    };
    return promise;
  }

  #append(index: number, entry: RecordsToAppend): void {
    const { partition } = entry;
    if (partition === undefined || entry.refused !== ErrorCode.NONE) {
      this.results[index] = refusal(entry.refused);
      return;
    }
    const appended = partition.append(entry.records, this.#acks);
    if (!(appended instanceof Promise)) {
      this.#appended(index, partition, appended);
      return;
    }
    this.#open++;
    appended.then(
      (result) => {
        this.#appended(index, partition, result);
        this.#closed();
      },
      (error: unknown) => {
        this.results[index] = refusal(ErrorCode.UNKNOWN_SERVER_ERROR, String(error));
        this.#closed();
      },
    );
  }

  #appended(index: number, partition: Partition, result: AppendResult): void {
    this.results[index] = result;
    if (result.errorCode !== ErrorCode.NONE || this.#acks === 0) return;
    this.#open++;
    this.#isWaiting[index] = true;
    const told = (isPassed: boolean): void => {
      if (this.#isWaiting[index] !== true) return; // it had timed out
      this.#isWaiting[index] = false;
      if (!isPassed) {
        this.results[index] = refusal(
          partition.isOffline ? ErrorCode.KAFKA_STORAGE_ERROR : ErrorCode.NOT_LEADER_OR_FOLLOWER,
        );
      }
      this.#closed();
    };
    const endOffset = result.lastOffset + 1;
    if (this.#acks === -1) partition.whenCommitted(endOffset, told);
    else partition.whenWritten(endOffset, told);
  }

  #timeOut(): void {
    for (let index = 0; index < this.#isWaiting.length; index++) {
      if (this.#isWaiting[index] !== true) continue;
      this.#isWaiting[index] = false;
      this.results[index] = refusal(ErrorCode.REQUEST_TIMED_OUT);
      this.#closed();
    }
  }

  #closed(): void {
    this.#open--;
    if (this.#open === 0) this.#finish?.();
  }
}
