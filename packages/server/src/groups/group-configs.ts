// The keys of the group coordinator.

import {
  CONSUMER_OFFSETS_TOPIC,
  type ConfigValues,
  defineConfigs,
  int,
  long,
  short,
} from '@samsa/common';
import { type GroupSettings } from '@samsa/coordinator';

import { type InternalTopic } from './internal-topic.ts';

export const groupConfigs = defineConfigs({
  'group.initial.rebalance.delay.ms': int({
    default: 3_000,
    min: 0,
    doc: 'How long the first rebalance of an empty group waits for more members.',
  }),
  'group.min.session.timeout.ms': int({
    default: 6_000,
    doc: 'The shortest session timeout that a member may ask for.',
  }),
  'group.max.session.timeout.ms': int({
    default: 1_800_000,
    doc: 'The longest session timeout that a member may ask for.',
  }),
  'group.max.size': int({
    default: 2_147_483_647,
    min: 1,
    doc: 'Most members of one group.',
  }),
  'offset.metadata.max.bytes': int({
    default: 4_096,
    importance: 'high',
    doc: 'The longest text that may be committed with an offset.',
  }),
  'offsets.commit.timeout.ms': int({
    default: 5_000,
    min: 1,
    importance: 'high',
    doc: 'How long an answer waits until its records are on all in-sync replicas.',
  }),
  'offsets.load.buffer.size': int({
    default: 5 * 1024 * 1024,
    min: 1,
    importance: 'high',
    doc: 'How much of the offsets topic is read at once while a coordinator loads.',
  }),
  'offsets.retention.check.interval.ms': long({
    default: 600_000,
    min: 1,
    importance: 'high',
    doc: 'How often offsets are looked through for those that are too old.',
  }),
  'offsets.retention.minutes': int({
    default: 10_080,
    min: 1,
    importance: 'high',
    doc: 'How long offsets stay after their group lost its last member, or without members after their commit.',
  }),
  'offsets.topic.compression.codec': int({
    default: 0,
    min: 0,
    max: 4,
    importance: 'high',
    doc: 'How the offsets topic is compressed: 0 not at all, 1 gzip, 2 snappy, 3 lz4, 4 zstd.',
  }),
  'offsets.topic.num.partitions': int({
    default: 50,
    min: 1,
    importance: 'high',
    doc: 'The partitions of the offsets topic when it is created; not to be changed after.',
  }),
  'offsets.topic.replication.factor': short({
    default: 3,
    min: 1,
    importance: 'high',
    doc: 'The replicas of the offsets topic when it is created.',
  }),
  'offsets.topic.segment.bytes': int({
    default: 100 * 1024 * 1024,
    min: 1,
    importance: 'high',
    doc: 'The segment size of the offsets topic; small segments compact and load faster.',
  }),
});

/** Typed access to the keys above, whatever other keys the values hold. */
export type GroupConfigValues = Pick<ConfigValues<typeof groupConfigs>, 'get'>;

export function groupSettings(config: GroupConfigValues): GroupSettings {
  return {
    initialRebalanceDelayMs: config.get('group.initial.rebalance.delay.ms'),
    minSessionTimeoutMs: config.get('group.min.session.timeout.ms'),
    maxSessionTimeoutMs: config.get('group.max.session.timeout.ms'),
    maxGroupSize: config.get('group.max.size'),
    maxOffsetMetadataLength: config.get('offset.metadata.max.bytes'),
    offsetsRetentionMs: config.get('offsets.retention.minutes') * 60_000,
    offsetsRetentionCheckIntervalMs: config.get('offsets.retention.check.interval.ms'),
  };
}

/** How `__consumer_offsets` is created, by whoever asks for it first. */
export function offsetsTopic(config: GroupConfigValues): InternalTopic {
  return {
    name: CONSUMER_OFFSETS_TOPIC,
    partitionCount: config.get('offsets.topic.num.partitions'),
    replicationFactor: config.get('offsets.topic.replication.factor'),
    configs: {
      'cleanup.policy': 'compact',
      'compression.type': 'producer',
      'segment.bytes': String(config.get('offsets.topic.segment.bytes')),
    },
  };
}
