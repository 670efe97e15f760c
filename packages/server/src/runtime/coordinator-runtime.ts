// CoordinatorRuntime: the shards of one internal topic that this broker leads.
//
// Groups, transactions and share state each have one, over a machine of their own.

import { ErrorCode, KafkaError, topicPartitionName } from '@samsa/common';
import { type CoordinatorMachine } from '@samsa/coordinator';

import { CoordinatorShard, type Decide, type ShardOptions } from './coordinator-shard.ts';
import { type ShardLog } from './shard-log.ts';

export class CoordinatorRuntime<Record, Machine extends CoordinatorMachine<Record>> {
  readonly #options: ShardOptions<Record, Machine>;
  readonly #shards = new Map<number, CoordinatorShard<Record, Machine>>();

  constructor(options: ShardOptions<Record, Machine>) {
    this.#options = options;
  }

  /** Every shard of this broker, whether it is active or still being loaded. */
  shards(): IterableIterator<CoordinatorShard<Record, Machine>> {
    return this.#shards.values();
  }

  shard(partition: number): CoordinatorShard<Record, Machine> | undefined {
    return this.#shards.get(partition);
  }

  /**
   * This broker leads the partition from this epoch on. The shard answers COORDINATOR_LOAD_IN_PROGRESS
   * until the returned promise resolves. News of an older epoch is ignored.
   */
  async load(partition: number, leaderEpoch: number, log: ShardLog): Promise<void> {
    const present = this.#shards.get(partition);
    if (present !== undefined && present.leaderEpoch >= leaderEpoch) return;
    present?.close();
    const shard = new CoordinatorShard(partition, leaderEpoch, log, this.#options);
    this.#shards.set(partition, shard);
    await shard.load();
  }

  /**
   * This broker leads the partition no more.
   *
   * @param leaderEpoch  the epoch in which somebody else leads, where it is known: a shard of that
   *   epoch or a later one stays, because this news is older than it
   */
  unload(partition: number, leaderEpoch?: number): void {
    const shard = this.#shards.get(partition);
    if (shard === undefined) return;
    if (leaderEpoch !== undefined && shard.leaderEpoch >= leaderEpoch) return;
    this.#shards.delete(partition);
    shard.close();
  }

  /** Ends all of them: the broker stops. */
  close(): void {
    for (const partition of this.#shards.keys()) this.unload(partition);
  }

  /** See CoordinatorShard. Rejects with NOT_COORDINATOR where this broker does not lead. */
  request<Response>(
    partition: number,
    decide: Decide<Record, Machine, Response>,
  ): Promise<Response> {
    const shard = this.#shards.get(partition);
    if (shard !== undefined) return shard.request(decide);
    const name = topicPartitionName(this.#options.topic, partition);
    return Promise.reject(new KafkaError(ErrorCode.NOT_COORDINATOR, `${name} is not led here`));
  }
}
