import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorName, KafkaError } from '@samsa/common';
import { ElectLeadersRequest } from '@samsa/protocol/apis/elect-leaders';

import { TestController } from '../../test/test-controller.ts';
import { bootstrapRecords } from '../features/bootstrap.ts';
import { partitionChangeRecord } from '../records.ts';
import {
  electLeaders,
  electPreferredLeaders,
  electUncleanLeaders,
  ElectionType,
} from './elect-leaders.ts';

const { PREFERRED, UNCLEAN } = ElectionType;

/** Without ELR, so that a partition can lose its leader for good. */
function cluster(): TestController {
  const controller = new TestController(bootstrapRecords({ metadataVersionLevel: 25 }));
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [
    [1, 2],
    [2, 1],
  ]);
  return controller;
}

/** Broker 1 was away, so broker 2 leads everything. */
function imbalanced(): TestController {
  const controller = cluster();
  controller.heartbeat(1, { wantFence: true });
  controller.heartbeat(1);
  return controller;
}

function rejoin(controller: TestController, name: string, isr: readonly number[]): void {
  const { metadataVersion } = controller.image.features;
  controller.write([partitionChangeRecord(controller.topic(name).id, 0, { isr }, metadataVersion)]);
}

function elect(
  controller: TestController,
  electionType: number,
  partitions: readonly number[] | null,
): string[] {
  const request = ElectLeadersRequest.create({
    electionType,
    topicPartitions: partitions === null ? null : [{ topic: 't', partitions }],
  });
  return controller
    .run((state) => electLeaders(state, request))
    .replicaElectionResults.flatMap((topic) =>
      topic.partitionResult.map((one) => `${one.partitionId} ${errorName(one.errorCode)}`),
    );
}

test('a preferred election gives leadership back to a first replica that is in sync', () => {
  const controller = imbalanced();
  assert.equal(controller.partition('t').leader, 2);
  assert.deepEqual(elect(controller, PREFERRED, [0]), ['0 PREFERRED_LEADER_NOT_AVAILABLE']);
  rejoin(controller, 't', [2, 1]);
  assert.deepEqual(elect(controller, PREFERRED, [0, 1]), ['0 NONE', '1 ELECTION_NOT_NEEDED']);
  assert.equal(controller.partition('t').leader, 1);
});

test('where every partition is meant, those that need nothing are not named', () => {
  const controller = imbalanced();
  rejoin(controller, 't', [2, 1]);
  assert.deepEqual(elect(controller, PREFERRED, null), ['0 NONE']);
});

test('an unclean election is for partitions without a leader alone', () => {
  const controller = cluster();
  assert.deepEqual(elect(controller, UNCLEAN, [0]), ['0 ELECTION_NOT_NEEDED']);
  controller.heartbeat(2, { wantFence: true });
  controller.heartbeat(1, { wantFence: true });
  assert.equal(controller.partition('t').leader, -1);
  assert.deepEqual(elect(controller, UNCLEAN, [0]), ['0 ELIGIBLE_LEADERS_NOT_AVAILABLE']);
  controller.heartbeat(2);
  assert.equal(controller.partition('t').leader, -1);
  assert.deepEqual(elect(controller, UNCLEAN, [0]), ['0 NONE']);
  assert.deepEqual([controller.partition('t').leader, controller.partition('t').isr], [2, [2]]);
});

test('unknown partitions and election types are refused', () => {
  const controller = cluster();
  assert.deepEqual(elect(controller, PREFERRED, [9]), ['9 UNKNOWN_TOPIC_OR_PARTITION']);
  assert.throws(() => elect(controller, 2, [0]), KafkaError);
});

test('the controller balances leaders by itself, some at a time', () => {
  const controller = cluster();
  controller.createTopic('u', [[1, 2]]);
  controller.heartbeat(1, { wantFence: true });
  controller.heartbeat(1);
  for (const name of ['t', 'u']) rejoin(controller, name, [2, 1]);
  const once = electPreferredLeaders(controller.state, 1);
  assert.equal(once.length, 1);
  controller.write(once);
  controller.write(electPreferredLeaders(controller.state, 10));
  assert.deepEqual([controller.partition('t').leader, controller.partition('u').leader], [1, 1]);
  assert.equal(electPreferredLeaders(controller.state, 10).length, 0);
});

test('the controller elects uncleanly only where the topic allows it', () => {
  const controller = cluster();
  controller.createTopic('u', [[1, 2]], { 'unclean.leader.election.enable': 'true' });
  controller.heartbeat(2, { wantFence: true });
  for (const name of ['t', 'u']) assert.deepEqual(controller.partition(name).isr, [1]);
  controller.heartbeat(1, { wantFence: true });
  controller.heartbeat(2);
  controller.write(electUncleanLeaders(controller.state, 10));
  assert.equal(controller.partition('t').leader, -1);
  assert.equal(controller.partition('u').leader, 2);
  assert.equal(controller.partition('u').leaderRecoveryState, 1);
});
