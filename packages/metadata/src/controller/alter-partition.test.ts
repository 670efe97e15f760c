import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, errorName, KafkaError, ZERO_UUID } from '@samsa/common';
import {
  AlterPartitionRequest,
  createRequestPartitionData,
  type RequestPartitionData,
  type ResponsePartitionData,
} from '@samsa/protocol/apis/alter-partition';
import { AlterPartitionReassignmentsRequest } from '@samsa/protocol/apis/alter-partition-reassignments';

import { TestController, uuidOf } from '../../test/test-controller.ts';
import { alterPartition } from './alter-partition.ts';
import { alterPartitionReassignments } from './reassign-partitions.ts';

function cluster(configs: Readonly<Record<string, string>> = {}): TestController {
  const controller = new TestController();
  for (const id of [1, 2, 3]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2, 3]], configs);
  return controller;
}

function ask(
  controller: TestController,
  isr: readonly number[],
  fields: Partial<RequestPartitionData> = {},
  from: { brokerId?: number; topicId?: string } = {},
): ResponsePartitionData {
  const { leaderEpoch, partitionEpoch } = controller.partition('t');
  const brokerId = from.brokerId ?? 1;
  const request = AlterPartitionRequest.create({
    brokerId,
    brokerEpoch: controller.state.broker(brokerId)?.epoch ?? -1,
    topics: [
      {
        topicId: from.topicId ?? controller.topic('t').id,
        partitions: [
          createRequestPartitionData({
            leaderEpoch,
            partitionEpoch,
            newIsrWithEpochs: isr.map((id) => ({
              brokerId: id,
              brokerEpoch: controller.state.broker(id)?.epoch ?? -1,
            })),
            ...fields,
          }),
        ],
      },
    ],
  });
  const { topics } = controller.run((state) => alterPartition(state, request));
  const answer = topics[0]?.partitions[0];
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function refusal(...args: Parameters<typeof ask>): string {
  const answer = errorName(ask(...args).errorCode);
  const [controller] = args;
  assert.equal(controller.written.length, 0);
  return answer;
}

test('the ISR shrinks and grows at its leader word, and the answer shows it as it is then', () => {
  const controller = cluster();
  const shrunk = ask(controller, [1, 3]);
  assert.deepEqual(
    [shrunk.errorCode, shrunk.isr, shrunk.leaderId, shrunk.leaderEpoch, shrunk.partitionEpoch],
    [ErrorCode.NONE, [1, 3], 1, 0, 1],
  );
  assert.deepEqual(controller.partition('t').isr, [1, 3]);
  assert.deepEqual(ask(controller, [1, 3, 2]).isr, [1, 3, 2]);
});

test('version 2 names the members without their epochs', () => {
  const controller = cluster();
  const answer = ask(controller, [], { newIsrWithEpochs: [], newIsr: [1, 2] });
  assert.deepEqual(answer.isr, [1, 2]);
});

test('the same ISR again is answered and not written', () => {
  const controller = cluster();
  assert.equal(ask(controller, [1, 2, 3]).errorCode, ErrorCode.NONE);
  assert.equal(controller.written.length, 0);
});

test('replicas that leave an ISR below the minimum become eligible', () => {
  const controller = cluster({ 'min.insync.replicas': '2' });
  ask(controller, [1]);
  assert.deepEqual([controller.partition('t').isr, controller.partition('t').elr], [[1], [2, 3]]);
});

test('what is not known here is refused', () => {
  const controller = cluster();
  assert.equal(refusal(controller, [1], {}, { topicId: uuidOf('x') }), 'UNKNOWN_TOPIC_ID');
  assert.equal(refusal(controller, [1], {}, { topicId: ZERO_UUID }), 'UNKNOWN_TOPIC_ID');
  assert.equal(refusal(controller, [1], { partitionIndex: 7 }), 'UNKNOWN_TOPIC_OR_PARTITION');
});

test('epochs from the past are fenced, epochs from the future mean that we are not the controller', () => {
  const controller = cluster();
  ask(controller, [1, 2]);
  assert.equal(refusal(controller, [1], { partitionEpoch: 0 }), 'INVALID_UPDATE_VERSION');
  assert.equal(refusal(controller, [1], { partitionEpoch: 9 }), 'NOT_CONTROLLER');
  assert.equal(refusal(controller, [1], { leaderEpoch: 9 }), 'NOT_CONTROLLER');
  assert.equal(refusal(controller, [1], { leaderEpoch: -1 }), 'FENCED_LEADER_EPOCH');
});

test('an ISR that cannot be one is refused', () => {
  const controller = cluster();
  assert.equal(refusal(controller, [1, 2], {}, { brokerId: 2 }), 'INVALID_REQUEST');
  assert.equal(refusal(controller, [2, 3]), 'INVALID_REQUEST');
  assert.equal(refusal(controller, [1, 9]), 'INVALID_REQUEST');
  assert.equal(refusal(controller, [1, 1]), 'INVALID_REQUEST');
  assert.equal(refusal(controller, []), 'INVALID_REQUEST');
  assert.equal(refusal(controller, [1, 2], { leaderRecoveryState: 1 }), 'INVALID_REQUEST');
  assert.equal(refusal(controller, [1], { leaderRecoveryState: 1 }), 'INVALID_REQUEST');
});

test('a replica that is fenced, is leaving, or has restarted since may not be in the ISR', () => {
  const controller = cluster();
  ask(controller, [1]);
  const withEpoch = (brokerEpoch: number): string =>
    refusal(controller, [], {
      newIsrWithEpochs: [
        { brokerId: 1, brokerEpoch: -1 },
        { brokerId: 2, brokerEpoch },
      ],
    });
  assert.equal(withEpoch(0), 'INELIGIBLE_REPLICA');
  controller.heartbeat(2, { wantFence: true });
  assert.equal(withEpoch(-1), 'INELIGIBLE_REPLICA');
  controller.heartbeat(2);
  controller.createTopic('u', [[2, 1]]);
  controller.heartbeat(2, { wantShutDown: true });
  assert.equal(withEpoch(-1), 'INELIGIBLE_REPLICA');
});

test('a leader that its own ISR change replaces is told so, and the change is made', () => {
  const controller = cluster();
  const request = AlterPartitionReassignmentsRequest.create({
    topics: [{ name: 't', partitions: [{ partitionIndex: 0, replicas: [4] }] }],
  });
  controller.addBroker(4);
  controller.run((state) => alterPartitionReassignments(state, request));
  assert.equal(errorName(ask(controller, [1, 2, 3, 4]).errorCode), 'NEW_LEADER_ELECTED');
  const after = controller.partition('t');
  assert.deepEqual([after.leader, after.replicas, after.isr], [4, [4], [4]]);
});

test('a request of an earlier incarnation of the leader is refused whole', () => {
  const controller = cluster();
  const request = AlterPartitionRequest.create({ brokerId: 1, brokerEpoch: 0 });
  assert.throws(
    () => controller.run((state) => alterPartition(state, request)),
    (error) => error instanceof KafkaError && error.code === ErrorCode.STALE_BROKER_EPOCH,
  );
});
