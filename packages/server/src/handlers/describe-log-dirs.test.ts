import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import {
  DescribeLogDirs,
  type DescribableLogDirTopic,
  type DescribeLogDirsResult,
} from '@samsa/protocol/apis/describe-log-dirs';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
  await node.createTopic('t', { partitions: 2 });
  await node.createTopic('other');
  await node.produce('t', ['a', 'b']);
});

after(() => node.stop());

async function describe(
  topics: readonly DescribableLogDirTopic[] | null,
  version = 5,
): Promise<DescribeLogDirsResult> {
  const { errorCode, results } = await node.broker.send(DescribeLogDirs, { topics }, version);
  assert.equal(errorCode, ErrorCode.NONE);
  assert.equal(results.length, 1);
  return results[0] as DescribeLogDirsResult;
}

function replicas({ topics }: DescribeLogDirsResult): string[] {
  return topics
    .flatMap(({ name, partitions }) =>
      partitions.map(({ partitionIndex, partitionSize, offsetLag, isFutureKey }) =>
        [name, partitionIndex, partitionSize > 0, offsetLag, isFutureKey].join(' '),
      ),
    )
    .toSorted();
}

test('every replica is told with its size, written to or not', async () => {
  const directory = await describe(null);
  assert.equal(directory.logDir, node.folder);
  assert.deepEqual(replicas(directory), [
    'other 0 false 0 false',
    't 0 true 0 false',
    't 1 false 0 false',
  ]);
  const size = directory.topics.find(({ name }) => name === 't')?.partitions[0]?.partitionSize ?? 0;
  await node.produce('t', ['c']);
  const later = await describe([{ topic: 't', partitions: [0] }]);
  assert.ok((later.topics[0]?.partitions[0]?.partitionSize ?? 0) > size);
});

test('only what is asked for is told, and what does not exist is passed over', async () => {
  const directory = await describe([
    { topic: 't', partitions: [1, 9] },
    { topic: 'none', partitions: [0] },
  ]);
  assert.deepEqual(replicas(directory), ['t 1 false 0 false']);
  assert.deepEqual(replicas(await describe([])), []);
});

test('the room of the disk is told since version 4', async () => {
  for (const version of [1, 2, 3]) {
    const { totalBytes, usableBytes } = await describe(null, version);
    assert.deepEqual([totalBytes, usableBytes], [-1, -1]);
  }
  for (const version of [4, 5]) {
    const { totalBytes, usableBytes, isCordoned } = await describe(null, version);
    assert.ok(totalBytes > usableBytes && usableBytes > 0);
    assert.equal(isCordoned, false);
  }
});
