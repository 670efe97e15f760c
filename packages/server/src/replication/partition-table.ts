// PartitionTable: the replicas that this broker holds, found by topic name or topic id, and kept in
// step with the metadata image.

import {
  ConfigResourceType,
  type MetadataDelta,
  MetadataImage,
  type PartitionRegistration,
} from '@samsa/metadata';
import { DirectoryId, type Platform, topicPartitionName, type Uuid } from '@samsa/common';
import { type PartitionLog } from '@samsa/storage';

import { Partition } from './partition.ts';
import { type LogDirectories } from '../logs/log-directories.ts';

interface HostedTopic {
  readonly id: Uuid;
  readonly name: string;
  readonly partitions: Map<number, Partition>;
}

/** Leadership of a partition began or ended on this broker. */
export interface LeadershipListener {
  onLeading(partition: Partition): void;
  onResigned(partition: Partition): void;
}

export class PartitionTable {
  readonly #platform: Platform;
  readonly #nodeId: number;
  readonly #logs: LogDirectories;
  readonly #byName = new Map<string, HostedTopic>();
  readonly #byId = new Map<Uuid, HostedTopic>();
  readonly #listeners: LeadershipListener[] = [];
  /** Partitions whose logs are being opened; the broker is not ready before they are. */
  readonly #opening = new Set<Promise<void>>();
  #count = 0;
  /** The newest one: a log that took long to open is configured by it. */
  #image = MetadataImage.EMPTY;

  constructor(platform: Platform, nodeId: number, logs: LogDirectories) {
    this.#platform = platform;
    this.#nodeId = nodeId;
    this.#logs = logs;
  }

  get partitionCount(): number {
    return this.#count;
  }

  /** @returns undefined where this broker holds no replica of it */
  byName(topic: string, partition: number): Partition | undefined {
    return this.#byName.get(topic)?.partitions.get(partition);
  }

  byId(topicId: Uuid, partition: number): Partition | undefined {
    return this.#byId.get(topicId)?.partitions.get(partition);
  }

  *all(): Generator<Partition> {
    for (const topic of this.#byId.values()) yield* topic.partitions.values();
  }

  listen(listener: LeadershipListener): void {
    this.#listeners.push(listener);
  }

  /** Follows the image: deletes first, because a topic may come back under its name with a new id. */
  apply(delta: MetadataDelta, image: MetadataImage): void {
    this.#image = image;
    for (const id of delta.deletedTopics.keys()) this.#deleteTopic(id);
    for (const changed of delta.changedTopics.values()) {
      for (const [index, registration] of changed.changedPartitions) {
        this.#applyPartition(changed.id, changed.name, index, registration, image);
      }
    }
    for (const { type, name } of delta.changedConfigs.values())
      this.#applyConfig(type, name, image);
  }

  /** What topics inherit from this broker has changed; values of their own stay. */
  brokerConfigChanged(image: MetadataImage): void {
    this.#image = image;
    for (const { name, partitions } of this.#byId.values()) {
      const config = this.#logs.configOf(name, image);
      for (const { log } of partitions.values()) log?.configure(config);
    }
  }

  /** Resolves when no log is being opened any more. */
  async whenOpened(): Promise<void> {
    while (this.#opening.size > 0) await Promise.all(this.#opening);
  }

  /** Ends every leadership here; logs stay open for their owner to close. */
  resignAll(): void {
    for (const partition of this.all()) this.#resign(partition);
  }

  #applyPartition(
    topicId: Uuid,
    topic: string,
    index: number,
    registration: PartitionRegistration,
    image: MetadataImage,
  ): void {
    const known = this.byId(topicId, index);
    if (!registration.replicas.includes(this.#nodeId)) {
      if (known !== undefined) this.#drop(known);
      return;
    }
    if (known === undefined) {
      this.#host(topicId, topic, index, registration, image);
      return;
    }
    const wasLeading = known.isLeading;
    const leads = known.assign(registration);
    if (wasLeading && (!known.isLeading || leads)) this.#tellResigned(known);
    if (leads) this.#tellLeading(known);
  }

  #host(
    topicId: Uuid,
    topic: string,
    index: number,
    registration: PartitionRegistration,
    image: MetadataImage,
  ): void {
    const identity = { topicId, topic, partition: index };
    const partition = new Partition(this.#platform, this.#nodeId, identity, registration);
    let hosted = this.#byId.get(topicId);
    if (hosted === undefined) {
      hosted = { id: topicId, name: topic, partitions: new Map() };
      this.#byId.set(topicId, hosted);
      this.#byName.set(topic, hosted);
    }
    hosted.partitions.set(index, partition);
    this.#count++;

    const opened = this.#logs.openLog(
      partition,
      registration.directoryOf(this.#nodeId) ?? DirectoryId.UNASSIGNED,
      image,
    );
    if (opened instanceof Promise) this.#attachWhenOpened(partition, opened);
    else this.#attach(partition, opened);
  }

  #attachWhenOpened(partition: Partition, opened: Promise<PartitionLog | undefined>): void {
    const attached = opened.then(
      (log) => {
        // Deleted while it was being opened: the log goes the way of the partition.
        if (this.byId(partition.topicId, partition.partition) !== partition) {
          if (log !== undefined) this.#logs.deleteLog(log);
        } else if (log === undefined) {
          partition.diskFailed();
        } else {
          log.configure(this.#logs.configOf(partition.topic, this.#image));
          this.#attach(partition, log);
        }
      },
      (error: unknown) => {
        this.#platform.log('error', 'partition could not be opened', {
          partition: topicPartitionName(partition.topic, partition.partition),
          error,
        });
        partition.diskFailed();
      },
    );
    this.#opening.add(attached);
    void attached.finally(() => this.#opening.delete(attached));
  }

  #attach(partition: Partition, log: PartitionLog): void {
    if (partition.attach(log)) this.#tellLeading(partition);
  }

  #deleteTopic(id: Uuid): void {
    const topic = this.#byId.get(id);
    if (topic === undefined) return;
    for (const partition of topic.partitions.values()) this.#drop(partition);
  }

  #drop(partition: Partition): void {
    const topic = this.#byId.get(partition.topicId);
    topic?.partitions.delete(partition.partition);
    this.#count--;
    if (topic !== undefined && topic.partitions.size === 0) {
      this.#byId.delete(topic.id);
      if (this.#byName.get(topic.name) === topic) this.#byName.delete(topic.name);
    }
    this.#resign(partition);
    if (partition.log !== undefined) this.#logs.deleteLog(partition.log);
  }

  #applyConfig(type: number, name: string, image: MetadataImage): void {
    const topic = type === ConfigResourceType.TOPIC ? this.#byName.get(name) : undefined;
    if (topic === undefined) return;
    const config = this.#logs.configOf(name, image);
    for (const partition of topic.partitions.values()) partition.log?.configure(config);
  }

  #resign(partition: Partition): void {
    const wasLeading = partition.isLeading;
    partition.resign();
    if (wasLeading) this.#tellResigned(partition);
  }

  #tellLeading(partition: Partition): void {
    for (const listener of this.#listeners) listener.onLeading(partition);
  }

  #tellResigned(partition: Partition): void {
    for (const listener of this.#listeners) listener.onResigned(partition);
  }
}
