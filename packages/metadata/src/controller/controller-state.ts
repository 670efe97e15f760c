// ControllerState: what the active controller decides on — the committed image with its own uncommitted
// records on top, and the soft state of broker sessions. Thrown away whole when leadership ends.

import {
  DirectoryId,
  ErrorCode,
  KafkaError,
  type Random,
  type StateMachine,
  type Uuid,
} from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type BrokerRegistration, isActive } from '../image/broker-registration.ts';
import { CLUSTER_DEFAULT } from '../image/configs-image.ts';
import { MetadataDelta } from '../image/metadata-delta.ts';
import { type MetadataImage } from '../image/metadata-image.ts';
import { type PartitionRegistration } from '../image/partition-registration.ts';
import { type TopicImage } from '../image/topics-image.ts';
import { BrokerLiveness } from './broker-liveness.ts';
import { type ConfigRules } from './config-rules.ts';
import { type PartitionSurroundings } from './partition-change.ts';
import { TopicNameCollisions } from './topic-name-collisions.ts';

/** What does not change while a node runs. */
export interface ControllerSettings {
  readonly nodeId: number;
  readonly clusterId: string;
  readonly sessionTimeoutMs: number;
  readonly defaultPartitionCount: number;
  readonly defaultReplicationFactor: number;
  readonly configRules: ConfigRules;
}

/** What a decision takes from outside: time, chance and its place in the log. */
export interface DecisionContext {
  /** Falls never; the clock of broker sessions. */
  readonly monotonicMs: number;
  readonly random: Random;
  /** The offset that the first record of this decision will have. */
  readonly nextOffset: number;
}

export class ControllerState implements StateMachine<MetadataRecord> {
  readonly settings: ControllerSettings;
  readonly liveness: BrokerLiveness;
  #image: MetadataImage;
  /** Records replayed since `#image` was made. */
  #delta: MetadataDelta | undefined;
  #collisions: TopicNameCollisions | undefined;

  /** @param image  the newest committed one */
  constructor(image: MetadataImage, settings: ControllerSettings, monotonicMs: number) {
    this.#image = image;
    this.settings = settings;
    this.liveness = new BrokerLiveness(settings.sessionTimeoutMs);
    for (const id of image.cluster.brokers.keys()) this.liveness.presume(id, monotonicMs);
  }

  /** With everything replayed so far. Its offset is still that of the image it began with. */
  get image(): MetadataImage {
    if (this.#delta !== undefined) {
      const { offset, epoch, timestampMs } = this.#image;
      this.#image = this.#delta.apply(offset, epoch, timestampMs);
      this.#delta = undefined;
    }
    return this.#image;
  }

  replay(record: MetadataRecord): void {
    if (record.kind === 'TopicRecord') this.#collisions?.add(record.value.name);
    if (record.kind === 'RemoveTopicRecord') {
      const name = this.image.topics.byId(record.value.topicId)?.name;
      if (name !== undefined) this.#collisions?.remove(name);
    }
    if (record.kind === 'UnregisterBrokerRecord') this.liveness.forget(record.value.brokerId);
    this.#delta ??= new MetadataDelta(this.#image);
    this.#delta.replay(record);
  }

  /** An existing topic whose metrics would have this topic's names; undefined where there is none. */
  collidingTopic(name: string): string | undefined {
    this.#collisions ??= TopicNameCollisions.of(this.image.topics.values());
    return this.#collisions.with(name);
  }

  broker(id: number): BrokerRegistration | undefined {
    return this.image.cluster.brokers.get(id);
  }

  isBrokerActive(id: number): boolean {
    const broker = this.broker(id);
    return broker !== undefined && isActive(broker);
  }

  /** The broker, where the request comes from its present incarnation; else STALE_BROKER_EPOCH. */
  brokerWithEpoch(id: number, epoch: number): BrokerRegistration {
    const broker = this.broker(id);
    if (broker === undefined) {
      throw new KafkaError(
        ErrorCode.STALE_BROKER_EPOCH,
        `No broker registration found for broker id ${id}`,
      );
    }
    if (broker.epoch !== epoch) {
      throw new KafkaError(
        ErrorCode.STALE_BROKER_EPOCH,
        `Expected broker epoch ${broker.epoch}, but got broker epoch ${epoch}`,
      );
    }
    return broker;
  }

  /** The directory of a new replica: the only one, or left to the broker to choose. */
  defaultDirectoryOf(brokerId: number): Uuid {
    const broker = this.broker(brokerId);
    if (broker === undefined) return DirectoryId.UNASSIGNED;
    if (broker.directories.length === 0) return DirectoryId.MIGRATING;
    return broker.directories.length === 1
      ? (broker.directories[0] ?? DirectoryId.UNASSIGNED)
      : DirectoryId.UNASSIGNED;
  }

  /** The value in force for a topic key that has the same name on brokers. */
  effectiveTopicConfig(topic: string, key: string): string | null {
    const { configs } = this.image;
    return (
      configs.topic(topic).get(key) ??
      configs.broker(this.settings.nodeId).get(key) ??
      configs.broker(CLUSTER_DEFAULT).get(key) ??
      this.settings.configRules.staticValueOf(key)
    );
  }

  isUncleanElectionEnabled(topic: string): boolean {
    return this.effectiveTopicConfig(topic, 'unclean.leader.election.enable') === 'true';
  }

  /**
   * @param canLead  says which brokers may lead, apart from their directories; default: active ones
   */
  surroundingsOf(
    topic: TopicImage,
    partition: PartitionRegistration,
    canLead: (brokerId: number) => boolean = (id) => this.isBrokerActive(id),
  ): PartitionSurroundings {
    const { features } = this.image;
    const configured = Number(this.effectiveTopicConfig(topic.name, 'min.insync.replicas') ?? 1);
    const replicationFactor = topic.partition(0)?.replicas.length ?? 1;
    return {
      metadataVersion: features.metadataVersion,
      isElrEnabled: features.isElrEnabled,
      minInsyncReplicas: Math.min(configured, replicationFactor),
      canLead: (id) => canLead(id) && this.#isReplicaOnline(partition, id),
      defaultDirectoryOf: (id) => this.defaultDirectoryOf(id),
    };
  }

  #isReplicaOnline(partition: PartitionRegistration, brokerId: number): boolean {
    const directory = partition.directoryOf(brokerId);
    const broker = this.broker(brokerId);
    if (directory === undefined || broker === undefined) return false;
    if (directory === DirectoryId.LOST) return false;
    if (directory === DirectoryId.UNASSIGNED || directory === DirectoryId.MIGRATING) return true;
    return broker.directories.length === 0 || broker.directories.includes(directory);
  }
}
