// The configuration keys of a topic, and which broker keys give their defaults.

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
import { COMPRESSION_TYPES, gzipLevel } from './log-configs.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const topicConfigs = defineConfigs({
  'cleanup.policy': withoutDuplicates(
    list({
      default: ['delete'],
      oneOf: ['compact', 'delete'],
      doc: 'What happens to old segments: delete, compact, or both.',
    }),
  ),
  'compression.gzip.level': gzipLevel(),
  'compression.lz4.level': int({ default: 9, min: 1, max: 17, doc: 'Level of lz4.' }),
  'compression.type': string({
    default: 'producer',
    oneOf: COMPRESSION_TYPES,
    doc: 'The codec in which batches are kept; producer keeps them as they come.',
  }),
  'compression.zstd.level': int({ default: 3, min: -131_072, max: 22, doc: 'Level of zstd.' }),
  'delete.retention.ms': long({
    default: DAY_MS,
    min: 0,
    doc: 'How long compaction keeps tombstones and transaction markers.',
  }),
  'file.delete.delay.ms': long({
    default: 60_000,
    min: 0,
    doc: 'How long the files of a deleted segment stay before they are removed.',
  }),
  'flush.messages': long({
    default: MAX_LONG,
    min: 1,
    doc: 'Records after which the log is synced to disk; with 1 every answer waits for the disk.',
  }),
  'flush.ms': long({
    default: MAX_LONG,
    min: 0,
    doc: 'Age in ms of unsynced records after which the log is synced.',
  }),
  'follower.replication.throttled.replicas': throttledReplicas(
    'Replicas whose fetching is throttled: partition:broker pairs, or *.',
  ),
  'index.interval.bytes': int({
    default: 4096,
    min: 0,
    doc: 'Bytes of log between two entries of its indexes.',
  }),
  'internal.segment.bytes': int<number | null>({
    default: null,
    doc: 'Takes the place of segment.bytes in tests, which need smaller segments than users do.',
  }),
  'leader.replication.throttled.replicas': throttledReplicas(
    'Replicas whose serving is throttled: partition:broker pairs, or *.',
  ),
  'local.retention.bytes': long({
    default: -2,
    min: -2,
    doc: 'Bytes kept on local disk with tiered storage; −2 follows retention.bytes.',
  }),
  'local.retention.ms': long({
    default: -2,
    min: -2,
    doc: 'Age kept on local disk with tiered storage; −2 follows retention.ms.',
  }),
  'max.compaction.lag.ms': long({
    default: MAX_LONG,
    min: 1,
    doc: 'How long a record may stay out of compaction at most.',
  }),
  'max.message.bytes': int({
    default: 1_048_588,
    min: 0,
    doc: 'Size in bytes of the largest batch, as it arrives compressed.',
  }),
  'message.timestamp.after.max.ms': long({
    default: HOUR_MS,
    min: 0,
    doc: 'How far a record time may lie in the future.',
  }),
  'message.timestamp.before.max.ms': long({
    default: MAX_LONG,
    min: 0,
    doc: 'How far a record time may lie in the past.',
  }),
  'message.timestamp.type': string({
    default: 'CreateTime',
    oneOf: ['CreateTime', 'LogAppendTime'],
    doc: 'Whether records carry the time of their producer or that of the append.',
  }),
  'min.cleanable.dirty.ratio': double({
    default: 0.5,
    min: 0,
    max: 1,
    doc: 'The share of a log that is not compacted yet at which compaction is worth it.',
  }),
  'min.compaction.lag.ms': long({
    default: 0,
    min: 0,
    doc: 'How long a record stays out of compaction at least.',
  }),
  'min.insync.replicas': int({
    default: 1,
    min: 1,
    doc: 'How many replicas must be in sync for a produce with acks=all to be taken.',
  }),
  preallocate: boolean({ default: false, doc: 'Accepted; files grow as they are written.' }),
  'remote.log.copy.disable': boolean({ default: false, doc: 'Stops copying to tiered storage.' }),
  'remote.log.delete.on.disable': boolean({
    default: false,
    doc: 'Deletes tiered data when tiered storage is switched off.',
  }),
  'remote.storage.enable': boolean({
    default: false,
    doc: 'Keeps old segments in tiered storage.',
  }),
  'retention.bytes': long({
    default: -1,
    doc: 'Size of a partition above which old segments are deleted; −1 for no limit.',
  }),
  'retention.ms': long({
    default: 7 * DAY_MS,
    min: -1,
    doc: 'Age at which segments are deleted; −1 for never.',
  }),
  'segment.bytes': int({
    default: 1_073_741_824,
    min: 1_048_576,
    doc: 'Size in bytes at which the active segment is closed and the next one begins.',
  }),
  'segment.index.bytes': int({
    default: 10_485_760,
    min: 4,
    doc: 'Size in bytes at which a full index closes its segment.',
  }),
  'segment.jitter.ms': long({
    default: 0,
    min: 0,
    doc: 'A segment closes earlier by a random time up to this.',
  }),
  'segment.ms': long({
    default: 7 * DAY_MS,
    min: 1,
    doc: 'Age in ms at which a segment is closed also when it is small.',
  }),
  'unclean.leader.election.enable': boolean({
    default: false,
    doc: 'Whether a replica outside the in-sync ones may lead when no other is left.',
  }),
});

export type TopicConfigKey = keyof typeof topicConfigs;

export interface BrokerSynonym {
  readonly key: string;
  /** The broker key times this is the topic key's unit. */
  readonly multiplier: number;
}

const ONE_TO_ONE: Readonly<Partial<Record<TopicConfigKey, string>>> = {
  'cleanup.policy': 'log.cleanup.policy',
  'compression.gzip.level': 'compression.gzip.level',
  'compression.lz4.level': 'compression.lz4.level',
  'compression.type': 'compression.type',
  'compression.zstd.level': 'compression.zstd.level',
  'delete.retention.ms': 'log.cleaner.delete.retention.ms',
  'file.delete.delay.ms': 'log.segment.delete.delay.ms',
  'flush.messages': 'log.flush.interval.messages',
  'index.interval.bytes': 'log.index.interval.bytes',
  'local.retention.bytes': 'log.local.retention.bytes',
  'local.retention.ms': 'log.local.retention.ms',
  'max.compaction.lag.ms': 'log.cleaner.max.compaction.lag.ms',
  'max.message.bytes': 'message.max.bytes',
  'message.timestamp.after.max.ms': 'log.message.timestamp.after.max.ms',
  'message.timestamp.before.max.ms': 'log.message.timestamp.before.max.ms',
  'message.timestamp.type': 'log.message.timestamp.type',
  'min.cleanable.dirty.ratio': 'log.cleaner.min.cleanable.ratio',
  'min.compaction.lag.ms': 'log.cleaner.min.compaction.lag.ms',
  'min.insync.replicas': 'min.insync.replicas',
  preallocate: 'log.preallocate',
  'retention.bytes': 'log.retention.bytes',
  'segment.bytes': 'log.segment.bytes',
  'segment.index.bytes': 'log.index.size.max.bytes',
  'unclean.leader.election.enable': 'unclean.leader.election.enable',
};

const IN_OTHER_UNITS: Readonly<Partial<Record<TopicConfigKey, readonly BrokerSynonym[]>>> = {
  'flush.ms': [
    { key: 'log.flush.interval.ms', multiplier: 1 },
    { key: 'log.flush.scheduler.interval.ms', multiplier: 1 },
  ],
  'retention.ms': [
    { key: 'log.retention.ms', multiplier: 1 },
    { key: 'log.retention.minutes', multiplier: 60_000 },
    { key: 'log.retention.hours', multiplier: HOUR_MS },
  ],
  'segment.jitter.ms': [
    { key: 'log.roll.jitter.ms', multiplier: 1 },
    { key: 'log.roll.jitter.hours', multiplier: HOUR_MS },
  ],
  'segment.ms': [
    { key: 'log.roll.ms', multiplier: 1 },
    { key: 'log.roll.hours', multiplier: HOUR_MS },
  ],
};

/** The broker keys behind a topic key, the strongest first. Empty where a topic alone has the key. */
export function brokerSynonyms(key: TopicConfigKey): readonly BrokerSynonym[] {
  const inOtherUnits = IN_OTHER_UNITS[key];
  if (inOtherUnits !== undefined) return inOtherUnits;
  const same = ONE_TO_ONE[key];
  return same === undefined ? [] : [{ key: same, multiplier: 1 }];
}

function withoutDuplicates(
  definition: ConfigDefinition<readonly string[]>,
): ConfigDefinition<readonly string[]> {
  return {
    ...definition,
    parse(text) {
      const items = definition.parse(text);
      if (new Set(items).size !== items.length) throw new ConfigProblem('each entry once');
      return items;
    },
  };
}

function throttledReplicas(doc: string): ConfigDefinition<readonly string[]> {
  const definition = list({ default: [], doc });
  return {
    ...definition,
    parse(text) {
      const items = definition.parse(text);
      const isAll = items.length === 1 && items[0] === '*';
      if (!isAll && !items.every((item) => /^\d+:\d+$/.test(item))) {
        throw new ConfigProblem('partition:broker pairs such as 0:1,1:2, or *');
      }
      return items;
    },
  };
}
