// CleanerMetrics: what compaction does, under Kafka's names.

import { type Metric, type MetricsRegistry, type Platform } from '@samsa/common';
import { type CompactionStats, type PartitionLog } from '@samsa/storage';

import { type LogDirectories } from './log-directories.ts';

export class CleanerMetrics {
  readonly #platform: Platform;
  readonly #logs: LogDirectories;
  readonly #uncleanable: Set<PartitionLog>;
  #dirtiestRatio = 0;
  #delayMs = 0;
  #lookedMs: number;
  // Of the last pass.
  #mapUtilization = 0;
  #recopiedRatio = 0;
  #tookMs = 0;

  /** @param uncleanable  partitions that cannot be compacted; those without an open log are taken out */
  constructor(
    platform: Platform,
    metrics: MetricsRegistry,
    logs: LogDirectories,
    uncleanable: Set<PartitionLog>,
  ) {
    this.#platform = platform;
    this.#logs = logs;
    this.#uncleanable = uncleanable;
    this.#lookedMs = platform.clock.monotonicMs();
    const gauge = (type: string, name: string, read: () => number): void =>
      metrics.gauge({ group: 'kafka.log', type, name }, read);
    gauge('LogCleaner', 'max-buffer-utilization-percent', () => percent(this.#mapUtilization));
    gauge('LogCleaner', 'cleaner-recopy-percent', () => percent(this.#recopiedRatio));
    gauge('LogCleaner', 'max-clean-time-secs', () => Math.floor(this.#tookMs / 1000));
    gauge('LogCleaner', 'max-compaction-delay-secs', () => Math.floor(this.#delayMs / 1000));
    // A failed pass ends nothing but itself.
    gauge('LogCleaner', 'DeadThreadCount', () => 0);
    gauge('LogCleanerManager', 'max-dirty-percent', () => percent(this.#dirtiestRatio));
    gauge('LogCleanerManager', 'time-since-last-run-ms', () =>
      Math.floor(this.#platform.clock.monotonicMs() - this.#lookedMs),
    );
    metrics.source(() => this.#uncleanableMetrics());
  }

  looked(dirtiestRatio: number, delayMs: number): void {
    this.#dirtiestRatio = dirtiestRatio;
    this.#delayMs = delayMs;
    this.#lookedMs = this.#platform.clock.monotonicMs();
    const open = new Set(this.#uncleanable.size === 0 ? [] : this.#logs.openLogs());
    for (const log of this.#uncleanable) if (!open.has(log)) this.#uncleanable.delete(log);
  }

  cleaned(stats: CompactionStats, tookMs: number): void {
    this.#mapUtilization = stats.mapUtilization;
    this.#recopiedRatio = stats.sourceBytes === 0 ? 0 : stats.outputBytes / stats.sourceBytes;
    this.#tookMs = tookMs;
  }

  *#uncleanableMetrics(): Generator<Metric> {
    for (const directory of this.#logs.directories) {
      let count = 0;
      let bytes = 0;
      for (const log of this.#uncleanable) {
        if (this.#logs.directoryOf(log) !== directory) continue;
        count++;
        bytes += log.sizeInBytes;
      }
      const tags = { logDirectory: directory.path };
      yield managerGauge('uncleanable-partitions-count', count, tags);
      yield managerGauge('uncleanable-bytes', bytes, tags);
    }
  }
}

function managerGauge(name: string, value: number, tags: Readonly<Record<string, string>>): Metric {
  return {
    kind: 'gauge',
    name: { group: 'kafka.log', type: 'LogCleanerManager', name, tags },
    read: () => value,
  };
}

function percent(ratio: number): number {
  return Math.floor(100 * ratio);
}
