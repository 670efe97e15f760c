// ReplicaShardLog: the replica that this broker leads, as the log of a coordinator shard.

import { ErrorCode, KafkaError } from '@samsa/common';

import { type Partition } from '../replication/partition.ts';
import { type LogSlice, type ShardLog } from './shard-log.ts';

export class ReplicaShardLog implements ShardLog {
  readonly #partition: Partition;
  /** Leadership of a later epoch is somebody else's, even if it is this broker's again. */
  readonly #leaderEpoch: number;

  constructor(partition: Partition) {
    this.#partition = partition;
    this.#leaderEpoch = partition.leaderEpoch;
  }

  get startOffset(): number {
    return this.#log.logStartOffset;
  }

  get committedEndOffset(): number {
    return this.#log.highWatermark;
  }

  get maxBatchBytes(): number {
    return this.#log.config.maxMessageBytes;
  }

  settledEndOffset(): Promise<number> {
    const endOffset = this.#log.stagedEndOffset;
    return new Promise((resolve, reject) => {
      this.#partition.whenWritten(endOffset, (isWritten) => {
        if (isWritten) resolve(endOffset);
        else reject(this.#notLeader());
      });
    });
  }

  async read(fromOffset: number, maxBytes: number, endOffset: number): Promise<LogSlice> {
    const read = await this.#log.read({
      offset: fromOffset,
      maxBytes,
      maxOffset: endOffset,
      minOneBatch: true,
    });
    if (read.errorCode === ErrorCode.NONE) return read;
    read.release();
    throw new KafkaError(read.errorCode, `offset ${fromOffset} cannot be read`);
  }

  appendProblem(batchBytes: number): ErrorCode {
    const partition = this.#partition;
    const { log } = partition;
    if (log === undefined || !this.#isLeading) return ErrorCode.NOT_LEADER_OR_FOLLOWER;
    if (partition.isr.length < log.config.minInsyncReplicas) return ErrorCode.NOT_ENOUGH_REPLICAS;
    return batchBytes > log.config.maxMessageBytes ? ErrorCode.MESSAGE_TOO_LARGE : ErrorCode.NONE;
  }

  append(batch: Uint8Array): number {
    if (!this.#isLeading) throw this.#notLeader();
    const result = this.#partition.appendByCoordinator(batch);
    if (result.errorCode !== ErrorCode.NONE) {
      throw new KafkaError(result.errorCode, result.errorMessage ?? 'the append was refused');
    }
    return result.lastOffset;
  }

  whenCommitted(endOffset: number, tell: (isCommitted: boolean) => void): void {
    this.#partition.whenCommitted(endOffset, tell);
  }

  get #isLeading(): boolean {
    return this.#partition.isLeading && this.#partition.leaderEpoch === this.#leaderEpoch;
  }

  get #log(): NonNullable<Partition['log']> {
    const { log } = this.#partition;
    if (log === undefined) throw this.#notLeader();
    return log;
  }

  #notLeader(): KafkaError {
    const { topic, partition } = this.#partition;
    return new KafkaError(
      ErrorCode.NOT_LEADER_OR_FOLLOWER,
      `${topic}-${partition} is not led here in epoch ${this.#leaderEpoch}`,
    );
  }
}
