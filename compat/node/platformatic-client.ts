// @platformatic/kafka behind the commands of compat/runner/client.ts.

import {
  Admin,
  type CompressionAlgorithmValue,
  ConfigResourceTypes,
  Consumer,
  IncrementalAlterConfigOperationTypes,
  type Message,
  MessagesStreamModes,
  Producer,
  ProduceAcks,
} from '@platformatic/kafka';

import {
  number,
  type NumberedRecord,
  printAssigned,
  printRecord,
  produceInParts,
  run,
  text,
  toldToStop,
  topic,
} from './commands.ts';

const base = {
  clientId: 'compat',
  bootstrapBrokers: [text('bootstrap')],
  retries: 50,
  retryDelay: 200,
  metadataMaxAge: 1_000,
};
const TOPIC_ALREADY_EXISTS = 'TOPIC_ALREADY_EXISTS';

await run({
  create: () =>
    withAdmin(async (admin) => {
      try {
        await admin.createTopics({
          topics: [topic],
          partitions: number('partitions'),
          replicas: 1,
          configs: [{ name: 'retention.ms', value: '-1' }],
        });
        console.log('created');
      } catch (error) {
        if (!apiErrorsOf(error).includes(TOPIC_ALREADY_EXISTS)) throw error;
        console.log('exists');
      }
    }),

  partitions: () =>
    withAdmin(async (admin) => {
      await admin.createPartitions({
        topics: [{ name: topic, count: number('count'), assignments: null }],
      });
      console.log('done');
    }),

  delete: () =>
    withAdmin(async (admin) => {
      await admin.deleteTopics({ topics: [topic] });
      console.log('done');
    }),

  'delete-records': () =>
    withAdmin(async (admin) => {
      const below = { partition: number('partition'), offset: BigInt(text('offset')) };
      await admin.deleteRecords({ topics: [{ name: topic, partitions: [below] }] });
      console.log('done');
    }),

  config: () =>
    withAdmin(async (admin) => {
      const name = text('name');
      const resource = { resourceType: ConfigResourceTypes.TOPIC, resourceName: topic };
      const configOperation = IncrementalAlterConfigOperationTypes.SET;
      await admin.incrementalAlterConfigs({
        resources: [{ ...resource, configs: [{ name, configOperation, value: text('value') }] }],
      });
      const [described] = await admin.describeConfigs({
        resources: [{ ...resource, configurationKeys: [name] }],
      });
      console.log(`config ${name} ${described?.configs[0]?.value}`);
    }),

  async produce() {
    const producer = new Producer(base);
    const codec = text('codec') as CompressionAlgorithmValue;
    await produceInParts(async (records) => {
      await producer.send({
        acks: ProduceAcks.ALL,
        compression: codec,
        messages: records.map(({ partition, timestamp, key, value, headers }) => ({
          topic,
          partition,
          timestamp: BigInt(timestamp),
          // Its types know no null; it writes null for what is not there.
          ...(key === null ? {} : { key }),
          ...(value === null ? {} : { value }),
          // Names are other objects each time, so that one name can come twice.
          headers: new Map(
            headers.map(({ name, value }) => [Buffer.from(name), value as unknown as Buffer]),
          ),
        })),
      });
    });
    await producer.close();
  },

  // Its consumers always belong to a group.
  async read() {
    const consumer = consumerOf(`read-${process.pid}`);
    const stream = await consumer.consume({
      topics: [topic],
      mode: MessagesStreamModes.EARLIEST,
      autocommit: false,
    });
    let left = number('count');
    for await (const message of stream) {
      show(message);
      if (--left === 0) break;
    }
    await stream.close();
    await consumer.close(true);
  },

  async member() {
    const consumer = consumerOf(text('group'));
    consumer.on('consumer:group:join', ({ assignments }) => {
      printAssigned(assignments?.find((each) => each.topic === topic)?.partitions ?? []);
    });
    const stream = await consumer.consume({
      topics: [topic],
      mode: MessagesStreamModes.COMMITTED,
      fallbackMode: 'earliest',
      autocommit: 100,
    });
    stream.on('data', show);
    stream.on('error', (error: Error) => {
      console.error(error);
      process.exit(1);
    });
    await toldToStop();
    await stream.close();
    await consumer.close(true);
    console.log('left');
  },

  async time() {
    const partition = number('partition');
    const consumer = consumerOf(`time-${process.pid}`);
    const found = await consumer.listOffsets({
      topics: [topic],
      partitions: { [topic]: [partition] },
      timestamp: BigInt(text('timestamp')),
    });
    const offset = found.get(topic)?.[partition] ?? found.get(topic)?.[0] ?? -1n;
    console.log(`offset ${offset}`);
    const stream = await consumer.consume({
      topics: [topic],
      mode: MessagesStreamModes.MANUAL,
      offsets: Array.from({ length: number('partitions') }, (_, each) => ({
        topic,
        partition: each,
        offset: each === partition ? offset : 0n,
      })),
      autocommit: false,
    });
    for await (const message of stream) {
      if (message.partition !== partition) continue;
      show(message);
      break;
    }
    await stream.close();
    await consumer.close(true);
  },
});

async function withAdmin(act: (admin: Admin) => Promise<void>): Promise<void> {
  const admin = new Admin(base);
  await act(admin);
  await admin.close();
}

function consumerOf(groupId: string): Consumer {
  return new Consumer({
    ...base,
    groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 300,
    maxWaitTime: 200,
  });
}

/** Error names of the protocol, wherever in an error's causes they are. */
function apiErrorsOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { apiId, errors, cause } = error as {
    apiId?: string;
    errors?: readonly unknown[];
    cause?: unknown;
  };
  const own = apiId === undefined ? [] : [apiId];
  return [...own, ...(errors ?? []).flatMap(apiErrorsOf), ...apiErrorsOf(cause)];
}

function show(message: Message): void {
  const { partition, headerEntries } = message;
  const headers = headerEntries.map(([name, value]) => ({
    name: name.toString(),
    value: (value as Buffer | undefined) ?? null,
  }));
  const record: NumberedRecord = {
    partition,
    timestamp: Number(message.timestamp),
    // What is null comes as undefined, which its types do not say.
    key: message.key ?? null,
    value: message.value ?? null,
    headers,
  };
  printRecord(record, Number(message.offset));
}
