import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { ErrorCode } from '@samsa/common';
import { type Channel } from '@samsa/network';
import { batchesIn, inOnePiece, type RecordBytes } from '@samsa/protocol';
import {
  createFetchPartition,
  createFetchTopic,
  createForgottenTopic,
  Fetch,
  type FetchPartition,
  type FetchRequest,
  type FetchResponse,
  type PartitionData,
} from '@samsa/protocol/apis/fetch';

import { batchOf } from '../../test/batch-of.ts';
import { joinPhantom, PHANTOM } from '../../test/phantom-broker.ts';
import { RunningNode } from '../../test/running-node.ts';

const {
  FETCH_SESSION_ID_NOT_FOUND,
  FETCH_SESSION_TOPIC_ID_ERROR,
  INVALID_FETCH_SESSION_EPOCH,
  INVALID_REQUEST,
  NONE,
  NOT_LEADER_OR_FOLLOWER,
  OFFSET_OUT_OF_RANGE,
  UNKNOWN_LEADER_EPOCH,
  UNKNOWN_TOPIC_ID,
  UNKNOWN_TOPIC_OR_PARTITION,
  UNSUPPORTED_COMPRESSION_TYPE,
} = ErrorCode;

const UNKNOWN_ID = 'bm8tc3VjaC10b3BpYy1pZA';
const MEGABYTE = 1_000_000;

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
});

after(() => node.stop());

interface Wish {
  readonly topicId?: string;
  readonly topic?: string;
  readonly partitions?: readonly Partial<FetchPartition>[];
}

function request(wishes: readonly Wish[], fields: Partial<FetchRequest> = {}): FetchRequest {
  return Fetch.request.create({
    maxWaitMs: 0,
    minBytes: 1,
    maxBytes: MEGABYTE,
    topics: wishes.map(({ partitions = [{}], ...topic }) =>
      createFetchTopic({
        ...topic,
        partitions: partitions.map((partition) =>
          createFetchPartition({ partitionMaxBytes: MEGABYTE, ...partition }),
        ),
      }),
    ),
    ...fields,
  });
}

function fetch(
  wishes: readonly Wish[],
  fields: Partial<FetchRequest> = {},
  version?: number,
  channel: Channel = node.broker,
): Promise<FetchResponse> {
  return channel.send(Fetch, request(wishes, fields), version);
}

async function fetchOne(
  wish: Wish,
  fields: Partial<FetchRequest> = {},
  version?: number,
): Promise<PartitionData> {
  const { responses } = await fetch([wish], fields, version);
  const [partition] = responses[0]?.partitions ?? [];
  assert.ok(partition !== undefined, 'the answer names no partition');
  return partition;
}

/** The first offset of each batch. */
function offsetsIn(records: RecordBytes | null | undefined): number[] {
  const bytes = records === null || records === undefined ? new Uint8Array(0) : inOnePiece(records);
  const offsets: number[] = [];
  for (const batch of batchesIn(bytes)) offsets.push(batch.baseOffset);
  return offsets;
}

/** Partition by partition: its error and the batches that came. */
function told({ responses }: FetchResponse): [number, number, number[]][] {
  return responses.flatMap(({ partitions }) =>
    partitions.map((each) => [each.partitionIndex, each.errorCode, offsetsIn(each.records)]),
  ) as [number, number, number[]][];
}

test('records come from the batch that holds the offset on, with where the log begins and ends', async () => {
  const topicId = await node.createTopic('plain');
  await node.produce('plain', ['a', 'b', 'c']);
  await node.produce('plain', ['d']);
  const all = await fetchOne({ topicId });
  assert.deepEqual([all.errorCode, offsetsIn(all.records)], [NONE, [0, 3]]);
  assert.deepEqual([all.highWatermark, all.lastStableOffset, all.logStartOffset], [4, 4, 0]);
  const middle = await fetchOne({ topicId, partitions: [{ fetchOffset: 2 }] });
  assert.deepEqual(offsetsIn(middle.records), [0, 3]);
  const end = await fetchOne({ topicId, partitions: [{ fetchOffset: 4 }] });
  assert.deepEqual([end.errorCode, offsetsIn(end.records)], [NONE, []]);
});

test('older versions name topics, newer ones give their ids', async () => {
  const topicId = await node.createTopic('named');
  await node.produce('named', ['a']);
  assert.equal((await fetchOne({ topic: 'named' }, {}, 12)).highWatermark, 1);
  assert.equal((await fetchOne({ topicId }, {}, 13)).highWatermark, 1);
  assert.equal((await fetchOne({ topic: 'nope' }, {}, 12)).errorCode, UNKNOWN_TOPIC_OR_PARTITION);
  assert.equal((await fetchOne({ topicId: UNKNOWN_ID }, {}, 13)).errorCode, UNKNOWN_TOPIC_ID);
  const missing = await fetchOne({ topicId, partitions: [{ partition: 5 }] });
  assert.equal(missing.errorCode, UNKNOWN_TOPIC_OR_PARTITION);
});

test('an offset outside of the log is told as such, and at once', async () => {
  const topicId = await node.createTopic('ranged');
  await node.produce('ranged', ['a']);
  for (const fetchOffset of [-1, 2, 1_000_000]) {
    const begun = performance.now();
    const partition = await fetchOne(
      { topicId, partitions: [{ fetchOffset }] },
      { maxWaitMs: 5_000 },
    );
    assert.equal(partition.errorCode, OFFSET_OUT_OF_RANGE, `offset ${fetchOffset}`);
    assert.ok(performance.now() - begun < 1_000);
  }
});

test('a fetch at the end of the log is answered within milliseconds of the next record', async () => {
  const topicId = await node.createTopic('polled');
  await node.produce('polled', ['a']);
  const poll = fetchOne({ topicId, partitions: [{ fetchOffset: 1 }] }, { maxWaitMs: 10_000 });
  await sleep(50);
  const producer = await node.connect();
  const begun = performance.now();
  await node.produceBatch('polled', batchOf(['b']), { channel: producer });
  assert.deepEqual(offsetsIn((await poll).records), [1]);
  assert.ok(performance.now() - begun < 500);
  producer.close();
});

test('a fetch that waits in vain is answered empty when its time is over', async () => {
  const topicId = await node.createTopic('quiet');
  const begun = performance.now();
  const partition = await fetchOne({ topicId }, { maxWaitMs: 200 });
  const tookMs = performance.now() - begun;
  assert.deepEqual([partition.errorCode, offsetsIn(partition.records)], [NONE, []]);
  assert.ok(tookMs >= 190 && tookMs < 1_000, `${tookMs} ms`);
});

test('minBytes holds the answer back until there is as much', async () => {
  const topicId = await node.createTopic('gathered');
  let isAnswered = false;
  const consumer = await node.connect();
  const poll = fetch(
    [{ topicId }],
    { maxWaitMs: 10_000, minBytes: 3_000 },
    undefined,
    consumer,
  ).then((response) => {
    isAnswered = true;
    return response;
  });
  for (let i = 0; i < 2; i++) await node.produce('gathered', ['x'.repeat(1_000)]);
  await sleep(30);
  assert.equal(isAnswered, false);
  await node.produce('gathered', ['x'.repeat(1_000)]);
  assert.deepEqual(told(await poll), [[0, NONE, [0, 1, 2]]]);
  consumer.close();
});

test('a wait ends with the connection of the one who waits', async () => {
  const topicId = await node.createTopic('left');
  const consumer = await node.connect();
  const poll = fetch([{ topicId }], { maxWaitMs: 2 ** 31 - 1 }, undefined, consumer);
  await sleep(50);
  assert.equal(waitingFetches(), 1);
  consumer.close();
  await assert.rejects(poll);
  await sleep(50);
  assert.equal(waitingFetches(), 0);
});

function waitingFetches(): number {
  for (const metric of node.node.metrics.all()) {
    const { name, tags } = metric.name;
    if (name === 'PurgatorySize' && tags?.['delayedOperation'] === 'Fetch') {
      return metric.kind === 'gauge' ? metric.read() : -1;
    }
  }
  return -1;
}

test('the sizes of the request bound the answer, but its first batch comes whole', async () => {
  const topicId = await node.createTopic('sized', { partitions: 2 });
  for (let i = 0; i < 5; i++) {
    await node.produce('sized', ['x'.repeat(10_000)]);
    await node.produce('sized', ['x'.repeat(10_000)], { partition: 1 });
  }
  const both = [{ partition: 0 }, { partition: 1 }];
  const small = await fetch([{ topicId, partitions: both }], { maxBytes: 100 });
  assert.deepEqual(told(small), [
    [0, NONE, [0]],
    [1, NONE, []],
  ]);
  const perPartition = await fetch([
    { topicId, partitions: both.map((each) => ({ ...each, partitionMaxBytes: 25_000 })) },
  ]);
  assert.deepEqual(told(perPartition), [
    [0, NONE, [0, 1]],
    [1, NONE, [0, 1]],
  ]);
  const inAll = await fetch([{ topicId, partitions: both }], { maxBytes: 65_000 });
  assert.deepEqual(told(inAll), [
    [0, NONE, [0, 1, 2, 3, 4]],
    [1, NONE, [0]],
  ]);
});

test('readers of committed records get the list of what was aborted, the others none', async () => {
  const topicId = await node.createTopic('isolated');
  await node.produce('isolated', ['a']);
  const committed = await fetchOne({ topicId }, { isolationLevel: 1 });
  assert.deepEqual(
    [committed.abortedTransactions, committed.lastStableOffset, offsetsIn(committed.records)],
    [[], 1, [0]],
  );
  const uncommitted = await fetchOne({ topicId }, { isolationLevel: 0 });
  assert.equal(uncommitted.abortedTransactions, null);
});

test('a leader epoch that lies ahead is not known here', async () => {
  const topicId = await node.createTopic('epochs');
  const error = async (currentLeaderEpoch: number): Promise<number> =>
    (await fetchOne({ topicId, partitions: [{ currentLeaderEpoch }] })).errorCode;
  assert.equal(await error(-1), NONE);
  assert.equal(await error(0), NONE);
  assert.equal(await error(1), UNKNOWN_LEADER_EPOCH);
});

test('zstd topics are not read by versions that do not know it', async () => {
  await node.createTopic('packed', { configs: { 'compression.type': 'zstd' } });
  const old = await fetchOne({ topic: 'packed' }, {}, 9);
  assert.equal(old.errorCode, UNSUPPORTED_COMPRESSION_TYPE);
  assert.equal((await fetchOne({ topic: 'packed' }, {}, 10)).errorCode, NONE);
});

test('clients cannot read as a replica', async () => {
  const { errorCode } = await fetch([], { replicaId: 2 }, 12);
  assert.equal(errorCode, INVALID_REQUEST);
});

test('a session answers what is new and remembers the rest', async () => {
  const topicId = await node.createTopic('session', { partitions: 3 });
  const partitions = [{ partition: 0 }, { partition: 1 }, { partition: 2 }];
  const opened = await fetch([{ topicId, partitions }], { sessionEpoch: 0 });
  const { sessionId } = opened;
  assert.ok(sessionId > 0);
  assert.equal(told(opened).length, 3);

  const nothing = await fetch([], { sessionId, sessionEpoch: 1 });
  assert.deepEqual(
    [nothing.errorCode, nothing.sessionId, nothing.responses],
    [NONE, sessionId, []],
  );

  await node.produce('session', ['a'], { partition: 1 });
  const news = await fetch([], { sessionId, sessionEpoch: 2 });
  assert.deepEqual(told(news), [[1, NONE, [0]]]);

  // The fetcher moves on in one partition and gives another up.
  const moved = await fetch([{ topicId, partitions: [{ partition: 1, fetchOffset: 1 }] }], {
    sessionId,
    sessionEpoch: 3,
    forgottenTopicsData: [createForgottenTopic({ topicId, partitions: [2] })],
  });
  assert.deepEqual(moved.responses, []);
  await node.produce('session', ['b'], { partition: 2 });
  await node.produce('session', ['c'], { partition: 0 });
  assert.deepEqual(told(await fetch([], { sessionId, sessionEpoch: 4 })), [[0, NONE, [0]]]);

  const skipped = await fetch([], { sessionId, sessionEpoch: 9 });
  assert.deepEqual([skipped.errorCode, skipped.responses], [INVALID_FETCH_SESSION_EPOCH, []]);
  const byName = await fetch([{ topic: 'session' }], { sessionId, sessionEpoch: 5 }, 12);
  assert.equal(byName.errorCode, FETCH_SESSION_TOPIC_ID_ERROR);

  const closed = await fetch([], { sessionId, sessionEpoch: -1 });
  assert.deepEqual([closed.errorCode, closed.sessionId], [NONE, 0]);
  const gone = await fetch([], { sessionId, sessionEpoch: 5 });
  assert.equal(gone.errorCode, FETCH_SESSION_ID_NOT_FOUND);
});

test('a session tells a topic that comes to be after it was asked for', async () => {
  const opened = await fetch([{ topic: 'later' }], { sessionEpoch: 0 }, 12);
  assert.deepEqual(told(opened), [[0, UNKNOWN_TOPIC_OR_PARTITION, []]]);
  await node.createTopic('later');
  await node.produce('later', ['a']);
  const { sessionId } = opened;
  const answer = await fetch([], { sessionId, sessionEpoch: 1, maxWaitMs: 100 }, 12);
  assert.deepEqual(told(answer), [[0, NONE, [0]]]);
});

test('a partition that another broker leads is told with its leader and where that is', async () => {
  const leave = await joinPhantom(node);
  const topicId = await node.createTopic('elsewhere', { replicas: [PHANTOM.id] });
  const { responses, nodeEndpoints } = await fetch([{ topicId }]);
  const [partition] = responses[0]?.partitions ?? [];
  assert.equal(partition?.errorCode, NOT_LEADER_OR_FOLLOWER);
  assert.deepEqual(partition?.currentLeader, { leaderId: PHANTOM.id, leaderEpoch: 0 });
  assert.deepEqual(
    nodeEndpoints.map(({ nodeId, host, port, rack }) => ({ id: nodeId, host, port, rack })),
    [PHANTOM],
  );
  // Produce says the same.
  const produced = await node.produceBatch('elsewhere', batchOf(['a']));
  assert.equal(produced.errorCode, NOT_LEADER_OR_FOLLOWER);
  assert.deepEqual(produced.currentLeader, { leaderId: PHANTOM.id, leaderEpoch: 0 });
  await leave();
});
