import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, errorName, KafkaError } from '@samsa/common';
import {
  CreatePartitionsRequest,
  type CreatePartitionsTopic,
  createCreatePartitionsTopic,
} from '@samsa/protocol/apis/create-partitions';

import { TestController } from '../../test/test-controller.ts';
import { createPartitions } from './create-partitions.ts';

function cluster(): TestController {
  const controller = new TestController();
  for (const id of [1, 2, 3]) controller.addBroker(id);
  controller.addBroker(4, { isFenced: true });
  controller.createTopic('t', [
    [1, 2],
    [2, 1],
  ]);
  return controller;
}

function grow(
  controller: TestController,
  topics: readonly Partial<CreatePartitionsTopic>[],
  validateOnly = false,
): string[] {
  const request = CreatePartitionsRequest.create({
    topics: topics.map((topic) =>
      createCreatePartitionsTopic({ name: 't', assignments: null, ...topic }),
    ),
    validateOnly,
  });
  return controller
    .run((state, context) => createPartitions(state, request, context))
    .results.map((one) => `${one.name} ${errorName(one.errorCode)}: ${one.errorMessage ?? ''}`);
}

test('new partitions follow the old ones with as many replicas', () => {
  const controller = cluster();
  assert.deepEqual(grow(controller, [{ count: 5 }]), ['t NONE: ']);
  assert.equal(controller.topic('t').partitionCount, 5);
  for (const partition of controller.topic('t').partitions) {
    assert.equal(partition.replicas.length, 2);
  }
});

test('new partitions may be assigned by hand', () => {
  const controller = cluster();
  grow(controller, [{ count: 3, assignments: [{ brokerIds: [3, 1] }] }]);
  assert.deepEqual(controller.partition('t', 2).replicas, [3, 1]);
  assert.equal(controller.partition('t', 2).leader, 3);
});

test('validation alone writes nothing', () => {
  const controller = cluster();
  assert.deepEqual(grow(controller, [{ count: 5 }], true), ['t NONE: ']);
  assert.equal(controller.topic('t').partitionCount, 2);
});

test('a topic that is unknown, named twice, or would not grow is refused', () => {
  const controller = cluster();
  const [unknown] = grow(controller, [{ name: 'none', count: 5 }]);
  assert.match(unknown ?? '', /^none UNKNOWN_TOPIC_OR_PARTITION/);
  assert.match(
    grow(controller, [{ count: 2 }])[0] ?? '',
    /INVALID_PARTITIONS: Topic already has 2/,
  );
  assert.match(
    grow(controller, [{ count: 1 }])[0] ?? '',
    /INVALID_PARTITIONS: .*not be an increase/,
  );
  const twice = grow(controller, [{ count: 3 }, { count: 4 }]);
  assert.deepEqual(twice, ['t INVALID_REQUEST: Duplicate topic name.']);
  assert.equal(controller.topic('t').partitionCount, 2);
});

test('an assignment of the wrong number, size or broker is refused', () => {
  const controller = cluster();
  const assigned = (count: number, ...lists: number[][]): string =>
    grow(controller, [{ count, assignments: lists.map((brokerIds) => ({ brokerIds })) }])[0] ?? '';
  assert.match(assigned(4, [1, 2]), /INVALID_REPLICA_ASSIGNMENT: .*but only 1/);
  assert.match(assigned(3, [1]), /INVALID_REPLICA_ASSIGNMENT: .*not consistent/);
  assert.match(assigned(3, [1, 9]), /INVALID_REPLICA_ASSIGNMENT: .*no such broker/);
});

test('a count beyond all bounds refuses the request before any work is done', () => {
  assert.throws(
    () => grow(cluster(), [{ count: 2 ** 31 - 1 }]),
    (error) => error instanceof KafkaError && error.code === ErrorCode.POLICY_VIOLATION,
  );
});
