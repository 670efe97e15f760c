// The keys of server.properties that say how logs are kept. Most are defaults of a topic's key.

import {
  boolean,
  type ConfigDefinition,
  ConfigProblem,
  defineConfigs,
  double,
  int,
  list,
  long,
  MAX_LONG,
  string,
} from '@samsa/common';

import { cleanerConfigs } from './cleaner-configs.ts';

const HOUR_MS = 3_600_000;

/** Key and default of the largest batch: 1 MiB and the 12 bytes in front of a batch's length. */
const DEFAULT_MAX_BATCH_BYTES = 1_048_588;

export const COMPRESSION_TYPES = [
  'uncompressed',
  'zstd',
  'lz4',
  'snappy',
  'gzip',
  'producer',
] as const;

export const logConfigs = defineConfigs({
  // ---- Where --------------------------------------------------------------------------------------
  'log.dir': string({
    default: './data',
    doc: 'The folder of the logs where log.dirs is not set. Kafka: /tmp/kafka-logs.',
    importance: 'high',
  }),
  'log.dirs': list({
    // Kafka's null: log.dir counts. `list` has no null of its own.
    default: null as unknown as readonly string[],
    doc: 'The folders in which logs are kept, separated by commas.',
    importance: 'high',
  }),
  'num.recovery.threads.per.data.dir': int({
    default: 2,
    min: 1,
    update: 'cluster-wide',
    doc: 'How many logs of a folder are loaded or closed at the same time.',
    importance: 'high',
  }),

  // ---- Segments -----------------------------------------------------------------------------------
  'log.segment.bytes': int({
    default: 1_073_741_824,
    min: 1_048_576,
    topic: 'segment.bytes',
    update: 'cluster-wide',
    doc: 'Size in bytes at which the active segment is closed and the next one begins.',
    importance: 'high',
  }),
  'log.roll.ms': long<number | null>({
    default: null,
    topic: 'segment.ms',
    update: 'cluster-wide',
    doc: 'Age in ms at which a segment is closed also when it is small. Unset: log.roll.hours.',
    importance: 'high',
  }),
  'log.roll.hours': int({
    default: 168,
    min: 1,
    topic: 'segment.ms',
    doc: 'The same in hours.',
    importance: 'high',
  }),
  'log.roll.jitter.ms': long<number | null>({
    default: null,
    topic: 'segment.jitter.ms',
    update: 'cluster-wide',
    doc: 'A segment closes earlier by a random time up to this, so that not all close together.',
    importance: 'high',
  }),
  'log.roll.jitter.hours': int({
    default: 0,
    min: 0,
    topic: 'segment.jitter.ms',
    doc: 'The same in hours.',
    importance: 'high',
  }),
  'log.index.size.max.bytes': int({
    default: 10_485_760,
    min: 4,
    topic: 'segment.index.bytes',
    update: 'cluster-wide',
    doc: 'Size in bytes at which a full index closes its segment.',
    importance: 'medium',
  }),
  'log.index.interval.bytes': int({
    default: 4096,
    min: 0,
    topic: 'index.interval.bytes',
    update: 'cluster-wide',
    doc: 'Bytes of log between two entries of its indexes.',
    importance: 'medium',
  }),
  'log.segment.delete.delay.ms': long({
    default: 60_000,
    min: 0,
    topic: 'file.delete.delay.ms',
    update: 'cluster-wide',
    doc: 'How long the files of a deleted segment stay before they are removed.',
    importance: 'high',
  }),

  // ---- Retention ----------------------------------------------------------------------------------
  'log.cleanup.policy': list({
    default: ['delete'],
    oneOf: ['compact', 'delete'],
    topic: 'cleanup.policy',
    update: 'cluster-wide',
    doc: 'What happens to old segments: delete, compact, or both.',
    importance: 'medium',
  }),
  'log.retention.bytes': long({
    default: -1,
    topic: 'retention.bytes',
    update: 'cluster-wide',
    doc: 'Size of a partition above which old segments are deleted; −1 for no limit.',
    importance: 'high',
  }),
  'log.retention.ms': long<number | null>({
    default: null,
    topic: 'retention.ms',
    update: 'cluster-wide',
    doc: 'Age at which segments are deleted; −1 for never. Unset: log.retention.minutes.',
    importance: 'high',
  }),
  'log.retention.minutes': int<number | null>({
    default: null,
    topic: 'retention.ms',
    doc: 'The same in minutes. Unset: log.retention.hours.',
    importance: 'high',
  }),
  'log.retention.hours': int({
    default: 168,
    topic: 'retention.ms',
    doc: 'The same in hours.',
    importance: 'high',
  }),
  'log.retention.check.interval.ms': long({
    default: 300_000,
    min: 1,
    doc: 'How often segments are looked at for deletion.',
    importance: 'medium',
  }),
  'log.cleaner.delete.retention.ms': long({
    default: 24 * HOUR_MS,
    min: 0,
    topic: 'delete.retention.ms',
    update: 'cluster-wide',
    doc: 'How long compaction keeps tombstones and transaction markers.',
    importance: 'medium',
  }),
  'log.cleaner.min.compaction.lag.ms': long({
    default: 0,
    min: 0,
    topic: 'min.compaction.lag.ms',
    update: 'cluster-wide',
    doc: 'How long a record stays out of compaction at least.',
    importance: 'medium',
  }),
  'log.cleaner.max.compaction.lag.ms': long({
    default: MAX_LONG,
    min: 1,
    topic: 'max.compaction.lag.ms',
    update: 'cluster-wide',
    doc: 'How long a record may stay out of compaction at most.',
    importance: 'medium',
  }),
  'log.cleaner.min.cleanable.ratio': double({
    default: 0.5,
    min: 0,
    max: 1,
    topic: 'min.cleanable.dirty.ratio',
    update: 'cluster-wide',
    doc: 'The share of a log that is not compacted yet at which compaction is worth it.',
    importance: 'medium',
  }),

  ...cleanerConfigs,

  // ---- Durability ---------------------------------------------------------------------------------
  'log.flush.interval.messages': long({
    default: MAX_LONG,
    min: 1,
    topic: 'flush.messages',
    update: 'cluster-wide',
    doc: 'Records after which a log is synced to disk; with 1 every answer waits for the disk.',
    importance: 'high',
  }),
  'log.flush.interval.ms': long<number | null>({
    default: null,
    topic: 'flush.ms',
    update: 'cluster-wide',
    doc: 'Age in ms of unsynced records after which a log is synced. Unset: the scheduler interval.',
    importance: 'high',
  }),
  'log.flush.scheduler.interval.ms': long({
    default: MAX_LONG,
    topic: 'flush.ms',
    doc: 'How often logs are looked at for syncing.',
    importance: 'high',
  }),
  'log.flush.offset.checkpoint.interval.ms': int({
    default: 60_000,
    min: 0,
    doc: 'How often the recovery points are written to disk.',
    importance: 'high',
  }),
  'log.flush.start.offset.checkpoint.interval.ms': int({
    default: 60_000,
    min: 0,
    doc: 'How often the log start offsets are written to disk.',
    importance: 'high',
  }),
  'unclean.leader.election.enable': boolean({
    default: false,
    topic: 'unclean.leader.election.enable',
    update: 'cluster-wide',
    doc: 'Whether a replica outside the in-sync ones may lead when no other is left; loses records.',
    importance: 'high',
  }),
  'min.insync.replicas': int({
    default: 1,
    min: 1,
    topic: 'min.insync.replicas',
    update: 'cluster-wide',
    doc: 'How many replicas must be in sync for a produce with acks=all to be taken.',
    importance: 'high',
  }),

  // ---- What is appended ---------------------------------------------------------------------------
  'message.max.bytes': int({
    default: DEFAULT_MAX_BATCH_BYTES,
    min: 0,
    topic: 'max.message.bytes',
    update: 'cluster-wide',
    doc: 'Size in bytes of the largest batch, as it arrives compressed.',
    importance: 'high',
  }),
  'log.message.timestamp.type': string({
    default: 'CreateTime',
    oneOf: ['CreateTime', 'LogAppendTime'],
    topic: 'message.timestamp.type',
    update: 'cluster-wide',
    doc: 'Whether records carry the time of their producer or that of the append.',
    importance: 'medium',
  }),
  'log.message.timestamp.before.max.ms': long({
    default: MAX_LONG,
    min: 0,
    topic: 'message.timestamp.before.max.ms',
    update: 'cluster-wide',
    doc: 'How far a record time may lie in the past.',
    importance: 'medium',
  }),
  'log.message.timestamp.after.max.ms': long({
    default: HOUR_MS,
    min: 0,
    topic: 'message.timestamp.after.max.ms',
    update: 'cluster-wide',
    doc: 'How far a record time may lie in the future.',
    importance: 'medium',
  }),
  'compression.type': string({
    default: 'producer',
    oneOf: COMPRESSION_TYPES,
    topic: 'compression.type',
    update: 'cluster-wide',
    doc: 'The codec in which batches are kept; producer keeps them as they come.',
    importance: 'high',
  }),
  'compression.gzip.level': gzipLevel('compression.gzip.level'),
  'compression.lz4.level': int({
    default: 9,
    min: 1,
    max: 17,
    topic: 'compression.lz4.level',
    update: 'cluster-wide',
    doc: 'Level where compression.type is lz4.',
    importance: 'medium',
  }),
  'compression.zstd.level': int({
    default: 3,
    min: -131_072,
    max: 22,
    topic: 'compression.zstd.level',
    update: 'cluster-wide',
    doc: 'Level where compression.type is zstd.',
    importance: 'medium',
  }),

  // ---- Producers ----------------------------------------------------------------------------------
  'producer.id.expiration.ms': int({
    default: 86_400_000,
    min: 1,
    update: 'cluster-wide',
    doc: 'How long a partition remembers a silent idempotent producer.',
    importance: 'low',
  }),
  'producer.id.expiration.check.interval.ms': int({
    default: 600_000,
    min: 1,
    doc: 'How often silent producers are looked for.',
    importance: 'low',
  }),
});

/** −1 for the codec's own default, else 1 to 9; 0 is no level of Kafka's. */
export function gzipLevel(topic?: string): ConfigDefinition<number> {
  const level: ConfigDefinition<number> = int({
    default: -1,
    min: -1,
    max: 9,
    ...(topic === undefined ? {} : { topic }),
    update: 'cluster-wide',
    doc: 'Level where compression.type is gzip; −1 for the default of the codec.',
    importance: 'medium',
  });
  return {
    ...level,
    parse(text) {
      const value = level.parse(text);
      if (value === 0) throw new ConfigProblem('-1 or a whole number from 1 to 9');
      return value;
    },
  };
}
