// What the quorum shows of itself, under the names of Kafka's raft-metrics.

import { type MetricsRegistry } from '@samsa/common';
import { NO_NODE, type RaftReplica } from '@samsa/raft';

import { type MetadataLog } from './metadata-log.ts';

export function registerQuorumMetrics(
  metrics: MetricsRegistry,
  replica: RaftReplica,
  log: MetadataLog,
  monotonicMs: () => number,
): void {
  const gauge = (name: string, read: () => number): void =>
    metrics.gauge({ group: 'kafka.server', type: 'raft-metrics', name }, read);
  gauge('current-leader', () => replica.leaderId);
  gauge('current-epoch', () => replica.epoch);
  gauge('current-vote', () => replica.quorumState.voted?.id ?? NO_NODE);
  gauge('high-watermark', () => replica.highWatermark);
  gauge('log-end-offset', () => log.endOffset);
  gauge('log-end-epoch', () => log.lastEpoch);
  gauge('number-of-voters', () => replica.voters.size);
  gauge('number-of-observers', () => replica.describe(monotonicMs())?.observers.length ?? -1);
  gauge('uncommitted-voter-change', () =>
    replica.isLeader && replica.voterHistory.votersOffset >= replica.highWatermark ? 1 : 0,
  );
}
