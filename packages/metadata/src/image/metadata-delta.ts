// MetadataDelta: collects what records change over an image, and gives the image after them. Subscribers
// read from it what they must act on, without comparing two images.

import { assert, type Uuid } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type BrokerRegistration, type VersionRange } from './broker-registration.ts';
import { type ConfigResource, ConfigResourceType, configResourceKey } from './configs-image.ts';
import { FeaturesImage, type ImageContent, MetadataImage } from './metadata-image.ts';
import { type MapKey, type PersistentMap } from './persistent-map.ts';
import { quotaEntityKey, scramCredentialKey } from './security-images.ts';
import { SharedLists } from './shared-lists.ts';
import { type TopicDelta, TopicsDelta } from './topics-delta.ts';
import { type TopicImage } from './topics-image.ts';

type RecordOf<K extends MetadataRecord['kind']> = Extract<MetadataRecord, { kind: K }>['value'];

/** Kept over all images of a process: the lists that they share. */
const LISTS = new SharedLists();

export class MetadataDelta {
  readonly base: MetadataImage;
  /** True where the records were a snapshot and not what followed the base. */
  readonly isSnapshot: boolean;
  #topics: TopicsDelta;
  readonly #changedBrokers = new Set<number>();
  readonly #changedControllers = new Set<number>();
  readonly #changedFeatures = new Set<string>();
  readonly #changedConfigs = new Map<string, ConfigResource>();
  #didAclsChange = false;
  #didCredentialsChange = false;
  #didTokensChange = false;
  #didQuotasChange = false;

  // The content after the records so far, but for the topics, which are built at the end.
  #features: ImageContent['features'];
  #brokers: ImageContent['cluster']['brokers'];
  #controllers: ImageContent['cluster']['controllers'];
  #configs: ImageContent['configs'];
  #nextProducerId: number;
  #acls: ImageContent['acls'];
  #scramCredentials: ImageContent['scramCredentials'];
  #delegationTokens: ImageContent['delegationTokens'];
  #clientQuotas: ImageContent['clientQuotas'];

  constructor(base: MetadataImage, isSnapshot = false) {
    this.base = base;
    this.isSnapshot = isSnapshot;
    this.#topics = new TopicsDelta(base.topics, LISTS);
    this.#features = base.features;
    this.#brokers = base.cluster.brokers;
    this.#controllers = base.cluster.controllers;
    this.#configs = base.configs;
    this.#nextProducerId = base.nextProducerId;
    this.#acls = base.acls;
    this.#scramCredentials = base.scramCredentials;
    this.#delegationTokens = base.delegationTokens;
    this.#clientQuotas = base.clientQuotas;
  }

  /** The delta that leads from `base` to `next`, which was loaded from a snapshot. */
  static between(base: MetadataImage, next: MetadataImage): MetadataDelta {
    const delta = new MetadataDelta(base, true);
    delta.#topics = TopicsDelta.between(base.topics, next.topics, LISTS);
    addDifferences(delta.#changedBrokers, base.cluster.brokers, next.cluster.brokers);
    addDifferences(delta.#changedControllers, base.cluster.controllers, next.cluster.controllers);
    addDifferences(delta.#changedFeatures, base.features.levels, next.features.levels);
    for (const { type, name } of [...base.configs.resources(), ...next.configs.resources()]) {
      if (!isSameMap(base.configs.of(type, name), next.configs.of(type, name))) {
        delta.#noteConfig(type, name);
      }
    }
    delta.#didAclsChange = true;
    delta.#didCredentialsChange = true;
    delta.#didTokensChange = true;
    delta.#didQuotasChange = true;
    delta.#features = next.features;
    delta.#brokers = next.cluster.brokers;
    delta.#controllers = next.cluster.controllers;
    delta.#configs = next.configs;
    delta.#nextProducerId = next.nextProducerId;
    delta.#acls = next.acls;
    delta.#scramCredentials = next.scramCredentials;
    delta.#delegationTokens = next.delegationTokens;
    delta.#clientQuotas = next.clientQuotas;
    return delta;
  }

  /** Topics that are new or changed and exist afterwards, by id. */
  get changedTopics(): ReadonlyMap<Uuid, TopicDelta> {
    return this.#topics.changed;
  }

  /** Topics of the base that are gone, as they were. */
  get deletedTopics(): ReadonlyMap<Uuid, TopicImage> {
    return this.#topics.deleted;
  }

  /** Ids of brokers that registered, changed or went. */
  get changedBrokers(): ReadonlySet<number> {
    return this.#changedBrokers;
  }

  get changedControllers(): ReadonlySet<number> {
    return this.#changedControllers;
  }

  get changedFeatures(): ReadonlySet<string> {
    return this.#changedFeatures;
  }

  /** Resources of which some value changed, also those of deleted topics; by `configResourceKey`. */
  get changedConfigs(): ReadonlyMap<string, ConfigResource> {
    return this.#changedConfigs;
  }

  get didAclsChange(): boolean {
    return this.#didAclsChange;
  }

  get didCredentialsChange(): boolean {
    return this.#didCredentialsChange;
  }

  get didTokensChange(): boolean {
    return this.#didTokensChange;
  }

  get didQuotasChange(): boolean {
    return this.#didQuotasChange;
  }

  get didProducerIdsChange(): boolean {
    return this.#nextProducerId !== this.base.nextProducerId;
  }

  replay(record: MetadataRecord): void {
    switch (record.kind) {
      case 'RegisterBrokerRecord':
        return this.#registerBroker(record.value);
      case 'UnregisterBrokerRecord':
        return this.#unregisterBroker(record.value);
      case 'FenceBrokerRecord':
        return this.#changeBroker(record.value.id, record.value.epoch, { isFenced: true });
      case 'UnfenceBrokerRecord':
        return this.#changeBroker(record.value.id, record.value.epoch, { isFenced: false });
      case 'BrokerRegistrationChangeRecord':
        return this.#changeRegistration(record.value);
      case 'RegisterControllerRecord':
        return this.#registerController(record.value);
      case 'TopicRecord':
        return this.#topics.create(record.value.name, record.value.topicId);
      case 'PartitionRecord':
        return this.#topics.createPartition(record.value);
      case 'PartitionChangeRecord':
        return this.#topics.changePartition(record.value);
      case 'ClearElrRecord':
        return this.#topics.clearElr(record.value.topicName);
      case 'RemoveTopicRecord':
        return this.#removeTopic(record.value);
      case 'ConfigRecord':
        return this.#setConfig(record.value);
      case 'FeatureLevelRecord':
        return this.#setFeatureLevel(record.value);
      case 'ProducerIdsRecord':
        return this.#takeProducerIds(record.value);
      case 'AccessControlEntryRecord':
        this.#acls = this.#acls.with(record.value.id, { ...record.value });
        this.#didAclsChange = true;
        return;
      case 'RemoveAccessControlEntryRecord':
        this.#acls = this.#acls.without(record.value.id);
        this.#didAclsChange = true;
        return;
      case 'UserScramCredentialRecord':
        return this.#setCredential(record.value);
      case 'RemoveUserScramCredentialRecord':
        return this.#removeCredential(record.value);
      case 'DelegationTokenRecord':
        return this.#setToken(record.value);
      case 'RemoveDelegationTokenRecord':
        this.#delegationTokens = this.#delegationTokens.without(record.value.tokenId);
        this.#didTokensChange = true;
        return;
      case 'ClientQuotaRecord':
        return this.#setQuota(record.value);
      case 'NoOpRecord':
      // Left behind by clusters that once moved from ZooKeeper; it means nothing any more.
      case 'ZkMigrationStateRecord':
      // Transactions of the log are put together or dropped before their records get here.
      case 'BeginTransactionRecord':
      case 'EndTransactionRecord':
      case 'AbortTransactionRecord':
        return;
    }
  }

  /**
   * The image after the records so far.
   *
   * @param offset  of the last record, or of the last one a snapshot covers
   */
  apply(offset: number, epoch: number, timestampMs: number): MetadataImage {
    return new MetadataImage(offset, epoch, timestampMs, {
      features: this.#features,
      cluster: { brokers: this.#brokers, controllers: this.#controllers },
      topics: this.#topics.apply(),
      configs: this.#configs,
      nextProducerId: this.#nextProducerId,
      acls: this.#acls,
      scramCredentials: this.#scramCredentials,
      delegationTokens: this.#delegationTokens,
      clientQuotas: this.#clientQuotas,
    });
  }

  #registerBroker(record: RecordOf<'RegisterBrokerRecord'>): void {
    this.#changedBrokers.add(record.brokerId);
    this.#brokers = this.#brokers.with(record.brokerId, {
      id: record.brokerId,
      epoch: record.brokerEpoch,
      incarnationId: record.incarnationId,
      listeners: listenersOf(record.endPoints),
      features: featureRanges(record.features),
      rack: record.rack,
      isFenced: record.fenced,
      isInControlledShutdown: record.inControlledShutdown,
      isMigratingZkBroker: record.isMigratingZkBroker,
      directories: [...record.logDirs].sort(),
      cordonedDirectories: record.cordonedLogDirs === null ? null : [...record.cordonedLogDirs],
    });
  }

  #unregisterBroker(record: RecordOf<'UnregisterBrokerRecord'>): void {
    this.#brokerOf(record.brokerId, record.brokerEpoch);
    this.#changedBrokers.add(record.brokerId);
    this.#brokers = this.#brokers.without(record.brokerId);
  }

  #changeRegistration(record: RecordOf<'BrokerRegistrationChangeRecord'>): void {
    const change: { -readonly [K in keyof BrokerRegistration]?: BrokerRegistration[K] } = {};
    if (record.fenced !== 0) change.isFenced = record.fenced > 0;
    if (record.inControlledShutdown !== 0) {
      change.isInControlledShutdown = record.inControlledShutdown > 0;
    }
    if (record.logDirs.length > 0) change.directories = [...record.logDirs].sort();
    if (record.cordonedLogDirs !== null) change.cordonedDirectories = [...record.cordonedLogDirs];
    this.#changeBroker(record.brokerId, record.brokerEpoch, change);
  }

  #changeBroker(id: number, epoch: number, change: Partial<BrokerRegistration>): void {
    const broker = this.#brokerOf(id, epoch);
    this.#changedBrokers.add(id);
    this.#brokers = this.#brokers.with(id, { ...broker, ...change });
  }

  #brokerOf(id: number, epoch: number): BrokerRegistration {
    const broker = this.#brokers.get(id);
    assert(broker !== undefined, `a record names a broker that is registered: ${id}`);
    assert(broker.epoch === epoch, `a record names the broker's epoch: ${id}, ${epoch}`);
    return broker;
  }

  #registerController(record: RecordOf<'RegisterControllerRecord'>): void {
    this.#changedControllers.add(record.controllerId);
    this.#controllers = this.#controllers.with(record.controllerId, {
      id: record.controllerId,
      incarnationId: record.incarnationId,
      zkMigrationReady: record.zkMigrationReady,
      listeners: listenersOf(record.endPoints),
      features: featureRanges(record.features),
    });
  }

  #removeTopic(record: RecordOf<'RemoveTopicRecord'>): void {
    const topic = this.#topics.remove(record.topicId);
    if (this.#configs.topic(topic.name).size === 0) return;
    this.#noteConfig(ConfigResourceType.TOPIC, topic.name);
    this.#configs = this.#configs.without(ConfigResourceType.TOPIC, topic.name);
  }

  #setConfig(record: RecordOf<'ConfigRecord'>): void {
    const { resourceType, resourceName, name, value } = record;
    this.#noteConfig(resourceType, resourceName);
    this.#configs = this.#configs.with(resourceType, resourceName, name, value);
  }

  #noteConfig(type: number, name: string): void {
    this.#changedConfigs.set(configResourceKey(type, name), { type, name });
  }

  #setFeatureLevel(record: RecordOf<'FeatureLevelRecord'>): void {
    this.#changedFeatures.add(record.name);
    const { levels } = this.#features;
    this.#features = new FeaturesImage(
      record.featureLevel === 0
        ? levels.without(record.name)
        : levels.with(record.name, record.featureLevel),
    );
  }

  #takeProducerIds(record: RecordOf<'ProducerIdsRecord'>): void {
    assert(record.nextProducerId > this.#nextProducerId, 'producer ids only grow');
    this.#nextProducerId = record.nextProducerId;
  }

  #setCredential(record: RecordOf<'UserScramCredentialRecord'>): void {
    this.#didCredentialsChange = true;
    this.#scramCredentials = this.#scramCredentials.with(
      scramCredentialKey(record.mechanism, record.name),
      {
        user: record.name,
        mechanism: record.mechanism,
        // The record's bytes are views of a buffer that is not ours.
        salt: Uint8Array.from(record.salt),
        storedKey: Uint8Array.from(record.storedKey),
        serverKey: Uint8Array.from(record.serverKey),
        iterations: record.iterations,
      },
    );
  }

  #removeCredential(record: RecordOf<'RemoveUserScramCredentialRecord'>): void {
    this.#didCredentialsChange = true;
    const key = scramCredentialKey(record.mechanism, record.name);
    this.#scramCredentials = this.#scramCredentials.without(key);
  }

  #setToken(record: RecordOf<'DelegationTokenRecord'>): void {
    this.#didTokensChange = true;
    this.#delegationTokens = this.#delegationTokens.with(record.tokenId, {
      tokenId: record.tokenId,
      owner: record.owner,
      requester: record.requester,
      renewers: [...record.renewers],
      issueTimestampMs: record.issueTimestamp,
      maxTimestampMs: record.maxTimestamp,
      expirationTimestampMs: record.expirationTimestamp,
    });
  }

  #setQuota(record: RecordOf<'ClientQuotaRecord'>): void {
    this.#didQuotasChange = true;
    const entityKey = quotaEntityKey(record.entity);
    const old = this.#clientQuotas.get(entityKey);
    const values = new Map(old?.values);
    if (record.remove) values.delete(record.key);
    else values.set(record.key, record.value);
    const entity =
      old?.entity ??
      record.entity.map(({ entityType, entityName }) => ({ entityType, entityName }));
    this.#clientQuotas =
      values.size === 0
        ? this.#clientQuotas.without(entityKey)
        : this.#clientQuotas.with(entityKey, { entity, values });
  }
}

function addDifferences<K extends MapKey, V>(
  keys: Set<K>,
  base: PersistentMap<K, V>,
  next: PersistentMap<K, V>,
): void {
  for (const key of base.keys()) if (!next.has(key)) keys.add(key);
  for (const [key, value] of next) if (base.get(key) !== value) keys.add(key);
}

function isSameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

function listenersOf(
  endPoints: RecordOf<'RegisterBrokerRecord'>['endPoints'],
): BrokerRegistration['listeners'] {
  return endPoints.map(({ name, host, port, securityProtocol }) => ({
    name,
    host,
    port,
    securityProtocol,
  }));
}

function featureRanges(
  features: RecordOf<'RegisterBrokerRecord'>['features'],
): ReadonlyMap<string, VersionRange> {
  return new Map(
    features.map((feature) => [
      feature.name,
      { min: feature.minSupportedVersion, max: feature.maxSupportedVersion },
    ]),
  );
}
