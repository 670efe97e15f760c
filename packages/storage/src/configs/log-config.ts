// LogConfig: what applies to the log of one partition — the broker's defaults with the topic's own
// values on top, as plain fields that the append path reads without a look-up.

import { type ConfigDefinitions, ConfigProblem, ErrorCode, KafkaError } from '@samsa/common';
import { brokerSynonyms, topicConfigs, type TopicConfigKey } from './topic-configs.ts';

export interface LogConfig {
  readonly segmentBytes: number;
  /** Where the log is compacted, no more than `maxCompactionLagMs`. */
  readonly segmentMs: number;
  readonly segmentJitterMs: number;
  readonly segmentIndexBytes: number;
  readonly indexIntervalBytes: number;
  readonly retentionMs: number;
  readonly retentionBytes: number;
  readonly fileDeleteDelayMs: number;
  readonly isDeletedByPolicy: boolean;
  readonly isCompacted: boolean;
  readonly deleteRetentionMs: number;
  readonly minCompactionLagMs: number;
  readonly maxCompactionLagMs: number;
  readonly minCleanableDirtyRatio: number;
  readonly flushMessages: number;
  readonly flushMs: number;
  readonly maxMessageBytes: number;
  readonly isLogAppendTime: boolean;
  readonly timestampBeforeMaxMs: number;
  readonly timestampAfterMaxMs: number;
  readonly compressionType: 'producer' | 'uncompressed' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
  /** Of that type, where it has levels. */
  readonly compressionLevel: number | undefined;
  readonly minInsyncReplicas: number;
  readonly isUncleanLeaderElectionEnabled: boolean;
  readonly producerIdExpirationMs: number;
}

/** The values of the broker, by key; undefined for a key that is not set and has no default. */
export interface BrokerValues {
  get(key: string): unknown;
}

/** A topic's own values as text, as its config records carry them. */
export type TopicOverrides = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/**
 * @param broker  the node's configuration; without it Kafka's defaults hold
 * @throws KafkaError INVALID_CONFIG for an override that is no topic key or is not allowed
 */
export function logConfig(broker?: BrokerValues, overrides: TopicOverrides = {}): LogConfig {
  const values = new TopicValues(broker, overrides);
  const policy = values.list('cleanup.policy');
  const compressionType = values.text('compression.type') as LogConfig['compressionType'];
  const isCompacted = policy.includes('compact');
  const maxCompactionLagMs = values.number('max.compaction.lag.ms');
  const segmentMs = values.number('segment.ms');
  return {
    segmentBytes: values.numberOrNull('internal.segment.bytes') ?? values.number('segment.bytes'),
    // Compaction leaves the active segment alone, so it closes in time for the largest lag.
    segmentMs: isCompacted ? Math.min(segmentMs, maxCompactionLagMs) : segmentMs,
    segmentJitterMs: values.number('segment.jitter.ms'),
    segmentIndexBytes: values.number('segment.index.bytes'),
    indexIntervalBytes: values.number('index.interval.bytes'),
    retentionMs: values.number('retention.ms'),
    retentionBytes: values.number('retention.bytes'),
    fileDeleteDelayMs: values.number('file.delete.delay.ms'),
    isDeletedByPolicy: policy.includes('delete'),
    isCompacted,
    deleteRetentionMs: values.number('delete.retention.ms'),
    minCompactionLagMs: values.number('min.compaction.lag.ms'),
    maxCompactionLagMs,
    minCleanableDirtyRatio: values.number('min.cleanable.dirty.ratio'),
    flushMessages: values.number('flush.messages'),
    flushMs: values.number('flush.ms'),
    maxMessageBytes: values.number('max.message.bytes'),
    isLogAppendTime: values.text('message.timestamp.type') === 'LogAppendTime',
    timestampBeforeMaxMs: values.number('message.timestamp.before.max.ms'),
    timestampAfterMaxMs: values.number('message.timestamp.after.max.ms'),
    compressionType,
    compressionLevel: values.compressionLevel(compressionType),
    minInsyncReplicas: values.number('min.insync.replicas'),
    isUncleanLeaderElectionEnabled: values.boolean('unclean.leader.election.enable'),
    producerIdExpirationMs: Number(broker?.get('producer.id.expiration.ms') ?? 86_400_000),
  };
}

/**
 * Checks what a user wants to set on a topic.
 *
 * @throws KafkaError INVALID_CONFIG with key, value and what is allowed
 */
export function checkTopicConfigs(overrides: TopicOverrides): void {
  const values = new TopicValues(undefined, overrides);
  if (values.number('min.compaction.lag.ms') > values.number('max.compaction.lag.ms')) {
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      'min.compaction.lag.ms must not be greater than max.compaction.lag.ms',
    );
  }
  if (values.boolean('remote.storage.enable')) {
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      'remote.storage.enable cannot be true: there is no tiered storage on this broker',
    );
  }
}

/** The effective value of each topic key: the topic's own, else the broker's, else the default. */
class TopicValues {
  readonly #broker: BrokerValues | undefined;
  readonly #own = new Map<string, unknown>();

  constructor(broker: BrokerValues | undefined, overrides: TopicOverrides) {
    this.#broker = broker;
    const entries = overrides instanceof Map ? overrides.entries() : Object.entries(overrides);
    for (const [key, text] of entries) this.#own.set(key, parseTopicConfig(key, text));
  }

  number(key: TopicConfigKey): number {
    return this.#value(key) as number;
  }

  numberOrNull(key: TopicConfigKey): number | null {
    return this.#value(key) as number | null;
  }

  text(key: TopicConfigKey): string {
    return this.#value(key) as string;
  }

  boolean(key: TopicConfigKey): boolean {
    return this.#value(key) as boolean;
  }

  list(key: TopicConfigKey): readonly string[] {
    return this.#value(key) as readonly string[];
  }

  compressionLevel(compressionType: string): number | undefined {
    switch (compressionType) {
      case 'gzip':
        return this.number('compression.gzip.level');
      case 'lz4':
        return this.number('compression.lz4.level');
      case 'zstd':
        return this.number('compression.zstd.level');
      default:
        return undefined;
    }
  }

  #value(key: TopicConfigKey): unknown {
    if (this.#own.has(key)) return this.#own.get(key);
    for (const synonym of this.#broker === undefined ? [] : brokerSynonyms(key)) {
      const value = this.#broker?.get(synonym.key);
      if (value === undefined || value === null) continue;
      if (typeof value !== 'number') return value;
      // Below zero means "no limit" in every unit.
      return value < 0 ? value : value * synonym.multiplier;
    }
    return topicConfigs[key].options.default;
  }
}

/** @throws KafkaError INVALID_CONFIG */
export function parseTopicConfig(key: string, text: string): unknown {
  const definitions: ConfigDefinitions = topicConfigs;
  const definition = Object.hasOwn(definitions, key) ? definitions[key] : undefined;
  if (definition === undefined) {
    throw new KafkaError(ErrorCode.INVALID_CONFIG, `Unknown topic config name: ${key}`);
  }
  try {
    return definition.parse(text);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    throw new KafkaError(
      ErrorCode.INVALID_CONFIG,
      `Invalid value ${text} for configuration ${key}; allowed: ${error.allowed}`,
      { cause: error },
    );
  }
}
