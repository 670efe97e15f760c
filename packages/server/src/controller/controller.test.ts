import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigValues, ErrorCode, KafkaError, MetricsRegistry } from '@samsa/common';
import { bootstrapRecords, type ConfigRules, SUPPORTED_FEATURES } from '@samsa/metadata';
import { BrokerHeartbeatRequest } from '@samsa/protocol/apis/broker-heartbeat';
import { BrokerRegistrationRequest } from '@samsa/protocol/apis/broker-registration';
import {
  type CreateTopicsResponse,
  createCreatableTopic,
  CreateTopicsRequest,
} from '@samsa/protocol/apis/create-topics';
import { ListPartitionReassignmentsRequest } from '@samsa/protocol/apis/list-partition-reassignments';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { MetadataPublisher } from '../metadata/metadata-publisher.ts';
import { quorumConfigs } from '../quorum/quorum-configs.ts';
import { controllerConfigs } from './controller-configs.ts';
import { Controller } from './controller.ts';
import { ManualPlatform, settled } from './testing/manual-platform.ts';
import { MemorySource } from './testing/memory-source.ts';

const RULES: ConfigRules = {
  problem: () => undefined,
  isList: () => false,
  defaultOf: () => null,
  staticValueOf: () => '1',
  effectiveTopicConfigs: () => [],
};

interface TestNode {
  readonly manual: ManualPlatform;
  readonly source: MemorySource;
  readonly metadata: MetadataPublisher;
  readonly controller: Controller;
  readonly metrics: MetricsRegistry;
}

function testNode(bootstrap: readonly MetadataRecord[] = bootstrapRecords()): TestNode {
  const manual = new ManualPlatform();
  const source = new MemorySource();
  const metadata = new MetadataPublisher(manual.platform);
  const metrics = new MetricsRegistry(manual.platform.clock);
  const controller = new Controller({
    platform: manual.platform,
    quorum: source,
    metadata,
    values: ConfigValues.of({ ...controllerConfigs, ...quorumConfigs }, {}),
    nodeId: 1,
    clusterId: 'c',
    configRules: RULES,
    bootstrap,
    metrics,
  });
  controller.start();
  metadata.follow(source);
  return { manual, source, metadata, controller, metrics };
}

function registration(brokerId: number, incarnationId: string): BrokerRegistrationRequest {
  return BrokerRegistrationRequest.create({
    brokerId,
    clusterId: 'c',
    incarnationId,
    features: [...SUPPORTED_FEATURES].map(([name, { min, max }]) => ({
      name,
      minSupportedVersion: min,
      maxSupportedVersion: max,
    })),
    logDirs: [`directoryOfBroker0000${brokerId}A`.slice(-22)],
  });
}

async function addBroker({ controller, source, metadata }: TestNode, id = 1): Promise<number> {
  const registered = controller.registerBroker(registration(id, 'AAAAAAAAAAAAAAAAAAAABg'));
  source.commit();
  const { brokerEpoch } = await registered;
  const unfenced = controller.brokerHeartbeat(
    BrokerHeartbeatRequest.create({
      brokerId: id,
      brokerEpoch,
      currentMetadataOffset: metadata.image.offset,
    }),
  );
  source.commit();
  assert.equal((await unfenced).isFenced, false);
  return brokerEpoch;
}

function createTopic({ controller }: TestNode, name: string): Promise<CreateTopicsResponse> {
  const topics = [createCreatableTopic({ name, numPartitions: 1, replicationFactor: 1 })];
  return controller.createTopics(CreateTopicsRequest.create({ topics }));
}

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  return (await Promise.race([promise, settled().then(() => pending)])) === pending;
}

function isNotController(error: unknown): boolean {
  return error instanceof KafkaError && error.code === ErrorCode.NOT_CONTROLLER;
}

test('a controller that does not lead refuses every request with NOT_CONTROLLER', async () => {
  const node = testNode();
  await assert.rejects(createTopic(node, 't'), isNotController);
  assert.equal(node.controller.isActive, false);
});

test('the first leader of an empty log writes the bootstrap records, a later one does not', async () => {
  const node = testNode();
  node.source.lead(1);
  assert.deepEqual(node.source.kinds.slice(0, 2), ['BeginTransactionRecord', 'FeatureLevelRecord']);
  assert.equal(node.source.kinds.at(-1), 'EndTransactionRecord');
  node.source.commit();
  assert.equal(node.metadata.image.features.metadataVersion.level, 30);
  assert.equal(node.metadata.image.configs.broker('').get('min.insync.replicas'), '1');

  const written = node.source.kinds.length;
  node.source.lose(2);
  node.source.lead(3);
  await settled();
  assert.equal(node.source.kinds.length, written);
});

test("a broker's epoch is the offset of its registration record", async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  const brokerEpoch = await addBroker(node);
  const batch = node.source.batches.find((one) => one.records[0]?.kind === 'RegisterBrokerRecord');
  assert.equal(batch?.baseOffset, brokerEpoch);
});

test('an answer waits until its records are committed, and the image holds them by then', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  await addBroker(node);
  const created = createTopic(node, 't');
  assert.equal(await isPending(created), true);
  assert.equal(node.metadata.image.topics.byName('t'), undefined);
  const seen = created.then(() => node.metadata.image.topics.byName('t')?.partitionCount);
  node.source.commit();
  assert.equal((await created).topics[0]?.errorCode, ErrorCode.NONE);
  assert.equal(await seen, 1);
});

test('a decision sees what was decided before it and is not yet committed', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  await addBroker(node);
  const first = createTopic(node, 't');
  const second = createTopic(node, 't');
  node.source.commit();
  assert.equal((await first).topics[0]?.errorCode, ErrorCode.NONE);
  assert.equal((await second).topics[0]?.errorCode, ErrorCode.TOPIC_ALREADY_EXISTS);
});

test('a query is answered only when what it may have seen is committed', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  await addBroker(node);
  const query = (): Promise<unknown> =>
    node.controller.listPartitionReassignments(ListPartitionReassignmentsRequest.create());
  assert.equal(await isPending(query()), false);
  void createTopic(node, 't');
  const waiting = query();
  assert.equal(await isPending(waiting), true);
  node.source.commit();
  assert.equal(await isPending(waiting), false);
});

test('when leadership is lost, waiting answers are refused and what was not committed is forgotten', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  await addBroker(node);
  const created = createTopic(node, 't');
  const refused = assert.rejects(created, isNotController);
  node.source.lose(2);
  await refused;
  await assert.rejects(createTopic(node, 'u'), isNotController);

  node.source.lead(3);
  const again = createTopic(node, 't');
  node.source.commit();
  assert.equal((await again).topics[0]?.errorCode, ErrorCode.NONE);
});

test('a failed append ends the leadership and the decision is not remembered', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  await addBroker(node);
  node.source.failure = new Error('disk');
  await assert.rejects(createTopic(node, 't'), /disk/);
  assert.equal(node.controller.isActive, false);
  assert.deepEqual(node.source.resigned, [1]);
});

test('a broker that falls silent is fenced after its session, one that is heard of is not', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  const epoch = await addBroker(node, 1);
  await addBroker(node, 2);
  for (let i = 0; i < 10; i++) {
    await node.manual.advance(1000);
    void node.controller.brokerHeartbeat(
      BrokerHeartbeatRequest.create({
        brokerId: 1,
        brokerEpoch: epoch,
        currentMetadataOffset: node.metadata.image.offset,
      }),
    );
    node.source.commit();
  }
  const { brokers } = node.metadata.image.cluster;
  assert.equal(brokers.get(1)?.isFenced, false);
  assert.equal(brokers.get(2)?.isFenced, true);
});

test('a new controller gives every broker a whole session before it fences it', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  await addBroker(node);
  node.source.lose(2);
  await node.manual.advance(60_000);
  node.source.lead(3);
  await node.manual.advance(8000);
  node.source.commit();
  assert.equal(node.metadata.image.cluster.brokers.get(1)?.isFenced, false);
  await node.manual.advance(2000);
  node.source.commit();
  assert.equal(node.metadata.image.cluster.brokers.get(1)?.isFenced, true);
});

test('an idle controller writes a record that means nothing, a busy one does not', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  const noOps = (): number => node.source.kinds.filter((kind) => kind === 'NoOpRecord').length;
  await node.manual.advance(1600);
  assert.equal(noOps(), 3);
  node.source.commit();
  await addBroker(node);
  await node.manual.advance(400);
  assert.equal(noOps(), 3);
});

test('a controller that finds an open transaction aborts it before anything else', async () => {
  const node = testNode();
  node.source.receive(1, bootstrapRecords());
  node.source.receive(1, [
    { kind: 'BeginTransactionRecord', version: 0, value: { name: 'half' } },
    { kind: 'TopicRecord', version: 0, value: { name: 't', topicId: 'AAAAAAAAAAAAAAAAAAAABg' } },
  ]);
  node.source.lead(2);
  assert.equal(node.source.batches.at(-1)?.records[0]?.kind, 'AbortTransactionRecord');
  node.source.commit();
  assert.equal(node.metadata.image.topics.byName('t'), undefined);
  assert.equal(node.metadata.image.features.metadataVersion.level, 30);
});

test('no timer outlives the leadership', async () => {
  const node = testNode();
  node.source.lead(1);
  node.source.commit();
  assert.ok(node.manual.timerCount > 0);
  node.controller.stop();
  assert.equal(node.manual.timerCount, 0);
  node.source.lead(2);
  assert.equal(node.controller.isActive, false);
});
