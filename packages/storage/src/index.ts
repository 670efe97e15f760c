export { storageJobs } from './cleaner/compaction-jobs.ts';
export { type CompactionPlan, dirtyRatio, isCompactionDue } from './cleaner/compaction-plan.ts';
export {
  type CompactionLimits,
  type CompactionResult,
  type CompactionStats,
} from './cleaner/log-compaction.ts';
export {
  CheckpointFile,
  DamagedCheckpoint,
  OffsetCheckpoint,
  type PartitionOffset,
  readOffsetCheckpoint,
  writeOffsetCheckpoint,
} from './checkpoints/offset-checkpoint.ts';
export {
  CLEAN_SHUTDOWN_FILE,
  type CleanShutdown,
  readCleanShutdown,
  removeCleanShutdown,
  writeCleanShutdown,
} from './checkpoints/clean-shutdown.ts';
export {
  type EpochEntry,
  LEADER_EPOCH_FILE,
  readLeaderEpochs,
} from './checkpoints/leader-epoch-checkpoint.ts';
export {
  META_PROPERTIES_FILE,
  type MetaProperties,
  readMetaProperties,
  writeMetaProperties,
} from './checkpoints/meta-properties.ts';
export {
  PARTITION_METADATA_FILE,
  readPartitionMetadata,
} from './checkpoints/partition-metadata.ts';
export {
  type BrokerValues,
  checkTopicConfigs,
  type LogConfig,
  logConfig,
  parseTopicConfig,
  type TopicOverrides,
} from './configs/log-config.ts';
export { logConfigs } from './configs/log-configs.ts';
export {
  type BrokerSynonym,
  brokerSynonyms,
  type TopicConfigKey,
  topicConfigs,
} from './configs/topic-configs.ts';
export { readFileBytes, readFileText, removeFile, writeFileSafely } from './files/atomic-file.ts';
export {
  type FolderKind,
  parsePartitionFolder,
  partitionFolder,
  type PartitionFolder,
  renamedFolder,
} from './files/log-names.ts';
export { type AbortedTransaction } from './indexes/transaction-index.ts';
export { AppendResult, type RecordError } from './log/append-result.ts';
export { DamagedLog } from './log/batch-headers.ts';
export { deleteFolder } from './files/folder-deletion.ts';
export {
  type EpochEndOffset,
  LeaderEpochCache,
  NO_LEADER_EPOCH,
} from './log/leader-epoch-cache.ts';
export { MAX_DECOMPRESSED_BYTES } from './log/limits.ts';
export { type LogCheckpoints, type LogOptions } from './log/log-options.ts';
export { LogRead } from './log/log-read.ts';
export { type ReadRequest } from './log/log-reader.ts';
export { type AppendOrigin, PartitionLog } from './log/partition-log.ts';
export { type TimestampAndOffset } from './log/timestamp-search.ts';
export { type LogResourceLimits, LogResources } from './log-resources.ts';
export { type BatchMemory, type ProducerState } from './producers/producer-state.ts';
export { ProducerStates } from './producers/producer-states.ts';
