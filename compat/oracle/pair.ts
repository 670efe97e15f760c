// Pair: Apache Kafka and Samsa side by side, from one server.properties, asked the same in step.

import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type AnyApi, apiOf } from '../../test/support/api-catalogue.ts';
import { freePort, SamsaProcess } from '../../test/support/samsa-process.ts';
import { compareAnswers, type Difference, shown } from './compare.ts';
import { Correlation } from './correlation.ts';
import { KafkaProcess } from './kafka-process.ts';
import { completed, type Message, messageSchema } from './message-schema.ts';
import { type Listener, type Reply, SideConnection } from './side.ts';

/** What both nodes are told, besides their ports and folders. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'offsets.topic.num.partitions': '3',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.num.partitions': '2',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '2',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
};

/** Read-only requests whose answer follows the metadata log, which a broker reads a moment later. */
const FOLLOWS_METADATA: ReadonlySet<string> = new Set([
  'Metadata',
  'DescribeTopicPartitions',
  'DescribeConfigs',
  'DescribeCluster',
  'DescribeGroups',
  'DescribeLogDirs',
  'DescribeProducers',
  'DescribeQuorum',
  'ApiVersions',
  'FindCoordinator',
  // The first blocks of producer ids are fetched behind the first requests.
  'InitProducerId',
  'ListConfigResources',
  'ListGroups',
  'ListOffsets',
  'OffsetFetch',
  'OffsetForLeaderEpoch',
]);
const SETTLED_WITHIN_MS = [100, 400, 1_000];

export interface Exchange {
  readonly listener: Listener;
  readonly api: string;
  readonly version: number;
  /** What was said of the request, in Kafka's terms; the rest of it had its defaults. */
  readonly request: Message;
  readonly kafka: Reply;
  readonly samsa: Reply;
  readonly differences: readonly Difference[];
}

export class Pair {
  readonly correlation: Correlation;
  readonly #kafka: KafkaProcess;
  readonly #samsa: SamsaProcess;
  readonly #folder: string;
  readonly #lasting = new Set<string>();
  readonly ports: Readonly<Record<'kafka' | 'samsa', Readonly<Record<Listener, number>>>>;

  private constructor(
    kafka: KafkaProcess,
    samsa: SamsaProcess,
    folder: string,
    ports: Pair['ports'],
    correlation: Correlation,
  ) {
    this.#kafka = kafka;
    this.#samsa = samsa;
    this.#folder = folder;
    this.ports = ports;
    this.correlation = correlation;
  }

  static async start(): Promise<Pair> {
    const folder = await mkdtemp(join(tmpdir(), 'oracle-'));
    const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
    const kafkaPorts = { broker: await freePort(), controller: await freePort() };
    const properties = join(folder, 'server.properties');
    await mkdir(join(folder, 'kafka'));
    await writeFile(properties, kafkaProperties(kafkaPorts, join(folder, 'kafka')));
    const samsaFolder = join(folder, 'samsa');
    await mkdir(samsaFolder);
    const [startedKafka, startedSamsa] = await Promise.allSettled([
      KafkaProcess.start(properties, clusterId, [kafkaPorts.broker, kafkaPorts.controller]),
      SamsaProcess.start({
        folder: samsaFolder,
        environment: {
          ...environmentOf({ ...PROPERTIES, 'log.dirs': join(samsaFolder, 'data') }),
          CLUSTER_ID: clusterId,
        },
      }),
    ]);
    if (startedKafka.status === 'rejected' || startedSamsa.status === 'rejected') {
      for (const started of [startedKafka, startedSamsa]) {
        if (started.status === 'fulfilled') await started.value.discard();
      }
      await rm(folder, { recursive: true, force: true });
      throw [startedKafka, startedSamsa].find((started) => started.status === 'rejected')?.reason;
    }
    const kafka = startedKafka.value;
    const samsa = startedSamsa.value;
    const samsaPorts = { broker: samsa.port, controller: samsa.controllerPort };
    const correlation = new Correlation();
    correlation.bind('port', kafkaPorts.broker, samsaPorts.broker);
    correlation.bind('port', kafkaPorts.controller, samsaPorts.controller);
    correlation.replaceText(join(folder, 'kafka'), samsa.dataFolder);
    for (const listener of ['broker', 'controller'] as const) {
      correlation.replaceText(`:${kafkaPorts[listener]}`, `:${samsaPorts[listener]}`);
    }
    return new Pair(kafka, samsa, folder, { kafka: kafkaPorts, samsa: samsaPorts }, correlation);
  }

  /** True where this difference did not go away when it was first met: waiting does not help. */
  isLasting({ path, kafka, samsa }: Difference): boolean {
    return this.#lasting.has(`${path} ${kafka} ${samsa}`);
  }

  lasts({ path, kafka, samsa }: Difference): void {
    this.#lasting.add(`${path} ${kafka} ${samsa}`);
  }

  connect(listener: Listener): PairConnection {
    return new PairConnection(this, listener);
  }

  /** What is left of a node that ended by itself. */
  get obituary(): string | undefined {
    if (this.#kafka.hasEnded) return `Apache Kafka ended; it said:\n${this.#kafka.output}`;
    if (this.#samsa.hasEnded) return `Samsa ended; it said:\n${this.#samsa.output}`;
    return undefined;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#kafka.discard(), this.#samsa.discard()]);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A connection to each of the two, which always get the same. */
export class PairConnection {
  readonly #pair: Pair;
  readonly #listener: Listener;
  #sides: readonly [SideConnection, SideConnection] | undefined;

  constructor(pair: Pair, listener: Listener) {
    this.#pair = pair;
    this.#listener = listener;
  }

  /** @param partial  in Kafka's terms; what is left out has its default */
  async ask(name: string, version: number, partial: Message = {}): Promise<Exchange> {
    const api = await apiOf(name);
    const { fields } = messageSchema(`${name}Request`);
    const request = completed(fields, partial);
    let exchange = await this.#exchange(api, version, request);
    if (FOLLOWS_METADATA.has(name)) {
      for (const ms of SETTLED_WITHIN_MS) {
        if (exchange.differences.every((found) => this.#pair.isLasting(found))) break;
        await sleep(ms);
        exchange = await this.#exchange(api, version, request);
      }
      for (const difference of exchange.differences) this.#pair.lasts(difference);
    }
    return { ...exchange, request: partial };
  }

  /** Sends what gets no answer. */
  async tell(name: string, version: number, partial: Message): Promise<void> {
    const api = await apiOf(name);
    const { fields } = messageSchema(`${name}Request`);
    const request = completed(fields, partial);
    const [kafka, samsa] = await this.#open();
    kafka.tell(api, version, request);
    samsa.tell(api, version, this.#pair.correlation.samsaRequest(fields, request));
  }

  /** Sends one frame, size first, on connections of its own. */
  async raw(frame: Uint8Array): Promise<readonly [kafka: Reply, samsa: Reply]> {
    this.close();
    const [kafka, samsa] = await this.#open();
    return Promise.all([kafka.raw(frame), samsa.raw(frame)]);
  }

  close(): void {
    for (const side of this.#sides ?? []) side.close();
    this.#sides = undefined;
  }

  async #exchange(api: AnyApi, version: number, request: Message): Promise<Exchange> {
    const { correlation } = this.#pair;
    const { fields } = messageSchema(`${api.name}Request`);
    const forSamsa = correlation.samsaRequest(fields, request);
    const [kafkaSide, samsaSide] = await this.#open();
    const [kafka, samsa] = await Promise.all([
      kafkaSide.ask(api, version, request),
      samsaSide.ask(api, version, forSamsa),
    ]);
    return {
      listener: this.#listener,
      api: api.name,
      version,
      request,
      kafka,
      samsa,
      differences: differencesOf(api.name, version, kafka, samsa, correlation),
    };
  }

  async #open(): Promise<readonly [SideConnection, SideConnection]> {
    if (this.#sides?.every(({ isUsable }) => isUsable) === true) return this.#sides;
    this.close();
    const { kafka, samsa } = this.#pair.ports;
    this.#sides = await Promise.all([
      SideConnection.open(kafka[this.#listener]),
      SideConnection.open(samsa[this.#listener]),
    ]);
    return this.#sides;
  }
}

function differencesOf(
  api: string,
  version: number,
  kafka: Reply,
  samsa: Reply,
  correlation: Correlation,
): Difference[] {
  if (kafka.kind === 'answer' && samsa.kind === 'answer') {
    const { fields } = messageSchema(`${api}Response`);
    return compareAnswers({
      api,
      version,
      fields,
      kafka: kafka.body,
      samsa: samsa.body,
      correlation,
    });
  }
  if (kafka.kind === samsa.kind) return [];
  return [{ path: `${api}.reply`, where: '', kafka: replyText(kafka), samsa: replyText(samsa) }];
}

function replyText(reply: Reply): string {
  if (reply.kind === 'answer') return shown(reply.body);
  return reply.kind === 'undecodable' ? `undecodable (${reply.why})` : reply.kind;
}

/** The same properties as variables, which leave ports and listeners to the process's own start. */
function environmentOf(properties: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      `KAFKA_${key.toUpperCase().replaceAll('.', '_')}`,
      value,
    ]),
  );
}

function kafkaProperties(ports: Readonly<Record<Listener, number>>, folder: string): string {
  const listeners = `PLAINTEXT://127.0.0.1:${ports.broker},CONTROLLER://127.0.0.1:${ports.controller}`;
  const all = {
    ...PROPERTIES,
    listeners,
    'advertised.listeners': listeners,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${ports.controller}`,
    'log.dirs': folder,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
