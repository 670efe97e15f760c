import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, errorName, KafkaError } from '@samsa/common';
import { AssignReplicasToDirsRequest } from '@samsa/protocol/apis/assign-replicas-to-dirs';

import { directoryOf, TestController, uuidOf } from '../../test/test-controller.ts';
import { bootstrapRecords } from '../features/bootstrap.ts';
import { assignReplicasToDirs } from './assign-directories.ts';

const A = uuidOf('a');
const B = uuidOf('b');

function cluster(): TestController {
  const controller = new TestController();
  controller.addBroker(1, { directories: [A, B] });
  controller.addBroker(2);
  controller.createTopic('t', [[1, 2]]);
  controller.createTopic('u', [[2]]);
  return controller;
}

function assign(
  controller: TestController,
  directory: string,
  topicId: string,
  partitionIndex = 0,
): string {
  const request = AssignReplicasToDirsRequest.create({
    brokerId: 1,
    brokerEpoch: controller.state.broker(1)?.epoch ?? -1,
    directories: [{ id: directory, topics: [{ topicId, partitions: [{ partitionIndex }] }] }],
  });
  const { directories } = controller.run((state) => assignReplicasToDirs(state, request));
  return errorName(directories[0]?.topics[0]?.partitions[0]?.errorCode ?? -1);
}

test('a replica is assigned to the directory that its broker names, the others keep theirs', () => {
  const controller = cluster();
  assert.equal(assign(controller, B, controller.topic('t').id), 'NONE');
  assert.deepEqual(controller.partition('t').directories, [B, directoryOf(2)]);
  assert.equal(controller.partition('t').leaderEpoch, 0);
  assign(controller, B, controller.topic('t').id);
  assert.equal(controller.written.length, 0);
});

test('a replica in a directory that is not online is as good as gone', () => {
  const controller = cluster();
  assert.equal(assign(controller, uuidOf('failed'), controller.topic('t').id), 'NONE');
  assert.deepEqual([controller.partition('t').leader, controller.partition('t').isr], [2, [2]]);
});

test('replicas that are not there are refused by themselves', () => {
  const controller = cluster();
  assert.equal(assign(controller, A, uuidOf('x')), 'UNKNOWN_TOPIC_ID');
  assert.equal(assign(controller, A, controller.topic('t').id, 9), 'UNKNOWN_TOPIC_OR_PARTITION');
  assert.equal(assign(controller, A, controller.topic('u').id), 'NOT_LEADER_OR_FOLLOWER');
});

test('a cluster that cannot write directories down refuses the request', () => {
  const controller = new TestController(bootstrapRecords({ metadataVersionLevel: 16 }));
  assert.throws(
    () => assign(controller, A, uuidOf('x')),
    (error) => error instanceof KafkaError && error.code === ErrorCode.UNSUPPORTED_VERSION,
  );
});
