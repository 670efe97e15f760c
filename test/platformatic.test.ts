import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  Admin,
  Consumer,
  MessagesStreamModes,
  Producer,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';

import { SamsaProcess } from './support/samsa-process.ts';

let samsa: SamsaProcess;

before(async () => {
  samsa = await SamsaProcess.start();
});

after(async () => {
  await samsa.discard();
});

test('@platformatic/kafka creates a topic, produces, and consumes through a group', async () => {
  const base = { clientId: 'test', bootstrapBrokers: [samsa.bootstrap] };
  const admin = new Admin(base);
  await admin.createTopics({ topics: ['orders'], partitions: 2, replicas: 1 });
  await admin.close();

  const producer = new Producer({ ...base, serializers: stringSerializers });
  const sent = Array.from({ length: 50 }, (_, i) => `value ${i}`);
  await producer.send({
    messages: sent.map((value, i) => ({
      topic: 'orders',
      key: `k${i % 5}`,
      value,
      headers: { n: String(i) },
    })),
  });
  await producer.close();

  const consumer = new Consumer({
    ...base,
    groupId: 'readers',
    deserializers: stringDeserializers,
  });
  const stream = await consumer.consume({
    topics: ['orders'],
    mode: MessagesStreamModes.EARLIEST,
    sessionTimeout: 10_000,
    heartbeatInterval: 500,
  });
  const received: string[] = [];
  for await (const message of stream) {
    received.push(message.value);
    assert.equal(message.headers.get('n'), message.value.slice('value '.length));
    if (received.length === sent.length) break;
  }
  await stream.close();
  await consumer.close(true);
  assert.deepEqual(received.toSorted(), sent.toSorted());
});
