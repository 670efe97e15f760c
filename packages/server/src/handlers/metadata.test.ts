import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode, ZERO_UUID } from '@samsa/common';
import {
  createMetadataRequestTopic,
  Metadata,
  type MetadataRequest,
  type MetadataRequestTopic,
  type MetadataResponse,
} from '@samsa/protocol/apis/metadata';

import { joinPhantom, PHANTOM } from '../../test/phantom-broker.ts';
import { RunningNode } from '../../test/running-node.ts';

const {
  INVALID_REQUEST,
  INVALID_TOPIC_EXCEPTION,
  LEADER_NOT_AVAILABLE,
  NONE,
  UNKNOWN_TOPIC_ID,
  UNKNOWN_TOPIC_OR_PARTITION,
} = ErrorCode;

const NEWEST = 13;
const UNKNOWN_ID = 'bm8tc3VjaC10b3BpYy1pZA';
const NOT_ASKED = -(2 ** 31);

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
});

after(() => node.stop());

function ask(
  topics: readonly Partial<MetadataRequestTopic>[] | null,
  fields: Partial<MetadataRequest> = {},
  version = NEWEST,
): Promise<MetadataResponse> {
  return node.send(
    Metadata,
    { topics: topics === null ? null : topics.map(createMetadataRequestTopic), ...fields },
    version,
  );
}

function errors({ topics }: MetadataResponse): (readonly [string | null, number])[] {
  return topics.map(({ name, errorCode }) => [name, errorCode]);
}

test('a topic comes with its partitions, their leaders, replicas and epochs', async () => {
  const topicId = await node.createTopic('described', { partitions: 2 });
  const { topics, brokers, clusterId, controllerId } = await ask([{ name: 'described' }]);
  assert.deepEqual(topics, [
    {
      errorCode: NONE,
      name: 'described',
      topicId,
      isInternal: false,
      partitions: [0, 1].map((partitionIndex) => ({
        errorCode: NONE,
        partitionIndex,
        leaderId: 1,
        leaderEpoch: 0,
        replicaNodes: [1],
        isrNodes: [1],
        offlineReplicas: [],
      })),
      topicAuthorizedOperations: NOT_ASKED,
    },
  ]);
  const { host, port } = node.broker.endpoint;
  assert.deepEqual(brokers, [{ nodeId: 1, host, port, rack: null }]);
  assert.deepEqual([clusterId, controllerId], [node.node.clusterId, 1]);
});

test('null asks for all topics, an empty list for none, except in version 0', async () => {
  await node.createTopic('one-of-all');
  for (const version of [1, 8, NEWEST]) {
    assert.ok((await ask(null, {}, version)).topics.some(({ name }) => name === 'one-of-all'));
    assert.deepEqual((await ask([], {}, version)).topics, []);
  }
  assert.ok((await ask([], {}, 0)).topics.some(({ name }) => name === 'one-of-all'));
});

test('topics are found by their id from version 12 on', async () => {
  const topicId = await node.createTopic('by-id');
  const found = await ask([{ name: null, topicId }], {}, 12);
  assert.deepEqual(errors(found), [['by-id', NONE]]);
  // The Java client leaves the name empty.
  const unnamed = await ask([{ name: '', topicId }], {}, 12);
  assert.equal(unnamed.topics[0]?.name, 'by-id');
  const missing = await ask([{ name: null, topicId: UNKNOWN_ID }], {}, 12);
  assert.deepEqual(errors(missing), [[null, UNKNOWN_TOPIC_ID]]);
  assert.equal(missing.topics[0]?.topicId, UNKNOWN_ID);
  for (const version of [10, 11]) {
    const refused = await ask([{ name: null, topicId }], {}, version);
    assert.deepEqual(errors(refused), [['', INVALID_REQUEST]]);
  }
});

test('a topic that is not there is created when the client and the broker want it', async () => {
  const kept = await ask([{ name: 'not-made' }], { allowAutoTopicCreation: false });
  assert.deepEqual(errors(kept), [['not-made', UNKNOWN_TOPIC_OR_PARTITION]]);
  const made = await ask([{ name: 'made' }, { name: 'made-too' }], {
    allowAutoTopicCreation: true,
  });
  assert.deepEqual(errors(made), [
    ['made', NONE],
    ['made-too', NONE],
  ]);
  // The answer names a leader, so that the first record can be sent at once.
  assert.equal(made.topics[0]?.partitions[0]?.leaderId, 1);
  // Before version 4 a client could not say no.
  assert.deepEqual(errors(await ask([{ name: 'made-by-old' }], {}, 3)), [['made-by-old', NONE]]);
});

test('a broker with auto.create.topics.enable=false creates nothing', async () => {
  const strict = await RunningNode.start({ 'auto.create.topics.enable': 'false' });
  const answer = await strict.send(Metadata, {
    topics: [createMetadataRequestTopic({ name: 'wanted' })],
    allowAutoTopicCreation: true,
  });
  assert.deepEqual(errors(answer), [['wanted', UNKNOWN_TOPIC_OR_PARTITION]]);
  await strict.stop();
});

test('names that are no topic names are told as such, beside the good ones', async () => {
  await node.createTopic('good');
  const answer = await ask([{ name: 'b/ad' }, { name: 'good' }, { name: '..' }]);
  assert.deepEqual(errors(answer), [
    ['b/ad', INVALID_TOPIC_EXCEPTION],
    ['good', NONE],
    ['..', INVALID_TOPIC_EXCEPTION],
  ]);
});

test('a name that collides with another by its dots is not created', async () => {
  await node.createTopic('dotted.name');
  const answer = await ask([{ name: 'dotted_name' }], { allowAutoTopicCreation: true });
  assert.deepEqual(errors(answer), [['dotted_name', INVALID_TOPIC_EXCEPTION]]);
});

test('authorized operations are told to those who ask', async () => {
  await node.createTopic('operated');
  const wishes = {
    includeTopicAuthorizedOperations: true,
    includeClusterAuthorizedOperations: true,
  };
  const told = await ask([{ name: 'operated' }], wishes, 8);
  assert.deepEqual(
    [told.topics[0]?.topicAuthorizedOperations, told.clusterAuthorizedOperations],
    [0b1101_1111_1000 & ~(1 << 9), 0b1_1111_1010_0000 & ~(1 << 6)],
  );
  const untold = await ask([{ name: 'operated' }], {}, 8);
  assert.deepEqual(
    [untold.topics[0]?.topicAuthorizedOperations, untold.clusterAuthorizedOperations],
    [NOT_ASKED, NOT_ASKED],
  );
});

test('every version answers, and carries what it has a place for', async () => {
  const topicId = await node.createTopic('versions');
  for (let version = 0; version <= NEWEST; version++) {
    const { topics, clusterId } = await ask([{ name: 'versions' }], {}, version);
    assert.deepEqual(
      [topics[0]?.errorCode, topics[0]?.partitions[0]?.leaderId, topics[0]?.topicId],
      [NONE, 1, version >= 10 ? topicId : ZERO_UUID],
      `version ${version}`,
    );
    assert.equal(clusterId, version >= 2 ? node.node.clusterId : null);
  }
});

test('a broker that is away leaves its partitions without a leader and is no longer told', async () => {
  const leave = await joinPhantom(node);
  const nodeIds = async (): Promise<number[]> =>
    (await ask([])).brokers.map(({ nodeId }) => nodeId).toSorted((a, b) => a - b);
  assert.deepEqual(await nodeIds(), [1, PHANTOM.id]);
  await node.createTopic('phantom', { replicas: [PHANTOM.id] });
  assert.equal((await ask([{ name: 'phantom' }])).topics[0]?.partitions[0]?.leaderId, PHANTOM.id);
  await leave();
  assert.deepEqual(await nodeIds(), [1]);
  const [partition] = (await ask([{ name: 'phantom' }])).topics[0]?.partitions ?? [];
  assert.deepEqual(
    [partition?.errorCode, partition?.leaderId, partition?.offlineReplicas],
    [LEADER_NOT_AVAILABLE, -1, [PHANTOM.id]],
  );
});
