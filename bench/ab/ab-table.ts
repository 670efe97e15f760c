// The table of `ab`: medians of both brokers, ratios within a round and their spread.

import { type MemoryUse } from '../measure/process-account.ts';
import { median, spreadOf } from '../measure/statistics.ts';
import { formatNumber, formatTable } from '../table.ts';
import { type AbResult, type ScenarioResult } from './ab.ts';
import { type Leg } from './leg.ts';

const HEADER = [
  'scenario',
  'unit',
  'Kafka',
  'Samsa',
  'ratio (from – to)',
  'CPU Kafka',
  'CPU Samsa',
  'CPU ratio',
  'p50/p99 ms Kafka',
  'p50/p99 ms Samsa',
  'p99 ratio',
  'client cores K/S',
];

export function abText(result: AbResult, librdkafka: string): string {
  return [
    formatTable(HEADER, result.scenarios.map(scenarioRow)),
    '',
    'Ratios are Samsa/Kafka within a round: their median, lowest and highest. CPU is the broker',
    "process' seconds per GB of values, or per million requests. Latency is that of a request; with",
    'librdkafka that of a record from the call to its acknowledgement, its wait in the full queue',
    `of the client included. Client: ${librdkafka} and bench/raw.`,
    '',
    formatTable(
      ['memory, MB', 'RSS before', 'RSS after', 'PSS after', 'threads'],
      (['kafka', 'samsa'] as const).flatMap((name) =>
        memoryRow(name, result.memoryBefore[name], result.memoryAfter[name]),
      ),
    ),
  ].join('\n');
}

function scenarioRow({ title, measure, kafka, samsa }: ScenarioResult): string[] {
  const ratios = (value: (leg: Leg) => number | undefined): number[] =>
    samsa.flatMap((leg, round) => {
      const other = kafka[round];
      return other === undefined ? [] : [(value(leg) ?? NaN) / (value(other) ?? NaN)];
    });
  return [
    title,
    measure === 'bytes' ? 'MB/s, s/GB' : 'req/s, s/M',
    middle(kafka, (leg) => leg.throughput),
    middle(samsa, (leg) => leg.throughput),
    spreadText(ratios((leg) => leg.throughput)),
    middle(kafka, (leg) => leg.brokerCpu),
    middle(samsa, (leg) => leg.brokerCpu),
    ratioText(ratios((leg) => leg.brokerCpu)),
    latencyText(kafka),
    latencyText(samsa),
    ratioText(ratios((leg) => leg.latencyMs?.p99)),
    `${middle(kafka, (leg) => leg.clientCores)}/${middle(samsa, (leg) => leg.clientCores)}`,
  ];
}

function middle(legs: readonly Leg[], value: (leg: Leg) => number | undefined): string {
  return formatNumber(median(legs.map((leg) => value(leg) ?? NaN)));
}

function latencyText(legs: readonly Leg[]): string {
  if (legs.every((leg) => leg.latencyMs === undefined)) return '–';
  return `${middle(legs, (leg) => leg.latencyMs?.p50)}/${middle(legs, (leg) => leg.latencyMs?.p99)}`;
}

function ratioText(ratios: readonly number[]): string {
  const ratio = median(ratios);
  return Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)}×`;
}

function spreadText(ratios: readonly number[]): string {
  if (ratios.length === 0) return '–';
  const { min, max } = spreadOf(ratios);
  return `${ratioText(ratios)} (${min.toFixed(2)} – ${max.toFixed(2)})`;
}

function memoryRow(
  name: string,
  before: MemoryUse | undefined,
  after: MemoryUse | undefined,
): string[][] {
  if (before === undefined || after === undefined) return [];
  return [
    [name, before.rssMb, after.rssMb, after.pssMb, after.threads].map((value) =>
      typeof value === 'string' ? value : formatNumber(value),
    ),
  ];
}
