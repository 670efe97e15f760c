// The tools that read files: every kind of file that Samsa wrote, as Apache Kafka's own code sees it.

import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '../runner/case.ts';
import { expectIn, KAFKA_VERSION, type ToolCase, type ToolContext } from './tool.ts';

const SHELL_TRIES = 5;
const SMALL_SEGMENTS = ['segment.bytes=1048576', 'segment.index.bytes=1024'];

/** Files in the data folder by a pattern, none of them empty. */
function filesOf({ samsa }: ToolContext, pattern: string): string[] {
  const found = globSync(pattern, { cwd: samsa.dataFolder }).toSorted();
  return found
    .map((path) => join(samsa.dataFolder, path))
    .filter((path) => statSync(path).size > 0);
}

const dumpLog: ToolCase = {
  name: 'kafka-dump-log',
  version: KAFKA_VERSION,
  async run(context) {
    const { samsa, tools } = context;
    const topic = 'of-dump';
    const configs = SMALL_SEGMENTS.flatMap((config) => ['--config', config]);
    await tools.run('TopicCommand', ['--create', '--topic', topic, ...configs]);
    const size = ['--record-size', '1000', '--throughput', '-1'];
    await tools.run('ProducerPerformance', ['--topic', topic, '--num-records', '5000', ...size]);
    await tools.run('consumer.ConsoleConsumer', [
      ...['--topic', topic, '--group', 'of-dump', '--from-beginning'],
      ...['--max-messages', '10', '--timeout-ms', '20000'],
    ]);
    // A clean stop writes what only a stop writes.
    expect((await samsa.stop()) === 0, 'the node did not stop cleanly');
    try {
      const dump = async (pattern: string, shown: RegExp, ...flags: string[]): Promise<void> => {
        const files = filesOf(context, pattern);
        expect(files.length > 0, `Samsa wrote no ${pattern}`);
        const text = await tools.runClass('org.apache.kafka.tools.DumpLogSegments', [
          ...['--files', files.join(','), ...flags],
        ]);
        expectIn(text, shown);
        const wrong = /isvalid: false|mismatch|Could not|Exception|corrupt/i.exec(text)?.[0];
        expect(wrong === undefined, `${pattern}: ${wrong}`);
      };
      const isDeep = ['--deep-iteration', '--print-data-log'];
      await dump(`${topic}-0/*.log`, /baseOffset: 0 [\s\S]*offset: 4999 /, ...isDeep);
      await dump(`${topic}-0/*.index`, /Dumping/, '--verify-index-only');
      await dump(`${topic}-0/*.index`, /offset: \d+ position: \d+/);
      await dump(`${topic}-0/*.timeindex`, /timestamp: \d+ offset: \d+/);
      await dump(`${topic}-0/*.snapshot`, /producerId: \d+ producerEpoch: 0/);
      await dump('__consumer_offsets-*/*.log', /"group":"of-dump"/, '--offsets-decoder');
      const metadata = '--cluster-metadata-decoder';
      await dump('__cluster_metadata-0/*.log', /"name":"of-dump"/, metadata);
      await dump('__cluster_metadata-0/*.checkpoint', /SnapshotHeader/, metadata);
    } finally {
      await samsa.start();
    }
  },
};

const metadataShell: ToolCase = {
  name: 'kafka-metadata-shell',
  version: KAFKA_VERSION,
  async run(context) {
    const { samsa, tools } = context;
    await tools.run('TopicCommand', ['--create', '--topic', 'of-shell', '--partitions', '100']);
    expect((await samsa.stop()) === 0, 'the node did not stop cleanly');
    try {
      const snapshot = filesOf(context, '__cluster_metadata-0/*.checkpoint').at(-1) ?? '';
      expect(!/0{20}-0{10}\./.test(snapshot), 'Samsa wrote no snapshot of the metadata');
      const shows = async (pattern: RegExp, ...command: string[]): Promise<void> => {
        // The shell may answer before it has taken in the whole file, so it is asked again.
        for (let left = SHELL_TRIES; ; left--) {
          const args = ['--snapshot', snapshot, ...command];
          const text = await tools.runClass('org.apache.kafka.shell.MetadataShell', args);
          if (pattern.test(text)) return;
          if (left === 1) expectIn(text, pattern);
        }
      };
      await shows(/^of-shell$/m, 'ls', '/image/topics/byName');
      await shows(/^\/image\/cluster\/brokers\/1$/m, 'find', '/image/cluster');
    } finally {
      await samsa.start();
    }
  },
};

export const fileTools: readonly ToolCase[] = [dumpLog, metadataShell];
