// ProcessMetrics: the figures of the process a node runs in — how late its event loop is, how much memory
// and processor time it takes. Kafka leaves these to the JVM, so the names are ours.

import { monitorEventLoopDelay } from 'node:perf_hooks';

import { type Metric, type MetricsRegistry } from '@samsa/common';

const DELAY_PERCENTILES = [50, 99, 99.9, 100] as const;
const NS_PER_MS = 1e6;
/** The monitor sleeps for so long between looks, and counts that as delay. */
const RESOLUTION_MS = 10;

export class ProcessMetrics {
  readonly #delay: ReturnType<typeof monitorEventLoopDelay>;

  private constructor(delay: ReturnType<typeof monitorEventLoopDelay>) {
    this.#delay = delay;
  }

  static register(metrics: MetricsRegistry): ProcessMetrics {
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    const registered = new ProcessMetrics(delay);
    metrics.source(() => registered.#read());
    return registered;
  }

  close(): void {
    this.#delay.disable();
  }

  *#read(): Generator<Metric> {
    for (const percentile of DELAY_PERCENTILES) {
      const delayMs = this.#delay.percentile(percentile) / NS_PER_MS - RESOLUTION_MS;
      yield gauge('EventLoop', 'DelayMs', Math.max(0, delayMs), {
        quantile: String(percentile / 100),
      });
    }
    // Each answer tells of the time since the one before it.
    this.#delay.reset();
    const memory = process.memoryUsage();
    yield gauge('Process', 'ResidentBytes', memory.rss);
    yield gauge('Process', 'HeapUsedBytes', memory.heapUsed);
    yield gauge('Process', 'ArrayBufferBytes', memory.arrayBuffers);
    const { user, system } = process.cpuUsage();
    yield gauge('Process', 'CpuSeconds', (user + system) / 1e6);
    yield gauge('Process', 'UptimeSeconds', process.uptime());
  }
}

function gauge(
  type: string,
  name: string,
  value: number,
  tags?: Readonly<Record<string, string>>,
): Metric {
  const metricName = { group: 'samsa', type, name };
  return {
    kind: 'gauge',
    name: tags === undefined ? metricName : { ...metricName, tags },
    read: () => value,
  };
}
