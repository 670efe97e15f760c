// The gauges of the group coordinator, under Kafka's names; counted when somebody asks.

import { type MetricsRegistry } from '@samsa/common';
import { type GroupShard } from '@samsa/coordinator';

const STATES = ['PreparingRebalance', 'CompletingRebalance', 'Stable', 'Empty'] as const;

export function registerGroupMetrics(
  metrics: MetricsRegistry,
  shards: () => Iterable<GroupShard>,
): void {
  const gauge = (name: string, count: (shard: GroupShard) => number): void => {
    const type = 'GroupMetadataManager';
    metrics.gauge({ group: 'kafka.coordinator.group', type, name }, () => {
      let sum = 0;
      for (const shard of shards()) sum += count(shard);
      return sum;
    });
  };
  gauge('NumOffsets', (shard) => shard.offsetCount);
  gauge('NumGroups', (shard) => shard.groupCount);
  for (const state of STATES) gauge(`NumGroups${state}`, (shard) => shard.countGroups(state));
}
