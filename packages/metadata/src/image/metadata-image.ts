// MetadataImage: everything the metadata log says, up to one offset. Immutable: whoever holds one may
// read it for as long as it likes, and a later one shares all that did not change.

import { type Uuid } from '@samsa/common';

import {
  METADATA_VERSION,
  metadataVersion,
  type MetadataVersion,
} from '../features/metadata-version.ts';
import { type BrokerRegistration, type ControllerRegistration } from './broker-registration.ts';
import { ConfigsImage } from './configs-image.ts';
import { PersistentMap } from './persistent-map.ts';
import {
  type AccessControlEntry,
  type ClientQuota,
  type DelegationToken,
  type ScramCredential,
} from './security-images.ts';
import { TopicsImage } from './topics-image.ts';

export interface ClusterImage {
  readonly brokers: PersistentMap<number, BrokerRegistration>;
  readonly controllers: PersistentMap<number, ControllerRegistration>;
}

/** The finalized level of every feature; one that is not named has level 0. */
export class FeaturesImage {
  static readonly EMPTY = new FeaturesImage(PersistentMap.empty());

  readonly levels: PersistentMap<string, number>;

  constructor(levels: PersistentMap<string, number>) {
    this.levels = levels;
  }

  levelOf(feature: string): number {
    return this.levels.get(feature) ?? 0;
  }

  /** The oldest one that is supported before the log has named any. */
  get metadataVersion(): MetadataVersion {
    return metadataVersion(this.levelOf(METADATA_VERSION));
  }

  get isElrEnabled(): boolean {
    return this.levelOf('eligible.leader.replicas.version') >= 1;
  }
}

export interface ImageContent {
  readonly features: FeaturesImage;
  readonly cluster: ClusterImage;
  readonly topics: TopicsImage;
  readonly configs: ConfigsImage;
  /** The first producer id that no broker has been given. */
  readonly nextProducerId: number;
  readonly acls: PersistentMap<Uuid, AccessControlEntry>;
  readonly scramCredentials: PersistentMap<string, ScramCredential>;
  readonly delegationTokens: PersistentMap<string, DelegationToken>;
  readonly clientQuotas: PersistentMap<string, ClientQuota>;
}

export class MetadataImage implements ImageContent {
  static readonly EMPTY = new MetadataImage(-1, -1, -1, {
    features: FeaturesImage.EMPTY,
    cluster: { brokers: PersistentMap.empty(), controllers: PersistentMap.empty() },
    topics: TopicsImage.EMPTY,
    configs: ConfigsImage.EMPTY,
    nextProducerId: 0,
    acls: PersistentMap.empty(),
    scramCredentials: PersistentMap.empty(),
    delegationTokens: PersistentMap.empty(),
    clientQuotas: PersistentMap.empty(),
  });

  /** Offset of the last record in it; −1 before any. A later image has a greater one. */
  readonly offset: number;
  /** Leader epoch of that record. */
  readonly epoch: number;
  /** When that record was appended, by the controller's wall clock. */
  readonly timestampMs: number;
  readonly features: FeaturesImage;
  readonly cluster: ClusterImage;
  readonly topics: TopicsImage;
  readonly configs: ConfigsImage;
  readonly nextProducerId: number;
  readonly acls: PersistentMap<Uuid, AccessControlEntry>;
  readonly scramCredentials: PersistentMap<string, ScramCredential>;
  readonly delegationTokens: PersistentMap<string, DelegationToken>;
  readonly clientQuotas: PersistentMap<string, ClientQuota>;

  constructor(offset: number, epoch: number, timestampMs: number, content: ImageContent) {
    this.offset = offset;
    this.epoch = epoch;
    this.timestampMs = timestampMs;
    this.features = content.features;
    this.cluster = content.cluster;
    this.topics = content.topics;
    this.configs = content.configs;
    this.nextProducerId = content.nextProducerId;
    this.acls = content.acls;
    this.scramCredentials = content.scramCredentials;
    this.delegationTokens = content.delegationTokens;
    this.clientQuotas = content.clientQuotas;
  }

  get isEmpty(): boolean {
    return this.offset < 0;
  }
}
