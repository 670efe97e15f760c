// The keys that say what this node is and how it serves; other keys are declared by the room that
// reads them.

import { boolean, defineConfigs, int, list, long, string } from '@samsa/common';

import { endpoint } from './endpoint-config.ts';

export const brokerConfigs = defineConfigs({
  'node.id': int({ min: 0, doc: 'The number of this node in its cluster.' }),
  'broker.id': int({ default: -1, doc: 'The older name of node.id, used where that is not set.' }),
  'process.roles': list({
    oneOf: ['broker', 'controller'],
    doc: 'What this process does: broker, controller or both.',
  }),
  'broker.rack': string<string | null>({
    default: null,
    doc: 'Where this broker stands; replicas are spread over racks.',
  }),
  'auto.create.topics.enable': boolean({
    default: true,
    doc: 'Whether a Metadata request may create a topic that does not exist.',
  }),
  'delete.topic.enable': boolean({ default: true, doc: 'Whether DeleteTopics is served.' }),
  'fetch.max.bytes': int({
    default: 57_671_680,
    min: 1024,
    doc: 'Most bytes of records in one Fetch answer.',
  }),
  'max.incremental.fetch.session.cache.slots': int({
    default: 1000,
    min: 0,
    doc: 'How many fetch sessions are kept; further fetches are answered without a session.',
  }),
  'max.request.partition.size.limit': int({
    default: 2000,
    min: 1,
    doc: 'Most partitions in one DescribeTopicPartitions answer.',
  }),
  'replica.lag.time.max.ms': long({
    default: 30_000,
    doc: 'How long a follower may stay behind before it leaves the in-sync replicas.',
  }),
  'replica.high.watermark.checkpoint.interval.ms': long({
    default: 5_000,
    doc: 'How often the high watermarks are written to disk.',
  }),
  'metrics.listener': endpoint({
    default: null,
    doc: 'host:port on which /metrics and /health are served over HTTP; off when not set.',
  }),
});

/** Keys that Samsa has and Kafka has not. */
export const SAMSA_ONLY_KEYS: ReadonlySet<string> = new Set(['metrics.listener']);
