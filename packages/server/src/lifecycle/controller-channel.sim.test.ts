// A broker's channel to controllers in simulated processes: leaders change, die and are not yet known.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  ConfigValues,
  type Endpoint,
  ErrorCode,
  KafkaError,
  MetricsRegistry,
  type Platform,
} from '@samsa/common';
import { KafkaServer, networkConfigs } from '@samsa/network';
import {
  AllocateProducerIds,
  AllocateProducerIdsRequest,
} from '@samsa/protocol/apis/allocate-producer-ids';
import { ApiVersions, createApiVersion } from '@samsa/protocol/apis/api-versions';
import { Envelope } from '@samsa/protocol/apis/envelope';
import { simulate, type World } from '@samsa/simulator';

import { defineHandler, type Handler, handlerTable } from '../pipeline/handler.ts';
import type { NodeRooms } from '../pipeline/node-rooms.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import { ControllerChannel, type LeaderFinder } from './controller-channel.ts';
import { addressFromBytes, principalFromBytes } from './principal-bytes.ts';

const PORT = 9093;
const REQUEST = AllocateProducerIdsRequest.create({ brokerId: 1 });

interface TestController {
  isActive: boolean;
  asked: number;
}

/** Answers with its number as the first producer id, or that it is not the controller. */
async function startController(platform: Platform, id: number): Promise<TestController> {
  const controller: TestController = { isActive: true, asked: 0 };
  const handlers: Handler[] = [
    defineHandler(ApiVersions, {
      versions: [0, 4],
      handle: () => ({
        ...ApiVersions.response.create({}),
        apiKeys: [ApiVersions, AllocateProducerIds, Envelope].map(({ key, versions }) =>
          createApiVersion({ apiKey: key, minVersion: versions[0], maxVersion: versions[1] }),
        ),
      }),
      refuse: (errorCode) => ApiVersions.response.create({ errorCode }),
    }),
    defineHandler(AllocateProducerIds, {
      versions: [0, 0],
      handle() {
        controller.asked++;
        if (!controller.isActive) throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'not me');
        return AllocateProducerIds.response.create({ producerIdStart: id });
      },
      refuse: (errorCode) => AllocateProducerIds.response.create({ errorCode }),
    }),
    defineHandler(Envelope, {
      versions: [0, 0],
      handle(request) {
        const principal = principalFromBytes(request.requestPrincipal ?? new Uint8Array());
        const from = addressFromBytes(request.clientHostAddress);
        const text = `${principal.name}@${from}: ${Buffer.from(request.requestData).toString()}`;
        return { responseData: Buffer.from(text), errorCode: ErrorCode.NONE };
      },
      refuse: (errorCode) => ({ responseData: null, errorCode }),
    }),
  ];
  const metrics = new MetricsRegistry(platform.clock);
  const pipeline = new Pipeline(platform, {
    node: {} as NodeRooms,
    brokerHandlers: handlerTable([], 'broker'),
    controllerHandlers: handlerTable(handlers, 'controller'),
    metrics,
  });
  const server = new KafkaServer(platform, {
    configs: ConfigValues.of(networkConfigs),
    metrics,
    accept: (connection) => pipeline.accept(connection),
  });
  await server.listen({
    name: 'CONTROLLER',
    securityProtocol: 'PLAINTEXT',
    role: 'controller',
    isInterBroker: false,
    bind: { host: '', port: PORT },
    advertised: { host: `c${id}`, port: PORT },
  });
  return controller;
}

class Finder implements LeaderFinder {
  leader = { leaderId: -1, epoch: 0 };
  leaderEndpoint: Endpoint | undefined;

  pointTo(id: number): void {
    this.leader = { leaderId: id, epoch: this.leader.epoch + 1 };
    this.leaderEndpoint = { host: `c${id}`, port: PORT };
  }
}

interface Broker {
  readonly finder: Finder;
  readonly channel: ControllerChannel;
}

async function startWorld(world: World): Promise<{
  controllers: { kill(): void; running: TestController | undefined }[];
  broker: Broker;
  as<T>(run: (broker: Broker) => Promise<T>): Promise<T>;
}> {
  const controllers = [];
  for (const id of [1, 2]) {
    const host = world.host(`c${id}`);
    controllers.push(await host.start('controller', (platform) => startController(platform, id)));
  }
  const process = await world.host('b').start('broker', (platform) => {
    const finder = new Finder();
    const channel = new ControllerChannel({
      platform,
      quorum: finder,
      clientId: 'b',
      requestTimeoutMs: 1000,
    });
    return { finder, channel };
  });
  const broker = process.running;
  if (broker === undefined) throw new Error('the broker did not start');
  return { controllers, broker, as: (run) => process.run(() => run(broker)) };
}

test('a request waits until a leader is known', async () => {
  await simulate(1, async (world) => {
    const { broker, as } = await startWorld(world);
    const answer = as(({ channel }) => channel.send(AllocateProducerIds, REQUEST));
    await world.sleep(300);
    broker.finder.pointTo(2);
    assert.equal((await answer).producerIdStart, 2);
  });
});

test('a controller that is not the active one is asked again until another one is', async () => {
  await simulate(2, async (world) => {
    const { broker, controllers, as } = await startWorld(world);
    broker.finder.pointTo(1);
    const [first] = controllers;
    if (first?.running !== undefined) first.running.isActive = false;
    const answer = as(({ channel }) => channel.send(AllocateProducerIds, REQUEST));
    await world.sleep(300);
    assert.ok((first?.running?.asked ?? 0) > 1);
    broker.finder.pointTo(2);
    assert.equal((await answer).producerIdStart, 2);
  });
});

test('a controller that dies is forgotten when the next leader is known', async () => {
  await simulate(3, async (world) => {
    const { broker, controllers, as } = await startWorld(world);
    broker.finder.pointTo(1);
    const first = await as(({ channel }) => channel.send(AllocateProducerIds, REQUEST));
    assert.equal(first.producerIdStart, 1);
    controllers[0]?.kill();
    const answer = as(({ channel }) => channel.send(AllocateProducerIds, REQUEST));
    await world.sleep(500);
    broker.finder.pointTo(2);
    assert.equal((await answer).producerIdStart, 2);
  });
});

test('without a controller the request ends in time, and a closed channel refuses', async () => {
  await simulate(4, async (world) => {
    const { as } = await startWorld(world);
    const refusal = await as(async ({ channel }) => {
      try {
        await channel.send(AllocateProducerIds, REQUEST, { timeoutMs: 400 });
        return undefined;
      } catch (error) {
        return error instanceof KafkaError ? error.code : error;
      }
    });
    assert.equal(refusal, ErrorCode.REQUEST_TIMED_OUT);
    const closed = await as(async ({ channel }) => {
      const waiting = channel.send(AllocateProducerIds, REQUEST).then(
        () => 'answered',
        (error: Error) => error.name,
      );
      channel.close();
      return waiting;
    });
    assert.equal(closed, 'ChannelClosed');
  });
});

test('a forwarded request arrives with its bytes, its principal and its client', async () => {
  await simulate(5, async (world) => {
    const { broker, as } = await startWorld(world);
    broker.finder.pointTo(1);
    const principal = { type: 'User', name: 'alice' };
    const answer = await as(({ channel }) =>
      channel.forward(Buffer.from('request'), principal, '10.1.2.3'),
    );
    assert.equal(Buffer.from(answer).toString(), 'alice@10.1.2.3: request');
  });
});
