// MetricsRegistry: every figure a node keeps about itself, under the MBean names Kafka gives them.
//
// Recording is an addition to a field; rates, text and quantiles are worked out when someone asks.

import { type Clock } from '../platform.ts';
import { Histogram } from './histogram.ts';
import { Meter } from './meter.ts';

/** `kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec,topic=t` in parts. */
export interface MetricName {
  readonly group: string;
  readonly type: string;
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export class Counter {
  value = 0;

  add(n = 1): void {
    this.value += n;
  }
}

export type Gauge = () => number;

export type Metric =
  | { readonly kind: 'counter'; readonly name: MetricName; readonly counter: Counter }
  | { readonly kind: 'gauge'; readonly name: MetricName; readonly read: Gauge }
  | { readonly kind: 'meter'; readonly name: MetricName; readonly meter: Meter }
  | { readonly kind: 'histogram'; readonly name: MetricName; readonly histogram: Histogram };

export class MetricsRegistry {
  readonly #clock: Clock;
  readonly #metrics = new Map<string, Metric>();
  readonly #sources: (() => Iterable<Metric>)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The counter of this name; made on first use, the same object ever after. */
  counter(name: MetricName): Counter {
    const known = this.#metrics.get(mbeanName(name));
    if (known?.kind === 'counter') return known.counter;
    const counter = new Counter();
    this.#add({ kind: 'counter', name, counter });
    return counter;
  }

  /** Sets how this name is read; the latest call wins. */
  gauge(name: MetricName, read: Gauge): void {
    this.#add({ kind: 'gauge', name, read });
  }

  /** Counts events and their rate. */
  meter(name: MetricName): Meter {
    const known = this.#metrics.get(mbeanName(name));
    if (known?.kind === 'meter') return known.meter;
    const meter = new Meter(this.#clock);
    this.#add({ kind: 'meter', name, meter });
    return meter;
  }

  histogram(name: MetricName): Histogram {
    const known = this.#metrics.get(mbeanName(name));
    if (known?.kind === 'histogram') return known.histogram;
    const histogram = new Histogram();
    this.#add({ kind: 'histogram', name, histogram });
    return histogram;
  }

  remove(name: MetricName): void {
    this.#metrics.delete(mbeanName(name));
  }

  /** Figures that are made when someone asks: one per thing where there may be many things. */
  source(read: () => Iterable<Metric>): void {
    this.#sources.push(read);
  }

  /** In the order in which they were first named, those of sources last. */
  *all(): Generator<Metric> {
    yield* this.#metrics.values();
    for (const read of this.#sources) yield* read();
  }

  #add(metric: Metric): void {
    this.#metrics.set(mbeanName(metric.name), metric);
  }
}

export function mbeanName(name: MetricName): string {
  let text = `${name.group}:type=${name.type},name=${name.name}`;
  if (name.tags !== undefined) {
    for (const [tag, value] of Object.entries(name.tags)) text += `,${tag}=${value}`;
  }
  return text;
}
