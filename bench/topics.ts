// `topics`: many topics one by one, many partitions at once, on each broker alone.

import { type BrokerProcess } from './brokers/broker-process.ts';
import { kafkaBroker } from './brokers/kafka-broker.ts';
import { samsaBroker } from './brokers/samsa-broker.ts';
import { cpuSeconds, type MemoryUse } from './measure/process-account.ts';
import { type Percentiles, percentilesOf } from './measure/statistics.ts';
import { type Options } from './options.ts';
import { WireClient } from './raw/wire-client.ts';
import { type Report } from './results.ts';
import { formatNumber, formatTable } from './table.ts';
import { requireTools } from './tools.ts';
import { type Workspace } from './workspace.ts';

const COUNT = 2_000;
const QUICK_COUNT = 200;
const MANY_PARTITIONS = 'many-partitions';

interface TopicsResult {
  readonly broker: string;
  readonly oneByOneSeconds: number;
  readonly createMs: Percentiles;
  /** One request for one topic, until Metadata names a leader for every partition. */
  readonly ledSeconds: number;
  /** The same, until every leader serves its partition. */
  readonly servedSeconds: number;
  readonly cpuSeconds: number;
  readonly memory: MemoryUse;
}

export async function topics(workspace: Workspace, options: Options): Promise<Report> {
  const count = options.isQuick ? QUICK_COUNT : COUNT;
  const results: TopicsResult[] = [];
  if (options.only !== 'samsa') {
    requireTools(['java']);
    results.push(await measure(await kafkaBroker(workspace), count));
  }
  if (options.only !== 'kafka') results.push(await measure(await samsaBroker(workspace), count));
  return { title: 'Topics', text: topicsText(count, results), data: { count, results } };
}

async function measure(broker: BrokerProcess, count: number): Promise<TopicsResult> {
  await broker.format();
  await broker.start();
  const client = await WireClient.connect(broker.port);

  const cpuBefore = cpuSeconds(broker.pid);
  const createMs = new Float64Array(count);
  const beganMs = performance.now();
  for (let index = 0; index < count; index++) {
    const sentMs = performance.now();
    await client.createTopic({ name: `topic-${index}`, partitions: 1 });
    createMs[index] = performance.now() - sentMs;
  }
  const oneByOneSeconds = (performance.now() - beganMs) / 1000;
  await client.whenServed(`topic-${count - 1}`, 1);

  const togetherMs = performance.now();
  await client.createTopic({ name: MANY_PARTITIONS, partitions: count });
  await client.whenLed(MANY_PARTITIONS, count);
  const ledSeconds = (performance.now() - togetherMs) / 1000;
  await client.whenServed(MANY_PARTITIONS, count);
  const servedSeconds = (performance.now() - togetherMs) / 1000;

  const result = {
    broker: broker.setup.title,
    oneByOneSeconds,
    createMs: percentilesOf(createMs),
    ledSeconds,
    servedSeconds,
    cpuSeconds: cpuSeconds(broker.pid) - cpuBefore,
    memory: broker.memory,
  };
  client.close();
  await broker.stop();
  return result;
}

function topicsText(count: number, results: readonly TopicsResult[]): string {
  return formatTable(
    [
      'broker',
      `${count} topics one by one, s`,
      'p50 ms',
      'p99 ms',
      `${count} partitions at once: led, s`,
      'served, s',
      'CPU s',
      'RSS after, MB',
    ],
    results.map((result) => [
      result.broker,
      ...[
        result.oneByOneSeconds,
        result.createMs.p50,
        result.createMs.p99,
        result.ledSeconds,
        result.servedSeconds,
        result.cpuSeconds,
        result.memory.rssMb,
      ].map(formatNumber),
    ]),
  );
}
