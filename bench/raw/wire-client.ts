// WireClient: one connection that asks a broker one thing at a time, for what surrounds a measurement.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { type Api, Reader, readResponseHeader, writeRequest } from '@samsa/protocol';
import { CreateTopics } from '@samsa/protocol/apis/create-topics';
import { DeleteTopics } from '@samsa/protocol/apis/delete-topics';
import { ListOffsets } from '@samsa/protocol/apis/list-offsets';
import { Metadata, type MetadataResponse } from '@samsa/protocol/apis/metadata';

const CLIENT_ID = 'samsa-bench';
const CREATE_TOPICS_VERSION = 7;
const DELETE_TOPICS_VERSION = 6;
const LIST_OFFSETS_VERSION = 7;
const METADATA_VERSION = 12;
const CONSUMER_REPLICA_ID = -1;
const LATEST_TIMESTAMP = -1;
const REQUEST_TIMEOUT_MS = 60_000;
const POLL_MS = 5;

export interface NewTopic {
  readonly name: string;
  readonly partitions: number;
  readonly configs?: Readonly<Record<string, string>>;
}

export class WireClient {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #answered = Promise.withResolvers<Buffer>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setTimeout(REQUEST_TIMEOUT_MS);
    socket.on('data', (data: Buffer) => this.#take(data));
    socket.on('timeout', () => this.#fail('the broker does not answer'));
    socket.on('error', ({ message }) => this.#fail(message));
    socket.on('close', () => this.#fail('the broker closed the connection'));
  }

  static async connect(port: number): Promise<WireClient> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new WireClient(socket);
  }

  /** Whether a broker answers there that it, at least, is part of a cluster; waits a moment if not. */
  static async isServing(port: number): Promise<boolean> {
    let client: WireClient | undefined;
    try {
      client = await WireClient.connect(port);
      const { brokers, controllerId } = await client.metadata([]);
      if (brokers.length > 0 && controllerId >= 0) return true;
    } catch {
      // Nobody listens yet, or the connection was closed: not serving.
    } finally {
      client?.close();
    }
    await pause(POLL_MS);
    return false;
  }

  async call<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Partial<Request>,
  ): Promise<Response> {
    const whole = api.request.create(request);
    this.#socket.write(Buffer.concat(writeRequest(api, version, 0, CLIENT_ID, whole)));
    const reader = new Reader(await this.#answered.promise);
    this.#answered = Promise.withResolvers();
    readResponseHeader(reader, api.key, version);
    return api.response.read(reader, version);
  }

  /** @throws Error when the broker refuses */
  async createTopic({ name, partitions, configs = {} }: NewTopic): Promise<void> {
    const { topics } = await this.call(CreateTopics, CREATE_TOPICS_VERSION, {
      timeoutMs: REQUEST_TIMEOUT_MS,
      topics: [
        {
          name,
          numPartitions: partitions,
          replicationFactor: 1,
          assignments: [],
          configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
        },
      ],
    });
    accept(`creating ${name}`, topics[0]?.errorCode);
  }

  /** @throws Error when the broker refuses */
  async deleteTopic(name: string): Promise<void> {
    const { responses } = await this.call(DeleteTopics, DELETE_TOPICS_VERSION, {
      timeoutMs: REQUEST_TIMEOUT_MS,
      topics: [{ name, topicId: ZERO_UUID }],
    });
    accept(`deleting ${name}`, responses[0]?.errorCode);
  }

  /** @param names  an empty list asks for the brokers alone */
  metadata(names: readonly string[]): Promise<MetadataResponse> {
    return this.call(Metadata, METADATA_VERSION, {
      topics: names.map((name) => ({ name, topicId: ZERO_UUID })),
      allowAutoTopicCreation: false,
    });
  }

  /** Waits until each of the topic's partitions has a leader. */
  async whenLed(name: string, partitions: number): Promise<void> {
    for (;;) {
      const { topics } = await this.metadata([name]);
      const led = topics[0]?.partitions.filter(
        ({ errorCode, leaderId }) => errorCode === 0 && leaderId >= 0,
      );
      if (led?.length === partitions) return;
      await pause(POLL_MS);
    }
  }

  /** Waits until each of the topic's leaders tells its end offset: metadata may be ahead of the logs. */
  async whenServed(name: string, partitions: number): Promise<void> {
    await this.whenLed(name, partitions);
    const asked = Array.from({ length: partitions }, (_, partitionIndex) => ({
      partitionIndex,
      currentLeaderEpoch: -1,
      timestamp: LATEST_TIMESTAMP,
    }));
    for (;;) {
      const { topics } = await this.call(ListOffsets, LIST_OFFSETS_VERSION, {
        replicaId: CONSUMER_REPLICA_ID,
        topics: [{ name, partitions: asked }],
      });
      const served = topics[0]?.partitions.filter(({ errorCode }) => errorCode === 0);
      if (served?.length === partitions) return;
      await pause(POLL_MS);
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    this.#received.push(data);
    const bytes = Buffer.concat(this.#received);
    if (bytes.length < 4 || bytes.length < 4 + bytes.readInt32BE(0)) return;
    this.#received = [];
    this.#answered.resolve(bytes.subarray(4));
  }

  #fail(reason: string): void {
    this.#socket.destroy();
    // A connection that ends while nothing is asked for is no failure.
    this.#answered.promise.catch(() => undefined);
    this.#answered.reject(new Error(reason));
  }
}

const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA';

function accept(what: string, errorCode: number | undefined): void {
  if (errorCode !== 0) throw new Error(`${what} failed with error ${errorCode}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
