// TopicMetrics: what goes in and out of each topic and of all together, under Kafka's names.

import { type Meter, type MetricsRegistry } from '@samsa/common';
import { type AppendResult } from '@samsa/storage';

interface TopicMeters {
  readonly messagesIn: Meter;
  readonly bytesIn: Meter;
  readonly bytesOut: Meter;
  readonly produceRequests: Meter;
  readonly fetchRequests: Meter;
  readonly failedProduceRequests: Meter;
}

const METER_NAMES = {
  messagesIn: 'MessagesInPerSec',
  bytesIn: 'BytesInPerSec',
  bytesOut: 'BytesOutPerSec',
  produceRequests: 'TotalProduceRequestsPerSec',
  fetchRequests: 'TotalFetchRequestsPerSec',
  failedProduceRequests: 'FailedProduceRequestsPerSec',
} as const;

export class TopicMetrics {
  readonly #registry: MetricsRegistry;
  readonly #all: TopicMeters;
  readonly #byTopic = new Map<string, TopicMeters>();

  constructor(registry: MetricsRegistry) {
    this.#registry = registry;
    this.#all = this.#metersOf(undefined);
  }

  /** One partition of a Produce request came to this end. */
  produced(topic: string, result: AppendResult): void {
    const meters = this.#of(topic);
    meters.produceRequests.mark();
    this.#all.produceRequests.mark();
    if (result.errorCode !== 0) {
      meters.failedProduceRequests.mark();
      this.#all.failedProduceRequests.mark();
      return;
    }
    if (result.isDuplicate) return;
    meters.bytesIn.mark(result.sizeInBytes);
    meters.messagesIn.mark(result.recordCount);
    this.#all.bytesIn.mark(result.sizeInBytes);
    this.#all.messagesIn.mark(result.recordCount);
  }

  /** One partition of a Fetch answer carries this much. */
  fetched(topic: string, sizeInBytes: number): void {
    const meters = this.#of(topic);
    meters.fetchRequests.mark();
    meters.bytesOut.mark(sizeInBytes);
    this.#all.fetchRequests.mark();
    this.#all.bytesOut.mark(sizeInBytes);
  }

  /** The topic is gone, and its figures with it. */
  forget(topic: string): void {
    if (!this.#byTopic.delete(topic)) return;
    for (const name of Object.values(METER_NAMES)) this.#registry.remove(nameOf(name, topic));
  }

  #of(topic: string): TopicMeters {
    let meters = this.#byTopic.get(topic);
    if (meters === undefined) {
      meters = this.#metersOf(topic);
      this.#byTopic.set(topic, meters);
    }
    return meters;
  }

  #metersOf(topic: string | undefined): TopicMeters {
    const meter = (name: string): Meter => this.#registry.meter(nameOf(name, topic));
    return {
      messagesIn: meter(METER_NAMES.messagesIn),
      bytesIn: meter(METER_NAMES.bytesIn),
      bytesOut: meter(METER_NAMES.bytesOut),
      produceRequests: meter(METER_NAMES.produceRequests),
      fetchRequests: meter(METER_NAMES.fetchRequests),
      failedProduceRequests: meter(METER_NAMES.failedProduceRequests),
    };
  }
}

function nameOf(name: string, topic: string | undefined) {
  const base = { group: 'kafka.server', type: 'BrokerTopicMetrics', name };
  return topic === undefined ? base : { ...base, tags: { topic } };
}
