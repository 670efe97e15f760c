// docs/metrics.md: the metrics that a node registers.

import { METRIC_FACTS } from './metric-facts.ts';
import { code, table } from './markdown.ts';

export function metricsPage(): string {
  return [
    '# Metrics',
    '',
    "What `metrics.listener` serves at `/metrics`, here by Kafka's MBean names. In the text for Prometheus a name is",
    '`<group>_<type>_<name>` in small letters, with what is not a letter, digit or underscore as an underscore;',
    'counters and meters end in `_total` (without `persec`), histograms have quantiles, `_sum` and `_count`.',
    'Generated from `scripts/docs/metric-facts.ts`, which a test holds against a running node.',
    '',
    ...table(
      ['metric', 'tags', 'kind', 'what it counts'],
      METRIC_FACTS.map(({ group, type, name, tags, kind, meaning }) => [
        code(`${group}:type=${type},name=${name}`),
        (tags ?? []).map(code).join(', '),
        kind,
        meaning,
      ]),
    ),
    '',
  ].join('\n');
}
