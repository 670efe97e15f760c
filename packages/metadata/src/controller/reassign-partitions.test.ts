import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorName } from '@samsa/common';
import { AlterPartitionReassignmentsRequest } from '@samsa/protocol/apis/alter-partition-reassignments';
import { ListPartitionReassignmentsRequest } from '@samsa/protocol/apis/list-partition-reassignments';

import { directoryOf, TestController } from '../../test/test-controller.ts';
import { partitionChangeRecord } from '../records.ts';
import { alterPartitionReassignments, listPartitionReassignments } from './reassign-partitions.ts';

function cluster(configs: Readonly<Record<string, string>> = {}): TestController {
  const controller = new TestController();
  for (const id of [1, 2, 3, 4]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2]], configs);
  return controller;
}

function reassign(
  controller: TestController,
  replicas: readonly number[] | null,
  options: { readonly name?: string; readonly allowChange?: boolean } = {},
): string {
  const request = AlterPartitionReassignmentsRequest.create({
    allowReplicationFactorChange: options.allowChange ?? true,
    topics: [{ name: options.name ?? 't', partitions: [{ partitionIndex: 0, replicas }] }],
  });
  const { responses } = controller.run((state) => alterPartitionReassignments(state, request));
  const answer = responses[0]?.partitions[0];
  return `${errorName(answer?.errorCode ?? 0)}: ${answer?.errorMessage ?? ''}`;
}

function list(controller: TestController, name?: string): unknown {
  const request = ListPartitionReassignmentsRequest.create({
    topics: name === undefined ? null : [{ name, partitionIndexes: [0] }],
  });
  return controller.run((state) => listPartitionReassignments(state, request)).topics;
}

function setIsr(controller: TestController, isr: readonly number[]): void {
  const { metadataVersion } = controller.image.features;
  controller.write([partitionChangeRecord(controller.topic('t').id, 0, { isr }, metadataVersion)]);
}

test('new replicas are added before old ones are taken away', () => {
  const controller = cluster();
  assert.equal(reassign(controller, [3, 1]), 'NONE: ');
  const moving = controller.partition('t');
  assert.deepEqual(
    [moving.replicas, moving.addingReplicas, moving.removingReplicas, moving.isr],
    [[3, 1, 2], [3], [2], [1, 2]],
  );
  assert.deepEqual(moving.directories, [3, 1, 2].map(directoryOf));
  assert.deepEqual(list(controller), [
    {
      name: 't',
      partitions: [
        { partitionIndex: 0, replicas: [3, 1, 2], addingReplicas: [3], removingReplicas: [2] },
      ],
    },
  ]);
  assert.deepEqual(list(controller, 'none'), []);
});

test('a change of order is done at once', () => {
  const controller = cluster();
  reassign(controller, [2, 1]);
  assert.deepEqual(controller.partition('t').replicas, [2, 1]);
  assert.equal(controller.partition('t').isReassigning, false);
  assert.deepEqual(list(controller), []);
});

test('replicas that only go are gone at once, and what they send is fenced', () => {
  const controller = cluster();
  const { leaderEpoch } = controller.partition('t');
  reassign(controller, [1]);
  const after = controller.partition('t');
  assert.deepEqual([after.replicas, after.isr, after.leaderEpoch], [[1], [1], leaderEpoch + 1]);
});

test('a second reassignment replaces the first and keeps what is still new', () => {
  const controller = cluster();
  reassign(controller, [3, 1]);
  reassign(controller, [3, 4]);
  const moving = controller.partition('t');
  assert.deepEqual(
    [moving.replicas, moving.addingReplicas, moving.removingReplicas],
    [
      [3, 4, 1, 2],
      [3, 4],
      [1, 2],
    ],
  );
});

test('a cancelled reassignment gives the old replicas back', () => {
  const controller = cluster();
  assert.match(reassign(controller, null), /^NO_REASSIGNMENT_IN_PROGRESS: /);
  reassign(controller, [3, 4]);
  setIsr(controller, [1, 2, 3]);
  assert.equal(reassign(controller, null), 'NONE: ');
  const after = controller.partition('t');
  assert.deepEqual([after.replicas, after.isr, after.isReassigning], [[1, 2], [1, 2], false]);
});

test('a cancellation that would lose records needs leave to do so', () => {
  const careful = cluster();
  reassign(careful, [3, 4]);
  setIsr(careful, [3]);
  assert.match(reassign(careful, null), /^INVALID_REPLICA_ASSIGNMENT: .*unclean/);
  const bold = cluster({ 'unclean.leader.election.enable': 'true' });
  reassign(bold, [3, 4]);
  setIsr(bold, [3]);
  assert.equal(reassign(bold, null), 'NONE: ');
  assert.deepEqual(bold.partition('t').isr, [1]);
});

test('targets that are no targets are refused', () => {
  const controller = cluster();
  assert.match(reassign(controller, [1], { name: 'none' }), /^UNKNOWN_TOPIC_OR_PARTITION: /);
  assert.match(reassign(controller, []), /^INVALID_REPLICA_ASSIGNMENT: /);
  assert.match(reassign(controller, [9]), /^INVALID_REPLICA_ASSIGNMENT: /);
  assert.match(reassign(controller, [1, 1]), /^INVALID_REPLICA_ASSIGNMENT: /);
  assert.match(
    reassign(controller, [1, 2, 3], { allowChange: false }),
    /^INVALID_REPLICATION_FACTOR: .*from 2 to 3/,
  );
  assert.equal(reassign(controller, [3, 4], { allowChange: false }), 'NONE: ');
  assert.equal(reassign(controller, [1, 4], { allowChange: false }), 'NONE: ');
});
