// Script: a sequence of requests with state, written once and played to both brokers.

import { setTimeout as sleep } from 'node:timers/promises';

import { type Message } from './message-schema.ts';
import { type Pair, type PairConnection } from './pair.ts';
import { type Report } from './report.ts';
import { type Listener } from './side.ts';

export type VersionsOf = (api: string) => readonly number[];

export interface Flow {
  readonly name: string;
  readonly listener?: Listener;
  play(script: Script): Promise<void>;
}

export class Script {
  readonly pair: Pair;
  readonly #report: Report;
  readonly #flowName: string;
  readonly #connection: PairConnection;
  readonly #listener: Listener;
  readonly #opened: PairConnection[] = [];
  readonly #versions: VersionsOf;

  constructor(pair: Pair, report: Report, flow: Flow, versions: VersionsOf) {
    this.pair = pair;
    this.#report = report;
    this.#flowName = flow.name;
    this.#listener = flow.listener ?? 'broker';
    this.#connection = this.connection();
    this.#versions = versions;
  }

  /** A further connection, for requests that wait while others are answered. */
  connection(): PairConnection {
    const connection = this.pair.connect(this.#listener);
    this.#opened.push(connection);
    return connection;
  }

  /** The versions of an API that both serve on this listener; none where one lacks it. */
  versions(api: string): readonly number[] {
    return this.#versions(api);
  }

  newest(api: string): number {
    return this.versions(api).at(-1) ?? -1;
  }

  /** Asks both, notes the differences, and returns Kafka's answer; an empty one where it gave none. */
  async ask(
    api: string,
    version: number,
    request: Message = {},
    connection = this.#connection,
  ): Promise<Message> {
    const exchange = await connection.ask(api, version, request);
    this.#report.add(exchange, this.#flowName);
    return exchange.kafka.kind === 'answer' ? exchange.kafka.body : {};
  }

  /** In the newest version that both speak. */
  async askNewest(api: string, request: Message = {}): Promise<Message> {
    return this.ask(api, this.newest(api), request);
  }

  async tell(api: string, version: number, request: Message): Promise<void> {
    await this.#connection.tell(api, version, request);
  }

  /** Creates topics and waits until both brokers lead their partitions. */
  async topics(...topics: (Message & { readonly name: string })[]): Promise<void> {
    await this.askNewest('CreateTopics', {
      topics: topics.map((topic) => ({ numPartitions: 1, replicationFactor: 1, ...topic })),
      timeoutMs: 30_000,
    });
    await sleep(150);
    for (const { name } of topics) {
      const answer = await this.askNewest('Metadata', {
        topics: [{ name }],
        allowAutoTopicCreation: false,
      });
      await this.#untilLed(
        name,
        (answer['topics'] as { partitions: Message[] }[])[0]?.partitions ?? [],
      );
    }
  }

  /** @returns Kafka's id of the topic */
  async topicId(name: string): Promise<string> {
    const answer = await this.askNewest('Metadata', {
      topics: [{ name }],
      allowAutoTopicCreation: false,
    });
    return (answer['topics'] as { topicId: string }[])[0]?.topicId ?? '';
  }

  /** A broker leads a partition a moment after it has been told of it. */
  async #untilLed(name: string, partitions: readonly Message[]): Promise<void> {
    await this.askNewest('ListOffsets', {
      replicaId: -1,
      topics: [
        {
          name,
          partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, timestamp: -1 })),
        },
      ],
    });
  }

  close(): void {
    for (const connection of this.#opened) connection.close();
  }
}
