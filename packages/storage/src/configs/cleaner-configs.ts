// The keys of server.properties that say what compaction may cost. What it does is said by topic keys.

import { boolean, defineConfigs, double, int, long } from '@samsa/common';

export const cleanerConfigs = defineConfigs({
  'log.cleaner.enable': boolean({
    default: true,
    doc: 'Whether topics with cleanup.policy compact are compacted; without it they only grow.',
    importance: 'medium',
  }),
  'log.cleaner.threads': int({
    default: 1,
    min: 0,
    update: 'cluster-wide',
    doc: 'How many partitions are compacted at the same time.',
    importance: 'medium',
  }),
  'log.cleaner.io.max.bytes.per.second': double({
    default: Number.MAX_VALUE,
    update: 'cluster-wide',
    doc: 'Bytes that compaction reads and writes per second on average, all partitions together.',
    importance: 'medium',
  }),
  'log.cleaner.dedupe.buffer.size': long({
    default: 134_217_728,
    // What Kafka wants for each thread when it starts.
    min: 1_048_577,
    update: 'cluster-wide',
    doc:
      'Memory in bytes for the keys of all partitions that are being compacted; 24 bytes hold a key. ' +
      'It is taken as it is needed, and given back.',
    importance: 'medium',
  }),
  'log.cleaner.io.buffer.size': int({
    default: 524_288,
    min: 0,
    update: 'cluster-wide',
    doc: 'Memory in bytes for reading, all partitions that are being compacted together.',
    importance: 'medium',
  }),
  'log.cleaner.io.buffer.load.factor': double({
    default: 0.9,
    update: 'cluster-wide',
    doc: 'How full the memory for keys may become, as a share of it; fuller is slower.',
    importance: 'medium',
  }),
  'log.cleaner.backoff.ms': long({
    default: 15_000,
    min: 0,
    update: 'cluster-wide',
    doc: 'How long compaction rests when no partition is dirty enough.',
    importance: 'medium',
  }),
});
