// LogCleaner: decides which compacted partition is worth compacting next, and how many at once.

import {
  type Cancel,
  type MetricsRegistry,
  type Platform,
  topicPartitionName,
} from '@samsa/common';
import {
  type CompactionLimits,
  type CompactionPlan,
  type CompactionResult,
  dirtyRatio,
  isCompactionDue,
  type PartitionLog,
} from '@samsa/storage';

import { CleanerMetrics } from './cleaner-metrics.ts';
import { CleanerThrottle } from './cleaner-throttle.ts';
import { type LogDirectories } from './log-directories.ts';
import { type NodeConfigValues } from '../config/node-config.ts';

/** With log.cleaner.backoff.ms=0 the logs would be looked through without a pause. */
const SHORTEST_BACKOFF_MS = 100;
/** Timers hold at most this long. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const LARGEST_PIECE_BYTES = 16 * 1024 * 1024;
const SMALLEST_BUFFER_BYTES = 64 * 1024;

export interface LogCleanerOptions {
  readonly platform: Platform;
  readonly logs: LogDirectories;
  /** The configuration as it stands now. */
  readonly config: () => NodeConfigValues;
  readonly metrics: MetricsRegistry;
}

interface Candidate {
  readonly log: PartitionLog;
  readonly plan: CompactionPlan;
}

export class LogCleaner {
  readonly #platform: Platform;
  readonly #logs: LogDirectories;
  readonly #config: () => NodeConfigValues;
  readonly #metrics: CleanerMetrics;
  readonly #throttle: CleanerThrottle;
  readonly #stopping = new AbortController();
  readonly #running = new Map<PartitionLog, Promise<void>>();
  /** Given up until the next start: what is wrong with them does not go away by itself. */
  readonly #uncleanable = new Set<PartitionLog>();
  #cancelTimer: Cancel = () => undefined;

  constructor({ platform, logs, config, metrics }: LogCleanerOptions) {
    this.#platform = platform;
    this.#logs = logs;
    this.#config = config;
    this.#metrics = new CleanerMetrics(platform, metrics, logs, this.#uncleanable);
    this.#throttle = new CleanerThrottle(
      platform,
      () => config().get('log.cleaner.io.max.bytes.per.second'),
      this.#stopping.signal,
    );
  }

  start(): void {
    if (this.#config().get('log.cleaner.enable')) this.#look();
  }

  /** Resolves when no partition is being compacted any more: before logs are closed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#cancelTimer();
    await Promise.all(this.#running.values());
  }

  /** Starts what is due, as far as there are threads for it. */
  #look(): void {
    this.#cancelTimer();
    if (this.#stopping.signal.aborted) return;
    const threads = this.#config().get('log.cleaner.threads');
    const due = this.#dueLogs();
    for (const { log, plan } of due.slice(0, Math.max(0, threads - this.#running.size))) {
      const run = this.#clean(log, plan).finally(() => {
        this.#running.delete(log);
        this.#look();
      });
      this.#running.set(log, run);
    }
    const backoffMs = Math.max(SHORTEST_BACKOFF_MS, this.#config().get('log.cleaner.backoff.ms'));
    this.#cancelTimer = this.#platform.timers.after(Math.min(backoffMs, LONGEST_TIMER_MS), () =>
      this.#look(),
    );
  }

  /** The dirtiest first. */
  #dueLogs(): Candidate[] {
    const nowMs = this.#platform.clock.nowMs();
    const due: Candidate[] = [];
    let dirtiest = 0;
    let delayMs = 0;
    for (const log of this.#logs.openLogs()) {
      if (this.#running.has(log) || this.#uncleanable.has(log)) continue;
      const plan = log.compactionPlan(nowMs);
      if (plan === undefined) continue;
      dirtiest = Math.max(dirtiest, dirtyRatio(plan));
      delayMs = Math.max(delayMs, plan.delayMs);
      if (isCompactionDue(plan, log.config)) due.push({ log, plan });
    }
    this.#metrics.looked(dirtiest, delayMs);
    return due.sort((a, b) => dirtyRatio(b.plan) - dirtyRatio(a.plan));
  }

  async #clean(log: PartitionLog, plan: CompactionPlan): Promise<void> {
    const startedMs = this.#platform.clock.monotonicMs();
    // What is rewritten must never be scanned after a crash: its gaps would look like lost segments.
    await this.#logs.checkpointRecoveryPoints();
    const result = await log.compact(plan, this.#limits());
    if (result.outcome === 'done') await this.#logs.checkpointCleanerOffsets();
    this.#metrics.cleaned(result.stats, this.#platform.clock.monotonicMs() - startedMs);
    this.#tell(log, result, startedMs);
  }

  #limits(): CompactionLimits {
    const config = this.#config();
    const threads = Math.max(1, config.get('log.cleaner.threads'));
    const bufferBytes = Math.max(
      SMALLEST_BUFFER_BYTES,
      Math.floor(config.get('log.cleaner.io.buffer.size') / threads),
    );
    const rate = config.get('log.cleaner.io.max.bytes.per.second');
    return {
      mapBytes: Math.floor(config.get('log.cleaner.dedupe.buffer.size') / threads),
      loadFactor: config.get('log.cleaner.io.buffer.load.factor'),
      bufferBytes,
      // About a second's worth, so that the rate is kept evenly.
      pieceBytes: Math.max(bufferBytes, Math.min(rate, LARGEST_PIECE_BYTES)),
      pace: (bytes) => this.#throttle.pace(bytes),
      isStopping: () => this.#stopping.signal.aborted,
    };
  }

  #tell(log: PartitionLog, { outcome, problem, stats }: CompactionResult, startedMs: number): void {
    const partition = topicPartitionName(log.topic, log.partition);
    switch (outcome) {
      case 'done':
        this.#platform.log('info', 'partition compacted', {
          partition,
          ...stats,
          tookMs: Math.round(this.#platform.clock.monotonicMs() - startedMs),
        });
        return;
      case 'damaged':
        this.#uncleanable.add(log);
        this.#platform.log(
          'error',
          'partition cannot be compacted, and is not before the next start',
          {
            partition,
            problem,
          },
        );
        return;
      case 'no-room':
        this.#platform.log('warn', 'no room on the disk to compact a partition', {
          partition,
          problem,
        });
        return;
      case 'stopped':
      case 'failed':
        // The log was cut, deleted or closed, or its directory failed: whoever did that tells of it.
        return;
    }
  }
}
