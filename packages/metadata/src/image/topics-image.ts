// TopicsImage: every topic by name and by id.

import { type Uuid } from '@samsa/common';

import { PartitionList } from './partition-list.ts';
import { type PartitionRegistration } from './partition-registration.ts';
import { PersistentMap } from './persistent-map.ts';

export class TopicImage {
  readonly name: string;
  readonly id: Uuid;
  readonly partitions: PartitionList;

  constructor(name: string, id: Uuid, partitions: PartitionList) {
    this.name = name;
    this.id = id;
    this.partitions = partitions;
  }

  get partitionCount(): number {
    return this.partitions.length;
  }

  partition(index: number): PartitionRegistration | undefined {
    return this.partitions.at(index);
  }
}

export class TopicsImage {
  static readonly EMPTY = new TopicsImage(PersistentMap.empty(), PersistentMap.empty());

  readonly #byId: PersistentMap<Uuid, TopicImage>;
  readonly #idByName: PersistentMap<string, Uuid>;

  private constructor(
    byId: PersistentMap<Uuid, TopicImage>,
    idByName: PersistentMap<string, Uuid>,
  ) {
    this.#byId = byId;
    this.#idByName = idByName;
  }

  get size(): number {
    return this.#byId.size;
  }

  byId(id: Uuid): TopicImage | undefined {
    return this.#byId.get(id);
  }

  byName(name: string): TopicImage | undefined {
    const id = this.#idByName.get(name);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  partition(name: string, index: number): PartitionRegistration | undefined {
    return this.byName(name)?.partition(index);
  }

  values(): IterableIterator<TopicImage> {
    return this.#byId.values();
  }

  /** The quick way over all topics, in the order of `values`. */
  forEach(run: (topic: TopicImage) => void): void {
    this.#byId.forEach(run);
  }

  /** Deletes come first: a new topic may have the name of a deleted one. */
  changed(deleted: Iterable<TopicImage>, set: readonly TopicImage[]): TopicsImage {
    const gone = [...deleted];
    return new TopicsImage(
      this.#byId.changed((byId) => {
        for (const topic of gone) byId.delete(topic.id);
        for (const topic of set) byId.set(topic.id, topic);
      }),
      this.#idByName.changed((idByName) => {
        for (const topic of gone) idByName.delete(topic.name);
        for (const topic of set) idByName.set(topic.name, topic.id);
      }),
    );
  }
}
