// Partition: one replica of a partition on this broker — its log, its role under the current leader
// epoch, and who waits for its offsets to move.

import { ErrorCode, type Platform, type Uuid } from '@samsa/common';
import { type BatchProblem, BatchValidator, codecName } from '@samsa/protocol';
import { AppendResult, type LogRead, type PartitionLog } from '@samsa/storage';

import { OffsetWaiters, type OffsetWaiter } from './offset-waiters.ts';

/** What the metadata image says of a partition, as far as its replica acts on it. */
export interface PartitionAssignment {
  readonly leader: number;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly isr: readonly number[];
  readonly replicas: readonly number[];
}

/** Compressed batches up to this size are decompressed for validation within the event. */
const INLINE_DECOMPRESSION_MAX_BYTES = 64 * 1024;

const NO_START_OFFSET = -1;

export type AppendOrigin = 'client' | 'coordinator';

/** Asked each time the partition's readable end moved, or its leader changed. */
export type MovedListener = () => void;

export class Partition {
  readonly topicId: Uuid;
  readonly topic: string;
  readonly partition: number;
  readonly #platform: Platform;
  readonly #nodeId: number;
  #log: PartitionLog | undefined;
  #assignment: PartitionAssignment;
  #isLeading = false;
  #isOffline = false;
  readonly #written = new OffsetWaiters();
  readonly #committed = new OffsetWaiters();
  readonly #moved = new Set<MovedListener>();
  /** The appends that must keep their order behind one that waits for its decompression. */
  #appendQueue: Promise<unknown> | undefined;

  constructor(
    platform: Platform,
    nodeId: number,
    identity: { readonly topicId: Uuid; readonly topic: string; readonly partition: number },
    assignment: PartitionAssignment,
  ) {
    this.#platform = platform;
    this.#nodeId = nodeId;
    this.topicId = identity.topicId;
    this.topic = identity.topic;
    this.partition = identity.partition;
    this.#assignment = assignment;
  }

  /** Undefined while it is being opened, and when its disk failed. */
  get log(): PartitionLog | undefined {
    return this.#log;
  }

  get leaderId(): number {
    return this.#assignment.leader;
  }

  get leaderEpoch(): number {
    return this.#assignment.leaderEpoch;
  }

  get isr(): readonly number[] {
    return this.#assignment.isr;
  }

  /** True while this replica may append and answer for the partition. */
  get isLeading(): boolean {
    return this.#isLeading;
  }

  get isOffline(): boolean {
    return this.#isOffline;
  }

  /** Batches whose producers wait for their offsets. */
  get waitingProduceCount(): number {
    return this.#written.count + this.#committed.count;
  }

  /** Fetches that wait for more. */
  get waitingFetchCount(): number {
    return this.#moved.size;
  }

  /** The log is open now. Returns true where the replica became the leader by it. */
  attach(log: PartitionLog): boolean {
    this.#log = log;
    return this.#lead();
  }

  /** Follows the image. Returns true where leadership under a new epoch began here. */
  assign(assignment: PartitionAssignment): boolean {
    const before = this.#assignment;
    this.#assignment = assignment;
    if (assignment.leaderEpoch === before.leaderEpoch && assignment.leader === before.leader) {
      return false;
    }
    this.#stopLeading();
    return this.#lead();
  }

  /** Leadership, and all that waits on it, ends here: deleted, moved away or shut down. */
  resign(): void {
    this.#stopLeading();
  }

  /** The disk failed under the log; whoever waits is told that it was in vain. */
  diskFailed(): void {
    this.#isOffline = true;
    this.#log = undefined;
    this.#stopLeading();
  }

  /**
   * What a request about this partition must be told before it is served.
   *
   * @param requestLeaderEpoch  the epoch the client knows, −1 where it knows none (KIP-320)
   */
  leaderProblem(requestLeaderEpoch: number): ErrorCode {
    if (this.#isOffline) return ErrorCode.KAFKA_STORAGE_ERROR;
    if (requestLeaderEpoch >= 0) {
      if (requestLeaderEpoch < this.leaderEpoch) return ErrorCode.FENCED_LEADER_EPOCH;
      if (requestLeaderEpoch > this.leaderEpoch) return ErrorCode.UNKNOWN_LEADER_EPOCH;
    }
    return this.#isLeading ? ErrorCode.NONE : ErrorCode.NOT_LEADER_OR_FOLLOWER;
  }

  /**
   * Appends one batch as the leader. Offsets are assigned before this returns, unless the batch is
   * large and compressed, or waits behind such a one; then it resolves later, in order.
   *
   * @param batch  read during the call only; copied where the append must wait
   */
  append(batch: Uint8Array, requiredAcks: number): AppendResult | Promise<AppendResult> {
    if (this.#appendQueue === undefined && !this.#needsCpu(batch)) {
      return this.#appendNow(batch, requiredAcks, 'client');
    }
    return this.#appendInTurn(Uint8Array.from(batch), requiredAcks);
  }

  /** Appends what a coordinator on this broker wrote: batches built here, in one piece. */
  appendByCoordinator(batches: Uint8Array): AppendResult {
    return this.#appendNow(batches, -1, 'coordinator');
  }

  /**
   * Reads as the leader for a consumer. Sees what is committed, or what is stable.
   *
   * @returns undefined while the log is not open
   */
  read(
    offset: number,
    maxBytes: number,
    minOneBatch: boolean,
    isReadCommitted: boolean,
  ): LogRead | Promise<LogRead> | undefined {
    const log = this.#log;
    if (log === undefined) return undefined;
    const maxOffset = isReadCommitted ? log.lastStableOffset : log.highWatermark;
    return log.read({ offset, maxBytes, maxOffset, minOneBatch });
  }

  /** Tells `waiter` when everything below `endOffset` is in the leader's log. */
  whenWritten(endOffset: number, waiter: OffsetWaiter): void {
    const log = this.#log;
    if (log === undefined || !this.#isLeading) waiter(false);
    else if (log.logEndOffset >= endOffset) waiter(true);
    else this.#written.add(endOffset, waiter);
  }

  /** Tells `waiter` when everything below `endOffset` is on all in-sync replicas. */
  whenCommitted(endOffset: number, waiter: OffsetWaiter): void {
    const log = this.#log;
    if (log === undefined || !this.#isLeading) waiter(false);
    else if (log.highWatermark >= endOffset) waiter(true);
    else this.#committed.add(endOffset, waiter);
  }

  onMoved(listener: MovedListener): void {
    this.#moved.add(listener);
  }

  offMoved(listener: MovedListener): void {
    this.#moved.delete(listener);
  }

  /** The turn's write is done: moves the high watermark and tells who waits. */
  written(): void {
    const log = this.#log;
    if (log === undefined || !this.#isLeading) return;
    if (log.isFlushDue) void this.#commitAfterFlush(log);
    else this.#commit(log);
  }

  #commit(log: PartitionLog): void {
    // All in-sync replicas: with one replica, its own end offset.
    log.setHighWatermark(log.logEndOffset);
    this.#tell(log);
  }

  /** `flush.messages` was reached: what was appended counts once it is on the disk. */
  async #commitAfterFlush(log: PartitionLog): Promise<void> {
    const epoch = this.leaderEpoch;
    const endOffset = log.logEndOffset;
    try {
      await log.flush(endOffset);
    } catch {
      return; // the log has reported its disk failure, which told everybody who waits
    }
    if (!this.#isLeading || this.leaderEpoch !== epoch || this.#log !== log) return;
    log.setHighWatermark(Math.max(log.highWatermark, endOffset));
    this.#tell(log);
  }

  #tell(log: PartitionLog): void {
    this.#written.passed(log.highWatermark);
    this.#committed.passed(log.highWatermark);
    if (this.#moved.size > 0) for (const listener of [...this.#moved]) listener();
  }

  #lead(): boolean {
    const log = this.#log;
    if (log === undefined || this.#assignment.leader !== this.#nodeId) return false;
    if (log.leaderEpochs.latestEpoch < this.leaderEpoch) {
      // Written before the first append, so that two elections in a row leave no gap (KAFKA-7415).
      log.leaderEpochs.assign(this.leaderEpoch, log.stagedEndOffset);
    }
    this.#isLeading = true;
    // What recovery found may be in the page cache only: it counts as all that is appended does.
    if (log.isFlushDue) {
      log.setHighWatermark(Math.max(log.highWatermark, log.recoveryPoint));
      void this.#commitAfterFlush(log);
    } else {
      log.setHighWatermark(log.logEndOffset);
    }
    this.#platform.mark('partition.leads');
    return true;
  }

  #stopLeading(): void {
    this.#isLeading = false;
    this.#written.failAll();
    this.#committed.failAll();
    for (const listener of [...this.#moved]) listener();
  }

  #appendNow(batch: Uint8Array, requiredAcks: number, origin: AppendOrigin | 'validated') {
    const log = this.#log;
    if (log === undefined || !this.#isLeading) {
      return AppendResult.refused(
        this.#isOffline ? ErrorCode.KAFKA_STORAGE_ERROR : ErrorCode.NOT_LEADER_OR_FOLLOWER,
        NO_START_OFFSET,
      );
    }
    const { minInsyncReplicas } = log.config;
    if (requiredAcks === -1 && this.isr.length < minInsyncReplicas) {
      return AppendResult.refused(
        ErrorCode.NOT_ENOUGH_REPLICAS,
        log.logStartOffset,
        `${this.isr.length} replicas are in sync, min.insync.replicas asks for ${minInsyncReplicas}`,
      );
    }
    return log.appendAsLeader(batch, this.leaderEpoch, origin);
  }

  #needsCpu(batch: Uint8Array): boolean {
    // The codec is in the low bits of the attributes' second byte; a cut batch is refused later.
    return batch.length > INLINE_DECOMPRESSION_MAX_BYTES && (batch[22]! & 7) !== 0;
  }

  #appendInTurn(batch: Uint8Array, requiredAcks: number): Promise<AppendResult> {
    const turn = this.#appendQueue ?? Promise.resolve();
    const appended = turn.then(async () => {
      const problem = await this.#validate(batch);
      if (problem !== undefined) {
        return AppendResult.invalid(problem, this.#log?.logStartOffset ?? NO_START_OFFSET);
      }
      // The leader may have changed meanwhile: appending looks again.
      return this.#appendNow(batch, requiredAcks, 'validated');
    });
    this.#appendQueue = appended;
    const leave = (): void => {
      if (this.#appendQueue === appended) this.#appendQueue = undefined;
    };
    appended.then(leave, leave);
    return appended;
  }

  /** Judges a batch as the log does, with its decompression off the event loop. */
  async #validate(batch: Uint8Array): Promise<BatchProblem | undefined> {
    const log = this.#log;
    if (log === undefined) return undefined; // the append refuses it
    const rules = { ...log.produceRules(this.#platform.clock.nowMs()) };
    const validator = new BatchValidator();
    let problem = validator.begin(batch, rules);
    if (problem !== undefined) return problem;
    if (!validator.needsDecompression) {
      problem = validator.finish();
    } else {
      const payload = await this.#decompress(validator, rules.maxDecompressedBytes);
      problem =
        payload === undefined
          ? {
              errorCode: ErrorCode.CORRUPT_MESSAGE,
              message: 'the records could not be decompressed within the limit',
              recordErrors: [],
            }
          : validator.finish(payload);
    }
    if (problem === undefined && validator.maxTimestamp !== validator.batch.maxTimestamp) {
      validator.batch.setMaxTimestamp(validator.maxTimestamp, rules.crc32c);
    }
    return problem;
  }

  async #decompress(validator: BatchValidator, maxBytes: number): Promise<Uint8Array | undefined> {
    try {
      // A batch that begins well has a known codec.
      const codec = codecName(validator.batch.codec) ?? 'none';
      return await this.#platform.cpu.decompress(codec, validator.batch.payload(), maxBytes);
    } catch {
      return undefined; // damaged, or more than the limit: the producer is told that it is corrupt
    }
  }
}
