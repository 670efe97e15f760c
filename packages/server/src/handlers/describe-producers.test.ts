import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { DescribeProducers } from '@samsa/protocol/apis/describe-producers';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
  await node.createTopic('t', { partitions: 2 });
  await node.produce('t', ['a', 'b'], { producerId: 7000, producerEpoch: 3, baseSequence: 0 });
  await node.produce('t', ['c'], { producerId: 7000, producerEpoch: 3, baseSequence: 2 });
  await node.produce('t', ['d']);
});

after(() => node.stop());

async function describe(topic: string, partition: number) {
  const { topics } = await node.broker.send(DescribeProducers, {
    topics: [{ name: topic, partitionIndexes: [partition] }],
  });
  const answer = topics[0]?.partitions[0];
  assert.ok(answer !== undefined);
  return answer;
}

test('idempotent producers are told with their last sequence, others leave no trace', async () => {
  const { errorCode, activeProducers } = await describe('t', 0);
  assert.equal(errorCode, ErrorCode.NONE);
  assert.equal(activeProducers.length, 1);
  const [producer] = activeProducers;
  assert.deepEqual(
    { ...producer, lastTimestamp: 0 },
    {
      producerId: 7000,
      producerEpoch: 3,
      lastSequence: 2,
      lastTimestamp: 0,
      coordinatorEpoch: -1,
      currentTxnStartOffset: -1,
    },
  );
  assert.ok(Math.abs((producer?.lastTimestamp ?? 0) - Date.now()) < 60_000);
});

test('a partition that nobody wrote to has no producers', async () => {
  assert.deepEqual((await describe('t', 1)).activeProducers, []);
});

test('unknown partitions, unknown topics and impossible names are told apart', async () => {
  const partition = await describe('t', 9);
  assert.deepEqual(
    [partition.errorCode, partition.errorMessage],
    [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, null],
  );
  const topic = await describe('none', 0);
  assert.equal(topic.errorCode, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  assert.ok(topic.errorMessage !== null);
  assert.equal((await describe('a/b', 0)).errorCode, ErrorCode.INVALID_TOPIC_EXCEPTION);
});
