// Prints the updates, as a member of the group that is named: `node consumer.js GROUP`.

import { kafka, TOPIC } from './client.js';

const group = process.argv[2];
if (group === undefined) {
  console.error('write: node consumer.js GROUP');
  process.exit(2);
}

// Short intervals, so that members coming and going show at once.
const consumer = kafka.consumer({ groupId: group, heartbeatInterval: 500, maxWaitTimeInMs: 500 });
consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
  const partitions = payload.memberAssignment[TOPIC] ?? [];
  console.log(`${group}: I read partitions [${partitions.join(', ')}]`);
});
await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
await consumer.run({
  async eachMessage({ topic, partition, message }) {
    console.log(`${group}: [${topic}] partition ${partition}: ${message.value?.toString()}`);
  },
});

// Leaves the group, so that the others need not wait to find out.
const leave = () => consumer.disconnect().finally(() => process.exit());
process.once('SIGINT', () => void leave());
process.once('SIGTERM', () => void leave());
