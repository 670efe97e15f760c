import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { DeleteRecords } from '@samsa/protocol/apis/delete-records';
import { ListOffsets } from '@samsa/protocol/apis/list-offsets';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
});

after(() => node.stop());

async function deleteBefore(
  topic: string,
  offsets: readonly (readonly [partition: number, offset: number])[],
  version = 2,
): Promise<(readonly [partition: number, errorCode: number, lowWatermark: number])[]> {
  const response = await node.broker.send(
    DeleteRecords,
    {
      topics: [
        {
          name: topic,
          partitions: offsets.map(([partitionIndex, offset]) => ({ partitionIndex, offset })),
        },
      ],
      timeoutMs: 1000,
    },
    version,
  );
  return (response.topics[0]?.partitions ?? []).map((answer) => [
    answer.partitionIndex,
    answer.errorCode,
    answer.lowWatermark,
  ]);
}

async function earliest(topic: string, of: RunningNode = node): Promise<number | undefined> {
  const response = await of.broker.send(
    ListOffsets,
    ListOffsets.request.create({
      topics: [
        {
          name: topic,
          partitions: [{ partitionIndex: 0, currentLeaderEpoch: -1, timestamp: -2 }],
        },
      ],
    }),
    6,
  );
  return response.topics[0]?.partitions[0]?.offset;
}

test('the log begins at the offset that was named, in every version', async () => {
  await node.createTopic('versions');
  await node.produce('versions', ['a', 'b', 'c', 'd']);
  for (const version of [0, 1, 2]) {
    const offset = version + 1;
    assert.deepEqual(await deleteBefore('versions', [[0, offset]], version), [[0, 0, offset]]);
    assert.equal(await earliest('versions'), offset);
  }
});

test('−1 stands for the high watermark, and what is gone stays gone', async () => {
  await node.createTopic('all');
  await node.produce('all', ['a', 'b']);
  assert.deepEqual(await deleteBefore('all', [[0, -1]]), [[0, 0, 2]]);
  assert.deepEqual(await deleteBefore('all', [[0, 1]]), [[0, 0, 2]]);
});

test('offsets outside the log are refused and change nothing', async () => {
  await node.createTopic('range');
  await node.produce('range', ['a', 'b']);
  assert.deepEqual(await deleteBefore('range', [[0, 3]]), [[0, ErrorCode.OFFSET_OUT_OF_RANGE, -1]]);
  assert.deepEqual(await deleteBefore('range', [[0, -2]]), [
    [0, ErrorCode.OFFSET_OUT_OF_RANGE, -1],
  ]);
  assert.equal(await earliest('range'), 0);
});

test('of a partition that is named twice the last offset counts', async () => {
  await node.createTopic('twice');
  await node.produce('twice', ['a', 'b', 'c']);
  assert.deepEqual(
    await deleteBefore('twice', [
      [0, 1],
      [0, 2],
    ]),
    [[0, 0, 2]],
  );
});

test('compacted topics, internal topics and unknown partitions each have an error of their own', async () => {
  await node.createTopic('compacted', { configs: { 'cleanup.policy': 'compact' } });
  await node.createTopic('__consumer_offsets');
  const cases = [
    ['compacted', 0, ErrorCode.POLICY_VIOLATION],
    ['__consumer_offsets', 0, ErrorCode.INVALID_TOPIC_EXCEPTION],
    ['compacted', 9, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
    ['none', 0, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
    ['__cluster_metadata', 0, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION],
  ] as const;
  for (const [topic, partition, error] of cases) {
    assert.deepEqual(await deleteBefore(topic, [[partition, -1]]), [[partition, error, -1]], topic);
  }
});

test('the start survives a restart', async () => {
  const first = await RunningNode.start();
  const { folder } = first;
  await first.createTopic('kept');
  await first.produce('kept', ['a', 'b', 'c']);
  await first.broker.send(DeleteRecords, {
    topics: [{ name: 'kept', partitions: [{ partitionIndex: 0, offset: 2 }] }],
    timeoutMs: 1000,
  });
  await first.stop({ keepFolder: true });
  const second = await RunningNode.start({}, folder);
  try {
    assert.equal(await earliest('kept', second), 2);
  } finally {
    await second.stop();
  }
});
