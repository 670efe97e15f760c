import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { errorName, ZERO_UUID } from '@samsa/common';
import {
  DescribeTopicPartitions,
  type DescribeTopicPartitionsResponse,
} from '@samsa/protocol/apis/describe-topic-partitions';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start({ 'max.request.partition.size.limit': '4' });
  await node.createTopic('b', { partitions: 2 });
  await node.createTopic('a', { partitions: 3 });
});

after(() => node.stop());

/** @param at  topic:partition where the page begins */
function ask(
  names: readonly string[],
  limit: number,
  at?: string,
): Promise<DescribeTopicPartitionsResponse> {
  const [topicName = '', partition = ''] = at?.split(':') ?? [];
  return node.broker.send(DescribeTopicPartitions, {
    topics: names.map((name) => ({ name })),
    responsePartitionLimit: limit,
    cursor: at === undefined ? null : { topicName, partitionIndex: Number(partition) },
  });
}

/** One word per topic — its partitions, or its error — and where the next page begins. */
function shown({ topics, nextCursor }: DescribeTopicPartitionsResponse): string {
  const words = topics.map(({ name, errorCode, partitions }) =>
    errorCode === 0
      ? `${name}:${partitions.map(({ partitionIndex }) => partitionIndex).join(',')}`
      : `${name}!${errorName(errorCode)}`,
  );
  const next =
    nextCursor === null ? [] : [`→ ${nextCursor.topicName}:${nextCursor.partitionIndex}`];
  return [...words, ...next].join(' ');
}

test('topics are told in the order of their names, each once', async () => {
  assert.equal(
    shown(await ask(['b', 'none', 'a/b', 'b'], 2000)),
    'a/b!INVALID_TOPIC_EXCEPTION b:0,1 none!UNKNOWN_TOPIC_OR_PARTITION',
  );
});

test('pages follow each other without a gap, and the last one has no successor', async () => {
  assert.equal(shown(await ask(['a', 'b'], 2)), 'a:0,1 → a:2');
  assert.equal(shown(await ask(['a', 'b'], 2, 'a:2')), 'a:2 b:0 → b:1');
  assert.equal(shown(await ask(['a', 'b'], 2, 'b:1')), 'b:1');
  assert.equal(shown(await ask(['a', 'b'], 3)), 'a:0,1,2 → b:0');
});

test('an empty list asks for all topics, also when the topic of the cursor is gone', async () => {
  assert.equal(shown(await ask([], 4)), 'a:0,1,2 b:0 → b:1');
  assert.equal(shown(await ask([], 4, 'aa:7')), 'b:0,1');
});

test('the limit is at least one and at most what the broker allows', async () => {
  assert.equal(shown(await ask([], -1)), 'a:0 → a:1');
  assert.equal(shown(await ask(['a', 'b'], 2000)), 'a:0,1,2 b:0 → b:1');
});

test('a cursor that points nowhere is refused', async () => {
  assert.equal(shown(await ask(['a'], 2, 'b:0')), 'a!INVALID_REQUEST');
  assert.equal(shown(await ask(['b'], 2, 'b:-1')), 'b!INVALID_REQUEST');
  assert.equal(shown(await ask(['b'], 2, 'b:10')), 'b:');
});

test('a partition is told with its leader, its replicas and who may lead after them', async () => {
  const { topics } = await ask(['b', 'none'], 1000);
  const [known, unknown] = topics;
  assert.notEqual(known?.topicId, ZERO_UUID);
  assert.equal(known?.topicAuthorizedOperations, 0xdf8);
  assert.deepEqual(known?.partitions[0], {
    errorCode: 0,
    partitionIndex: 0,
    leaderId: 1,
    leaderEpoch: 0,
    replicaNodes: [1],
    isrNodes: [1],
    eligibleLeaderReplicas: [],
    lastKnownElr: [],
    offlineReplicas: [],
  });
  assert.equal(unknown?.topicId, ZERO_UUID);
});
