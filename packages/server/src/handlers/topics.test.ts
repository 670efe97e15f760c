// CreateTopics, DeleteTopics and CreatePartitions as a client meets them on a broker.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import {
  createCreatePartitionsTopic,
  CreatePartitions,
} from '@samsa/protocol/apis/create-partitions';
import {
  type CreatableTopic,
  type CreatableTopicResult,
  createCreatableTopic,
  CreateTopics,
} from '@samsa/protocol/apis/create-topics';
import { createDeleteTopicState, DeleteTopics } from '@samsa/protocol/apis/delete-topics';
import { createMetadataRequestTopic, Metadata } from '@samsa/protocol/apis/metadata';

import { RunningNode } from '../../test/running-node.ts';

const {
  INVALID_CONFIG,
  INVALID_PARTITIONS,
  INVALID_REPLICA_ASSIGNMENT,
  INVALID_REPLICATION_FACTOR,
  INVALID_REQUEST,
  INVALID_TOPIC_EXCEPTION,
  NONE,
  TOPIC_ALREADY_EXISTS,
  TOPIC_DELETION_DISABLED,
  UNKNOWN_TOPIC_ID,
  UNKNOWN_TOPIC_OR_PARTITION,
} = ErrorCode;

const UNKNOWN_ID = 'bm8tc3VjaC10b3BpYy1pZA';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start({ 'num.partitions': '3', 'default.replication.factor': '1' });
});

after(() => node.stop());

async function create(
  topics: readonly Partial<CreatableTopic>[],
  { validateOnly = false, version = 7 } = {},
): Promise<readonly CreatableTopicResult[]> {
  const answer = await node.send(
    CreateTopics,
    {
      topics: topics.map((topic) =>
        createCreatableTopic({ numPartitions: 1, replicationFactor: 1, ...topic }),
      ),
      timeoutMs: 5_000,
      validateOnly,
    },
    version,
  );
  return answer.topics;
}

async function errorOf(topic: Partial<CreatableTopic>, version = 7): Promise<number> {
  const [result] = await create([topic], { version });
  return result?.errorCode ?? -1;
}

async function partitionsOf(name: string): Promise<number> {
  const { topics } = await node.send(Metadata, {
    topics: [createMetadataRequestTopic({ name })],
    allowAutoTopicCreation: false,
  });
  return topics[0]?.partitions.length ?? 0;
}

test('a new topic is told with its id, its size and its configs', async () => {
  const [made] = await create([
    { name: 'made', numPartitions: 2, configs: [{ name: 'retention.ms', value: '5000' }] },
  ]);
  assert.deepEqual([made?.errorCode, made?.numPartitions, made?.replicationFactor], [NONE, 2, 1]);
  assert.match(made?.topicId ?? '', /^[\w-]{22}$/);
  const retention = made?.configs?.find(({ name }) => name === 'retention.ms');
  assert.deepEqual([retention?.value, retention?.configSource], ['5000', 1]);
  assert.equal(await partitionsOf('made'), 2);
});

test('−1 stands for the defaults of the cluster', async () => {
  const [made] = await create([{ name: 'defaults', numPartitions: -1, replicationFactor: -1 }]);
  assert.deepEqual([made?.numPartitions, made?.replicationFactor], [3, 1]);
});

test('each mistake has its error, and the good topics of the request are made', async () => {
  await create([{ name: 'there.already' }]);
  const config = (name: string, value: string | null) => [{ name, value }];
  const wishes: readonly (readonly [Partial<CreatableTopic>, number])[] = [
    [{ name: 'fine' }, NONE],
    [{ name: 'there.already' }, TOPIC_ALREADY_EXISTS],
    [{ name: 'there_already' }, INVALID_TOPIC_EXCEPTION],
    [{ name: 'not/a/name' }, INVALID_TOPIC_EXCEPTION],
    [{ name: 'none', numPartitions: 0 }, INVALID_PARTITIONS],
    [{ name: 'negative', numPartitions: -2 }, INVALID_PARTITIONS],
    [{ name: 'no-replicas', replicationFactor: 0 }, INVALID_REPLICATION_FACTOR],
    [{ name: 'too-many', replicationFactor: 2 }, INVALID_REPLICATION_FACTOR],
    [{ name: 'soon', configs: config('retention.ms', 'soon') }, INVALID_CONFIG],
    [{ name: 'small', configs: config('segment.bytes', '3') }, INVALID_CONFIG],
    [{ name: 'unknown', configs: config('coffee', 'black') }, INVALID_CONFIG],
    [{ name: 'nothing', configs: config('retention.ms', null) }, INVALID_CONFIG],
    [
      {
        name: 'placed-and-counted',
        assignments: [{ partitionIndex: 0, brokerIds: [1] }],
      },
      INVALID_REQUEST,
    ],
  ];
  const results = await create(wishes.map(([topic]) => topic));
  const told = new Map(results.map(({ name, errorCode }) => [name, errorCode]));
  for (const [{ name = '' }, expected] of wishes) assert.equal(told.get(name), expected, name);
  for (const { errorCode, errorMessage } of results) {
    assert.equal(errorMessage === null, errorCode === NONE);
  }
  assert.equal(await partitionsOf('fine'), 1);
});

test('assignments by hand must be whole, without repetition, and to brokers that are there', async () => {
  const placed = (...brokerIds: (readonly number[])[]): Partial<CreatableTopic> => ({
    numPartitions: -1,
    replicationFactor: -1,
    assignments: brokerIds.map((ids, partitionIndex) => ({ partitionIndex, brokerIds: ids })),
  });
  assert.equal(await errorOf({ name: 'placed', ...placed([1], [1]) }), NONE);
  assert.equal(await partitionsOf('placed'), 2);
  assert.equal(await errorOf({ name: 'away', ...placed([2]) }), INVALID_REPLICA_ASSIGNMENT);
  assert.equal(await errorOf({ name: 'twice', ...placed([1, 1]) }), INVALID_REPLICA_ASSIGNMENT);
  assert.equal(await errorOf({ name: 'nobody', ...placed([]) }), INVALID_REPLICA_ASSIGNMENT);
  const gap = {
    numPartitions: -1,
    replicationFactor: -1,
    assignments: [{ partitionIndex: 1, brokerIds: [1] }],
  };
  assert.equal(await errorOf({ name: 'gap', ...gap }), INVALID_REPLICA_ASSIGNMENT);
});

test('a name that stands twice in a request is refused', async () => {
  const results = await create([{ name: 'double' }, { name: 'double', numPartitions: 2 }]);
  assert.deepEqual([...new Set(results.map(({ errorCode }) => errorCode))], [INVALID_REQUEST]);
  assert.equal(await partitionsOf('double'), 0);
});

test('a trial says what would be, and makes nothing', async () => {
  const [trial] = await create([{ name: 'tried', numPartitions: 4 }], { validateOnly: true });
  assert.deepEqual([trial?.errorCode, trial?.numPartitions], [NONE, 4]);
  assert.equal(await partitionsOf('tried'), 0);
  await create([{ name: 'tried' }]);
  const [again] = await create([{ name: 'tried' }], { validateOnly: true });
  assert.equal(again?.errorCode, TOPIC_ALREADY_EXISTS);
});

test('topics are deleted by name or by id, and their folders go', async () => {
  const topicId = await node.createTopic('by-id');
  await node.createTopic('by-name');
  await node.produce('by-name', ['a']);
  const folders = (): string[] => readdirSync(node.folder).filter((name) => name === 'by-name-0');
  assert.equal(folders().length, 1);
  const { responses } = await node.send(DeleteTopics, {
    topics: [
      createDeleteTopicState({ name: 'by-name' }),
      createDeleteTopicState({ name: null, topicId }),
      createDeleteTopicState({ name: 'never-there' }),
      createDeleteTopicState({ name: null, topicId: UNKNOWN_ID }),
    ],
    timeoutMs: 5_000,
  });
  const told = new Map(responses.map(({ name, errorCode }) => [name, errorCode]));
  assert.deepEqual(
    told,
    new Map<string | null, number>([
      ['by-name', NONE],
      ['by-id', NONE],
      ['never-there', UNKNOWN_TOPIC_OR_PARTITION],
      [null, UNKNOWN_TOPIC_ID],
    ]),
  );
  assert.equal(await partitionsOf('by-name'), 0);
  assert.deepEqual(folders(), []);
  // Under its name a new topic begins at the beginning.
  await node.createTopic('by-name');
  assert.equal(await node.produce('by-name', ['b']), 0);
});

test('older versions delete by names alone', async () => {
  for (const version of [1, 3, 5]) {
    await node.createTopic('named');
    const { responses } = await node.send(
      DeleteTopics,
      { topicNames: ['named', 'never-there'], timeoutMs: 5_000 },
      version,
    );
    assert.deepEqual(
      new Map(responses.map(({ name, errorCode }) => [name, errorCode])),
      new Map<string | null, number>([
        ['named', NONE],
        ['never-there', UNKNOWN_TOPIC_OR_PARTITION],
      ]),
      `version ${version}`,
    );
  }
});

test('with delete.topic.enable=false nothing is deleted', async () => {
  const strict = await RunningNode.start({ 'delete.topic.enable': 'false' });
  await strict.createTopic('kept');
  for (const [version, expected] of [
    [6, TOPIC_DELETION_DISABLED],
    [3, TOPIC_DELETION_DISABLED],
    [2, INVALID_REQUEST],
  ] as const) {
    const { responses } = await strict.send(
      DeleteTopics,
      version === 6
        ? { topics: [createDeleteTopicState({ name: 'kept' })] }
        : { topicNames: ['kept'] },
      version,
    );
    assert.equal(responses[0]?.errorCode, expected, `version ${version}`);
  }
  await strict.stop();
});

test('a topic grows, but does not shrink', async () => {
  await node.createTopic('growing', { partitions: 2 });
  const grow = async (count: number, name = 'growing'): Promise<number> => {
    const { results } = await node.send(CreatePartitions, {
      topics: [createCreatePartitionsTopic({ name, count, assignments: null })],
      timeoutMs: 5_000,
    });
    return results[0]?.errorCode ?? -1;
  };
  assert.equal(await grow(5), NONE);
  assert.equal(await partitionsOf('growing'), 5);
  assert.equal(await grow(5), INVALID_PARTITIONS);
  assert.equal(await grow(1), INVALID_PARTITIONS);
  assert.equal(await grow(2, 'never-there'), UNKNOWN_TOPIC_OR_PARTITION);
  assert.equal(await node.produce('growing', ['a'], { partition: 4 }), 0);
});
