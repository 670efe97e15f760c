import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, errorName, KafkaError } from '@samsa/common';
import {
  type CreatableTopic,
  type CreatableTopicResult,
  createCreatableTopic,
  CreateTopicsRequest,
} from '@samsa/protocol/apis/create-topics';

import { directoryOf, TestController, uuidOf } from '../../test/test-controller.ts';
import { createTopics } from './create-topics.ts';

function create(
  controller: TestController,
  topics: readonly Partial<CreatableTopic>[],
  options: { readonly validateOnly?: boolean; readonly mayDescribe?: boolean } = {},
): readonly CreatableTopicResult[] {
  const request = CreateTopicsRequest.create({
    topics: topics.map((topic) =>
      createCreatableTopic({ numPartitions: 1, replicationFactor: 1, ...topic }),
    ),
    validateOnly: options.validateOnly ?? false,
  });
  const permissions = { mayDescribeConfigs: () => options.mayDescribe ?? true };
  return controller.run((state, context) => createTopics(state, request, context, permissions))
    .topics;
}

function refusal(controller: TestController, topic: Partial<CreatableTopic>): string {
  const [result] = create(controller, [{ name: 't', ...topic }]);
  return `${errorName(result?.errorCode ?? 0)}: ${result?.errorMessage ?? ''}`;
}

function cluster(count = 3): TestController {
  const controller = new TestController();
  for (let id = 1; id <= count; id++) controller.addBroker(id);
  return controller;
}

test('a new topic is led by its first replica, all replicas in sync, in their only directory', () => {
  const controller = cluster();
  const [result] = create(controller, [{ name: 't', numPartitions: 4, replicationFactor: 2 }]);
  assert.deepEqual(
    [result?.errorCode, result?.numPartitions, result?.replicationFactor],
    [ErrorCode.NONE, 4, 2],
  );
  assert.equal(controller.topic('t').id, result?.topicId);
  for (const partition of controller.topic('t').partitions) {
    assert.deepEqual(partition.isr, partition.replicas);
    assert.equal(partition.leader, partition.replicas[0]);
    assert.deepEqual(partition.directories, partition.replicas.map(directoryOf));
    assert.deepEqual([partition.leaderEpoch, partition.partitionEpoch], [0, 0]);
  }
});

test('a replica on a broker with several directories is not yet assigned to one', () => {
  const controller = new TestController();
  controller.addBroker(1, { directories: [uuidOf('a'), uuidOf('b')] });
  create(controller, [{ name: 't' }]);
  assert.deepEqual(controller.partition('t').directories, ['AAAAAAAAAAAAAAAAAAAAAQ']);
});

test('minus one asks for the defaults of partition count and replication factor', () => {
  const [result] = create(cluster(), [{ name: 't', numPartitions: -1, replicationFactor: -1 }]);
  assert.deepEqual([result?.numPartitions, result?.replicationFactor], [1, 1]);
});

test('validation alone answers as if and writes nothing', () => {
  const controller = cluster();
  const [result] = create(controller, [{ name: 't' }], { validateOnly: true });
  assert.equal(result?.errorCode, ErrorCode.NONE);
  assert.equal(controller.written.length, 0);
});

test('each topic is refused or created by itself', () => {
  const controller = cluster();
  const results = create(controller, [
    { name: 'good' },
    { name: 'bad name' },
    { name: 'twice' },
    { name: 'twice' },
    { name: 'large', replicationFactor: 9 },
  ]);
  assert.deepEqual(
    results.map((one) => [one.name, errorName(one.errorCode)]),
    [
      ['good', 'NONE'],
      ['bad name', 'INVALID_TOPIC_EXCEPTION'],
      ['twice', 'INVALID_REQUEST'],
      ['large', 'INVALID_REPLICATION_FACTOR'],
    ],
  );
  assert.equal(controller.image.topics.size, 1);
});

test('names are refused that exist, that are illegal, or whose metrics would clash', () => {
  const controller = cluster();
  create(controller, [{ name: 'a.b' }, { name: 'plain' }]);
  const withName = (name: string): string => refusal(controller, { name });
  assert.equal(withName('plain'), "TOPIC_ALREADY_EXISTS: Topic 'plain' already exists.");
  assert.equal(withName('a.b'), "TOPIC_ALREADY_EXISTS: Topic 'a.b' already exists.");
  assert.equal(
    withName('a_b'),
    "INVALID_TOPIC_EXCEPTION: Topic 'a_b' collides with existing topic: a.b",
  );
  assert.match(withName('..'), /^INVALID_TOPIC_EXCEPTION: /);
  assert.match(withName('x'.repeat(250)), /^INVALID_TOPIC_EXCEPTION: /);
  assert.match(withName('__cluster_metadata'), /^INVALID_REQUEST: /);
});

test('two names of one request may not clash with each other through an earlier one alone', () => {
  const controller = cluster();
  create(controller, [{ name: 'c.d' }]);
  controller.write([
    { kind: 'RemoveTopicRecord', version: 0, value: { topicId: controller.topic('c.d').id } },
  ]);
  assert.equal(refusal(controller, { name: 'c_d' }), 'NONE: ');
});

test('numbers that make no sense are refused', () => {
  const controller = cluster();
  assert.match(refusal(controller, { numPartitions: 0 }), /^INVALID_PARTITIONS: /);
  assert.match(refusal(controller, { numPartitions: -2 }), /^INVALID_PARTITIONS: /);
  assert.match(refusal(controller, { replicationFactor: 0 }), /^INVALID_REPLICATION_FACTOR: /);
  assert.match(refusal(controller, { replicationFactor: -2 }), /^INVALID_REPLICATION_FACTOR: /);
  assert.equal(
    refusal(controller, { replicationFactor: 4 }),
    'INVALID_REPLICATION_FACTOR: Unable to replicate the partition 4 time(s): The target ' +
      'replication factor of 4 cannot be reached because only 3 broker(s) are registered.',
  );
});

test('without a broker that may lead nothing is created', () => {
  const controller = new TestController();
  assert.match(refusal(controller, {}), /^INVALID_REPLICATION_FACTOR: .*fenced/);
  controller.addBroker(1, { isFenced: true });
  assert.match(refusal(controller, {}), /^INVALID_REPLICATION_FACTOR: .*fenced/);
});

test('brokers that leave or whose directories are all cordoned get no new replicas', () => {
  const controller = cluster(3);
  controller.createTopic('led', [[1]]);
  controller.heartbeat(1, { wantShutDown: true });
  controller.heartbeat(2, { cordonedLogDirs: [directoryOf(2)] });
  create(controller, [{ name: 't', numPartitions: 10 }]);
  for (const partition of controller.topic('t').partitions)
    assert.deepEqual(partition.replicas, [3]);
});

test('a manual assignment is taken as it is, with only active brokers in sync', () => {
  const controller = cluster(2);
  controller.addBroker(3, { isFenced: true });
  controller.createTopic('t', [
    [3, 1],
    [2, 3],
  ]);
  assert.deepEqual(controller.partition('t', 0).isr, [1]);
  assert.equal(controller.partition('t', 0).leader, 1);
  assert.deepEqual(controller.partition('t', 1).replicas, [2, 3]);
});

test('a manual assignment that is inconsistent is refused', () => {
  const controller = cluster(2);
  controller.addBroker(3, { isFenced: true });
  const assigned = (
    assignments: readonly (readonly [index: number, brokerIds: readonly number[]])[],
    topic: Partial<CreatableTopic> = {},
  ): string =>
    refusal(controller, {
      numPartitions: -1,
      replicationFactor: -1,
      assignments: assignments.map(([partitionIndex, brokerIds]) => ({
        partitionIndex,
        brokerIds,
      })),
      ...topic,
    });
  assert.match(assigned([[0, [1]]], { numPartitions: 1 }), /^INVALID_REQUEST: .*numPartitions/);
  assert.match(assigned([[0, [1]]], { replicationFactor: 1 }), /^INVALID_REQUEST: .*factor/);
  assert.match(assigned([[0, []]]), /^INVALID_REPLICA_ASSIGNMENT: .*empty/);
  assert.match(assigned([[0, [1, 1]]]), /^INVALID_REPLICA_ASSIGNMENT: .*more than once/);
  assert.match(assigned([[0, [9]]]), /^INVALID_REPLICA_ASSIGNMENT: .*no such broker/);
  assert.match(assigned([[1, [1]]]), /^INVALID_REPLICA_ASSIGNMENT: .*consecutive/);
  assert.match(
    assigned([
      [0, [1]],
      [0, [2]],
    ]),
    /^INVALID_REPLICA_ASSIGNMENT: .*multiple/,
  );
  assert.match(
    assigned([
      [0, [1]],
      [1, [1, 2]],
    ]),
    /^INVALID_REPLICA_ASSIGNMENT: .*not consistent/,
  );
  assert.match(assigned([[0, [3]]]), /^INVALID_REPLICA_ASSIGNMENT: .*fenced/);
});

test('configs are written with the topic, and bad ones refuse it', () => {
  const controller = cluster();
  const withConfig = (name: string, value: string | null): string =>
    refusal(controller, { configs: [{ name, value }] });
  assert.match(withConfig('retention.ms', 'bad'), /^INVALID_CONFIG: Invalid value bad/);
  assert.match(withConfig('retention.ms', null), /^INVALID_CONFIG: Null value not supported/);
  assert.equal(withConfig('retention.ms', '7'), 'NONE: ');
  assert.deepEqual([...controller.image.configs.topic('t')], [['retention.ms', '7']]);
});

test('sizes and configs are shown only to those who may see them', () => {
  const topic = { name: 't', configs: [{ name: 'retention.ms', value: '7' }] };
  const [shown] = create(cluster(), [topic]);
  assert.deepEqual(
    shown?.configs?.map((config) => [config.name, config.value, config.configSource]),
    [['retention.ms', '7', 1]],
  );
  const [hidden] = create(cluster(), [topic], { mayDescribe: false });
  assert.deepEqual(
    [hidden?.errorCode, hidden?.topicConfigErrorCode, hidden?.numPartitions, hidden?.configs],
    [ErrorCode.NONE, ErrorCode.TOPIC_AUTHORIZATION_FAILED, -1, []],
  );
});

test('a request for more than ten thousand partitions is refused whole', () => {
  const controller = cluster();
  const isTooMuch = (error: unknown): boolean =>
    error instanceof KafkaError && error.code === ErrorCode.POLICY_VIOLATION;
  assert.throws(() => create(controller, [{ name: 't', numPartitions: 2 ** 31 - 1 }]), isTooMuch);
  assert.throws(
    () =>
      create(controller, [
        { name: 'a', numPartitions: 6000 },
        { name: 'b', numPartitions: 6000 },
      ]),
    isTooMuch,
  );
  // As many partitions as allowed, and their topic's own record is one too many.
  assert.throws(() => create(controller, [{ name: 't', numPartitions: 10_000 }]), isTooMuch);
  const [result] = create(controller, [{ name: 't', numPartitions: 9_999 }]);
  assert.equal(result?.errorCode, ErrorCode.NONE);
});
