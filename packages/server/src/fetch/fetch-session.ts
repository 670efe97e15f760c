// FetchSession: what one fetcher wants, remembered between its requests, so that each request names
// only what changed and each answer only what is new (KIP-227).

import { type ErrorCode, type Uuid } from '@samsa/common';

/** What a fetcher wants of one partition. */
export interface PartitionFetch {
  /** Empty while only the id is known and the id is of no topic here. */
  readonly topic: string;
  /** ZERO_UUID in requests before version 13. */
  readonly topicId: Uuid;
  readonly partition: number;
  readonly fetchOffset: number;
  readonly maxBytes: number;
  /** −1 where the fetcher does not know it. */
  readonly currentLeaderEpoch: number;
  readonly lastFetchedEpoch: number;
  /** The fetching follower's own start offset, −1 for consumers. */
  readonly logStartOffset: number;
}

/** The part of a partition's answer that decides whether an incremental answer must carry it. */
export interface PartitionNews {
  readonly errorCode: ErrorCode;
  readonly highWatermark: number;
  readonly logStartOffset: number;
  readonly recordsBytes: number;
  readonly hasDivergingEpoch: boolean;
  readonly preferredReadReplica: number;
}

interface RememberedPartition {
  fetch: PartitionFetch;
  /** As last told to the fetcher; −1 before the first answer. */
  toldHighWatermark: number;
  toldLogStartOffset: number;
}

/** Partitions are one map: its order is the order of service, and who got data moves to the end. */
export class FetchSession {
  readonly id: number;
  /** Followers' sessions outlive consumers' where the cache is full. */
  readonly isPrivileged: boolean;
  readonly usesTopicIds: boolean;
  readonly createdMs: number;
  lastUsedMs: number;
  /** What the next request of this session must carry. */
  nextEpoch = 1;
  readonly #partitions = new Map<string, RememberedPartition>();

  constructor(id: number, isPrivileged: boolean, usesTopicIds: boolean, nowMs: number) {
    this.id = id;
    this.isPrivileged = isPrivileged;
    this.usesTopicIds = usesTopicIds;
    this.createdMs = nowMs;
    this.lastUsedMs = nowMs;
  }

  get size(): number {
    return this.#partitions.size;
  }

  want(fetch: PartitionFetch): void {
    const key = this.#keyOf(fetch.topic, fetch.topicId, fetch.partition);
    const known = this.#partitions.get(key);
    if (known === undefined) {
      this.#partitions.set(key, { fetch, toldHighWatermark: -1, toldLogStartOffset: -1 });
    } else {
      known.fetch = fetch;
    }
  }

  forget(topic: string, topicId: Uuid, partition: number): void {
    this.#partitions.delete(this.#keyOf(topic, topicId, partition));
  }

  /** Every partition of the session, in the order in which it is served. */
  *wanted(): Generator<PartitionFetch> {
    for (const { fetch } of this.#partitions.values()) yield fetch;
  }

  /** True where the fetcher does not know this yet. Changes nothing. */
  isNews(fetch: PartitionFetch, news: PartitionNews): boolean {
    const known = this.#partitions.get(this.#keyOf(fetch.topic, fetch.topicId, fetch.partition));
    return (
      known === undefined ||
      news.recordsBytes > 0 ||
      news.errorCode !== 0 ||
      news.hasDivergingEpoch ||
      news.preferredReadReplica !== -1 ||
      news.highWatermark !== known.toldHighWatermark ||
      news.logStartOffset !== known.toldLogStartOffset
    );
  }

  /** Notes what the answer carries; a partition that got records is served last the next time. */
  told(fetch: PartitionFetch, news: PartitionNews): void {
    const key = this.#keyOf(fetch.topic, fetch.topicId, fetch.partition);
    const known = this.#partitions.get(key);
    if (known === undefined) return;
    // After an error nothing was told, so that the next answer carries the partition again.
    const failed = news.errorCode !== 0;
    known.toldHighWatermark = failed ? -1 : news.highWatermark;
    known.toldLogStartOffset = failed ? -1 : news.logStartOffset;
    if (news.recordsBytes > 0) {
      this.#partitions.delete(key);
      this.#partitions.set(key, known);
    }
  }

  /** The epoch of the request after this one. */
  advance(): void {
    this.nextEpoch = this.nextEpoch === 2 ** 31 - 1 ? 1 : this.nextEpoch + 1;
  }

  #keyOf(topic: string, topicId: Uuid, partition: number): string {
    return `${this.usesTopicIds ? topicId : topic}:${partition}`;
  }
}
