// imageToRecords: the records of a snapshot. Replayed over nothing they give the same image again, so a
// snapshot and what follows it are worth the whole log.

import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { METADATA_VERSION, type MetadataVersion } from '../features/metadata-version.ts';
import { configRecord, featureLevelRecord, partitionRecord, topicRecord } from '../records.ts';
import {
  type BrokerRegistration,
  type ControllerRegistration,
  type Listener,
  type VersionRange,
} from './broker-registration.ts';
import { type MetadataImage } from './metadata-image.ts';
import { type TopicImage } from './topics-image.ts';

/** In Kafka's order: features, cluster, topics, configs, quotas, producer ids, ACLs, credentials, tokens. */
export function* imageToRecords(image: MetadataImage): Generator<MetadataRecord, void> {
  const { metadataVersion } = image.features;
  yield* featureRecords(image);
  for (const broker of image.cluster.brokers.values()) yield brokerRecord(broker, metadataVersion);
  if (metadataVersion.isControllerRegistrationSupported) {
    for (const controller of image.cluster.controllers.values()) yield controllerRecord(controller);
  }
  for (const topic of image.topics.values()) yield* topicRecords(topic, metadataVersion);
  for (const { type, name, values } of image.configs.resources()) {
    for (const [key, value] of values) yield configRecord(type, name, key, value);
  }
  yield* quotaRecords(image);
  if (image.nextProducerId > 0) yield producerIdsRecord(image.nextProducerId);
  for (const entry of image.acls.values()) {
    yield { kind: 'AccessControlEntryRecord', version: 0, value: { ...entry } };
  }
  yield* credentialRecords(image);
}

/** metadata.version comes first: it says how to read what follows. */
function* featureRecords(image: MetadataImage): Generator<MetadataRecord, void> {
  const { levels } = image.features;
  const metadataVersionLevel = levels.get(METADATA_VERSION);
  if (metadataVersionLevel !== undefined) {
    yield featureLevelRecord(METADATA_VERSION, metadataVersionLevel);
  }
  for (const name of [...levels.keys()].sort()) {
    if (name !== METADATA_VERSION) yield featureLevelRecord(name, levels.get(name) ?? 0);
  }
}

function brokerRecord(broker: BrokerRegistration, version: MetadataVersion): MetadataRecord {
  return {
    kind: 'RegisterBrokerRecord',
    version: version.registerBrokerRecordVersion,
    value: {
      brokerId: broker.id,
      isMigratingZkBroker: broker.isMigratingZkBroker,
      incarnationId: broker.incarnationId,
      brokerEpoch: broker.epoch,
      endPoints: endPointsOf(broker.listeners),
      features: featuresOf(broker.features),
      rack: broker.rack,
      fenced: broker.isFenced,
      inControlledShutdown: broker.isInControlledShutdown,
      logDirs: version.isDirectoryAssignmentSupported ? [...broker.directories] : [],
      cordonedLogDirs:
        version.isCordonedLogDirsSupported && broker.cordonedDirectories !== null
          ? [...broker.cordonedDirectories]
          : null,
    },
  };
}

function controllerRecord(controller: ControllerRegistration): MetadataRecord {
  return {
    kind: 'RegisterControllerRecord',
    version: 0,
    value: {
      controllerId: controller.id,
      incarnationId: controller.incarnationId,
      zkMigrationReady: controller.zkMigrationReady,
      endPoints: endPointsOf(controller.listeners),
      features: featuresOf(controller.features),
    },
  };
}

function endPointsOf(listeners: readonly Listener[]): Listener[] {
  return listeners.map((listener) => ({ ...listener }));
}

function featuresOf(features: ReadonlyMap<string, VersionRange>): {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}[] {
  return [...features].map(([name, { min, max }]) => ({
    name,
    minSupportedVersion: min,
    maxSupportedVersion: max,
  }));
}

function* topicRecords(
  topic: TopicImage,
  version: MetadataVersion,
): Generator<MetadataRecord, void> {
  yield topicRecord(topic.name, topic.id);
  for (const [index, partition] of topic.partitions.entries()) {
    yield partitionRecord(topic.id, index, partition, version);
  }
}

function* quotaRecords(image: MetadataImage): Generator<MetadataRecord, void> {
  for (const { entity, values } of image.clientQuotas.values()) {
    for (const [key, value] of values) {
      yield {
        kind: 'ClientQuotaRecord',
        version: 0,
        value: { entity: entity.map((part) => ({ ...part })), key, value, remove: false },
      };
    }
  }
}

/** Who took the last block is not kept; nobody asks. */
function producerIdsRecord(nextProducerId: number): MetadataRecord {
  return {
    kind: 'ProducerIdsRecord',
    version: 0,
    value: { brokerId: -1, brokerEpoch: -1, nextProducerId },
  };
}

function* credentialRecords(image: MetadataImage): Generator<MetadataRecord, void> {
  for (const { user, ...credential } of image.scramCredentials.values()) {
    yield { kind: 'UserScramCredentialRecord', version: 0, value: { name: user, ...credential } };
  }
  for (const token of image.delegationTokens.values()) {
    yield {
      kind: 'DelegationTokenRecord',
      version: 0,
      value: {
        owner: token.owner,
        requester: token.requester,
        renewers: [...token.renewers],
        issueTimestamp: token.issueTimestampMs,
        maxTimestamp: token.maxTimestampMs,
        expirationTimestamp: token.expirationTimestampMs,
        tokenId: token.tokenId,
      },
    };
  }
}
