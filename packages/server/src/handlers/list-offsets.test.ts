import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { BatchBuilder } from '@samsa/protocol';
import {
  createListOffsetsPartition,
  createListOffsetsTopic,
  ListOffsets,
  type ListOffsetsPartition,
  type ListOffsetsPartitionResponse,
} from '@samsa/protocol/apis/list-offsets';

import { RunningNode } from '../../test/running-node.ts';

const {
  INVALID_REQUEST,
  NONE,
  UNKNOWN_LEADER_EPOCH,
  UNKNOWN_TOPIC_OR_PARTITION,
  UNSUPPORTED_VERSION,
} = ErrorCode;
const LATEST = -1;
const EARLIEST = -2;
const MAX_TIMESTAMP = -3;

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
  await node.createTopic('times');
  // Three batches; the second holds the newest record.
  await node.produceBatch('times', batchAt([1000, 3000]));
  await node.produceBatch('times', batchAt([4000, 9000, 5000]));
  await node.produceBatch('times', batchAt([6000]));
});

after(() => node.stop());

function batchAt(timestamps: readonly number[]): Uint8Array {
  const builder = new BatchBuilder();
  for (const timestamp of timestamps) builder.add(timestamp, null, Buffer.from('value'));
  return builder.build();
}

async function list(
  partitions: readonly Partial<ListOffsetsPartition>[],
  { version = 11, topic = 'times', isolationLevel = 0 } = {},
): Promise<ListOffsetsPartitionResponse[]> {
  const { topics } = await node.send(
    ListOffsets,
    {
      replicaId: -1,
      isolationLevel,
      topics: [
        createListOffsetsTopic({
          name: topic,
          partitions: partitions.map(createListOffsetsPartition),
        }),
      ],
    },
    version,
  );
  return [...(topics[0]?.partitions ?? [])];
}

async function found(timestamp: number, options = {}): Promise<[number, number, number]> {
  const [answer] = await list([{ timestamp }], options);
  assert.ok(answer !== undefined);
  return [answer.errorCode, answer.timestamp, answer.offset];
}

test('the places that stand for a time are found', async () => {
  assert.deepEqual(await found(LATEST), [NONE, -1, 6]);
  assert.deepEqual(await found(LATEST, { isolationLevel: 1 }), [NONE, -1, 6]);
  assert.deepEqual(await found(EARLIEST), [NONE, -1, 0]);
  assert.deepEqual(await found(MAX_TIMESTAMP), [NONE, 9000, 3]);
});

test('a time finds the first record that is not older', async () => {
  assert.deepEqual(await found(0), [NONE, 1000, 0]);
  assert.deepEqual(await found(1001), [NONE, 3000, 1]);
  assert.deepEqual(await found(4000), [NONE, 4000, 2]);
  assert.deepEqual(await found(4001), [NONE, 9000, 3]);
  assert.deepEqual(await found(9000), [NONE, 9000, 3]);
});

test('a time after every record finds nothing, which is no error', async () => {
  assert.deepEqual(await found(9001), [NONE, -1, -1]);
  await node.createTopic('empty');
  for (const timestamp of [0, MAX_TIMESTAMP]) {
    assert.deepEqual(await found(timestamp, { topic: 'empty' }), [NONE, -1, -1]);
  }
  assert.deepEqual(await found(LATEST, { topic: 'empty' }), [NONE, -1, 0]);
});

test('the epoch of the leader comes along from version 4 on', async () => {
  const [newer] = await list([{ timestamp: EARLIEST }]);
  assert.equal(newer?.leaderEpoch, 0);
  const [older] = await list([{ timestamp: EARLIEST }], { version: 3 });
  assert.equal(older?.offset, 0);
});

test('places are known from the version on that brought them', async () => {
  assert.equal((await found(MAX_TIMESTAMP, { version: 6 }))[0], UNSUPPORTED_VERSION);
  assert.equal((await found(MAX_TIMESTAMP, { version: 7 }))[0], NONE);
  assert.equal((await found(-4, { version: 7 }))[0], UNSUPPORTED_VERSION);
  assert.deepEqual(await found(-4, { version: 8 }), [NONE, -1, 0]);
  assert.deepEqual(await found(-5, { version: 9 }), [NONE, -1, -1]);
  assert.deepEqual(await found(-6, { version: 11 }), [NONE, -1, -1]);
  for (const timestamp of [-7, -100, -(2 ** 53)]) {
    assert.equal((await found(timestamp))[0], UNSUPPORTED_VERSION, `${timestamp}`);
  }
});

test('what is not here, or asked for twice, or of another epoch, is told', async () => {
  assert.equal((await found(LATEST, { topic: 'nope' }))[0], UNKNOWN_TOPIC_OR_PARTITION);
  const [missing] = await list([{ partitionIndex: 3, timestamp: LATEST }]);
  assert.equal(missing?.errorCode, UNKNOWN_TOPIC_OR_PARTITION);
  const [ahead] = await list([{ timestamp: LATEST, currentLeaderEpoch: 5 }]);
  assert.equal(ahead?.errorCode, UNKNOWN_LEADER_EPOCH);
  const twice = await list([{ timestamp: LATEST }, { timestamp: EARLIEST }]);
  assert.ok(twice.every(({ errorCode }) => errorCode === INVALID_REQUEST));
});
