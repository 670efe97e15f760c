// prometheusText: the metrics of a node in the text form that Prometheus scrapes.
//
// MBean names become the names that the JMX exporter's example configuration gives them, so that
// dashboards made for Kafka find what they look for.

import { type Metric, type MetricName, type MetricsRegistry } from '@samsa/common';

const QUANTILES = [0.5, 0.75, 0.95, 0.98, 0.99, 0.999] as const;

/** Content type of the text. */
export const PROMETHEUS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function prometheusText(registry: MetricsRegistry): string {
  // All samples of one name stand together, as the format wants it.
  const families = new Map<string, { readonly type: string; readonly samples: string[] }>();
  for (const metric of registry.all()) {
    const { family, type } = familyOf(metric);
    let entry = families.get(family);
    if (entry === undefined) {
      entry = { type, samples: [] };
      families.set(family, entry);
    }
    entry.samples.push(...samplesOf(family, metric));
  }
  let text = '';
  for (const [family, { type, samples }] of families) {
    text += `# TYPE ${family} ${type}\n${samples.join('\n')}\n`;
  }
  return text;
}

function familyOf(metric: Metric): { family: string; type: string } {
  const base = baseName(metric.name);
  switch (metric.kind) {
    case 'counter':
    case 'meter':
      return { family: `${base.replace(/_?persec$/, '')}_total`, type: 'counter' };
    case 'gauge':
      return { family: base, type: 'gauge' };
    case 'histogram':
      return { family: base, type: 'summary' };
  }
}

function samplesOf(family: string, metric: Metric): string[] {
  const tags = metric.name.tags ?? {};
  switch (metric.kind) {
    case 'counter':
      return [sample(family, tags, metric.counter.value)];
    case 'meter':
      return [sample(family, tags, metric.meter.count)];
    case 'gauge':
      return [sample(family, tags, metric.read())];
    case 'histogram': {
      const { histogram } = metric;
      const quantiles = QUANTILES.map((q) =>
        sample(family, { ...tags, quantile: String(q) }, histogram.quantile(q)),
      );
      return [
        ...quantiles,
        sample(`${family}_sum`, tags, histogram.sum),
        sample(`${family}_count`, tags, histogram.count),
      ];
    }
  }
}

function baseName(name: MetricName): string {
  return `${name.group}_${name.type}_${name.name}`.toLowerCase().replace(/[^a-z0-9_]/g, '_');
}

function sample(name: string, tags: Readonly<Record<string, string>>, value: number): string {
  const labels = Object.entries(tags).map(
    ([tag, text]) => `${tag.replace(/[^a-zA-Z0-9_]/g, '_')}="${escapeLabel(text)}"`,
  );
  const braces = labels.length === 0 ? '' : `{${labels.join(',')}}`;
  return `${name}${braces} ${Number.isNaN(value) ? 'NaN' : value}`;
}

function escapeLabel(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}
