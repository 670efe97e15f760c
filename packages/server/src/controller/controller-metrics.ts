// The controller's figures, worked out from the image when somebody asks.

import { type MetricsRegistry } from '@samsa/common';
import { type PartitionRegistration } from '@samsa/metadata';

import { type MetadataPublisher } from '../metadata/metadata-publisher.ts';

export function registerControllerMetrics(
  metrics: MetricsRegistry,
  metadata: MetadataPublisher,
  isActive: () => boolean,
): void {
  const gauge = (name: string, read: () => number): void => {
    metrics.gauge({ group: 'kafka.controller', type: 'KafkaController', name }, read);
  };
  const countBrokers = (isFenced: boolean): number => {
    let count = 0;
    for (const broker of metadata.image.cluster.brokers.values()) {
      if (broker.isFenced === isFenced) count++;
    }
    return count;
  };
  const countPartitions = (counts: (partition: PartitionRegistration) => boolean): number => {
    let count = 0;
    for (const topic of metadata.image.topics.values()) {
      for (const partition of topic.partitions) if (counts(partition)) count++;
    }
    return count;
  };
  gauge('ActiveControllerCount', () => (isActive() ? 1 : 0));
  gauge('ActiveBrokerCount', () => countBrokers(false));
  gauge('FencedBrokerCount', () => countBrokers(true));
  gauge('GlobalTopicCount', () => metadata.image.topics.size);
  gauge('GlobalPartitionCount', () => countPartitions(() => true));
  gauge('OfflinePartitionsCount', () => countPartitions((partition) => !partition.hasLeader));
  gauge('PreferredReplicaImbalanceCount', () =>
    countPartitions((partition) => !partition.hasPreferredLeader),
  );
  gauge('LastAppliedRecordOffset', () => metadata.image.offset);
  gauge('LastAppliedRecordTimestamp', () => metadata.image.timestampMs);
}
