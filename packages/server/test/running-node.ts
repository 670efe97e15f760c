// RunningNode: a whole node in the test's own process, on ports of the system's choice and in a folder
// that goes with it, and channels to its two listeners.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConfigSource, ErrorCode, type Uuid } from '@samsa/common';
import { Channel } from '@samsa/network';
import { type Api, BatchBuilder } from '@samsa/protocol';
import { createCreatableTopic, CreateTopics } from '@samsa/protocol/apis/create-topics';
import { FindCoordinator } from '@samsa/protocol/apis/find-coordinator';
import {
  createPartitionProduceData,
  createTopicProduceData,
  type PartitionProduceResponse,
  Produce,
} from '@samsa/protocol/apis/produce';

import { readNodeConfig, unconfiguredEntries } from '../src/config/node-config.ts';
import { createNodePlatform, type NodePlatform } from '../src/node/node-platform.ts';
import { SamsaNode } from '../src/server.ts';

const LISTENERS = 'PLAINTEXT://127.0.0.1:0,CONTROLLER://127.0.0.1:0';
const REQUEST_TIMEOUT_MS = 10_000;

export interface TopicWish {
  readonly partitions?: number;
  /** The brokers of a topic of one partition, where it is not left to the controller. */
  readonly replicas?: readonly number[];
  readonly configs?: Readonly<Record<string, string>>;
}

export class RunningNode {
  readonly node: SamsaNode;
  /** To the broker's listener. */
  readonly broker: Channel;
  /** To the controller's. */
  readonly controller: Channel;
  readonly folder: string;
  readonly #platform: NodePlatform;

  private constructor(fields: {
    readonly node: SamsaNode;
    readonly broker: Channel;
    readonly controller: Channel;
    readonly folder: string;
    readonly platform: NodePlatform;
  }) {
    this.node = fields.node;
    this.broker = fields.broker;
    this.controller = fields.controller;
    this.folder = fields.folder;
    this.#platform = fields.platform;
  }

  /** @param folder  of an earlier node that was stopped with `keepFolder`; without it a new one */
  static async start(
    configs: Readonly<Record<string, string>> = {},
    folder?: string,
  ): Promise<RunningNode> {
    const dataFolder = folder ?? (await mkdtemp(join(tmpdir(), 'samsa-node-')));
    const given = Object.entries({ listeners: LISTENERS, ...configs }).map(([key, value]) => ({
      key,
      value,
      source: ConfigSource.FILE,
    }));
    const { config, problems } = readNodeConfig([
      ...unconfiguredEntries(dataFolder, given),
      ...given,
    ]);
    if (config === undefined) throw new Error(problems.join('\n'));
    const platform = createNodePlatform({ logLevel: 'error', logFormat: 'text' });
    const node = await SamsaNode.start(platform, config);
    const connect = (name: string): Promise<Channel> => {
      const endpoint = node.endpoints.find((each) => each.name === name);
      if (endpoint === undefined) throw new Error(`the node has no listener ${name}`);
      return Channel.connect(platform, endpoint, {
        clientId: 'test',
        requestTimeoutMs: REQUEST_TIMEOUT_MS,
      });
    };
    const broker = await connect('PLAINTEXT');
    const controller = await connect('CONTROLLER');
    return new RunningNode({
      node,
      broker,
      controller,
      folder: dataFolder,
      platform,
    });
  }

  /** One more connection to the broker's listener; the caller closes it. */
  connect(clientId = 'test'): Promise<Channel> {
    return Channel.connect(this.#platform, this.broker.endpoint, {
      clientId,
      requestTimeoutMs: REQUEST_TIMEOUT_MS,
    });
  }

  /** Asks the broker; what is not given stands at its default, and the version is the newest. */
  send<Request, Response>(
    api: Api<Request, Response>,
    request: Partial<Request>,
    version?: number,
  ): Promise<Response> {
    return this.broker.send(api, api.request.create(request), version);
  }

  /** Returns the id of the topic. */
  async createTopic(
    name: string,
    { partitions = 1, configs = {}, replicas }: TopicWish = {},
  ): Promise<Uuid> {
    const assignments = replicas === undefined ? [] : [{ partitionIndex: 0, brokerIds: replicas }];
    const response = await this.broker.send(CreateTopics, {
      topics: [
        createCreatableTopic({
          name,
          numPartitions: replicas === undefined ? partitions : -1,
          replicationFactor: replicas === undefined ? 1 : -1,
          assignments,
          configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
        }),
      ],
      timeoutMs: REQUEST_TIMEOUT_MS,
      validateOnly: false,
    });
    const [topic] = response.topics;
    if (topic?.errorCode !== 0) throw new Error(`${name}: error ${topic?.errorCode}`);
    return topic.topicId;
  }

  /** What Produce says of one batch for one partition, good or bad. */
  async produceBatch(
    topic: string,
    records: Uint8Array,
    { partition = 0, acks = -1, version = 12, channel = this.broker } = {},
  ): Promise<PartitionProduceResponse> {
    const partitionData = [createPartitionProduceData({ index: partition, records })];
    const topicData = [createTopicProduceData({ name: topic, partitionData })];
    const request = { acks, timeoutMs: REQUEST_TIMEOUT_MS, topicData };
    const { responses } = await channel.send(Produce, Produce.request.create(request), version);
    const [answer] = responses[0]?.partitionResponses ?? [];
    if (answer === undefined) throw new Error('the answer names no partition');
    return answer;
  }

  /** Resolves when this node coordinates the group. */
  async coordinate(groupId: string): Promise<void> {
    for (;;) {
      const { coordinators } = await this.send(FindCoordinator, { coordinatorKeys: [groupId] });
      if (coordinators[0]?.errorCode === ErrorCode.NONE) return;
    }
  }

  /** Writes records with these values; each call is one batch. Returns the offset of the first. */
  async produce(
    topic: string,
    values: readonly string[],
    { partition = 0, producerId = -1, producerEpoch = -1, baseSequence = -1 } = {},
  ): Promise<number> {
    const batch = new BatchBuilder({ producerId, producerEpoch, baseSequence });
    const nowMs = Date.now();
    for (const value of values) batch.add(nowMs, null, new TextEncoder().encode(value));
    const response = await this.broker.send(
      Produce,
      Produce.request.create({
        acks: -1,
        timeoutMs: REQUEST_TIMEOUT_MS,
        topicData: [
          {
            name: topic,
            topicId: '',
            partitionData: [{ index: partition, records: batch.build() }],
          },
        ],
      }),
      12,
    );
    const [answer] = response.responses[0]?.partitionResponses ?? [];
    if (answer?.errorCode !== 0) throw new Error(`${topic}: error ${answer?.errorCode}`);
    return answer.baseOffset;
  }

  /** Removes the folder, unless another node is to go on with it. */
  async stop({ keepFolder = false } = {}): Promise<void> {
    this.broker.close();
    this.controller.close();
    await this.node.stop();
    this.#platform.close();
    if (!keepFolder) await rm(this.folder, { recursive: true, force: true });
  }
}
