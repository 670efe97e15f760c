// `start`: how long a broker takes from the spawn of its process to the first good answer to Metadata,
// and what it holds when it then has nothing to do.

import { join } from 'node:path';

import { type BrokerProcess } from './brokers/broker-process.ts';
import { kafkaBroker } from './brokers/kafka-broker.ts';
import { samsaBroker } from './brokers/samsa-broker.ts';
import { type MemoryUse } from './measure/process-account.ts';
import { type Spread, spreadOf } from './measure/statistics.ts';
import { type Options } from './options.ts';
import { type Report } from './results.ts';
import { formatNumber, formatTable } from './table.ts';
import { requireTools } from './tools.ts';
import { type Workspace } from './workspace.ts';

const STARTS = 10;
const QUICK_STARTS = 3;
const IDLE_MS = 30_000;
const QUICK_IDLE_MS = 5_000;

interface Started {
  readonly what: string;
  readonly timesMs: readonly number[];
}

interface Idle {
  readonly what: string;
  readonly memory: MemoryUse;
}

export async function start(workspace: Workspace, options: Options): Promise<Report> {
  const starts: Started[] = [];
  const idles: Idle[] = [];
  if (options.only !== 'samsa') {
    requireTools(['java']);
    await measureKafka(workspace, options, starts, idles);
  }
  if (options.only !== 'kafka') await measureSamsa(workspace, options, starts, idles);
  return {
    title: 'Start and memory at rest',
    text: startText(options, starts, idles),
    data: { starts, idles },
  };
}

async function measureSamsa(
  workspace: Workspace,
  options: Options,
  starts: Started[],
  idles: Idle[],
): Promise<void> {
  const count = options.isQuick ? QUICK_STARTS : STARTS;
  const broker = await samsaBroker(workspace);
  await broker.format();
  const warm = { NODE_COMPILE_CACHE: await workspace.newFolder('compile-cache') };
  await once(broker, warm);
  starts.push({
    what: 'Samsa, formatted, warm compile cache',
    timesMs: await repeated(count, () => once(broker, warm)),
  });
  starts.push({
    what: 'Samsa, formatted, cold compile cache',
    timesMs: await repeated(count, async () => once(broker, await cold(workspace))),
  });
  starts.push({
    what: 'Samsa, first ever: unformatted, cold compile cache',
    timesMs: await repeated(count, async () =>
      once(await samsaBroker(workspace), await cold(workspace)),
    ),
  });
  idles.push({ what: 'Samsa', memory: await idleMemory(broker, options, warm) });
}

async function measureKafka(
  workspace: Workspace,
  options: Options,
  starts: Started[],
  idles: Idle[],
): Promise<void> {
  const count = options.isQuick ? QUICK_STARTS : STARTS;
  const broker = await kafkaBroker(workspace);
  await broker.format();
  await once(broker, {});
  starts.push({
    what: `${broker.setup.title}, formatted`,
    timesMs: await repeated(count, () => once(broker, {})),
  });
  starts.push({
    what: `${broker.setup.title}, first ever: format, then start`,
    timesMs: await repeated(count, async () => {
      const fresh = await kafkaBroker(workspace);
      const beganMs = performance.now();
      await fresh.format();
      const formatMs = performance.now() - beganMs;
      return formatMs + (await once(fresh, {}));
    }),
  });
  idles.push({ what: broker.setup.title, memory: await idleMemory(broker, options, {}) });
}

async function once(
  broker: BrokerProcess,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const elapsedMs = await broker.start(environment);
  await broker.stop();
  return elapsedMs;
}

async function cold(workspace: Workspace): Promise<Readonly<Record<string, string>>> {
  return { NODE_COMPILE_CACHE: join(await workspace.newFolder('compile-cache'), 'none-yet') };
}

async function repeated(count: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let index = 0; index < count; index++) values.push(await measure());
  return values;
}

async function idleMemory(
  broker: BrokerProcess,
  options: Options,
  environment: Readonly<Record<string, string>>,
): Promise<MemoryUse> {
  await broker.start(environment);
  await new Promise((resolve) => setTimeout(resolve, options.isQuick ? QUICK_IDLE_MS : IDLE_MS));
  const { memory } = broker;
  await broker.stop();
  return memory;
}

function startText(options: Options, starts: readonly Started[], idles: readonly Idle[]): string {
  const spreads = starts.map(({ what, timesMs }): [string, Spread] => [what, spreadOf(timesMs)]);
  const idleSeconds = (options.isQuick ? QUICK_IDLE_MS : IDLE_MS) / 1000;
  return [
    formatTable(
      ['spawn to the first good Metadata answer', 'median ms', 'lowest', 'highest'],
      spreads.map(([what, { median, min, max }]) => [
        what,
        ...[median, min, max].map(formatNumber),
      ]),
    ),
    '',
    formatTable(
      [`${idleSeconds} s after ready, no clients`, 'RSS MB', 'PSS MB', 'threads'],
      idles.map(({ what, memory }) => [
        what,
        ...[memory.rssMb, memory.pssMb, memory.threads].map(formatNumber),
      ]),
    ),
  ].join('\n');
}
