// A server with a few toy handlers on loopback, and a raw client, for tests of the pipeline.

import { connect, type Socket } from 'node:net';

import {
  ConfigValues,
  ErrorCode,
  KafkaError,
  type LogFields,
  MetricsRegistry,
  type Network,
  type Platform,
} from '@samsa/common';
import { nodeClock, nodeRandom, nodeTimers } from '@samsa/common/node';
import { KafkaServer, type ListenerConfig, networkConfigs } from '@samsa/network';
import { NodeNetwork } from '@samsa/network/node';
import { type Api, writeRequest } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { CreateTopics } from '@samsa/protocol/apis/create-topics';
import { Fetch } from '@samsa/protocol/apis/fetch';
import { Heartbeat } from '@samsa/protocol/apis/heartbeat';
import { Produce } from '@samsa/protocol/apis/produce';

import { defineHandler, handlerTable, NO_RESPONSE } from '../src/pipeline/handler.ts';
import type { NodeRooms } from '../src/pipeline/node-rooms.ts';
import { Pipeline } from '../src/pipeline/pipeline.ts';
import { type RequestContext } from '../src/pipeline/request-context.ts';

export interface LoggedEvent {
  readonly event: string;
  readonly fields: LogFields;
}

export interface Rig {
  readonly platform: Platform;
  readonly server: KafkaServer;
  readonly metrics: MetricsRegistry;
  readonly port: number;
  readonly logged: LoggedEvent[];
  /** What the handlers were asked, in order: the group id of each heartbeat, `produce`, `fetch`. */
  readonly handled: string[];
  /** Answers that handlers of `later` groups, produces and fetches are waiting to give. */
  readonly waiting: (() => void)[];
  /** Runs when the toy Heartbeat handler is called. */
  onHeartbeat: ((context: RequestContext) => void) | undefined;
  /** Chunks that the toy Fetch answers with. */
  records: readonly Uint8Array[];
  releasedCount: number;
  close(): Promise<void>;
}

export function testPlatform(net: Network, logged: LoggedEvent[]): Platform {
  const platform = {
    self: { host: 'test', process: 'test', incarnation: 1 },
    clock: nodeClock,
    timers: nodeTimers,
    random: nodeRandom,
    net,
    log: (_level: string, event: string, fields: LogFields = {}) => {
      logged.push({ event, fields });
    },
    logs: () => false,
    fatal: (reason: string): never => {
      throw new Error(reason);
    },
    buggify: () => false,
    mark: () => {},
  };
  // Nothing here touches the disk or the cpu jobs.
  return platform as unknown as Platform;
}

export async function startRig(
  configs: Parameters<typeof ConfigValues.of<typeof networkConfigs>>[1] = {},
  role: 'broker' | 'controller' = 'broker',
): Promise<Rig> {
  const logged: LoggedEvent[] = [];
  const platform = testPlatform(new NodeNetwork(), logged);
  const metrics = new MetricsRegistry(platform.clock);
  const handlers = [apiVersions, heartbeat, produce, fetch, createTopics];
  const pipeline = new Pipeline(platform, {
    // The toy handlers look at nothing of the node but this rig.
    node: {} as unknown as NodeRooms,
    brokerHandlers: handlerTable(handlers, 'broker'),
    controllerHandlers: handlerTable(handlers, 'controller'),
    metrics,
  });
  const server = new KafkaServer(platform, {
    configs: ConfigValues.of(networkConfigs, configs),
    metrics,
    accept: (connection) => pipeline.accept(connection),
  });
  const listener: ListenerConfig = {
    name: 'PLAINTEXT',
    securityProtocol: 'PLAINTEXT',
    role,
    isInterBroker: false,
    bind: { host: '127.0.0.1', port: 0 },
    advertised: null,
  };
  const { port } = await server.listen(listener);
  const rig: Rig = {
    platform,
    server,
    metrics,
    port,
    logged,
    handled: [],
    waiting: [],
    onHeartbeat: undefined,
    records: [],
    releasedCount: 0,
    close: () => server.close(100),
  };
  rigs.set(pipeline.node, rig);
  return rig;
}

/** The handlers find their rig by the node that they are called with. */
const rigs = new WeakMap<NodeRooms, Rig>();
const rigOf = (context: RequestContext): Rig => rigs.get(context.node)!; // set before any request

const apiVersions = defineHandler(ApiVersions, {
  versions: [0, 4],
  handle: (_request, context) => {
    const served = [ApiVersions, Heartbeat, Produce, Fetch, CreateTopics];
    rigOf(context).handled.push('versions');
    return ApiVersions.response.create({
      apiKeys: served.map(({ key, versions }) => ({
        apiKey: key,
        minVersion: versions[0],
        maxVersion: versions[1],
      })),
    });
  },
  refuse: (errorCode) => ApiVersions.response.create({ errorCode }),
});

/** Group ids choose what happens: `later…` waits, `refused` and `broken` throw, `silent` says nothing. */
const heartbeat = defineHandler(Heartbeat, {
  versions: [0, 4],
  handle(request, context) {
    const rig = rigOf(context);
    rig.handled.push(request.groupId);
    rig.onHeartbeat?.(context);
    const answer = () =>
      Heartbeat.response.create({ throttleTimeMs: Number(request.memberId) || 0 });
    if (request.groupId === 'refused') throw new KafkaError(ErrorCode.UNKNOWN_MEMBER_ID, 'who?');
    if (request.groupId === 'broken') throw new TypeError('a bug');
    if (request.groupId === 'refused-later') {
      return Promise.reject(new KafkaError(ErrorCode.UNKNOWN_MEMBER_ID, 'who?'));
    }
    if (request.groupId === 'silent') return NO_RESPONSE;
    if (!request.groupId.startsWith('later')) return answer();
    return new Promise((resolve) => rig.waiting.push(() => resolve(answer())));
  },
  refuse: (errorCode) => Heartbeat.response.create({ errorCode }),
});

const produce = defineHandler(Produce, {
  versions: [3, 13],
  handle(request, context) {
    const rig = rigOf(context);
    rig.handled.push('produce');
    if (request.acks === 0) return NO_RESPONSE;
    return new Promise((resolve) => rig.waiting.push(() => resolve(Produce.response.create())));
  },
  refuse: () => Produce.response.create(),
});

const fetch = defineHandler(Fetch, {
  versions: [4, 18],
  metricName: (request) =>
    request.replicaState.replicaId >= 0 ? 'FetchFollower' : 'FetchConsumer',
  handle(request, context) {
    const rig = rigOf(context);
    rig.handled.push('fetch');
    context.onSent(() => rig.releasedCount++);
    const answer = () =>
      Fetch.response.create({
        responses: [
          {
            topic: 't',
            topicId: 'AAAAAAAAAAAAAAAAAAAAAA',
            partitions: [
              {
                partitionIndex: 0,
                errorCode: 0,
                highWatermark: 0,
                lastStableOffset: 0,
                logStartOffset: 0,
                divergingEpoch: { epoch: -1, endOffset: -1 },
                currentLeader: { leaderId: -1, leaderEpoch: -1 },
                snapshotId: { endOffset: -1, epoch: -1 },
                abortedTransactions: null,
                preferredReadReplica: -1,
                records: rig.records,
              },
            ],
          },
        ],
      });
    if (request.maxWaitMs === 0) return answer();
    return new Promise((resolve) => rig.waiting.push(() => resolve(answer())));
  },
  refuse: (errorCode) => Fetch.response.create({ errorCode }),
});

const createTopics = defineHandler(CreateTopics, {
  versions: [2, 7],
  handle: (request, context) => {
    rigOf(context).handled.push(`create by ${context.principal.name}@${context.clientAddress}`);
    return CreateTopics.response.create({ throttleTimeMs: request.timeoutMs });
  },
  refuse: () => CreateTopics.response.create(),
});

/** A client that sends any bytes and collects the frames that come back. */
export class RawClient {
  readonly socket: Socket;
  readonly frames: Buffer[] = [];
  #bytes = Buffer.alloc(0);
  #wake: (() => void) | undefined;
  isClosed = false;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.setNoDelay(true);
    this.socket.on('data', (bytes: Buffer) => this.#received(bytes));
    this.socket.on('error', () => {}); // the close that follows is what tests look at
    this.socket.on('close', () => {
      this.isClosed = true;
      this.#wake?.();
    });
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Resolves when so many frames are here, or the connection has closed. */
  async got(frameCount: number): Promise<Buffer[]> {
    while (this.frames.length < frameCount && !this.isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.frames;
  }

  async closed(): Promise<void> {
    await this.got(Infinity);
  }

  correlationIds(): number[] {
    return this.frames.map((frame) => frame.readInt32BE(0));
  }

  close(): void {
    this.socket.destroy();
  }

  #received(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    while (this.#bytes.length >= 4 && this.#bytes.length >= 4 + this.#bytes.readInt32BE(0)) {
      const end = 4 + this.#bytes.readInt32BE(0);
      this.frames.push(this.#bytes.subarray(4, end));
      this.#bytes = this.#bytes.subarray(end);
    }
    this.#wake?.();
  }
}

export function requestBytes<Request>(
  api: Api<Request, unknown>,
  version: number,
  correlationId: number,
  request: Request,
): Buffer {
  return Buffer.concat(writeRequest(api, version, correlationId, 'raw', request));
}

export function heartbeatBytes(correlationId: number, groupId: string, version = 4): Buffer {
  return requestBytes(Heartbeat, version, correlationId, Heartbeat.request.create({ groupId }));
}

export function produceBytes(correlationId: number, acks: number): Buffer {
  return requestBytes(Produce, 9, correlationId, Produce.request.create({ acks }));
}

export function fetchBytes(correlationId: number, maxWaitMs: number): Buffer {
  return requestBytes(Fetch, 11, correlationId, Fetch.request.create({ maxWaitMs }));
}

/** Waits until a fact holds, looking again after each turn of the loop. */
export async function until(fact: () => boolean, timeoutMs = 5_000): Promise<void> {
  const endMs = performance.now() + timeoutMs;
  while (!fact()) {
    if (performance.now() > endMs) throw new Error(`waited ${timeoutMs} ms in vain`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
