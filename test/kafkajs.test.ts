import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import kafkajs, { Kafka, type KafkaMessage, logLevel } from 'kafkajs';

import { SamsaProcess } from './support/samsa-process.ts';

let samsa: SamsaProcess;

before(async () => {
  samsa = await SamsaProcess.start();
});

after(async () => {
  await samsa.discard();
});

function client(): Kafka {
  return new Kafka({ clientId: 'test', brokers: [samsa.bootstrap], logLevel: logLevel.NOTHING });
}

/** Reads with a group of its own until `count` messages have come. */
async function consume(
  kafka: Kafka,
  groupId: string,
  topic: string,
  count: number,
): Promise<{ partition: number; message: KafkaMessage }[]> {
  const consumer = kafka.consumer({ groupId });
  const messages: { partition: number; message: KafkaMessage }[] = [];
  const done = Promise.withResolvers<void>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: ({ partition, message }) => {
      messages.push({ partition, message });
      if (messages.length === count) done.resolve();
      return Promise.resolve();
    },
  });
  await done.promise;
  await consumer.disconnect();
  return messages;
}

test('kafkajs creates a topic, produces, and consumes through a group', async () => {
  const kafka = client();
  const admin = kafka.admin();
  await admin.connect();
  assert.equal(
    await admin.createTopics({
      topics: [{ topic: 'orders', numPartitions: 3 }],
      waitForLeaders: true,
    }),
    true,
  );
  assert.deepEqual((await admin.listTopics()).includes('orders'), true);
  await admin.disconnect();

  const producer = kafka.producer();
  await producer.connect();
  const sent = Array.from({ length: 100 }, (_, i) => ({ key: `k${i % 7}`, value: `value ${i}` }));
  const answers = await producer.send({ topic: 'orders', messages: sent });
  assert.ok(answers.every(({ errorCode }) => errorCode === 0));
  await producer.disconnect();

  const received = await consume(kafka, 'readers', 'orders', 100);
  const texts = received.map(({ message }) => String(message.value)).toSorted();
  assert.deepEqual(texts, sent.map(({ value }) => value).toSorted());
  const partitionOf = new Map<string, number>();
  for (const { partition, message } of received) {
    const key = String(message.key);
    assert.equal(partitionOf.get(key) ?? partition, partition, 'a key stays in its partition');
    partitionOf.set(key, partition);
  }
});

test('a topic that is sent to for the first time exists by the time of the answer', async () => {
  const kafka = client();
  const producer = kafka.producer({ allowAutoTopicCreation: true, retry: { retries: 0 } });
  await producer.connect();
  const [answer] = await producer.send({ topic: 'made-on-demand', messages: [{ value: 'first' }] });
  assert.equal(answer?.errorCode, 0);
  assert.equal(answer?.baseOffset, '0');
  await producer.disconnect();
});

test('topics, records, offsets and configs are there after a clean stop and after a crash', async () => {
  const kafka = client();
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic: 'kept', configEntries: [{ name: 'retention.ms', value: '12345678' }] }],
    waitForLeaders: true,
  });
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic: 'kept', messages: [{ value: 'a' }, { value: 'b' }] });
  await consume(kafka, 'keeper', 'kept', 2);
  await producer.disconnect();
  await admin.disconnect();

  const restarts: (() => Promise<unknown>)[] = [() => samsa.stop(), () => samsa.kill()];
  for (const end of restarts) {
    await end();
    await samsa.start();
    const again = kafka.admin();
    await again.connect();
    assert.ok((await again.listTopics()).includes('kept'));
    assert.deepEqual(await again.fetchTopicOffsets('kept'), [
      { partition: 0, offset: '2', low: '0', high: '2' },
    ]);
    const [committed] = await again.fetchOffsets({ groupId: 'keeper', topics: ['kept'] });
    assert.equal(committed?.partitions[0]?.offset, '2');
    const described = await again.describeConfigs({
      includeSynonyms: false,
      resources: [
        { type: kafkajs.ConfigResourceTypes.TOPIC, name: 'kept', configNames: ['retention.ms'] },
      ],
    });
    assert.equal(described.resources[0]?.configEntries[0]?.configValue, '12345678');
    await again.disconnect();
  }
});
