// Account: what is counted of each request, as Kafka's RequestMetrics.

import {
  type Clock,
  errorName,
  type Histogram,
  type Meter,
  type MetricsRegistry,
} from '@samsa/common';

/** The times of one request in ms, and its size. */
export interface RequestFigures {
  readonly apiVersion: number;
  readonly requestBytes: number;
  /** From its arrival until the handler returned: our own work. */
  readonly localMs: number;
  /** Waiting for others after that: replicas, commits, new data. */
  readonly remoteMs: number;
  /** From the answer's being ready until it was written, behind answers of earlier requests. */
  readonly responseQueueMs: number;
  readonly throttleMs: number;
}

const REQUEST_METRICS = { group: 'kafka.network', type: 'RequestMetrics' };

/** The metrics of one request name. Found once, then only recorded into. */
export class RequestMetrics {
  readonly #registry: MetricsRegistry;
  readonly #name: string;
  readonly #perVersion: (Meter | undefined)[] = [];
  readonly #perError = new Map<number, Meter>();
  readonly #requestBytes: Histogram;
  readonly #totalMs: Histogram;
  readonly #localMs: Histogram;
  readonly #remoteMs: Histogram;
  readonly #responseQueueMs: Histogram;
  readonly #throttleMs: Histogram;

  constructor(registry: MetricsRegistry, name: string) {
    this.#registry = registry;
    this.#name = name;
    const histogram = (metric: string): Histogram =>
      registry.histogram({ ...REQUEST_METRICS, name: metric, tags: { request: name } });
    this.#requestBytes = histogram('RequestBytes');
    this.#totalMs = histogram('TotalTimeMs');
    this.#localMs = histogram('LocalTimeMs');
    this.#remoteMs = histogram('RemoteTimeMs');
    this.#responseQueueMs = histogram('ResponseQueueTimeMs');
    this.#throttleMs = histogram('ThrottleTimeMs');
    // Requests are handled as they are read: none waits between threads.
    histogram('RequestQueueTimeMs');
  }

  record(figures: RequestFigures): void {
    const { apiVersion, localMs, remoteMs, responseQueueMs, throttleMs } = figures;
    (this.#perVersion[apiVersion] ??= this.#versionMeter(apiVersion)).mark();
    this.#requestBytes.record(figures.requestBytes);
    this.#localMs.record(localMs);
    this.#remoteMs.record(remoteMs);
    this.#responseQueueMs.record(responseQueueMs);
    this.#throttleMs.record(throttleMs);
    this.#totalMs.record(localMs + remoteMs + responseQueueMs);
  }

  error(errorCode: number): void {
    let meter = this.#perError.get(errorCode);
    if (meter === undefined) {
      const tags = { request: this.#name, error: errorName(errorCode) };
      meter = this.#registry.meter({ ...REQUEST_METRICS, name: 'ErrorsPerSec', tags });
      this.#perError.set(errorCode, meter);
    }
    meter.mark();
  }

  #versionMeter(apiVersion: number): Meter {
    const tags = { request: this.#name, version: String(apiVersion) };
    return this.#registry.meter({ ...REQUEST_METRICS, name: 'RequestsPerSec', tags });
  }
}

export class Account {
  readonly clock: Clock;
  readonly #registry: MetricsRegistry;
  readonly #byName = new Map<string, RequestMetrics>();

  constructor(registry: MetricsRegistry, clock: Clock) {
    this.#registry = registry;
    this.clock = clock;
  }

  of(requestName: string): RequestMetrics {
    let metrics = this.#byName.get(requestName);
    if (metrics === undefined) {
      metrics = new RequestMetrics(this.#registry, requestName);
      this.#byName.set(requestName, metrics);
    }
    return metrics;
  }
}
