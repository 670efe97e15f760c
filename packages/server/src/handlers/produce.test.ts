import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { ChannelClosed } from '@samsa/network';
import { BatchCursor, crc32c } from '@samsa/protocol';
import { createFetchPartition, createFetchTopic, Fetch } from '@samsa/protocol/apis/fetch';
import { InitProducerId } from '@samsa/protocol/apis/init-producer-id';
import {
  createPartitionProduceData,
  createTopicProduceData,
  Produce,
  type ProduceRequest,
} from '@samsa/protocol/apis/produce';

import { batchOf } from '../../test/batch-of.ts';
import { RunningNode } from '../../test/running-node.ts';

const {
  CORRUPT_MESSAGE,
  DUPLICATE_SEQUENCE_NUMBER,
  INVALID_PRODUCER_EPOCH,
  INVALID_RECORD,
  INVALID_REQUEST,
  INVALID_REQUIRED_ACKS,
  INVALID_TIMESTAMP,
  INVALID_TOPIC_EXCEPTION,
  MESSAGE_TOO_LARGE,
  NONE,
  NOT_ENOUGH_REPLICAS,
  OUT_OF_ORDER_SEQUENCE_NUMBER,
  UNKNOWN_TOPIC_ID,
  UNKNOWN_TOPIC_OR_PARTITION,
  UNSUPPORTED_COMPRESSION_TYPE,
} = ErrorCode;

const UNKNOWN_ID = 'bm8tc3VjaC10b3BpYy1pZA';

let node: RunningNode;
let topicId: string;

before(async () => {
  node = await RunningNode.start();
  topicId = await node.createTopic('t', { partitions: 2 });
});

after(() => node.stop());

function request(fields: Partial<ProduceRequest>): Partial<ProduceRequest> {
  return { acks: -1, timeoutMs: 5_000, ...fields };
}

test('offsets are given out per partition, batch after batch', async () => {
  await node.createTopic('counted', { partitions: 2 });
  const first = await node.produceBatch('counted', batchOf(['a', 'b']));
  const second = await node.produceBatch('counted', batchOf(['c']), { acks: 1 });
  const other = await node.produceBatch('counted', batchOf(['d']), { partition: 1 });
  assert.deepEqual([first.baseOffset, second.baseOffset, other.baseOffset], [0, 2, 0]);
  assert.deepEqual([first.logStartOffset, first.logAppendTimeMs], [0, -1]);
});

test('a topic or partition that is not there is named in the answer, and the others are taken', async () => {
  const partitionData = [
    createPartitionProduceData({ index: 0, records: batchOf(['a']) }),
    createPartitionProduceData({ index: 9, records: batchOf(['a']) }),
  ];
  const { responses } = await node.send(
    Produce,
    request({
      topicData: [
        createTopicProduceData({ name: 't', partitionData }),
        createTopicProduceData({ name: 'missing', partitionData: partitionData.slice(0, 1) }),
      ],
    }),
    12,
  );
  const told = responses.flatMap(({ name, partitionResponses }) =>
    partitionResponses.map(({ index, errorCode }) => [name, index, errorCode]),
  );
  assert.deepEqual(told, [
    ['t', 0, NONE],
    ['t', 9, UNKNOWN_TOPIC_OR_PARTITION],
    ['missing', 0, UNKNOWN_TOPIC_OR_PARTITION],
  ]);
});

test('from version 13 on topics go by their id', async () => {
  const partitionData = [createPartitionProduceData({ records: batchOf(['a']) })];
  const { responses } = await node.send(
    Produce,
    request({
      topicData: [
        createTopicProduceData({ topicId, partitionData }),
        createTopicProduceData({ topicId: UNKNOWN_ID, partitionData }),
      ],
    }),
    13,
  );
  assert.deepEqual(
    responses.map((each) => [each.topicId, each.partitionResponses[0]?.errorCode]),
    [
      [topicId, NONE],
      [UNKNOWN_ID, UNKNOWN_TOPIC_ID],
    ],
  );
});

test('acks other than 0, 1 and -1 are refused for every partition', async () => {
  for (const acks of [2, -2, 32_767]) {
    const { errorCode } = await node.produceBatch('t', batchOf(['a']), { acks });
    assert.equal(errorCode, INVALID_REQUIRED_ACKS);
  }
});

test('acks=0 gets no answer, and the next request on the connection gets its own', async () => {
  const topic = 'unanswered';
  await node.createTopic(topic);
  const channel = await node.connect();
  const partitionData = [createPartitionProduceData({ records: batchOf(['a']) })];
  const topicData = [createTopicProduceData({ name: topic, partitionData })];
  channel.sendOnly(Produce, Produce.request.create(request({ acks: 0, topicData })), 12);
  const answer = await channel.send(Produce, Produce.request.create(request({ topicData })), 12);
  assert.equal(answer.responses[0]?.partitionResponses[0]?.baseOffset, 1);
  channel.close();
});

test(
  'acks=0 that fails closes the connection, the only way to tell',
  { timeout: 5_000 },
  async () => {
    const channel = await node.connect();
    const closed = new Promise<Error>((resolve) => channel.onClose(resolve));
    const partitionData = [createPartitionProduceData({ records: batchOf(['a']) })];
    const topicData = [createTopicProduceData({ name: 'missing', partitionData })];
    channel.sendOnly(Produce, Produce.request.create(request({ acks: 0, topicData })), 12);
    assert.ok((await closed) instanceof ChannelClosed);
  },
);

test('a batch above max.message.bytes is too large, one below is not', async () => {
  await node.createTopic('small', { configs: { 'max.message.bytes': '1000' } });
  assert.equal((await node.produceBatch('small', batchOf(['x'.repeat(900)]))).errorCode, NONE);
  const { errorCode, baseOffset } = await node.produceBatch('small', batchOf(['x'.repeat(1000)]));
  assert.deepEqual([errorCode, baseOffset], [MESSAGE_TOO_LARGE, -1]);
});

test('a batch whose bytes are damaged is corrupt, one whose content is wrong is invalid', async () => {
  const damaged = Uint8Array.from(batchOf(['a', 'b']));
  damaged[damaged.length - 1]! ^= 1;
  assert.equal((await node.produceBatch('t', damaged)).errorCode, CORRUPT_MESSAGE);

  const wrongCount = Buffer.from(batchOf(['a', 'b']));
  wrongCount.writeInt32BE(3, 57);
  wrongCount.writeUInt32BE(crc32c(wrongCount, 21, wrongCount.length), 17);
  assert.equal((await node.produceBatch('t', wrongCount)).errorCode, INVALID_RECORD);
  assert.equal((await node.produceBatch('t', new Uint8Array(0))).errorCode, INVALID_RECORD);
});

test('a record without a key is named when the topic is compacted', async () => {
  await node.createTopic('compacted', { configs: { 'cleanup.policy': 'compact' } });
  const { errorCode, errorMessage, recordErrors } = await node.produceBatch(
    'compacted',
    batchOf(['a', 'b']),
  );
  assert.equal(errorCode, INVALID_RECORD);
  assert.notEqual(errorMessage, null);
  assert.deepEqual(
    recordErrors.map(({ batchIndex }) => batchIndex),
    [0, 1],
  );
});

test('timestamps outside of what the topic allows are refused', async () => {
  await node.createTopic('timed', { configs: { 'message.timestamp.before.max.ms': '1000' } });
  const old = Buffer.from(batchOf(['a']));
  const anHourAgo = BigInt(Date.now() - 3_600_000);
  old.writeBigInt64BE(anHourAgo, 27);
  old.writeBigInt64BE(anHourAgo, 35);
  old.writeUInt32BE(crc32c(old, 21, old.length), 17);
  assert.equal((await node.produceBatch('timed', old)).errorCode, INVALID_TIMESTAMP);
  assert.equal((await node.produceBatch('timed', batchOf(['a']))).errorCode, NONE);
});

test('with LogAppendTime the answer and the records carry the time of the broker', async () => {
  const configs = { 'message.timestamp.type': 'LogAppendTime' };
  const id = await node.createTopic('stamped', { configs });
  const before = Date.now();
  const { logAppendTimeMs } = await node.produceBatch('stamped', batchOf(['a']));
  assert.ok(logAppendTimeMs >= before && logAppendTimeMs <= Date.now());
  const { responses } = await node.send(Fetch, {
    maxBytes: 1_000,
    topics: [
      createFetchTopic({
        topicId: id,
        partitions: [createFetchPartition({ partitionMaxBytes: 1_000 })],
      }),
    ],
  });
  const records = responses[0]?.partitions[0]?.records;
  assert.ok(records instanceof Uint8Array);
  assert.equal(BatchCursor.over(records).maxTimestamp, logAppendTimeMs);
});

test('min.insync.replicas above the replicas there are refuses acks=all alone', async () => {
  await node.createTopic('careful', { configs: { 'min.insync.replicas': '2' } });
  assert.equal((await node.produceBatch('careful', batchOf(['a']))).errorCode, NOT_ENOUGH_REPLICAS);
  assert.equal((await node.produceBatch('careful', batchOf(['a']), { acks: 1 })).errorCode, NONE);
});

test('zstd needs a version that has it', async () => {
  const packed = batchOf(['a'], { codec: 'zstd' });
  assert.equal(
    (await node.produceBatch('t', packed, { version: 6 })).errorCode,
    UNSUPPORTED_COMPRESSION_TYPE,
  );
  assert.equal((await node.produceBatch('t', packed, { version: 7 })).errorCode, NONE);
});

test('every codec is taken', async () => {
  for (const codec of ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const) {
    const values = Array.from({ length: 100 }, (_, i) => `value ${i} of ${codec}`);
    assert.equal((await node.produceBatch('t', batchOf(values, { codec }))).errorCode, NONE, codec);
  }
});

test('internal topics are not written to by clients', async () => {
  await node.coordinate('g');
  const { errorCode } = await node.produceBatch('__consumer_offsets', batchOf(['a']));
  assert.equal(errorCode, INVALID_TOPIC_EXCEPTION);
});

test('a transactional id is refused while there are no transactions', async () => {
  const partitionData = [createPartitionProduceData({ records: batchOf(['a']) })];
  const topicData = [createTopicProduceData({ name: 't', partitionData })];
  const { responses } = await node.send(Produce, request({ transactionalId: 'x', topicData }), 12);
  assert.equal(responses[0]?.partitionResponses[0]?.errorCode, INVALID_REQUEST);
});

test('an idempotent producer is answered twice alike, and told of gaps and old epochs', async () => {
  await node.createTopic('idempotent');
  const { producerId } = await node.send(InitProducerId, { transactionalId: null });
  const batch = (baseSequence: number, producerEpoch = 0): Uint8Array =>
    batchOf(['a', 'b'], { producerId, producerEpoch, baseSequence });

  const first = await node.produceBatch('idempotent', batch(0));
  const again = await node.produceBatch('idempotent', batch(0));
  assert.deepEqual([first.errorCode, first.baseOffset], [NONE, 0]);
  assert.deepEqual([again.errorCode, again.baseOffset], [NONE, 0]);

  const gap = await node.produceBatch('idempotent', batch(5));
  assert.equal(gap.errorCode, OUT_OF_ORDER_SEQUENCE_NUMBER);
  for (let sequence = 2; sequence < 14; sequence += 2) {
    assert.equal((await node.produceBatch('idempotent', batch(sequence))).errorCode, NONE);
  }
  // Only the last five batches are remembered.
  const recent = await node.produceBatch('idempotent', batch(4));
  assert.deepEqual([recent.errorCode, recent.baseOffset], [NONE, 4]);
  const forgotten = await node.produceBatch('idempotent', batch(0));
  assert.ok(
    forgotten.errorCode === DUPLICATE_SEQUENCE_NUMBER ||
      forgotten.errorCode === OUT_OF_ORDER_SEQUENCE_NUMBER,
  );

  assert.equal((await node.produceBatch('idempotent', batch(0, 1))).errorCode, NONE);
  const late = await node.produceBatch('idempotent', batch(14, 0));
  assert.equal(late.errorCode, INVALID_PRODUCER_EPOCH);
});

test('requests of one connection that follow each other closely keep their order', async () => {
  await node.createTopic('ordered');
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => node.produceBatch('ordered', batchOf([`${i}`]))),
  );
  assert.deepEqual(
    answers.map(({ baseOffset }) => baseOffset),
    answers.map((_, i) => i),
  );
});
