// CoordinatorShard: one machine on one partition's log, from the election of this broker to the end of
// its leadership.
//
// The order of duties for every decision: encode, ask the log whether it takes the bytes, append,
// replay, and only when the log says that the records are committed, answer. An outcome without records
// waits for the last records before it, because it may rest on them. When anything of this fails, or
// leadership ends, nothing is undone: the machine is thrown away with all answers that wait.

import {
  type CompressionName,
  type Deadline,
  ErrorCode,
  KafkaError,
  type Platform,
  type TimingWheel,
  topicPartitionName,
} from '@samsa/common';
import {
  type CoordinatorMachine,
  type CoordinatorOutcome,
  type Instant,
  PARKED,
  type RequestToken,
} from '@samsa/coordinator';

import { coordinatorErrorOf } from './coordinator-error.ts';
import { RecordLoader } from './load-records.ts';
import { batchesOf, type RecordBatch, type RecordCodec } from './record-codec.ts';
import { type ShardLog } from './shard-log.ts';

export interface ShardOptions<Record, Machine extends CoordinatorMachine<Record>> {
  readonly platform: Platform;
  readonly deadlines: TimingWheel;
  readonly topic: string;
  readonly codec: RecordCodec<Record>;
  readonly compression: CompressionName;
  createMachine(): Machine;
  /** How long an answer waits for its records to be committed. */
  readonly commitTimeoutMs: number;
  /** How much of the log is read at once while loading. */
  readonly loadBytes: number;
}

export type Decide<Record, Machine, Response> = (
  machine: Machine,
  now: Instant,
  token: RequestToken,
) => CoordinatorOutcome<Record, Response>;

/** Who waits for an answer. */
interface Asker {
  resolve(response: unknown): void;
  reject(error: unknown): void;
}

interface ParkedAnswer {
  readonly asker: Asker;
  readonly response: unknown;
  /** Everything below must be committed first. */
  readonly endOffset: number;
  readonly deadlineMs: number;
}

/** Deadlines that are handled before the loop may run something else. */
const DEADLINES_PER_TURN = 50;

/** A log that refused what a deadline wanted to write is asked again after this. */
const REFUSED_DEADLINE_BACKOFF_MS = 500;

/** A machine that failed is loaded anew, at first soon, then less and less often. */
const FIRST_RELOAD_DELAY_MS = 1_000;
const LAST_RELOAD_DELAY_MS = 60_000;

export class CoordinatorShard<Record, Machine extends CoordinatorMachine<Record>> {
  readonly partition: number;
  readonly leaderEpoch: number;
  readonly #options: ShardOptions<Record, Machine>;
  readonly #log: ShardLog;

  /** Undefined while it is loaded, after a failure, and when leadership has ended. */
  #machine: Machine | undefined;
  #isLoading = false;
  #isClosed = false;
  /** The end of the last records that this shard appended or loaded. */
  #pendingEndOffset = 0;
  #lastToken: RequestToken = 0;
  /** Askers whose answers come with a later outcome. */
  readonly #waiting = new Map<RequestToken, Asker>();
  /** Answers that wait for the commit, in the order of their offsets and of their deadlines. */
  #parked: ParkedAnswer[] = [];
  #parkedHead = 0;

  #wake: Deadline | undefined;
  #wakeAtMs = Infinity;
  #backoffUntilMs = -Infinity;
  #reloadDelayMs = FIRST_RELOAD_DELAY_MS;
  readonly #onCommitted = (isCommitted: boolean): void => this.#committed(isCommitted);

  constructor(
    partition: number,
    leaderEpoch: number,
    log: ShardLog,
    options: ShardOptions<Record, Machine>,
  ) {
    this.partition = partition;
    this.leaderEpoch = leaderEpoch;
    this.#log = log;
    this.#options = options;
  }

  get isActive(): boolean {
    return this.#machine !== undefined;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** For metrics and checks. Undefined while it is not active. */
  get machine(): Machine | undefined {
    return this.#machine;
  }

  /** Requests that have not been answered, whatever they wait for. */
  get waitingCount(): number {
    return this.#waiting.size + this.#parked.length - this.#parkedHead;
  }

  // ---- Life -------------------------------------------------------------------------------------

  /** Loads the machine. Resolves when it is active, has failed, or is not wanted any more. */
  async load(): Promise<void> {
    if (this.#isClosed || this.#isLoading) return;
    this.#isLoading = true;
    const { platform, codec, loadBytes } = this.#options;
    const startedMs = platform.clock.monotonicMs();
    platform.mark('coordinator.load');
    try {
      const machine = this.#options.createMachine();
      const target = {
        replay: (record: Record) => machine.replay(record),
        isWanted: () => !this.#isClosed,
      };
      const readBytes = platform.buggify('coordinator.load.tiny-reads') ? 1 : loadBytes;
      const loader = new RecordLoader(platform, this.#log, codec, target, readBytes);
      const result = await loader.load();
      if (result === undefined || this.#isClosed) return;
      this.#activate(machine, result.endOffset);
      this.#report('info', 'coordinator loaded', {
        ...result,
        tookMs: platform.clock.monotonicMs() - startedMs,
      });
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isLoading = false;
    }
  }

  #activate(machine: Machine, endOffset: number): void {
    this.#machine = machine;
    this.#isLoading = false;
    this.#pendingEndOffset = endOffset;
    if (endOffset > this.#log.committedEndOffset) {
      this.#log.whenCommitted(endOffset, this.#onCommitted);
    }
    this.#settle(machine.loaded(this.#now()), undefined);
    this.#handleDeadlines();
  }

  /** Leadership has ended: whoever waits is told to look for the new coordinator. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#throwAway();
  }

  #throwAway(): void {
    this.#machine = undefined;
    this.#wake?.cancel();
    this.#wake = undefined;
    this.#wakeAtMs = Infinity;
    const askers = [
      ...this.#parked.slice(this.#parkedHead).map(({ asker }) => asker),
      ...this.#waiting.values(),
    ];
    this.#parked = [];
    this.#parkedHead = 0;
    this.#waiting.clear();
    for (const asker of askers) asker.reject(this.#notCoordinator());
  }

  /** A failure of ours or of the disk; the log is the truth, and the machine is built from it anew. */
  #fail(error: unknown): void {
    if (this.#isClosed) return;
    const delayMs = this.#reloadDelayMs;
    this.#reloadDelayMs = Math.min(delayMs * 2, LAST_RELOAD_DELAY_MS);
    this.#report('error', 'coordinator failed', { error, reloadInMs: delayMs });
    this.#throwAway();
    this.#wake = this.#options.deadlines.after(delayMs, () => void this.load());
  }

  // ---- Requests ---------------------------------------------------------------------------------

  /**
   * Lets the machine decide at once, and resolves when the answer may be known. Rejects with
   * KafkaError: what the log refused, NOT_COORDINATOR, COORDINATOR_LOAD_IN_PROGRESS, REQUEST_TIMED_OUT.
   */
  request<Response>(decide: Decide<Record, Machine, Response>): Promise<Response> {
    const machine = this.#machine;
    if (machine === undefined) {
      return Promise.reject(
        this.#isLoading
          ? new KafkaError(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, `${this.#name} is being loaded`)
          : this.#notCoordinator(),
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const asker: Asker = { resolve, reject };
    const token = ++this.#lastToken;
    this.#waiting.set(token, asker);
    try {
      this.#settle(decide(machine, this.#now(), token), token);
      this.#handleDeadlines();
    } catch (error) {
      this.#waiting.delete(token);
      reject(
        error instanceof KafkaError
          ? error
          : new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, 'the coordinator failed', {
              cause: error,
            }),
      );
      this.#fail(error);
    }
    return promise;
  }

  /**
   * Carries an outcome out.
   *
   * @param token  of the request that it answers, which is among those that wait
   * @returns false where the log refused its records
   */
  #settle(outcome: CoordinatorOutcome<Record, unknown>, token: RequestToken | undefined): boolean {
    if (outcome.records.length > 0) {
      const batches = this.#batchesOf(outcome);
      const problem =
        batches === undefined ? ErrorCode.RECORD_LIST_TOO_LARGE : this.#problemOf(batches);
      if (batches === undefined || problem !== ErrorCode.NONE) {
        this.#refused(outcome, problem, token);
        return false;
      }
      this.#append(batches);
      outcome.accepted?.();
    }
    this.#answer(outcome, token);
    return true;
  }

  #batchesOf(outcome: CoordinatorOutcome<Record, unknown>): RecordBatch<Record>[] | undefined {
    const { platform, codec, compression } = this.#options;
    return batchesOf(outcome.records, codec, {
      nowMs: platform.clock.nowMs(),
      maxBatchBytes: this.#log.maxBatchBytes,
      isAtomic: outcome.isAtomic,
      compression,
    });
  }

  /** Asked for all batches before the first is appended: the log takes all or none. */
  #problemOf(batches: readonly RecordBatch<Record>[]): ErrorCode {
    for (const { bytes } of batches) {
      const problem = this.#log.appendProblem(bytes.length);
      if (problem !== ErrorCode.NONE) return problem;
    }
    return ErrorCode.NONE;
  }

  #append(batches: readonly RecordBatch<Record>[]): void {
    for (const { bytes, records } of batches) {
      this.#pendingEndOffset = this.#appendOne(bytes) + 1;
      for (const record of records) this.#machine?.replay(record);
    }
  }

  #appendOne(bytes: Uint8Array): number {
    try {
      return this.#log.append(bytes);
    } catch (cause) {
      throw new KafkaError(ErrorCode.NOT_COORDINATOR, `${this.#name} failed`, { cause });
    }
  }

  #refused(
    outcome: CoordinatorOutcome<Record, unknown>,
    problem: ErrorCode,
    token: RequestToken | undefined,
  ): void {
    this.#options.platform.mark('coordinator.append-refused');
    const instead = outcome.refused?.(coordinatorErrorOf(problem));
    if (instead !== undefined) {
      this.#settle(instead, token);
      return;
    }
    const asker = token === undefined ? undefined : this.#take(token);
    asker?.reject(new KafkaError(problem, `the log of ${this.#name} refused the records`));
  }

  #answer(outcome: CoordinatorOutcome<Record, unknown>, token: RequestToken | undefined): void {
    for (const { level, event, fields } of outcome.events) {
      this.#report(level, event, fields);
      this.#options.platform.mark(event);
    }
    for (const completion of outcome.completions) {
      this.#park(this.#take(completion.token), completion.response);
    }
    if (token !== undefined && outcome.response !== PARKED) {
      this.#park(this.#take(token), outcome.response);
    }
    const endOffset = this.#pendingEndOffset;
    if (outcome.records.length > 0) this.#log.whenCommitted(endOffset, this.#onCommitted);
  }

  #take(token: RequestToken): Asker | undefined {
    const asker = this.#waiting.get(token);
    this.#waiting.delete(token);
    return asker;
  }

  #park(asker: Asker | undefined, response: unknown): void {
    if (asker === undefined) return;
    const endOffset = this.#pendingEndOffset;
    if (endOffset <= this.#log.committedEndOffset) {
      asker.resolve(response);
      return;
    }
    const nowMs = this.#options.platform.clock.monotonicMs();
    const deadlineMs = nowMs + this.#options.commitTimeoutMs;
    this.#parked.push({ asker, response, endOffset, deadlineMs });
  }

  #committed(isCommitted: boolean): void {
    // Without leadership nothing more will be known here; the end of leadership closes the shard.
    if (!isCommitted) return;
    const { committedEndOffset } = this.#log;
    for (;;) {
      const parked = this.#parked[this.#parkedHead];
      if (parked === undefined || parked.endOffset > committedEndOffset) break;
      this.#parkedHead++;
      parked.asker.resolve(parked.response);
    }
    this.#compactParked();
  }

  #compactParked(): void {
    if (this.#parkedHead === this.#parked.length) {
      this.#parked.length = 0;
      this.#parkedHead = 0;
    } else if (this.#parkedHead > 1_000 && this.#parkedHead * 2 > this.#parked.length) {
      this.#parked = this.#parked.slice(this.#parkedHead);
      this.#parkedHead = 0;
    }
  }

  // ---- Time -------------------------------------------------------------------------------------

  #now(): Instant {
    const { clock } = this.#options.platform;
    return { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
  }

  /** Handles what is due and sleeps until the next deadline. */
  #handleDeadlines(): void {
    const machine = this.#machine;
    if (machine === undefined) return;
    const now = this.#now();
    for (let handled = 0; handled < DEADLINES_PER_TURN; handled++) {
      if (machine.nextDeadlineMs() > now.monotonicMs || this.#backoffUntilMs > now.monotonicMs)
        break;
      if (!this.#settle(machine.expire(now), undefined)) {
        this.#backoffUntilMs = now.monotonicMs + REFUSED_DEADLINE_BACKOFF_MS;
      }
    }
    this.#timeOutParked(now.monotonicMs);
    this.#sleepUntil(
      Math.min(
        Math.max(machine.nextDeadlineMs(), this.#backoffUntilMs),
        this.#parked[this.#parkedHead]?.deadlineMs ?? Infinity,
      ),
      now.monotonicMs,
    );
  }

  #timeOutParked(monotonicMs: number): void {
    for (;;) {
      const parked = this.#parked[this.#parkedHead];
      if (parked === undefined || parked.deadlineMs > monotonicMs) break;
      this.#parkedHead++;
      parked.asker.reject(
        new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'the records were not committed in time'),
      );
    }
    this.#compactParked();
  }

  /** A deadline that moved later is noticed when the earlier one fires: heartbeats cost no timer. */
  #sleepUntil(atMs: number, monotonicMs: number): void {
    if (atMs >= this.#wakeAtMs) return;
    this.#wake?.cancel();
    this.#wakeAtMs = atMs;
    this.#wake = this.#options.deadlines.after(atMs - monotonicMs, () => this.#onWake());
  }

  #onWake(): void {
    this.#wake = undefined;
    this.#wakeAtMs = Infinity;
    try {
      this.#handleDeadlines();
    } catch (error) {
      this.#fail(error);
    }
  }

  // ---- Words ------------------------------------------------------------------------------------

  get #name(): string {
    return topicPartitionName(this.#options.topic, this.partition);
  }

  #notCoordinator(): KafkaError {
    return new KafkaError(ErrorCode.NOT_COORDINATOR, `${this.#name} is not led here`);
  }

  #report(
    level: 'debug' | 'info' | 'warn' | 'error',
    event: string,
    fields: Readonly<{ [key: string]: unknown }>,
  ): void {
    this.#options.platform.log(level, event, {
      partition: this.#name,
      leaderEpoch: this.leaderEpoch,
      ...fields,
    });
  }
}
