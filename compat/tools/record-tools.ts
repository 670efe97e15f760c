// The tools that write and read records, and those that measure and verify with them.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '../runner/case.ts';
import { expectIn, KAFKA_VERSION, type ToolCase, type Tools } from './tool.ts';

export const LINES = Array.from({ length: 200 }, (_, i) => `key-${i}:value ${i}`);

/** Makes a topic of three partitions with 200 keyed records. */
export async function fillTopic(tools: Tools, topic: string): Promise<void> {
  await tools.run('TopicCommand', ['--create', '--topic', topic, '--partitions', '3']);
  await produceLines(tools, topic);
}

export async function produceLines(tools: Tools, topic: string): Promise<void> {
  const parse = ['parse.key=true', 'key.separator=:'];
  const properties = parse.flatMap((property) => ['--reader-property', property]);
  await tools.run('ConsoleProducer', ['--topic', topic, ...properties], LINES);
}

/** Reads 200 records of a topic through a group, which commits where it is. */
export function consoleConsumer(tools: Tools, topic: string, group: string): Promise<string> {
  return tools.run('consumer.ConsoleConsumer', [
    ...['--topic', topic, '--group', group, '--from-beginning'],
    ...['--max-messages', '200', '--timeout-ms', '20000'],
    ...['--formatter-property', 'print.key=true', '--formatter-property', 'key.separator=:'],
  ]);
}

const consoleTools: ToolCase = {
  name: 'kafka-console-producer, -consumer',
  version: KAFKA_VERSION,
  async run({ tools }) {
    await fillTopic(tools, 'of-console');
    const text = await consoleConsumer(tools, 'of-console', 'of-console');
    const read = new Set(text.split('\n'));
    const lost = LINES.filter((line) => !read.has(line));
    expect(lost.length === 0, `${lost.length} of 200 lines are lost: ${lost.slice(0, 3).join()}`);
  },
};

const consumerGroups: ToolCase = {
  name: 'kafka-consumer-groups',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const topic = 'of-groups';
    const group = ['--group', 'of-groups'];
    const groups = (...args: string[]): Promise<string> =>
      tools.run('consumer.group.ConsumerGroupCommand', args);
    await fillTopic(tools, topic);
    await consoleConsumer(tools, topic, 'of-groups');
    expectIn(await groups('--list', '--state'), /^of-groups\s+Empty/m);
    expectIn(
      await groups('--describe', ...group),
      /^of-groups\s+of-groups\s+0\s+(\d+)\s+\1\s+0\s/m,
    );
    expectIn(await groups('--describe', ...group, '--state'), /^of-groups\s.*\sEmpty\s+0/m);
    expectIn(await groups('--describe', ...group, '--members'), /has no active members/);

    const reset = (...to: string[]): Promise<string> =>
      groups('--reset-offsets', ...group, '--topic', `${topic}:0`, ...to, '--execute');
    const nowAt = async (offset: number | RegExp, ...to: string[]): Promise<void> => {
      const text = typeof offset === 'number' ? String(offset) : offset.source;
      expectIn(await reset(...to), new RegExp(`^of-groups\\s+of-groups\\s+0\\s+${text}\\s*$`, 'm'));
    };
    await nowAt(0, '--to-earliest');
    await nowAt(10, '--shift-by', '10');
    await nowAt(7, '--to-offset', '7');
    await nowAt(7, '--to-current');
    await nowAt(0, '--to-datetime', '2020-01-01T00:00:00.000');
    await nowAt(0, '--by-duration', 'P1D');
    await nowAt(/[1-9]\d+/, '--to-latest');

    const forgotten = await groups('--delete-offsets', ...group, '--topic', topic);
    expectIn(forgotten, /^of-groups\s+0\s+Successful/m);
    expectIn(await groups('--delete', ...group), /was successful/);
    const left = await groups('--list');
    expect(!/^of-groups$/m.test(left), 'the deleted group is still listed');
  },
};

const getOffsets: ToolCase = {
  name: 'kafka-get-offsets',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const topic = ['--topic', 'of-offsets'];
    await fillTopic(tools, 'of-offsets');
    const latest = await tools.run('GetOffsetShell', topic);
    const sum = [...latest.matchAll(/^of-offsets:\d:(\d+)$/gm)].reduce(
      (total, [, offset]) => total + Number(offset),
      0,
    );
    expect(sum === 200, `the end offsets add up to ${sum}, not to 200: ${latest}`);
    const earliest = await tools.run('GetOffsetShell', [...topic, '--time', 'earliest']);
    expectIn(earliest, /of-offsets:0:0\nof-offsets:1:0\nof-offsets:2:0/);
    const largest = await tools.run('GetOffsetShell', [...topic, '--time', 'max-timestamp']);
    expectIn(largest, /of-offsets:2:\d+/);
  },
};

const deleteRecords: ToolCase = {
  name: 'kafka-delete-records',
  version: KAFKA_VERSION,
  async run({ samsa, tools }) {
    const topic = 'of-delete';
    await fillTopic(tools, topic);
    const file = join(samsa.folder, 'delete-records.json');
    const partitions = [{ topic, partition: 1, offset: 20 }];
    writeFileSync(file, JSON.stringify({ version: 1, partitions }));
    const deleted = await tools.run('DeleteRecordsCommand', ['--offset-json-file', file]);
    expectIn(deleted, /partition: of-delete-1\s+low_watermark: 20/);
    const earliest = await tools.run('GetOffsetShell', ['--topic', topic, '--time', 'earliest']);
    expectIn(earliest, /of-delete:0:0\nof-delete:1:20\nof-delete:2:0/);
  },
};

const performance: ToolCase = {
  name: 'kafka-producer-, kafka-consumer-perf-test',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const topic = ['--topic', 'of-perf', '--num-records', '50000'];
    const size = ['--record-size', '100', '--throughput', '-1'];
    const produced = await tools.run('ProducerPerformance', [...topic, ...size]);
    expectIn(produced, /50000 records sent/);
    const consumed = await tools.run('ConsumerPerformance', topic);
    expectIn(consumed, /, (5\d{4}), /);
  },
};

const verifiable: ToolCase = {
  name: 'kafka-verifiable-producer, -consumer',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const max = ['--max-messages', '1000'];
    const produced = await tools.run('VerifiableProducer', ['--topic', 'of-verifiable', ...max]);
    expectIn(produced, /"name":"tool_data","sent":1000,"acked":1000/);
    const group = ['--group-id', 'of-verifiable', '--reset-policy', 'earliest'];
    const consumed = await tools.run('VerifiableConsumer', [
      ...['--topic', 'of-verifiable', ...group, ...max],
    ]);
    const counts = [...consumed.matchAll(/"name":"records_consumed","count":(\d+)/g)];
    const total = counts.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(total === 1000, `${total} records consumed, not 1000`);
    expectIn(consumed, /"name":"offsets_committed".*"success":true/);
  },
};

const endToEnd: ToolCase = {
  name: 'kafka-e2e-latency',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const text = await tools.run('EndToEndLatency', [
      ...['--topic', 'of-latency', '--num-records', '500'],
      ...['--producer-acks', 'all', '--record-size', '100'],
    ]);
    expectIn(text, /Avg latency: [\d.]+ ms/, /Percentiles: 50th = \d+/);
  },
};

export const recordTools: readonly ToolCase[] = [
  consoleTools,
  consumerGroups,
  getOffsets,
  deleteRecords,
  performance,
  verifiable,
  endToEnd,
];
