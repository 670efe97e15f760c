// ElectLeaders and the two APIs of reassignments, on a broker and on a controller.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { errorName } from '@samsa/common';
import { type Channel } from '@samsa/network';
import { AlterPartitionReassignments } from '@samsa/protocol/apis/alter-partition-reassignments';
import { ElectLeaders } from '@samsa/protocol/apis/elect-leaders';
import { ListPartitionReassignments } from '@samsa/protocol/apis/list-partition-reassignments';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;
let channels: readonly Channel[];

before(async () => {
  node = await RunningNode.start();
  await node.createTopic('t', { partitions: 2 });
  channels = [node.broker, node.controller];
});

after(() => node.stop());

test('a partition that its preferred leader leads needs no election', async () => {
  for (const channel of channels) {
    for (const version of [0, 1, 2]) {
      const { errorCode, replicaElectionResults } = await channel.send(
        ElectLeaders,
        ElectLeaders.request.create({
          topicPartitions: [
            { topic: 't', partitions: [0, 9] },
            { topic: 'none', partitions: [0] },
          ],
          timeoutMs: 1000,
        }),
        version,
      );
      assert.equal(errorCode, 0);
      assert.deepEqual(
        replicaElectionResults.map(({ partitionResult }) =>
          partitionResult.map((result) => errorName(result.errorCode)),
        ),
        [['ELECTION_NOT_NEEDED', 'UNKNOWN_TOPIC_OR_PARTITION'], ['UNKNOWN_TOPIC_OR_PARTITION']],
      );
    }
  }
});

test('of all partitions only those are named that an election was tried for', async () => {
  const { replicaElectionResults } = await node.broker.send(
    ElectLeaders,
    ElectLeaders.request.create({ topicPartitions: null, timeoutMs: 1000 }),
  );
  assert.deepEqual(replicaElectionResults, [{ topic: 't', partitionResult: [] }]);
});

test('a kind of election that nobody knows is refused at the top and for each partition', async () => {
  const { errorCode, replicaElectionResults } = await node.broker.send(
    ElectLeaders,
    ElectLeaders.request.create({
      electionType: 7,
      topicPartitions: [{ topic: 't', partitions: [0] }],
      timeoutMs: 1000,
    }),
  );
  assert.equal(errorName(errorCode), 'INVALID_REQUEST');
  assert.equal(
    errorName(replicaElectionResults[0]?.partitionResult[0]?.errorCode ?? 0),
    'INVALID_REQUEST',
  );
});

test('partitions move only to brokers that are there', async () => {
  for (const channel of channels) {
    for (const version of [0, 1]) {
      const { errorCode, responses } = await channel.send(
        AlterPartitionReassignments,
        AlterPartitionReassignments.request.create({
          timeoutMs: 1000,
          topics: [
            {
              name: 't',
              partitions: [
                { partitionIndex: 0, replicas: [1] },
                { partitionIndex: 0, replicas: [2] },
                { partitionIndex: 0, replicas: [] },
                { partitionIndex: 1, replicas: null },
                { partitionIndex: 9, replicas: [1] },
              ],
            },
          ],
        }),
        version,
      );
      assert.equal(errorCode, 0);
      assert.deepEqual(
        responses[0]?.partitions.map((answer) => errorName(answer.errorCode)),
        [
          'NONE',
          'INVALID_REPLICA_ASSIGNMENT',
          'INVALID_REPLICA_ASSIGNMENT',
          'NO_REASSIGNMENT_IN_PROGRESS',
          'UNKNOWN_TOPIC_OR_PARTITION',
        ],
      );
    }
  }
});

test('where every partition is where it should be no reassignment is listed', async () => {
  for (const channel of channels) {
    for (const topics of [null, [{ name: 't', partitionIndexes: [0] }]]) {
      const answer = await channel.send(ListPartitionReassignments, { timeoutMs: 1000, topics });
      assert.deepEqual([answer.errorCode, answer.topics], [0, []]);
    }
  }
});
