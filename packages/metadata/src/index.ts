export {
  alterConfigs,
  ConfigOperation,
  incrementalAlterConfigs,
} from './controller/alter-configs.ts';
export { alterPartition } from './controller/alter-partition.ts';
export { assignReplicasToDirs } from './controller/assign-directories.ts';
export {
  brokerHeartbeat,
  fenceStaleBroker,
  nextSessionExpiryMs,
} from './controller/broker-heartbeat.ts';
export { type ConfigRules, type EffectiveTopicConfig } from './controller/config-rules.ts';
export {
  type ControllerSettings,
  ControllerState,
  type DecisionContext,
} from './controller/controller-state.ts';
export { createPartitions } from './controller/create-partitions.ts';
export { createTopics, type CreateTopicsPermissions } from './controller/create-topics.ts';
export { deleteTopics } from './controller/delete-topics.ts';
export {
  electLeaders,
  electPreferredLeaders,
  electUncleanLeaders,
  ElectionType,
} from './controller/elect-leaders.ts';
export { allocateProducerIds, PRODUCER_ID_BLOCK_SIZE } from './controller/producer-ids.ts';
export {
  alterPartitionReassignments,
  listPartitionReassignments,
} from './controller/reassign-partitions.ts';
export { registerBroker, unregisterBroker } from './controller/register-broker.ts';
export { registerController } from './controller/register-controller.ts';
export { updateFeatures, UpgradeType } from './controller/update-features.ts';
export {
  activationRecords,
  bootstrapRecords,
  type FormatOptions,
  inTransaction,
} from './features/bootstrap.ts';
export {
  defaultFeatureLevels,
  ELR_VERSION,
  GROUP_VERSION,
  KRAFT_VERSION,
  SHARE_VERSION,
  STREAMS_VERSION,
  SUPPORTED_FEATURES,
  TRANSACTION_VERSION,
} from './features/feature-levels.ts';
export {
  LATEST_METADATA_VERSION,
  METADATA_VERSION,
  metadataVersion,
  MetadataVersion,
  metadataVersionNamed,
  MINIMUM_METADATA_VERSION,
} from './features/metadata-version.ts';
export {
  type BrokerRegistration,
  type ControllerRegistration,
  isActive,
  type Listener,
  listenerOf,
  type VersionRange,
} from './image/broker-registration.ts';
export {
  CLUSTER_DEFAULT,
  type ConfigResource,
  configResourceKey,
  ConfigResourceType,
  ConfigsImage,
  type ResourceConfigs,
} from './image/configs-image.ts';
export { imageToRecords } from './image/image-to-records.ts';
export { MetadataDelta } from './image/metadata-delta.ts';
export {
  type ClusterImage,
  FeaturesImage,
  type ImageContent,
  MetadataImage,
} from './image/metadata-image.ts';
export { PartitionList } from './image/partition-list.ts';
export {
  LeaderRecoveryState,
  NO_LEADER,
  NO_LEADER_CHANGE,
  PartitionRegistration,
} from './image/partition-registration.ts';
export { type MapKey, PersistentMap } from './image/persistent-map.ts';
export {
  type AccessControlEntry,
  type ClientQuota,
  type DelegationToken,
  quotaEntityKey,
  type QuotaEntityPart,
  type ScramCredential,
  scramCredentialKey,
} from './image/security-images.ts';
export { type TopicDelta } from './image/topics-delta.ts';
export { TopicImage, TopicsImage } from './image/topics-image.ts';
