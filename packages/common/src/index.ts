export { AssertionFailure, assert, unreachable } from './assert.ts';
export {
  boolean,
  className,
  type ConfigDefinition,
  type ConfigOptions,
  ConfigProblem,
  ConfigType,
  double,
  int,
  list,
  long,
  MAX_LONG,
  password,
  short,
  string,
  type UpdateMode,
} from './config/config-definition.ts';
export {
  type ConfigComplaint,
  type ConfigDefinitions,
  type ConfigEntry,
  ConfigSource,
  ConfigValues,
  defineConfigs,
  type ValueOf,
} from './config/config-values.ts';
export { formatProperties, parseProperties, type Property } from './config/properties.ts';
export { ErrorCode, errorName, isRetriable } from './generated/error-code.ts';
export { KafkaError } from './kafka-error.ts';
export { Histogram } from './metrics/histogram.ts';
export { Meter } from './metrics/meter.ts';
export {
  Counter,
  type Gauge,
  mbeanName,
  type Metric,
  type MetricName,
  MetricsRegistry,
} from './metrics/metrics-registry.ts';
export {
  type Cancel,
  type Clock,
  type CloseReason,
  type CompressionName,
  type Conn,
  type Cpu,
  type Disk,
  type DiskLane,
  type Endpoint,
  type File,
  type FileStat,
  type Job,
  type Level,
  type LogLevelControl,
  type Listener,
  type Lock,
  type LogFields,
  type Network,
  type OpenMode,
  type PeerIdentity,
  type Platform,
  type ProcessIdentity,
  type Random,
  type ReceiveTarget,
  type Timers,
} from './platform.ts';
export { type Outcome, type StateMachine, type TimedStateMachine } from './state-machine.ts';
export { type Deadline, TimingWheel } from './timing-wheel.ts';
export {
  CLUSTER_METADATA_TOPIC,
  CONSUMER_OFFSETS_TOPIC,
  isInternalTopic,
  SHARE_GROUP_STATE_TOPIC,
  topicNameProblem,
  type TopicIdPartition,
  type TopicPartition,
  topicPartitionName,
  TRANSACTION_STATE_TOPIC,
} from './topic-partition.ts';
export {
  DirectoryId,
  isUuid,
  METADATA_TOPIC_ID,
  randomUuid,
  type Uuid,
  uuidFromBytes,
  uuidToBytes,
  uuidToHexText,
  ZERO_UUID,
} from './uuid.ts';
