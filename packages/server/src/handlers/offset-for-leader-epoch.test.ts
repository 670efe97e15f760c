import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { OffsetForLeaderEpoch } from '@samsa/protocol/apis/offset-for-leader-epoch';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
  await node.createTopic('t', { partitions: 2 });
  await node.produce('t', ['a', 'b', 'c']);
});

after(() => node.stop());

async function ask(
  topic: string,
  partition: number,
  currentLeaderEpoch: number,
  leaderEpoch: number,
  version = 4,
): Promise<
  readonly [errorCode: number | undefined, epoch: number | undefined, end: number | undefined]
> {
  const response = await node.broker.send(
    OffsetForLeaderEpoch,
    OffsetForLeaderEpoch.request.create({
      topics: [{ topic, partitions: [{ partition, currentLeaderEpoch, leaderEpoch }] }],
    }),
    version,
  );
  const [answer] = response.topics[0]?.partitions ?? [];
  return [answer?.errorCode, answer?.leaderEpoch, answer?.endOffset];
}

test('the current epoch ends where the log ends, in every version', async () => {
  for (const version of [2, 3, 4]) {
    assert.deepEqual(await ask('t', 0, 0, 0, version), [ErrorCode.NONE, 0, 3]);
  }
  assert.deepEqual(await ask('t', 1, 0, 0), [ErrorCode.NONE, 0, 0]);
});

test('an epoch that has not begun, and none at all, have no end', async () => {
  assert.deepEqual(await ask('t', 0, 0, 7), [ErrorCode.NONE, -1, -1]);
  assert.deepEqual(await ask('t', 0, 0, -1), [ErrorCode.NONE, -1, -1]);
});

test('who knows another leader is told so before anything else', async () => {
  assert.deepEqual(await ask('t', 0, 5, 0), [ErrorCode.UNKNOWN_LEADER_EPOCH, -1, -1]);
  assert.deepEqual(await ask('t', 0, -1, 0), [ErrorCode.NONE, 0, 3]);
});

test('partitions that do not exist are told one by one', async () => {
  assert.deepEqual(await ask('t', 9, 0, 0), [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, -1, -1]);
  assert.deepEqual(await ask('none', 0, 0, 0), [ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, -1, -1]);
});

test('after a restart the older epoch ends where the new leadership began', async () => {
  const first = await RunningNode.start();
  await first.createTopic('r');
  await first.produce('r', ['a', 'b']);
  const { folder } = first;
  await first.stop({ keepFolder: true });
  const second = await RunningNode.start({}, folder);
  try {
    await second.produce('r', ['c']);
    const { topics } = await second.broker.send(
      OffsetForLeaderEpoch,
      OffsetForLeaderEpoch.request.create({
        topics: [
          { topic: 'r', partitions: [{ partition: 0, currentLeaderEpoch: -1, leaderEpoch: 0 }] },
        ],
      }),
    );
    const [answer] = topics[0]?.partitions ?? [];
    assert.deepEqual([answer?.leaderEpoch, answer?.endOffset], [0, 2]);
  } finally {
    await second.stop();
  }
});
