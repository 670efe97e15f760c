// TopicsDelta: what a run of records changes among the topics.

import { assert, type Uuid } from '@samsa/common';
import { type PartitionChangeRecord } from '@samsa/protocol/records/partition-change-record';
import { type PartitionRecord } from '@samsa/protocol/records/partition-record';

import { PartitionList } from './partition-list.ts';
import { PartitionRegistration } from './partition-registration.ts';
import { type SharedLists } from './shared-lists.ts';
import { TopicImage, type TopicsImage } from './topics-image.ts';

/** The changes of one topic that exists after them. */
export class TopicDelta {
  /** The topic as it was before, or an empty one where it is new. */
  readonly base: TopicImage;
  readonly isNew: boolean;
  readonly #changed = new Map<number, PartitionRegistration>();

  constructor(base: TopicImage, isNew: boolean) {
    this.base = base;
    this.isNew = isNew;
  }

  get name(): string {
    return this.base.name;
  }

  get id(): Uuid {
    return this.base.id;
  }

  /** New and changed partitions by index, as they are afterwards. */
  get changedPartitions(): ReadonlyMap<number, PartitionRegistration> {
    return this.#changed;
  }

  partition(index: number): PartitionRegistration | undefined {
    return this.#changed.get(index) ?? this.base.partition(index);
  }

  set(index: number, partition: PartitionRegistration): void {
    this.#changed.set(index, partition);
  }

  apply(): TopicImage {
    return new TopicImage(this.name, this.id, this.base.partitions.with(this.#changed));
  }
}

export class TopicsDelta {
  readonly #base: TopicsImage;
  readonly #lists: SharedLists;
  readonly #changed = new Map<Uuid, TopicDelta>();
  readonly #createdIdByName = new Map<string, Uuid>();
  readonly #deleted = new Map<Uuid, TopicImage>();

  constructor(base: TopicsImage, lists: SharedLists) {
    this.#base = base;
    this.#lists = lists;
  }

  /** Topics that are new or changed and exist afterwards. */
  get changed(): ReadonlyMap<Uuid, TopicDelta> {
    return this.#changed;
  }

  /** Topics of the base that are gone. One created and removed within the delta leaves no trace. */
  get deleted(): ReadonlyMap<Uuid, TopicImage> {
    return this.#deleted;
  }

  /** The delta that leads from `base` to `next`, whatever records there were between them. */
  static between(base: TopicsImage, next: TopicsImage, lists: SharedLists): TopicsDelta {
    const delta = new TopicsDelta(base, lists);
    for (const topic of base.values())
      if (next.byId(topic.id) === undefined) delta.remove(topic.id);
    for (const topic of next.values()) {
      const old = base.byId(topic.id);
      if (old === undefined) delta.create(topic.name, topic.id);
      for (const [index, partition] of topic.partitions.entries()) {
        if (!isSamePartition(old?.partition(index), partition)) {
          delta.#deltaOf(topic.id).set(index, partition);
        }
      }
    }
    return delta;
  }

  create(name: string, id: Uuid): void {
    this.#changed.set(id, new TopicDelta(new TopicImage(name, id, PartitionList.EMPTY), true));
    this.#createdIdByName.set(name, id);
  }

  createPartition(record: PartitionRecord): void {
    this.#deltaOf(record.topicId).set(
      record.partitionId,
      PartitionRegistration.fromRecord(record, this.#lists),
    );
  }

  changePartition(record: PartitionChangeRecord): void {
    const topic = this.#deltaOf(record.topicId);
    const partition = topic.partition(record.partitionId);
    assert(
      partition !== undefined,
      `a change names a partition that exists: ${record.topicId}-${record.partitionId}`,
    );
    topic.set(record.partitionId, partition.changedBy(record, this.#lists));
  }

  /** @param name  empty for every topic */
  clearElr(name: string): void {
    if (name !== '') {
      const id = this.#createdIdByName.get(name) ?? this.#base.byName(name)?.id;
      assert(id !== undefined, `the ELR is cleared of a topic that exists: ${name}`);
      this.#clearElrOf(id);
      return;
    }
    for (const id of this.#changed.keys()) this.#clearElrOf(id);
    for (const topic of this.#base.values()) {
      if (!this.#deleted.has(topic.id) && hasElr(topic)) this.#clearElrOf(topic.id);
    }
  }

  #clearElrOf(id: Uuid): void {
    const topic = this.#deltaOf(id);
    const indexes = new Set([...topic.base.partitions.entries()].map(([index]) => index));
    for (const index of topic.changedPartitions.keys()) indexes.add(index);
    for (const index of indexes) {
      const partition = topic.partition(index);
      if (partition === undefined || !hasPartitionElr(partition)) continue;
      topic.set(index, partition.withoutElr());
    }
  }

  /** The topic as it was, which is now gone. */
  remove(id: Uuid): TopicImage {
    const created = this.#changed.get(id);
    this.#changed.delete(id);
    if (created !== undefined && this.#createdIdByName.get(created.name) === id) {
      this.#createdIdByName.delete(created.name);
    }
    const old = this.#base.byId(id);
    if (old !== undefined) this.#deleted.set(id, old);
    const removed = created?.apply() ?? old;
    assert(removed !== undefined, `a topic that exists is removed: ${id}`);
    return removed;
  }

  apply(): TopicsImage {
    const changed = Array.from(this.#changed.values(), (delta) => delta.apply());
    return this.#base.changed(this.#deleted.values(), changed);
  }

  #deltaOf(id: Uuid): TopicDelta {
    let delta = this.#changed.get(id);
    if (delta === undefined) {
      const topic = this.#deleted.has(id) ? undefined : this.#base.byId(id);
      assert(topic !== undefined, `a record names a topic that exists: ${id}`);
      delta = new TopicDelta(topic, false);
      this.#changed.set(id, delta);
    }
    return delta;
  }
}

/** The partition epoch rises with every change, so equal ones mean equal partitions. */
function isSamePartition(
  old: PartitionRegistration | undefined,
  partition: PartitionRegistration,
): boolean {
  return old !== undefined && old.partitionEpoch === partition.partitionEpoch;
}

function hasElr(topic: TopicImage): boolean {
  for (const partition of topic.partitions) if (hasPartitionElr(partition)) return true;
  return false;
}

function hasPartitionElr(partition: PartitionRegistration): boolean {
  return partition.elr.length > 0 || partition.lastKnownElr.length > 0;
}
