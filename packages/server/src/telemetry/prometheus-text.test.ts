import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MetricsRegistry } from '@samsa/common';

import { prometheusText } from './prometheus-text.ts';

const clock = { nowMs: () => 0, monotonicMs: () => 0 };

test('samples of one name stand together under the names dashboards know', () => {
  const registry = new MetricsRegistry(clock);
  const bytesIn = (topic: string) => ({
    group: 'kafka.server',
    type: 'BrokerTopicMetrics',
    name: 'BytesInPerSec',
    tags: { topic },
  });
  registry.meter(bytesIn('a')).mark(5);
  registry.gauge(
    { group: 'kafka.server', type: 'ReplicaManager', name: 'PartitionCount' },
    () => 3,
  );
  registry.meter(bytesIn('b "q"')).mark(7);
  assert.equal(
    prometheusText(registry),
    [
      '# TYPE kafka_server_brokertopicmetrics_bytesin_total counter',
      'kafka_server_brokertopicmetrics_bytesin_total{topic="a"} 5',
      'kafka_server_brokertopicmetrics_bytesin_total{topic="b \\"q\\""} 7',
      '# TYPE kafka_server_replicamanager_partitioncount gauge',
      'kafka_server_replicamanager_partitioncount 3',
      '',
    ].join('\n'),
  );
});

test('a histogram is a summary with its sum and count', () => {
  const registry = new MetricsRegistry(clock);
  const histogram = registry.histogram({ group: 'g', type: 't', name: 'TotalTimeMs' });
  histogram.record(4);
  histogram.record(8);
  const text = prometheusText(registry);
  assert.match(text, /^g_t_totaltimems_sum 12$/m);
  assert.match(text, /^g_t_totaltimems_count 2$/m);
  assert.match(text, /^g_t_totaltimems\{quantile="0.99"\} 8$/m);
});
