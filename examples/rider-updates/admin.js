// Creates the topic: one partition for the riders in the north, one for those in the south.

import { kafka, TOPIC } from './client.js';

const admin = kafka.admin();
await admin.connect();
const isNew = await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 2 }] });
console.log(isNew ? `created topic ${TOPIC}` : `topic ${TOPIC} is there already`);
await admin.disconnect();
