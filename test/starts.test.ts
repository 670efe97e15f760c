// How a node starts, refuses to start, and stops: what operators and scripts rely on.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { createFetchPartition, createFetchTopic, Fetch } from '@samsa/protocol/apis/fetch';
import { createMetadataRequestTopic, Metadata } from '@samsa/protocol/apis/metadata';
import { Kafka, logLevel } from 'kafkajs';

import { RawConnection, requestFrame } from './support/raw-connection.ts';
import { BIN, type Ended, runSamsa, type RunOptions } from './support/run-samsa.ts';
import { freePort, SamsaProcess } from './support/samsa-process.ts';

const CLUSTER_ID = 'MkU3OEVBNTcwNTJENDM2Qg';
const OTHER_CLUSTER_ID = 'AAAAAAAAAAAAAAAAAAAAAQ';

let folder: string;
let port: number;
let controllerPort: number;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsa-starts-'));
  port = await freePort();
  controllerPort = await freePort();
});

after(async () => {
  await rm(folder, { recursive: true, force: true });
});

function run(args: readonly string[], options: Partial<RunOptions> = {}): Promise<Ended> {
  return runSamsa(args, { cwd: folder, ...options });
}

function overrides(values: Readonly<Record<string, string>>): string[] {
  const all = {
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    ...values,
  };
  return Object.entries(all).flatMap(([key, value]) => ['--override', `${key}=${value}`]);
}

/** A start that must end by itself, with status 1 and one line that says why. */
async function assertRefused(
  values: Readonly<Record<string, string>>,
  line: RegExp,
  options: Partial<RunOptions> = {},
): Promise<void> {
  const ended = await run(['server', ...overrides(values)], options);
  const lines = ended.stderr.split('\n').filter((each) => !/^$| (INFO|WARN) /.test(each));
  assert.equal(ended.status, 1, ended.stderr);
  assert.equal(lines.length, 1, ended.stderr);
  assert.match(lines[0] ?? '', /^samsa server: /);
  assert.match(lines[0] ?? '', line);
  assert.equal(ended.stdout, '');
}

async function propertiesFile(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

describe('the command line', () => {
  test('npm start is the server', () => {
    const manifest = readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8');
    const { scripts } = JSON.parse(manifest) as { scripts: Record<string, string> };
    assert.equal(scripts['start'], 'bin/samsa server');
  });

  test('--version is one line on standard output, and help is no mistake', async () => {
    const version = await run(['--version']);
    assert.equal(version.status, 0);
    assert.match(version.stdout, /^samsa \d+\.\d+\.\d+ \(.*Apache Kafka 4\.3\.1.*\)\n$/);
    for (const args of [['--help'], ['server', '--help'], ['storage', '-h'], ['config', '-h']]) {
      const help = await run(args);
      assert.equal(help.status, 0, args.join(' '));
      assert.match(help.stdout, /^usage: samsa/);
      assert.equal(help.stderr, '');
    }
  });

  test('wrong usage ends with status 2 and says what was expected', async () => {
    const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
      [['serve'], /'serve' is not a command/],
      [['server', '--port', '1'], /Unknown option '--port'\n/],
      [['server', 'a.properties', 'b.properties'], /one configuration file, not 'b.properties'/],
      [['server', '--override', 'x'], /--override takes key=value, not 'x'/],
      [['storage'], /expected one of: format, info, random-uuid/],
      [['storage', 'format'], /--cluster-id is needed/],
      [['config'], /expected: print/],
    ];
    for (const [args, line] of mistakes) {
      const ended = await run(args);
      assert.equal(ended.status, 2, args.join(' '));
      assert.match(ended.stderr, line);
    }
    assert.equal((await run([])).status, 2);
  });

  test('the launcher works from any folder, through symbolic links and in every shell', async () => {
    const link = join(folder, 'link');
    const linkToLink = join(folder, 'link-to-link');
    await symlink(BIN, link);
    await symlink('link', linkToLink);
    const commands: readonly (readonly [string, ...string[]])[] = [
      [link],
      [linkToLink],
      ['sh', BIN],
      ['bash', BIN],
      ['sh', '-c', './link-to-link "$@"', 'sh'],
      ['sh', '-c', 'CDPATH=/ PATH=".:$PATH" link "$@"', 'sh'],
    ];
    for (const command of commands) {
      const ended = await run(['--version'], { command });
      assert.match(ended.stdout, /^samsa /, `${command.join(' ')}: ${ended.stderr}`);
    }
    const fromRoot = await run(['--version'], { cwd: '/' });
    assert.equal(fromRoot.status, 0);
  });
});

describe('a start', () => {
  let samsa: SamsaProcess | undefined;

  afterEach(async () => {
    await samsa?.discard();
    samsa = undefined;
  });

  test('without a configuration formats ./data, says who it is, and warns of nothing', async () => {
    samsa = await SamsaProcess.start();
    const said = samsa.output;
    assert.match(said, /^Samsa \d+\.\d+\.\d+ is ready in \d+ ms$/m);
    const [, clusterId] = /^ {2}cluster {4}([\w-]{22})$/m.exec(said) ?? [];
    assert.ok(clusterId !== undefined, said);
    assert.match(said, /^ {2}node {7}1 \(broker, controller\)$/m);
    assert.ok(said.includes(`PLAINTEXT://127.0.0.1:${samsa.port}`));
    assert.ok(said.includes(samsa.dataFolder));
    assert.doesNotMatch(said, /warning| WARN | ERROR /);
    const properties = await readFile(join(samsa.dataFolder, 'meta.properties'), 'utf8');
    assert.match(properties, /^version=1$/m);
    assert.match(properties, /^node\.id=1$/m);
    assert.ok(properties.includes(`cluster.id=${clusterId}`));
  });

  test('a second start in the same folder, or with a port that is taken, is refused with one line', async () => {
    samsa = await SamsaProcess.start();
    const { dataFolder } = samsa;
    await assertRefused({ 'log.dirs': dataFolder }, /log directory .*data is in use/);
    const listeners = `PLAINTEXT://127.0.0.1:${samsa.port},CONTROLLER://127.0.0.1:${controllerPort}`;
    await assertRefused(
      { listeners, 'log.dirs': join(folder, 'another') },
      new RegExp(`cannot listen on PLAINTEXT://127.0.0.1:${samsa.port}: the port is taken`),
    );
    assert.equal(samsa.hasEnded, false);
  });

  test('a folder of another cluster or another node is refused with one line', async () => {
    samsa = await SamsaProcess.start({ environment: { CLUSTER_ID } });
    assert.ok(samsa.output.includes(CLUSTER_ID));
    await samsa.stop();
    const dirs = { 'log.dirs': samsa.dataFolder };
    await assertRefused({ ...dirs, 'node.id': '2' }, /belongs to node 1, not to node 2/);
    await assertRefused(
      dirs,
      new RegExp(`belongs to cluster ${CLUSTER_ID}, not to ${OTHER_CLUSTER_ID}`),
      {
        environment: { CLUSTER_ID: OTHER_CLUSTER_ID },
      },
    );
    // Neither has harmed the folder.
    await samsa.start();
  });

  test('SIGTERM and SIGINT end it with status 0, at once though clients stay connected', async () => {
    samsa = await SamsaProcess.start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const waiting = await fetchForever(samsa.port);
      const idle = await RawConnection.open(samsa.port);
      const begun = performance.now();
      assert.equal(await samsa.end(signal), 0);
      assert.ok(performance.now() - begun < 2_000, `${signal}: ${performance.now() - begun} ms`);
      waiting.close();
      idle.close();
      assert.ok((await readdir(samsa.dataFolder)).includes('.kafka_cleanshutdown'));
      await samsa.start();
    }
  });
});

/** A consumer that waits for records for an hour. */
async function fetchForever(brokerPort: number): Promise<RawConnection> {
  const topic = 'waited-for';
  const connection = await RawConnection.open(brokerPort);
  await connection.call(
    Metadata,
    12,
    Metadata.request.create({
      topics: [createMetadataRequestTopic({ name: topic })],
      allowAutoTopicCreation: true,
    }),
  );
  const partitions = [createFetchPartition({ partitionMaxBytes: 1_000 })];
  const topics = [createFetchTopic({ topic, partitions })];
  const request = { maxWaitMs: 3_600_000, minBytes: 1, maxBytes: 1_000, topics };
  connection.write(requestFrame(Fetch, 12, Fetch.request.create(request)));
  const answer = await Promise.race([connection.frame(), sleep(100, 'none yet')]);
  assert.equal(answer, 'none yet');
  return connection;
}

describe('a configuration', () => {
  test('with a value that is not allowed ends the start: key, value, place and what is allowed', async () => {
    await assertRefused(
      { 'log.segment.bytes': '12' },
      /log\.segment\.bytes = '12' \(--override\) is not allowed; allowed: .* at least 1048576/,
    );
    const file = await propertiesFile('bad.properties', [
      'process.roles=broker,controller',
      'node.id=1',
      'num.partitions=many',
    ]);
    const ended = await run(['server', file]);
    assert.equal(ended.status, 1);
    assert.match(
      ended.stderr,
      /num\.partitions = 'many' \(.*bad\.properties:3\) is not allowed; allowed: a whole number/,
    );
    await assertRefused(
      {},
      /num\.partitions = '0' \(KAFKA_NUM_PARTITIONS\) is not allowed; allowed: /,
      { environment: { KAFKA_NUM_PARTITIONS: '0' } },
    );
    await assertRefused(
      { listeners: 'PLAINTEXT:9092' },
      /listeners = 'PLAINTEXT:9092' \(--override\) is not allowed; allowed: NAME/,
    );
    await assertRefused({ 'metrics.listener': 'everywhere' }, /metrics\.listener = 'everywhere'/);
  });

  test('that names a folder nobody can write to ends the start with one line', async () => {
    const file = await propertiesFile('a-file', ['']);
    await assertRefused(
      { 'log.dirs': join(file, 'data') },
      /log directory .*a-file\/data cannot be used: a part of its path is a file/,
    );
    await assertRefused(
      { 'log.dirs': '/dev/null' },
      /log directory \/dev\/null cannot be used: a part of its path is a file/,
    );
  });

  test('that is not there ends the start with one line', async () => {
    for (const args of [['server'], ['config', 'print']]) {
      const ended = await run([...args, 'missing.properties']);
      assert.equal(ended.status, 1);
      assert.match(ended.stderr, /missing\.properties cannot be read: there is no such file\n$/);
    }
  });

  test('with keys that are not known or do nothing is warned of', async () => {
    const { status, stderr } = await run([
      'config',
      'print',
      ...overrides({
        'num.partition': '3',
        'quite.something.else.entirely': '1',
        'num.io.threads': '9',
        'authorizer.class.name': 'x',
        'listener.name.plaintext.max.connections': '5',
      }),
    ]);
    assert.equal(status, 0);
    assert.deepEqual(stderr.trim().split('\n'), [
      'samsa config: warning: num.partition (--override) is not a known key; did you mean num.partitions?',
      'samsa config: warning: quite.something.else.entirely (--override) is not a known key',
      'samsa config: warning: num.io.threads (--override) is a key of Kafka that has no effect here yet',
      'samsa config: warning: authorizer.class.name (--override) is a key of Kafka that has no effect here yet',
    ]);
  });

  test('is printed with the place of each value, the strongest place first in rank', async () => {
    const file = await propertiesFile('print.properties', [
      'process.roles=broker,controller',
      'node.id=4',
      'controller.quorum.voters=4@localhost:9093',
      'controller.listener.names=CONTROLLER',
      'listeners=PLAINTEXT://:9092,CONTROLLER://:9093',
      'num.partitions=2',
      'log.retention.hours=5',
      'auto.create.topics.enable = false',
    ]);
    const { status, stdout } = await run(
      ['config', 'print', file, '--override', 'log.retention.hours=7'],
      {
        environment: {
          KAFKA_NUM_PARTITIONS: '6',
          KAFKA_CFG_NUM_PARTITIONS: '5',
          KAFKA_CFG_DEFAULT_REPLICATION_FACTOR: '2',
          KAFKA_LOG_RETENTION_HOURS: '6',
        },
      },
    );
    assert.equal(status, 0);
    const line = (key: string): string =>
      stdout.split('\n').find((each) => each.startsWith(`${key} `)) ?? '';
    assert.match(line('node.id'), / 4 {2}\(.*print\.properties:2\)$/);
    assert.match(line('num.partitions'), / 6 {2}\(KAFKA_NUM_PARTITIONS\)$/);
    assert.match(
      line('default.replication.factor'),
      / 2 {2}\(KAFKA_CFG_DEFAULT_REPLICATION_FACTOR\)$/,
    );
    assert.match(line('log.retention.hours'), / 7 {2}\(--override\)$/);
    assert.match(line('auto.create.topics.enable'), / false {2}\(.*print\.properties:8\)$/);
    assert.match(line('log.segment.bytes'), / 1073741824 {2}\(default\)$/);
    // A configuration file brings Kafka's own defaults back.
    assert.match(line('group.initial.rebalance.delay.ms'), / 3000 {2}\(default\)$/);
    assert.match(line('offsets.topic.num.partitions'), / 50 {2}\(default\)$/);
  });

  test("from the variables of Kafka's images is understood, and the images' other variables are passed over", async () => {
    const { status, stdout, stderr } = await run(['config', 'print'], {
      environment: {
        KAFKA_NODE_ID: '3',
        KAFKA_PROCESS_ROLES: 'broker,controller',
        KAFKA_CONTROLLER_QUORUM_VOTERS: '3@localhost:9093',
        KAFKA_LISTENERS: 'PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093',
        KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
        KAFKA_LOG_DIRS: '/tmp/kraft-combined-logs',
        KAFKA_VERSION: '4.3.1',
        KAFKA_HEAP_OPTS: '-Xmx1G',
        KAFKA_OPTS: '-Dx=y',
        KAFKA_JMX_PORT: '9101',
        KAFKA_JMX_OPTS: '-D',
        KAFKA_LOG4J_ROOT_LOGLEVEL: 'INFO',
        KAFKA_LOG4J_LOGGERS: 'kafka=WARN',
        KAFKA_GC_LOG_OPTS: '-X',
        KAFKA_JVM_PERFORMANCE_OPTS: '-server',
        CLUSTER_ID,
      },
    });
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^node\.id +3 {2}\(KAFKA_NODE_ID\)$/m);
    assert.match(stdout, /^offsets\.topic\.num\.partitions +50 {2}\(default\)$/m);
  });
});

describe('samsa storage', () => {
  async function configured(name: string, quorum: string): Promise<string> {
    return propertiesFile(`${name}.properties`, [
      'process.roles=broker,controller',
      'node.id=5',
      `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      'controller.listener.names=CONTROLLER',
      `log.dirs=${join(folder, name)}`,
      quorum,
    ]);
  }

  test('random-uuid prints another id each time, none of which looks like an option', async () => {
    const first = (await run(['storage', 'random-uuid'])).stdout;
    const second = (await run(['storage', 'random-uuid'])).stdout;
    assert.match(first, /^[A-Za-z0-9_][\w-]{21}\n$/);
    assert.notEqual(first, second);
  });

  test('a dynamic quorum is formatted with its voter, and runs', async () => {
    const file = await configured(
      'dynamic',
      `controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}`,
    );
    const format = ['storage', 'format', '--cluster-id', CLUSTER_ID, '--config', file];
    const info = ['storage', 'info', '--config', file];
    const before = await run(info);
    assert.equal(before.status, 1);
    assert.match(before.stdout, /dynamic is not formatted/);
    const unsaid = await run(format);
    assert.equal(unsaid.status, 1);
    assert.match(unsaid.stderr, /say one of --standalone, --initial-controllers or/);
    const both = await run([...format, '--standalone', '--no-initial-controllers']);
    assert.equal(both.status, 2);

    const formatted = await run([...format, '--standalone']);
    assert.equal(formatted.status, 0, formatted.stderr);
    assert.match(
      formatted.stdout,
      /dynamic is formatted: cluster MkU3.* metadata\.version 4\.3-IV0/,
    );
    assert.deepEqual((await readdir(join(folder, 'dynamic', '__cluster_metadata-0'))).toSorted(), [
      '00000000000000000000-0000000000.checkpoint',
    ]);
    const again = await run([...format, '--standalone']);
    assert.equal(again.status, 1);
    assert.match(again.stderr, /formatted already; --ignore-formatted/);
    assert.equal((await run([...format, '-s', '-g'])).status, 0);
    const after = await run(info);
    assert.equal(after.status, 0);
    assert.match(
      after.stdout,
      new RegExp(`cluster\\.id=${CLUSTER_ID} node\\.id=5 directory\\.id=`),
    );
    await assertRuns(file, 'kraft.version', 1);
  });

  test('a static quorum is formatted without voters, and runs', async () => {
    const file = await configured(
      'static',
      `controller.quorum.voters=5@127.0.0.1:${controllerPort}`,
    );
    const format = ['storage', 'format', '-t', CLUSTER_ID, '-c', file];
    const refused = await run([...format, '--standalone']);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /controller\.quorum\.voters is set/);
    assert.equal((await run(format)).status, 0);
    assert.deepEqual((await readdir(join(folder, 'static'))).toSorted(), [
      'bootstrap.checkpoint',
      'meta.properties',
    ]);
    await assertRuns(file, 'kraft.version', 0);
  });

  test('levels of features and of metadata.version are taken, and checked', async () => {
    const file = await configured(
      'levels',
      `controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}`,
    );
    const format = ['storage', 'format', '-t', CLUSTER_ID, '-c', file, '-s'];
    const refusals: readonly (readonly [readonly string[], RegExp])[] = [
      [['--release-version', '9.9'], /release version '9\.9' is not known; allowed: 3\.3 to 4\.3/],
      [['--feature', 'coffee.version=1'], /feature 'coffee\.version' is not known; allowed: /],
      [['--feature', 'group.version=77'], /group\.version=77; allowed: 0 to 1/],
    ];
    for (const [args, line] of refusals) {
      const ended = await run([...format, ...args]);
      assert.equal(ended.status, 1);
      assert.match(ended.stderr, line);
    }
    const ended = await run([...format, '-r', '4.0', '-f', 'group.version=0']);
    assert.equal(ended.status, 0, ended.stderr);
    assert.match(ended.stdout, /metadata\.version 4\.0-IV3/);
    const levels = await assertRuns(file, 'kraft.version', 1);
    assert.equal(levels.get('metadata.version'), 25);
    assert.equal(levels.get('group.version') ?? 0, 0);
  });

  /** Starts the node twice and asks it for the levels of its features. */
  async function assertRuns(
    file: string,
    feature: string,
    level: number,
  ): Promise<ReadonlyMap<string, number>> {
    const samsa = await SamsaProcess.start({ folder, file, ports: [port, controllerPort] });
    await samsa.stop();
    await samsa.start();
    try {
      const levels = await finalizedLevels(port);
      assert.equal(levels.get(feature) ?? 0, level);
      return levels;
    } finally {
      await samsa.stop();
    }
  }
});

async function finalizedLevels(brokerPort: number): Promise<ReadonlyMap<string, number>> {
  const connection = await RawConnection.open(brokerPort);
  const { finalizedFeatures } = await connection.call(
    ApiVersions,
    4,
    ApiVersions.request.create({ clientSoftwareName: 'test', clientSoftwareVersion: '1' }),
  );
  connection.close();
  return new Map(finalizedFeatures.map(({ name, maxVersionLevel }) => [name, maxVersionLevel]));
}

describe('metrics.listener', () => {
  let samsa: SamsaProcess;
  let metricsPort: number;

  before(async () => {
    metricsPort = await freePort();
    samsa = await SamsaProcess.start({
      overrides: { 'metrics.listener': `127.0.0.1:${metricsPort}` },
    });
  });

  after(async () => {
    await samsa.discard();
  });

  async function get(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${metricsPort}${path}`, { headers: { connection: 'close' } });
  }

  test('/health says that the node serves', async () => {
    const response = await get('/health');
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { healthy: true, state: 'RUNNING' });
    assert.equal((await get('/elsewhere')).status, 404);
  });

  test('/metrics tells of requests, bytes, log ends and the event loop', async () => {
    const kafka = new Kafka({ brokers: [samsa.bootstrap], logLevel: logLevel.NOTHING });
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic: 'counted', messages: [{ value: 'a' }, { value: 'b' }] });
    await producer.disconnect();

    const response = await get('/metrics');
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    const value = (sample: string): number => {
      const line = text.split('\n').find((each) => each.startsWith(`${sample} `));
      assert.ok(line !== undefined, `no ${sample}`);
      return Number(line.slice(sample.length));
    };
    assert.equal(value('kafka_log_log_logendoffset{topic="counted",partition="0"}'), 2);
    assert.equal(value('kafka_server_brokertopicmetrics_messagesin_total{topic="counted"}'), 2);
    assert.ok(value('kafka_server_brokertopicmetrics_bytesin_total{topic="counted"}') > 61);
    assert.equal(value('kafka_network_requestmetrics_totaltimems_count{request="Produce"}'), 1);
    assert.ok(value('samsa_eventloop_delayms{quantile="0.99"}') >= 0);
    assert.ok(value('samsa_process_residentbytes') > 1e7);
    // Each name is declared once, and every line is a sample or a comment.
    const declared = [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
    assert.equal(new Set(declared).size, declared.length);
    for (const line of text.trim().split('\n')) {
      assert.match(line, /^(# TYPE \w+ (counter|gauge|summary)|\w+(\{.*\})? (NaN|-?[\d.e+-]+))$/);
    }
  });

  test('/health says so while the node cannot serve yet, and a signal ends it nevertheless', async () => {
    const [health, away] = [await freePort(), await freePort()];
    // Two of the three voters are nowhere, so there will be no controller to register with.
    const voters = [1, 2, 3].map((id) => `${id}@127.0.0.1:${id === 1 ? controllerPort : away}`);
    const child = spawn(
      BIN,
      [
        'server',
        ...overrides({
          'log.dirs': join(folder, 'lonely'),
          'controller.quorum.voters': voters.join(','),
          'metrics.listener': `127.0.0.1:${health}`,
        }),
      ],
      { cwd: folder, env: { ...process.env, CLUSTER_ID }, stdio: 'ignore' },
    );
    const answer = async (): Promise<unknown> => {
      try {
        const response = await fetch(`http://127.0.0.1:${health}/health`);
        return [response.status, await response.json()];
      } catch {
        return undefined; // it does not listen yet
      }
    };
    while ((await answer()) === undefined) await sleep(20);
    assert.deepEqual(await answer(), [503, { healthy: false, state: 'STARTING' }]);
    const ended = once(child, 'exit');
    const begun = performance.now();
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.ok(performance.now() - begun < 2_000);
  });

  test('a port that is taken ends the start with one line', async () => {
    await assertRefused(
      { 'metrics.listener': `127.0.0.1:${samsa.port}`, 'log.dirs': join(folder, 'monitored') },
      /cannot listen on metrics\.listener 127\.0\.0\.1:\d+: .*EADDRINUSE/,
    );
  });
});
