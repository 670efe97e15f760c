// The figures of a node as a whole, under Kafka's names: partitions, sessions, offsets.

import { type Metric, type MetricsRegistry, type Platform } from '@samsa/common';

import { type BrokerRooms } from '../pipeline/node-rooms.ts';
import { type PartitionTable } from '../replication/partition-table.ts';

/** @param broker  undefined on a pure controller */
export function registerNodeMetrics(
  metrics: MetricsRegistry,
  platform: Platform,
  broker: BrokerRooms | undefined,
): void {
  const startedMs = platform.clock.nowMs();
  metrics.gauge(
    { group: 'kafka.server', type: 'app-info', name: 'start-time-ms' },
    () => startedMs,
  );
  if (broker === undefined) return;
  const { partitions, fetchSessions } = broker;

  const replicas = (name: string, read: () => number): void =>
    metrics.gauge({ group: 'kafka.server', type: 'ReplicaManager', name }, read);
  replicas('PartitionCount', () => partitions.partitionCount);
  replicas('LeaderCount', () => count(partitions.all(), (partition) => partition.isLeading));
  replicas('OfflineReplicaCount', () =>
    count(partitions.all(), (partition) => partition.isOffline),
  );

  const purgatory = (delayedOperation: string, read: () => number): void =>
    metrics.gauge(
      {
        group: 'kafka.server',
        type: 'DelayedOperationPurgatory',
        name: 'PurgatorySize',
        tags: { delayedOperation },
      },
      read,
    );
  purgatory('Produce', () => sum(partitions.all(), (partition) => partition.waitingProduceCount));
  purgatory('Fetch', () => sum(partitions.all(), (partition) => partition.waitingFetchCount));

  const cache = (name: string, read: () => number): void =>
    metrics.gauge({ group: 'kafka.server', type: 'FetchSessionCache', name }, read);
  cache('NumIncrementalFetchSessions', () => fetchSessions.count);
  cache('NumIncrementalFetchPartitionsCached', () => fetchSessions.partitionCount);
  cache('IncrementalFetchSessionEvictionsPerSec', () => fetchSessions.evictionCount);

  metrics.source(() => logMetrics(partitions));
}

function* logMetrics(partitions: PartitionTable): Generator<Metric> {
  for (const { topic, partition, log } of partitions.all()) {
    if (log === undefined) continue;
    const tags = { topic, partition: String(partition) };
    const gauge = (name: string, value: number): Metric => ({
      kind: 'gauge',
      name: { group: 'kafka.log', type: 'Log', name, tags },
      read: () => value,
    });
    yield gauge('LogEndOffset', log.logEndOffset);
    yield gauge('LogStartOffset', log.logStartOffset);
    yield gauge('NumLogSegments', log.segmentCount);
    yield gauge('Size', log.sizeInBytes);
  }
}

function sum<T>(items: Iterable<T>, of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}

function count<T>(items: Iterable<T>, isCounted: (item: T) => boolean): number {
  let total = 0;
  for (const item of items) if (isCounted(item)) total++;
  return total;
}
