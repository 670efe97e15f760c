// CommittedOffsets: how far each group has read each partition. Changed by replay alone.

import { type Uuid } from '@samsa/common';

export interface CommittedOffset {
  readonly offset: number;
  /** −1 where the client did not say. */
  readonly leaderEpoch: number;
  readonly metadata: string;
  readonly commitTimestampMs: number;
  /** Wall clock; −1 for offsets that follow the retention of the server, as all newer ones do. */
  readonly expireTimestampMs: number;
  /** All zeros where the commit did not know it. */
  readonly topicId: Uuid;
}

type ByPartition = Map<number, CommittedOffset>;
type ByTopic = Map<string, ByPartition>;

const NONE: ReadonlyMap<string, ReadonlyMap<number, CommittedOffset>> = new Map();

export class CommittedOffsets {
  readonly #groups = new Map<string, ByTopic>();
  #count = 0;

  /** Offsets of all groups. */
  get count(): number {
    return this.#count;
  }

  get(group: string, topic: string, partition: number): CommittedOffset | undefined {
    return this.#groups.get(group)?.get(topic)?.get(partition);
  }

  /** Never holds an empty topic. */
  ofGroup(group: string): ReadonlyMap<string, ReadonlyMap<number, CommittedOffset>> {
    return this.#groups.get(group) ?? NONE;
  }

  groups(): IterableIterator<string> {
    return this.#groups.keys();
  }

  set(group: string, topic: string, partition: number, offset: CommittedOffset): void {
    let topics = this.#groups.get(group);
    if (topics === undefined) this.#groups.set(group, (topics = new Map()));
    let partitions = topics.get(topic);
    if (partitions === undefined) topics.set(topic, (partitions = new Map()));
    if (!partitions.has(partition)) this.#count++;
    partitions.set(partition, offset);
  }

  delete(group: string, topic: string, partition: number): void {
    const topics = this.#groups.get(group);
    const partitions = topics?.get(topic);
    if (topics === undefined || partitions === undefined) return;
    if (partitions.delete(partition)) this.#count--;
    if (partitions.size === 0) topics.delete(topic);
    if (topics.size === 0) this.#groups.delete(group);
  }
}
