// Reads lines like `tony south` and sends each as an update of where a rider is.

import { createInterface } from 'node:readline';

import { kafka, TOPIC } from './client.js';

const PARTITION_OF = { north: 0, south: 1 };

const producer = kafka.producer({ allowAutoTopicCreation: false });
await producer.connect();
console.log('a rider and where it is, for example: tony south');

for await (const line of createInterface({ input: process.stdin })) {
  const [name = '', location = ''] = line.trim().split(/\s+/);
  const partition = PARTITION_OF[location.toLowerCase()];
  if (name === '' || partition === undefined) {
    console.log('write: NAME north|south');
    continue;
  }
  // The key says which records belong together; the partition, where they are stored in order.
  const value = JSON.stringify({ name, location });
  await producer.send({ topic: TOPIC, messages: [{ partition, key: name, value }] });
}
await producer.disconnect();
