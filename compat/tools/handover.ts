// A data folder changes hands: Samsa writes it, Apache Kafka's own server opens it, serves what is there
// and writes on, and Samsa opens it again.

import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

import { type SamsaProcess } from '../../test/support/samsa-process.ts';
import { javaLaunch } from '../clients/java.ts';
import { delay, expect } from '../runner/case.ts';
import { Program } from '../runner/program.ts';
import { consoleConsumer, fillTopic, LINES, produceLines } from './record-tools.ts';
import { expectIn, KAFKA_VERSION, type ToolCase, type Tools } from './tool.ts';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 60_000;
const TOPIC = 'of-handover';

export const handover: ToolCase = {
  name: 'kafka-server-start, on Samsa’s data',
  version: KAFKA_VERSION,
  async run({ samsa, tools }) {
    await fillTopic(tools, TOPIC);
    await consoleConsumer(tools, TOPIC, TOPIC);
    await tools.configure(['--entity-name', TOPIC, '--alter', '--add-config', 'retention.ms=-1']);
    expect((await samsa.stop()) === 0, 'the node did not stop cleanly');
    const server = await startKafka(samsa);
    try {
      await expectContents(tools, 200);
      await produceLines(tools, TOPIC);
      server.signal('SIGTERM');
      await server.end(STOP_LIMIT_MS);
    } catch (error) {
      throw new Error(`Apache Kafka on Samsa's data: ${String(error)}`, { cause: error });
    } finally {
      await server.kill();
      await samsa.start();
    }
    await expectContents(tools, 400);
  },
};

/** The topic's records, its config and the group's offsets are all there. */
async function expectContents(tools: Tools, count: number): Promise<void> {
  const offsets = await tools.run('GetOffsetShell', ['--topic', TOPIC]);
  const ends = [...offsets.matchAll(/^of-handover:\d:(\d+)$/gm)];
  const sum = ends.reduce((total, [, offset]) => total + Number(offset), 0);
  expect(sum === count, `${sum} records instead of ${count}`);
  const read = new Set((await consoleConsumer(tools, TOPIC, `of-handover-${count}`)).split('\n'));
  const lost = LINES.filter((line) => !read.has(line));
  expect(count > LINES.length || lost.length === 0, `${lost.length} records differ`);
  const described = await tools.configure(['--entity-name', TOPIC, '--describe']);
  expectIn(described, /retention\.ms=-1 /);
  const group = ['--describe', '--group', TOPIC];
  const lag = await tools.run('consumer.group.ConsumerGroupCommand', group);
  expectIn(lag, /^of-handover\s+of-handover\s+0\s+[1-9]\d*\s+\d+\s/m);
}

async function startKafka(samsa: SamsaProcess): Promise<Program> {
  const listeners = `PLAINTEXT://127.0.0.1:${samsa.port},CONTROLLER://127.0.0.1:${samsa.controllerPort}`;
  const properties = join(samsa.folder, 'kafka.properties');
  writeFileSync(
    properties,
    [
      'process.roles=broker,controller',
      'node.id=1',
      `log.dirs=${samsa.dataFolder}`,
      `listeners=${listeners}`,
      `advertised.listeners=${listeners}`,
      'controller.listener.names=CONTROLLER',
      `controller.quorum.bootstrap.servers=127.0.0.1:${samsa.controllerPort}`,
      'group.initial.rebalance.delay.ms=0',
      '',
    ].join('\n'),
  );
  const launch = javaLaunch();
  const server = Program.start(
    { ...launch, args: [...launch.args, 'kafka.Kafka', properties] },
    'kafka.Kafka',
  );
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await accepts(samsa.port))) {
    if (server.hasEnded || Date.now() > deadline) {
      const said = server.errorText;
      await server.kill();
      await samsa.start();
      throw new Error(`Apache Kafka does not start on Samsa's data: ${said.slice(-1_000)}`);
    }
    await delay(200);
  }
  return server;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}
