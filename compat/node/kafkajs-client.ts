// kafkajs behind the commands of compat/runner/client.ts.

import kafkajs, { type Consumer, type IHeaders, Kafka, type KafkaMessage, logLevel } from 'kafkajs';

import {
  number,
  type NumberedRecord,
  printAssigned,
  printRecord,
  produceInParts,
  type RecordHeader,
  run,
  text,
  toldToStop,
  topic,
} from './commands.ts';

// A CommonJS module gives these two by its default export only.
const { CompressionTypes, ConfigResourceTypes } = kafkajs;

const kafka = new Kafka({
  clientId: 'compat',
  brokers: [text('bootstrap')],
  logLevel: logLevel.NOTHING,
  retry: { retries: 50, maxRetryTime: 1_000 },
});

await run({
  create: () =>
    withAdmin(async (admin) => {
      const isNew = await admin.createTopics({
        topics: [
          {
            topic,
            numPartitions: number('partitions'),
            configEntries: [{ name: 'retention.ms', value: '-1' }],
          },
        ],
      });
      console.log(isNew ? 'created' : 'exists');
    }),

  partitions: () =>
    withAdmin(async (admin) => {
      await admin.createPartitions({ topicPartitions: [{ topic, count: number('count') }] });
      console.log('done');
    }),

  delete: () =>
    withAdmin(async (admin) => {
      await admin.deleteTopics({ topics: [topic] });
      console.log('done');
    }),

  'delete-records': () =>
    withAdmin(async (admin) => {
      // The call below wants a topic whose metadata is loaded already.
      await admin.fetchTopicOffsets(topic);
      const below = { partition: number('partition'), offset: text('offset') };
      await admin.deleteTopicRecords({ topic, partitions: [below] });
      console.log('done');
    }),

  config: () =>
    withAdmin(async (admin) => {
      const name = text('name');
      const resource = { type: ConfigResourceTypes.TOPIC, name: topic };
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ ...resource, configEntries: [{ name, value: text('value') }] }],
      });
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ ...resource, configNames: [name] }],
      });
      console.log(`config ${name} ${resources[0]?.configEntries[0]?.configValue}`);
    }),

  async produce() {
    const compression = text('codec') === 'gzip' ? CompressionTypes.GZIP : CompressionTypes.None;
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    await produceInParts(async (records) => {
      await producer.send({
        topic,
        compression,
        messages: records.map(({ partition, timestamp, key, value, headers }) => ({
          partition,
          timestamp: String(timestamp),
          key,
          value,
          headers: headersOf(headers),
        })),
      });
    });
    await producer.disconnect();
  },

  // kafkajs reads with groups only.
  async read() {
    const consumer = kafka.consumer({ groupId: `read-${process.pid}` });
    const done = Promise.withResolvers<void>();
    let left = number('count');
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      eachMessage({ partition, message }) {
        show(partition, message);
        if (--left === 0) done.resolve();
        return Promise.resolve();
      },
    });
    await done.promise;
    await consumer.disconnect();
  },

  async member() {
    const consumer = kafka.consumer({
      groupId: text('group'),
      sessionTimeout: 10_000,
      heartbeatInterval: 300,
      maxWaitTimeInMs: 200,
      metadataMaxAge: 1_000,
    });
    sayAssignments(consumer);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: true,
      autoCommitInterval: 200,
      eachMessage({ partition, message }) {
        show(partition, message);
        return Promise.resolve();
      },
    });
    await toldToStop();
    await consumer.disconnect();
    console.log('left');
  },

  time: () =>
    withAdmin(async (admin) => {
      const partition = number('partition');
      const entries = await admin.fetchTopicOffsetsByTimestamp(topic, number('timestamp'));
      const offset = entries.find((entry) => entry.partition === partition)?.offset ?? '-1';
      console.log(`offset ${offset}`);
      const consumer = kafka.consumer({ groupId: `time-${process.pid}` });
      const done = Promise.withResolvers<void>();
      let isDone = false;
      await consumer.connect();
      await consumer.subscribe({ topic });
      await consumer.run({
        eachMessage({ partition: from, message }) {
          if (from === partition && !isDone) {
            isDone = true;
            show(from, message);
            done.resolve();
          }
          return Promise.resolve();
        },
      });
      consumer.seek({ topic, partition, offset });
      await done.promise;
      await consumer.disconnect();
    }),
});

async function withAdmin(
  act: (admin: ReturnType<typeof kafka.admin>) => Promise<void>,
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await act(admin);
  await admin.disconnect();
}

function sayAssignments(consumer: Consumer): void {
  consumer.on('consumer.group_join', ({ payload }) => {
    printAssigned(payload.memberAssignment[topic] ?? []);
  });
}

/**
 * kafkajs keeps headers by name: an array holds the values of one that comes more than once. It has
 * no header without a value.
 */
function headersOf(headers: readonly RecordHeader[]): IHeaders {
  const byName: Record<string, Buffer[]> = {};
  for (const { name, value } of headers) (byName[name] ??= []).push(value ?? Buffer.alloc(0));
  return Object.fromEntries(
    Object.entries(byName).map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]),
  );
}

function show(partition: number, message: KafkaMessage): void {
  const headers = Object.entries(message.headers ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => ({
      name,
      value: (each ?? null) as Buffer | null,
    })),
  );
  const record: NumberedRecord = {
    partition,
    timestamp: Number(message.timestamp),
    key: message.key,
    value: message.value,
    headers,
  };
  printRecord(record, Number(message.offset));
}
