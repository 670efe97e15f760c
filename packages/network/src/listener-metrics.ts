// ListenerMetrics: connections and bytes of one listener, as Kafka's socket-server-metrics.

import { type Meter, type MetricsRegistry } from '@samsa/common';

export class ListenerMetrics {
  connectionCount = 0;
  expiredCount = 0;
  readonly created: Meter;
  readonly closed: Meter;
  readonly bytesIn: Meter;
  readonly bytesOut: Meter;
  readonly requests: Meter;
  readonly responses: Meter;

  constructor(registry: MetricsRegistry, listener: string) {
    const named = (name: string) => ({
      group: 'kafka.server',
      type: 'socket-server-metrics',
      name,
      tags: { listener },
    });
    registry.gauge(named('connection-count'), () => this.connectionCount);
    registry.gauge(named('expired-connections-killed-count'), () => this.expiredCount);
    this.created = registry.meter(named('connection-creation'));
    this.closed = registry.meter(named('connection-close'));
    this.bytesIn = registry.meter(named('incoming-byte'));
    this.bytesOut = registry.meter(named('outgoing-byte'));
    this.requests = registry.meter(named('request'));
    this.responses = registry.meter(named('response'));
  }
}
