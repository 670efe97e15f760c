// LogUpkeep: what happens to logs by the clock — retention, flushes and checkpoints.

import { type Cancel, defineConfigs, int, long, type Platform } from '@samsa/common';

import { type LogDirectories } from './log-directories.ts';

export const logUpkeepConfigs = defineConfigs({
  'log.retention.check.interval.ms': long({
    default: 300_000,
    min: 1,
    doc: 'How often logs are looked through for segments that retention no longer keeps.',
  }),
  'log.flush.scheduler.interval.ms': long({
    default: 2 ** 63,
    doc: 'How often logs are looked through for records older than log.flush.interval.ms.',
  }),
  'log.flush.offset.checkpoint.interval.ms': int({
    default: 60_000,
    min: 0,
    doc: 'How often the recovery points are written: how much is scanned after a crash.',
  }),
  'log.flush.start.offset.checkpoint.interval.ms': int({
    default: 60_000,
    min: 0,
    doc: 'How often the log start offsets are written.',
  }),
});

export interface UpkeepIntervals {
  readonly retentionMs: number;
  readonly flushMs: number;
  readonly recoveryPointsMs: number;
  readonly logStartOffsetsMs: number;
  readonly highWatermarksMs: number;
}

/** Timers hold at most this long; a longer interval is no interval in practice. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export class LogUpkeep {
  readonly #platform: Platform;
  readonly #cancels: Cancel[] = [];

  constructor(platform: Platform, logs: LogDirectories, intervals: UpkeepIntervals) {
    this.#platform = platform;
    this.#every(intervals.retentionMs, 'retention', () => {
      const segments = logs.retain();
      if (segments > 0) platform.log('info', 'retention deleted segments', { segments });
      return Promise.resolve();
    });
    this.#every(intervals.flushMs, 'flush', () => logs.flushOverdue());
    this.#every(intervals.recoveryPointsMs, 'recovery points', () =>
      logs.checkpointRecoveryPoints(),
    );
    this.#every(intervals.logStartOffsetsMs, 'log starts', () => logs.checkpointLogStartOffsets());
    this.#every(intervals.highWatermarksMs, 'high watermarks', () =>
      logs.checkpointHighWatermarks(),
    );
  }

  stop(): void {
    for (const cancel of this.#cancels) cancel();
  }

  /** One run at a time: a slow disk makes the next one wait its turn. */
  #every(ms: number, what: string, run: () => Promise<void>): void {
    if (ms > LONGEST_TIMER_MS || ms <= 0) return;
    let isRunning = false;
    const cancel = this.#platform.timers.every(ms, () => {
      if (isRunning) return;
      isRunning = true;
      run()
        .catch((error: unknown) =>
          this.#platform.log('error', 'log upkeep failed', { what, error }),
        )
        .finally(() => {
          isRunning = false;
        });
    });
    this.#cancels.push(cancel);
  }
}
